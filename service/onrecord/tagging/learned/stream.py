"""The words of a text as one row of pieces, and the windows that the model reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.learned.vocabulary import Vocabulary
from onrecord.tagging.learned.words import Case, Quoted, Words

ROOM = 254
"""Pieces of a window beside the two at its ends."""

CONTEXT = 20
"""Pieces of the text before that a window repeats, so that it sees who spoke."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Stream:
    """All pieces of a text, with a break between paragraphs.

    Attributes:
        pieces: numbers of the pieces.
        cases, quoted: of the word that each belongs to.
        leads: 1 in the first paragraph of the text, else 0.
        words: number of the word at its first piece, -1 elsewhere.
        breaks: where the breaks stand.
    """

    pieces: Numbers
    cases: Numbers
    quoted: Numbers
    leads: Numbers
    words: Numbers
    breaks: Numbers

    def __len__(self) -> int:
        return len(self.pieces)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a stream: the model reads all of it and answers for the part from `own` on."""

    start: int
    own: int
    end: int


def lay(words: Words, vocabulary: Vocabulary) -> Stream:
    """The row of pieces of a text."""
    pieces = [vocabulary.pieces_of(form) for form in words.forms]
    counts = np.array([len(of_word) for of_word in pieces], dtype=np.int64)
    paragraphs = np.array(words.paragraphs, dtype=np.int64)
    opens = np.diff(paragraphs, prepend=paragraphs[:1]) != 0
    before = opens.cumsum()
    places = np.arange(counts.sum()) + before.repeat(counts)
    firsts = counts.cumsum() - counts + before
    length = len(places) + int(opens.sum())

    def row(values: Numbers, between: int, where: Numbers = places) -> Numbers:
        made = np.full(length, between, dtype=np.int64)
        made[where] = values
        return made

    return Stream(
        pieces=row(np.array([*chain.from_iterable(pieces)]), vocabulary.break_),
        cases=row(np.array(words.cases).repeat(counts), Case.MARK),
        quoted=row(np.array(words.quoted).repeat(counts), Quoted.OUTSIDE),
        leads=row((paragraphs == 0).repeat(counts), 0),
        words=row(np.arange(len(words)), -1, firsts),
        breaks=firsts[opens] - 1,
    )


def windows(stream: Stream) -> Iterator[Window]:
    """Windows that own every piece once and keep paragraphs whole where they have room."""
    bounds = [0, *(int(b) for b in stream.breaks), len(stream)]
    ends = [end for end, _ in groupby(bounds)]
    own, paragraph = 0, 1
    while own < len(stream):
        start = max(0, own - CONTEXT)
        limit = min(len(stream), start + ROOM)
        while paragraph < len(ends) and ends[paragraph] <= limit:
            paragraph += 1
        end = ends[paragraph - 1]
        if end <= own:
            end = limit
        yield Window(start, own, end)
        own = end
