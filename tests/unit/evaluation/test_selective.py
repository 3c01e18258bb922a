"""The tables and the diagram of selective use."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.reliability import OWN_LEVEL, Judgement, save
from evaluation.selective import main

JUDGED = [Judgement("a-1", "wire", "direct", 0.97, True, "a")] * 3 + [
    Judgement("a-1", "wire", "mixed", 0.75, False, "a"),
    Judgement("a-1", "wire", "chain", 0.4, False, "a"),
    Judgement("test-1", "wire", "direct", 0.96, False, "test"),
    Judgement("dev-1", "wire", "direct", 0.4, True, "gold", known=True),
]


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    save(tmp_path / "judged.jsonl", JUDGED)
    return tmp_path / "judged.jsonl"


def test_thresholds_tell_what_is_returned_and_what_of_it_is_right(
    judged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(judged)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "| 0.95 | 75.0% | 100.0% | 100.0% | 0.0% | 0.0% | - |" in lines
    assert "| 0.00 | 100.0% | 75.0% | 100.0% | 0.0% | 100.0% | 100.0% |" in lines
    use = "publish without a look, if you must"
    published = f"| {use} | 0.95 | 75.0% | 100.0% | 100.0% | 0.0% | 0.0% | - |"
    assert published in lines
    assert "| 0.7 to 0.8 | 1 | 75.0% | 0.0% |" in lines


def test_unseen_test_and_known_articles_stand_apart(
    judged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(judged)])
    printed = capsys.readouterr().out
    assert "| threshold | unseen, returned | unseen, right | test, returned |" in printed
    assert "| test | 1 | 0.0% | 96.0% | " in printed
    assert "| … direct | 3 | 100.0% | 3.0% |" in printed


def test_gold_at_its_own_level_is_a_group_of_its_own(
    judged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = Judgement("dev-1", "wire", "direct", 0.9, True, OWN_LEVEL, known=True)
    save(judged, [*JUDGED, again])
    main([str(judged)])
    printed = capsys.readouterr().out
    assert f"| {OWN_LEVEL} | 1 | 100.0% | 10.0% |" in printed
    assert "| known | 1 | 100.0% | 60.0% |" in printed


def test_each_of_several_sets_is_measured(judged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save(judged, [*JUDGED, Judgement("c-1", "wire", "direct", 0.9, True, "c")])
    main([str(judged)])
    assert "| … set c | 1 | 100.0% |" in capsys.readouterr().out


def test_the_lowest_threshold_for_a_share_right_is_told(
    judged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(judged)])
    assert "| 98% | 0.970 | 75.0% |" in capsys.readouterr().out
    save(judged, [one for one in JUDGED if one.source == "test"])
    main([str(judged)])
    assert "| 98% | - | - |" in capsys.readouterr().out


def test_chains_are_measured_by_themselves(
    judged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(judged)])
    assert "| unseen, chains | 1 | 0.0% |" in capsys.readouterr().out


def test_the_diagram_is_the_same_every_time(judged: Path, tmp_path: Path) -> None:
    drawn = [tmp_path / name / "diagram.svg" for name in ("one", "two")]
    for place in drawn:
        main([str(judged), "--diagram", str(place)])
    assert drawn[0].read_bytes() == drawn[1].read_bytes()
    assert b"share right" in drawn[0].read_bytes()
