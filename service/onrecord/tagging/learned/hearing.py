"""How much like the content of a report the words of each quoted string look."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from onrecord.tagging.learned.scores import CONTENT, Scores
from onrecord.tagging.learned.words import Words
from onrecord.types import QuotedString

_FIRST = 1 + 2 * CONTENT
"""The tag of the first word of a content; the next one is that of its other words."""

UNKNOWN = 0.5
"""The chance of a string without words that were read."""


def hear(words: Words, scores: Scores, strings: Sequence[QuotedString]) -> tuple[float, ...]:
    """By string, the mean probability of its words to stand in a content; marks do not count."""
    chances = np.exp(scores.tags[:, _FIRST : _FIRST + 2]).sum(1)
    spoken = np.array(words.edges)
    totals = np.concatenate([[0.0], np.cumsum(np.where(spoken, chances, 0.0))])
    counts = np.concatenate([[0], np.cumsum(spoken)])
    return tuple(_mean(words, totals, counts, string) for string in strings)


def _mean(words: Words, totals: np.ndarray, counts: np.ndarray, string: QuotedString) -> float:
    places = [
        (bisect_left(words.starts, part.start), bisect_left(words.starts, part.end))
        for part in string.parts
    ]
    count = sum(int(counts[last] - counts[first]) for first, last in places)
    total = sum(float(totals[last] - totals[first]) for first, last in places)
    return min(1.0, total / count) if count else UNKNOWN
