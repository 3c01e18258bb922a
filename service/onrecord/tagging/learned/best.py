"""The best sequence of tags that each paragraph of a text can have, and its spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    stretches = sorted(_stretches(paragraphs), key=_longest_first)
    if stretches:
        yield from _spans(stretches, _best_tags(emitted, leaving, stretches))


def _stretches(paragraphs: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First word and number of words of each paragraph."""
    at = 0
    for _, group in groupby(paragraphs):
        length = sum(1 for _ in group)
        yield at, length
        at += length


def _longest_first(stretch: tuple[int, int]) -> tuple[int, int]:
    return -stretch[1], stretch[0]


def _best_tags(
    emitted: Floats, leaving: Floats, stretches: Sequence[tuple[int, int]]
) -> list[list[int]]:
    """The best tags of paragraphs, the longest first; all go on side by side, word by word."""
    firsts = np.array([first for first, _ in stretches])
    lengths = np.array([length for _, length in stretches])
    going = (lengths[None] > np.arange(lengths[0])[:, None]).sum(1)
    total = np.full((len(stretches), emitted.shape[1]), NEVER, dtype=np.float32)
    total[:, 0] = 0.0
    left = np.zeros_like(total)
    back: list[Integers] = []
    for at, count in enumerate(going.tolist()):
        place = firsts[:count] + at
        made, came = _step(total[:count], left[:count], emitted[place])
        total[:count], left[:count] = made, leaving[place]
        back.append(came)
    return _traced((total + left).argmax(1), back)


def _traced(last: Integers, back: Sequence[Integers]) -> list[list[int]]:
    """The tags that lead to the `last` one of each paragraph."""
    made: list[list[int]] = [[] for _ in last]
    here = last.copy()
    for came in reversed(back):
        count = len(came)
        for row, tag in zip(made, here[:count].tolist(), strict=False):
            row.append(tag)
        here[:count] = came[np.arange(count), here[:count]]
    for row in made:
        row.reverse()
    return made


def _step(total: Floats, left: Floats, emitted: Floats) -> tuple[Floats, Integers]:
    """Scores of the best sequences that end in each tag, one word on, and the tags before."""
    ended = total + left
    before = ended.argmax(1)
    back = np.repeat(before[:, None], total.shape[1], axis=1)
    made = np.repeat(ended[np.arange(len(ended)), before][:, None], total.shape[1], axis=1)
    first, other = total[:, 1::2], total[:, 2::2]
    made[:, 2::2] = np.maximum(first, other)
    numbers = np.arange(1, total.shape[1], 2)
    back[:, 2::2] = numbers + (first < other)
    made += emitted
    return made, back


def _spans(stretches: Sequence[tuple[int, int]], tags: Sequence[Sequence[int]]) -> Iterator[Tagged]:
    for (first, length), row in zip(stretches, tags, strict=True):
        start = -1
        for at in range(length + 1):
            tag = row[at] if at < length else 0
            if start >= 0 and (tag == 0 or tag % 2):
                yield Tagged(first + start, first + at - 1, (row[start] - 1) // 2)
                start = -1
            if tag % 2:
                start = at
