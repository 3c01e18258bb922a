"""The best sequence of tags that each paragraph of a text can have, and its spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.learned.scores import Floats

NEVER = np.float32(-1e6)


class Back(NamedTuple):
    """The best tag before each tag of some words, in some paragraphs.

    Attributes:
        outside: before a tag that goes on with no span.
        goes_on: whether, before one that goes on with a span of a role, the word before does too.
    """

    outside: NDArray[np.int64]
    goes_on: NDArray[np.bool_]

    @classmethod
    def empty(cls, words: int, roles: int) -> Back:
        """For as many words, still to be filled."""
        return cls(np.zeros(words, dtype=np.int64), np.zeros((words, roles), dtype=np.bool_))

    def part(self, first: int, last: int) -> Back:
        """Of the words `first` to `last` (excluded)."""
        return Back(self.outside[first:last], self.goes_on[first:last])

    def tags(self) -> NDArray[np.uint8]:
        """(words, tags): the best tag before each."""
        words, roles = self.goes_on.shape
        made = np.empty((words, 1 + 2 * roles), dtype=np.uint8)
        made[:] = self.outside[:, None]
        made[:, 2::2] = np.arange(1, 2 * roles, 2) + self.goes_on
        return made


class Tagged(NamedTuple):
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
    rows = [0, *going.cumsum().tolist()]
    total = np.full((len(stretches), emitted.shape[1]), NEVER, dtype=np.float32)
    total[:, 0] = 0.0
    ended = total.copy()
    back = Back.empty(rows[-1], emitted.shape[1] // 2)
    for at, (row, end) in enumerate(pairwise(rows)):
        count = end - row
        place = firsts[:count] + at
        said, ends = emitted.take(place, axis=0), leaving.take(place, axis=0)
        total[:count] = _step(total[:count], ended[:count], said, back.part(row, end))
        np.add(total[:count], ends, out=ended[:count])
    return _traced(ended.argmax(1).tolist(), lengths.tolist(), rows, back.tags())


def _step(total: Floats, ended: Floats, emitted: Floats, back: Back) -> Floats:
    """Scores of the best sequences that end in each tag, one word on.

    Args:
        total: those of the word before.
        ended: the same where a span ends with it.
        emitted: what each tag of this word scores.
        back: is filled.
    """
    ended.argmax(1, out=back.outside)
    first, other = total[:, 1::2], total[:, 2::2]
    np.less(first, other, out=back.goes_on)
    made: Floats = emitted + np.maximum.reduce(ended, axis=1, keepdims=True)
    np.add(emitted[:, 2::2], np.maximum(first, other), out=made[:, 2::2])
    return made


def _traced(
    last: Sequence[int], lengths: Sequence[int], rows: Sequence[int], back: NDArray[np.uint8]
) -> list[list[int]]:
    """The tags of each paragraph that lead to its `last` one.

    Args:
        last, lengths: by paragraph.
        rows: for each word of a paragraph, where in `back` those of the paragraphs start.
        back: the best tag before each tag.
    """
    raw, width = back.tobytes(), back.shape[1]
    made = []
    for number, (tag, length) in enumerate(zip(last, lengths, strict=True)):
        tags = [tag] * length
        for at in range(length - 1, 0, -1):
            tags[at - 1] = raw[(rows[at] + number) * width + tags[at]]
        made.append(tags)
    return made


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
