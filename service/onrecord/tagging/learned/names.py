"""Scores of words -> the named entities of a text, in the OntoNotes scheme."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from onrecord.tagging.learned.best import best_spans
from onrecord.tagging.learned.scores import Floats
from onrecord.tagging.learned.words import Words
from onrecord.types import NamedSpan

LABELS = (
    "PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT",
    "LANGUAGE", "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL",
)  # fmt: skip
"""What an entity can be; each has a tag for its first word and one for the others."""


def names(words: Words, scores: Floats) -> Iterator[NamedSpan]:
    """The entities in order of position; none crosses a paragraph or overlaps another.

    Args:
        words: of the text.
        scores: (words, NAMES) log-probabilities: outside, then first and other words of each.
    """
    for span in sorted(best_spans(words.paragraphs, scores, np.zeros_like(scores))):
        yield NamedSpan(words.span(span.first, span.last), LABELS[span.role])
