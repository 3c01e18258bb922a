"""`python -m evaluation DATA`, run on made-up corpora with a made-up engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.command import CANNOT, FAILED, _names, main
from evaluation.corpora import OWN
from evaluation.seed import CHAIN_LEAD, QUOTATIONS

SEED = "\n".join(f"{lead}“Ask the miller.”" for lead in (*(q.lead for q in QUOTATIONS), CHAIN_LEAD))


def test_it_prints_the_table_and_ends_well(
    data: Path, engine: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(data), "--only", "polnear", "--command", engine]) == 0
    printed = capsys.readouterr().out
    assert "polnear, 2 of 2 articles answered" in printed
    assert "50.0" in printed
    assert "Gender Gap Tracker" in printed


def test_an_expectation_about_the_seed_that_fails_ends_badly(
    data: Path, engine: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "data" / "seed").mkdir()
    (data / "data" / "seed" / "article.txt").write_text(SEED, encoding="utf-8")
    assert main([str(data), "--only", "seed", "--command", engine]) == FAILED
    printed = capsys.readouterr().out
    assert printed.count("FAIL  ") == 6
    assert printed.count("pass  ") == 1


def test_the_record_of_a_run_is_written_as_json(data: Path, engine: str, tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    main([str(data), "--only", "polnear", "--command", engine, "--json", str(path)])
    record = json.loads(path.read_text(encoding="utf-8"))
    assert record["corpora"]["polnear"]["figures"]["attribution, F1"] == 50
    assert record["seed"] == []


def test_the_table_is_written_as_markdown(data: Path, engine: str, tmp_path: Path) -> None:
    path = tmp_path / "table.md"
    main([str(data), "--only", "polnear", "--command", engine, "--markdown", str(path)])
    assert "| attribution, F1 | 50.0 |" in path.read_text(encoding="utf-8")


def test_answers_and_predictions_can_be_kept(data: Path, engine: str, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    main([str(data), "--only", "polnear", "--command", engine, "--keep", str(kept)])
    names = {path.name for path in (kept / "polnear").iterdir()}
    assert {"articles.jsonl", "responses.jsonl", "predictions.jsonl"} <= names


def test_data_that_is_not_there_is_a_clear_error(
    engine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "nowhere"), "--command", engine]) == CANNOT
    assert "is missing" in capsys.readouterr().err


def test_an_engine_that_is_not_there_is_a_clear_error(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(data), "--only", "polnear", "--command", "no-such-engine"]) == CANNOT
    assert "no program 'no-such-engine'" in capsys.readouterr().err


@pytest.mark.parametrize("names", ["silver", "gold,silver", ""])
def test_a_set_of_another_name_is_refused(
    names: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([str(tmp_path), "--only", names])
    assert f"gold, polnear, sourcing, {', '.join(OWN)}, seed, own" in capsys.readouterr().err


def test_own_stands_for_all_sets_of_our_own() -> None:
    assert _names("own,seed") == [*OWN, "seed"]
