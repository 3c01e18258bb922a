"""Which articles the calibration is fitted and tested on."""

from __future__ import annotations

from pathlib import Path

from evaluation.corpora import TEST
from training.sets import fitted, held_back


def test_the_test_set_is_not_fitted_on(tmp_path: Path) -> None:
    for name in ("a", "c", TEST):
        (tmp_path / f"{name}.jsonl").touch()
    sources = fitted(Path("data"), tmp_path)
    assert [source.name for source in sources] == ["gold", "a", "c"]
    assert held_back(tmp_path).path == tmp_path / f"{TEST}.jsonl"


def test_the_gold_articles_are_known_and_ours_are_read_in_a_worse_print_as_well(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.jsonl").touch()
    gold, ours = fitted(Path("data"), tmp_path)
    assert (gold.known, gold.noisy) == (True, False)
    assert (ours.known, ours.noisy) == (False, True)
