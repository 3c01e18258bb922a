"""Articles with the labels that the tagger learns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.document.paragraphs import split
from onrecord.quotations import find
from onrecord.tagging.learned.words import Words, read
from onrecord.types import TextSpan
from training import corpus
from training.tagger.naming import Namer

ROLES = ("source", "cue", "content")
CONTENT = 2


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article as words with their labels.

    Attributes:
        id: of the article.
        text: of the article.
        words: its words.
        tags: 0 outside, 1 + 2 * role for the first word of a span, 2 + 2 * role for the others.
        relations: number of the attribution that a word belongs to, -1 for none.
        names: tag of the named entity that a word belongs to, as `Namer` tells.
        linked: whether the word's attribution has a source, and whether it has a cue.
    """

    id: str
    text: str
    words: Words
    tags: NDArray[np.int64]
    relations: NDArray[np.int64]
    linked: NDArray[np.bool_]
    names: NDArray[np.int64]


def load(path: Path, namer: Namer) -> Iterator[Labelled]:
    """The articles of one file of PolNeAR, labelled."""
    for gold in corpus.read(path):
        text = gold.article.text
        paragraphs = split(text)
        words = read(text, paragraphs, find(text, paragraphs))
        yield label(gold, words, namer.tags(text, paragraphs, words))


def label(gold: corpus.GoldArticle, words: Words, names: NDArray[np.int64]) -> Labelled:
    """Labels for the words; where spans overlap, the shorter one has the word."""
    tags = np.zeros(len(words), dtype=np.int64)
    relations = np.full(len(words), -1, dtype=np.int64)
    linked = np.zeros((len(words), 2), dtype=np.bool_)
    found: list[tuple[int, int, int, int]] = []
    for number, attribution in enumerate(gold.attributions):
        for role, name in enumerate(ROLES):
            for piece in joined(getattr(attribution, name), gold.article.text):
                bounds = word_bounds(piece, words)
                if bounds:
                    found.append((*bounds, role, number))
    for first, last, role, number in sorted(found, key=lambda f: f[0] - f[1]):
        tags[first : last + 1] = 2 + 2 * role
        tags[first] = 1 + 2 * role
        relations[first : last + 1] = number
        marked = gold.attributions[number]
        linked[first : last + 1] = bool(marked.source), bool(marked.cue)
    return Labelled(gold.id, gold.article.text, words, tags, relations, linked, names)


def joined(spans: Iterable[TextSpan], text: str) -> list[TextSpan]:
    """The contiguous pieces: parts with nothing but white space between them are one."""
    made: list[TextSpan] = []
    for span in sorted(spans):
        if made and not text[made[-1].end : span.start].strip():
            made[-1] = TextSpan(made[-1].start, max(span.end, made[-1].end))
        else:
            made.append(span)
    return made


def word_bounds(span: TextSpan, words: Words) -> tuple[int, int] | None:
    """First and last word of a span, marks at its edges left out; None where nothing is left."""
    first = bisect_right(words.ends, span.start)
    last = bisect_left(words.starts, span.end) - 1
    while first <= last and not words.edges[first]:
        first += 1
    while first <= last and not words.edges[last]:
        last -= 1
    return (first, last) if first <= last else None
