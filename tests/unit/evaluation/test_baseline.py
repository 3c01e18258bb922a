"""The live baseline; its pipeline here is a blank one, which finds no sentence and no speaker."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from evaluation import baseline
from evaluation.corpora import article, read
from evaluation.errors import EvaluationError


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(EvaluationError, match="'no_such_pipeline' cannot be loaded"):
        baseline.load("no_such_pipeline")


def test_a_paragraph_with_an_odd_mark_does_not_lose_the_article(tmp_path: Path) -> None:
    asked = [article("1", 'One " mark alone.\nAnother paragraph.')]
    answers = baseline.answers(spacy.blank("en"), asked, tmp_path)
    assert answers.answered == 1
    assert list(read(answers.responses)) == [{"id": "1", "quotes": []}]
