"""Which articles the calibration is fitted and tested on."""

from __future__ import annotations

from pathlib import Path

from evaluation.corpora import TEST
from training.sets import fitted, held_back, learned_from


def test_the_test_set_is_not_fitted_on(tmp_path: Path) -> None:
    for name in ("a", "c", TEST):
        (tmp_path / f"{name}.jsonl").touch()
    sources = fitted(Path("data"), tmp_path)
    assert [source.name for source in sources] == ["gold", "a", "c"]
    assert held_back(tmp_path).path == tmp_path / f"{TEST}.jsonl"


def test_articles_that_rules_were_made_after_are_known(tmp_path: Path) -> None:
    for name in ("d", "n", "o"):
        (tmp_path / f"{name}.jsonl").touch()
    known = {source.name: source.known for source in fitted(Path("data"), tmp_path)}
    assert known == {"gold": True, "d": True, "n": True, "o": False}


def test_ours_are_read_in_a_worse_print_as_well(tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").touch()
    gold, ours = fitted(Path("data"), tmp_path)
    assert (gold.noisy, ours.noisy) == (False, True)


def test_what_is_speech_is_learned_from_sets_that_were_read(tmp_path: Path) -> None:
    for name in ("a", "d", "o", TEST):
        (tmp_path / f"{name}.jsonl").touch()
    assert [source.name for source in learned_from(tmp_path)] == ["a", "d"]
