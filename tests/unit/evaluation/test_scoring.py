"""Answers are adapted and scored by the scripts beside the corpora."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.corpora import CORPORA, Data, write
from evaluation.engine import Answers
from evaluation.errors import EvaluationError
from evaluation.scoring import score

POLNEAR = CORPORA["polnear"]


def answers(folder: Path) -> Answers:
    responses = folder / "responses.jsonl"
    write(responses, [{"id": "1"}])
    return Answers(folder / "articles.jsonl", responses, 1, 1, 0.1, {})


def test_the_scorer_reads_what_the_adapter_made(data: Path, tmp_path: Path) -> None:
    result = score(Data(data), POLNEAR, answers(tmp_path), tmp_path)
    assert result == {"attribution": {"f1": 0.5}, "read": 'polnear{"id": "1"}\n'}


@pytest.mark.parametrize("script", ["adapt.py", "polnear.py"])
def test_a_failing_script_is_an_error_with_its_message(
    data: Path, tmp_path: Path, script: str
) -> None:
    (data / "evaluate" / script).write_text("raise ValueError('no flour')", encoding="utf-8")
    with pytest.raises(EvaluationError, match="no flour"):
        score(Data(data), POLNEAR, answers(tmp_path), tmp_path)


@pytest.mark.parametrize("output", ["no json", "[1]"])
def test_a_scorer_that_prints_something_else_is_an_error(
    data: Path, tmp_path: Path, output: str
) -> None:
    (data / "evaluate" / "polnear.py").write_text(f"print({output!r})", encoding="utf-8")
    with pytest.raises(EvaluationError, match="printed no JSON"):
        score(Data(data), POLNEAR, answers(tmp_path), tmp_path)
