"""The best sequence of tags that each paragraph of a text can have, and its spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.learned.scores import Floats

NEVER = np.float32(-1e6)

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, order=True)
class Tagged:
    """One span of words, both ends included; `role` numbers what it is."""

    first: int
    last: int
    role: int


def best_spans(paragraphs: Sequence[int], emitted: Floats, leaving: Floats) -> Iterator[Tagged]:
    """The spans of a text, by the Viterbi algorithm; they do not overlap or cross a paragraph.

    Args:
        paragraphs: number of the paragraph of each word.
        emitted: (words, 1 + 2 * roles): what each tag of each word scores. Tag 0 is outside of any
            span; 1 + 2 * role is the first word of one, 2 + 2 * role one that goes on.
        leaving: of the same shape: what a span scores that ends with the word.
    """
    for group in _of_like_length(_stretches(paragraphs)):
        yield from _spans(group, _best_tags(emitted, leaving, group))


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
    rows, longest, tags = len(group), int(lengths.max()), emitted.shape[1]
    back = np.zeros((longest, rows, tags), dtype=np.int64)
    total = np.full((rows, tags), NEVER, dtype=np.float32)
    total[:, 0] = 0.0
    outside = np.full(tags, NEVER, dtype=np.float32)
    outside[0] = 0.0
    left = np.zeros((rows, tags), dtype=np.float32)
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
    first, other = total[:, 1::2], total[:, 2::2]
    made[:, 2::2] = np.maximum(first, other)
    numbers = np.arange(1, total.shape[1], 2)
    back[:, 2::2] = np.where(first >= other, numbers, numbers + 1)
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
