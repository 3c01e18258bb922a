"""The pipeline that the golden cases are run through, loaded once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

import onrecord
from onrecord.types import Article, Extraction

Extract = Callable[[str, str | None], Extraction]


@pytest.fixture(scope="session")
def extract() -> Extract:
    """What the pipeline finds in a text with a headline; every text is read once."""
    pipeline = onrecord.load_pipeline()

    @cache
    def run(text: str, title: str | None) -> Extraction:
        return pipeline.extract(Article(text, title=title))

    return run
