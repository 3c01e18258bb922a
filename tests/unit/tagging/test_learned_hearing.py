"""How much like said words a string looks, on scores by hand."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.document.paragraphs import split
from onrecord.quotations import find
from onrecord.tagging.learned.hearing import UNKNOWN, hear
from onrecord.tagging.learned.scores import BOUNDS, NAMES, TAGS, Scores
from onrecord.tagging.learned.words import Words, read
from onrecord.types import QuotedString, TextSpan

TEXT = "“We sail,” said Ilse."


def words() -> Words:
    return read(TEXT, split(TEXT), find(TEXT, split(TEXT)))


def scores(count: int, chance: float) -> Scores:
    """Every word is the first or another word of a content, with half the chance each."""
    rows = np.full((count, TAGS), np.log((1 - chance) / (TAGS - 2)), dtype=np.float32)
    rows[:, 5:7] = np.log(chance / 2)
    bounds = np.zeros((count, BOUNDS), dtype=np.float32)
    names = np.zeros((count, NAMES), dtype=np.float32)
    return Scores(rows, bounds, np.zeros(count, dtype=np.int64), (), names)


def test_the_mean_over_the_words_inside() -> None:
    heard = hear(words(), scores(len(words()), 0.8), find(TEXT, split(TEXT)))

    assert heard[0] == pytest.approx(0.8, abs=1e-4)


def test_words_that_were_not_read_tell_nothing() -> None:
    behind = QuotedString((TextSpan(90, 99),), TextSpan(89, 100))

    assert hear(words(), scores(len(words()), 0.8), [behind]) == (UNKNOWN,)
