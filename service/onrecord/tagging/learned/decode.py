"""Scores of words -> spans, by the best sequence of tags that a paragraph can have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.learned.scores import Floats, Scores
from onrecord.tagging.learned.words import Words

NEVER = np.float32(-1e6)
_ROLES = 3
_FIRST = np.array([1, 3, 5])
_OTHER = np.array([2, 4, 6])

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Weighing:
    """How the parts of a score are weighed; tuned on development data.

    Attributes:
        start: weight of the log-odds that a span starts here.
        end: weight of the log-odds that it ends here.
        bonus: for every span of each role; above 0 finds more spans, below 0 fewer.
    """

    start: float = 0.5
    end: float = 0.5
    bonus: tuple[float, float, float] = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, order=True)
class Tagged:
    """One span of words, both ends included; roles are 0 source, 1 cue, 2 content."""

    first: int
    last: int
    role: int


def decode(words: Words, scores: Scores, weighing: Weighing) -> list[Tagged]:
    """The spans of a text in order of position; they do not overlap or cross a paragraph."""
    spans: list[Tagged] = []
    emitted, leaving = _potentials(words, scores, weighing)
    for group in _of_like_length(_stretches(words.paragraphs)):
        spans += _spans(group, _best_tags(emitted, leaving, group))
    return sorted(spans)


def _potentials(words: Words, scores: Scores, weighing: Weighing) -> tuple[Floats, Floats]:
    """What each tag of each word scores, and what a span scores that ends with the word."""
    may = np.array(words.edges, dtype=np.bool_)[:, None]
    emitted = scores.tags.copy()
    bonus = np.array(weighing.bonus, dtype=np.float32)
    starts = weighing.start * scores.bounds[:, :_ROLES] + bonus
    emitted[:, _FIRST] += np.where(may, starts, NEVER)
    leaving = np.zeros_like(emitted)
    ends = np.where(may, weighing.end * scores.bounds[:, _ROLES:], NEVER)
    leaving[:, _FIRST] = ends
    leaving[:, _OTHER] = ends
    return emitted, leaving.astype(np.float32)


def _stretches(paragraphs: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First word and number of words of each paragraph."""
    at = 0
    for _, group in groupby(paragraphs):
        length = sum(1 for _ in group)
        yield at, length
        at += length


def _of_like_length(stretches: Iterable[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Groups in which the longest stretch is less than twice the shortest."""
    for _, group in groupby(sorted(stretches, key=_by_length), key=lambda s: s[1].bit_length()):
        yield list(group)


def _by_length(stretch: tuple[int, int]) -> tuple[int, int]:
    return stretch[1], stretch[0]


def _best_tags(emitted: Floats, leaving: Floats, group: Sequence[tuple[int, int]]) -> Integers:
    """The best tag of each word of some paragraphs, (paragraphs, words of the longest).

    Words behind the end of a paragraph are outside of any span, at no cost.
    """
    firsts = np.array([first for first, _ in group])
    lengths = np.array([length for _, length in group])
    rows, longest = len(group), int(lengths.max())
    back = np.zeros((longest, rows, 7), dtype=np.int64)
    total = np.full((rows, 7), NEVER, dtype=np.float32)
    total[:, 0] = 0.0
    outside = np.full(7, NEVER, dtype=np.float32)
    outside[0] = 0.0
    left = np.zeros((rows, 7), dtype=np.float32)
    for at in range(longest):
        real = (at < lengths)[:, None]
        place = np.minimum(firsts + at, len(emitted) - 1)
        total = _step(total, left, np.where(real, emitted[place], outside), back[at])
        left = np.where(real, leaving[place], np.float32(0.0))
    best = np.zeros((rows, longest), dtype=np.int64)
    here = (total + left).argmax(1)
    for at in range(longest - 1, -1, -1):
        best[:, at] = here
        here = back[at, np.arange(rows), here]
    return best


def _step(total: Floats, left: Floats, emitted: Floats, back: Integers) -> Floats:
    """Scores of the best sequences that end in each tag, one word on; fills `back`."""
    ended = total + left
    back[:] = ended.argmax(1)[:, None]
    made = np.broadcast_to(ended.max(1, keepdims=True), total.shape).copy()
    first, other = total[:, _FIRST], total[:, _OTHER]
    made[:, _OTHER] = np.maximum(first, other)
    back[:, _OTHER] = np.where(first >= other, _FIRST, _OTHER)
    return (made + emitted).astype(np.float32)


def _spans(group: Sequence[tuple[int, int]], tags: Integers) -> Iterator[Tagged]:
    for (first, length), row in zip(group, tags.tolist(), strict=True):
        start = -1
        for at in range(length + 1):
            tag = row[at] if at < length else 0
            if start >= 0 and (tag == 0 or tag % 2):
                yield Tagged(first + start, first + at - 1, (row[start] - 1) // 2)
                start = -1
            if tag % 2:
                start = at
