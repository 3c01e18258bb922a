"""The engine is asked through its own command line."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from evaluation import engine as asked_engine
from evaluation.corpora import article, read
from evaluation.errors import EvaluationError

MILL = article("1", "The mill burned.", "Fire")
UNREADABLE = article("2", "unreadable")


def test_every_article_gets_its_answer(engine: str, tmp_path: Path) -> None:
    answers = asked_engine.batch(shlex.split(engine), [MILL], tmp_path)
    assert (answers.asked, answers.answered) == (1, 1)
    assert [(r["id"], r["title"]) for r in read(answers.responses)] == [("1", "Fire")]


def test_version_and_model_of_the_engine_are_kept(engine: str, tmp_path: Path) -> None:
    answers = asked_engine.batch(shlex.split(engine), [MILL], tmp_path)
    assert answers.about == {"version": "9.9", "model": "none"}


def test_an_error_line_counts_as_not_answered_and_is_not_scored(
    engine: str, tmp_path: Path
) -> None:
    answers = asked_engine.batch(shlex.split(engine), [UNREADABLE, MILL], tmp_path)
    assert (answers.asked, answers.answered) == (2, 1)
    assert [r["id"] for r in read(answers.responses)] == ["1"]


def test_answers_of_an_earlier_run_are_not_taken_up(engine: str, tmp_path: Path) -> None:
    asked_engine.batch(shlex.split(engine), [MILL, UNREADABLE], tmp_path)
    assert asked_engine.batch(shlex.split(engine), [MILL], tmp_path).asked == 1


def test_an_engine_that_stops_half_way_is_an_error_with_its_last_words(tmp_path: Path) -> None:
    (tmp_path / "dying.py").write_text("raise SystemExit('out of flour')", encoding="utf-8")
    dying = [sys.executable, str(tmp_path / "dying.py")]
    with pytest.raises(EvaluationError, match=r"status 1 after 0 of 1 articles:\nout of flour"):
        asked_engine.batch(dying, [MILL], tmp_path)
