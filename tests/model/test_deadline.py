"""The real pipeline gives an article up in time, wherever it is, and is well afterwards."""

from __future__ import annotations

import threading
import time

import pytest

from onrecord.bootstrap import load_pipeline
from onrecord.deadline import Deadline
from onrecord.errors import OutOfTime
from onrecord.pipeline import Pipeline
from onrecord.settings import Settings
from onrecord.types import Article
from tests.model.test_pipeline import ARTICLE
from tests.pace import patience, within

LONG = f"{ARTICLE}\n\n" * (150_000 // len(ARTICLE))
SLACK = 2.0
"""Seconds within which the longest step between two looks at the deadline is over."""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline(Settings())


@pytest.mark.parametrize("seconds", [0.0, 0.3, 1.5])
def test_an_article_past_its_deadline_is_given_up(pipeline: Pipeline, seconds: float) -> None:
    with within(seconds + SLACK, time.monotonic), pytest.raises(OutOfTime):
        pipeline.extract(Article(LONG), Deadline(seconds))
    assert pipeline.extract(ARTICLE).quotes


def test_one_that_waits_for_its_turn_is_given_up_too(pipeline: Pipeline) -> None:
    long = threading.Thread(target=_read, args=(pipeline,))
    with pipeline._parser._turn:
        long.start()
        long.join(patience(1.0))
        assert not long.is_alive()
    assert pipeline.extract(ARTICLE).quotes


def _read(pipeline: Pipeline) -> None:
    with pytest.raises(OutOfTime):
        pipeline.extract(Article(ARTICLE), Deadline(0.2))
