"""Development articles as the trained network sees them, beside what people marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.document.paragraphs import split
from onrecord.quotations import find
from onrecord.tagging.learned.best import Tagged
from onrecord.tagging.learned.scores import Network, Scores, score
from onrecord.tagging.learned.vocabulary import Vocabulary
from onrecord.tagging.learned.words import Words, read
from onrecord.types import TextSpan
from training import corpus
from training.tagger.examples import ROLES, joined, word_bounds


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution that people marked, in words; a role that is not named is empty."""

    source: tuple[Tagged, ...]
    cue: tuple[Tagged, ...]
    content: tuple[Tagged, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """An article with its scores and its gold."""

    words: Words
    scores: Scores
    marked: tuple[Marked, ...]

    def spans(self) -> frozenset[Tagged]:
        """All marked spans."""
        return frozenset(s for m in self.marked for s in (*m.source, *m.cue, *m.content))


def judged(path: Path, vocabulary: Vocabulary, network: Network) -> Iterator[Judged]:
    """The articles of one file of PolNeAR, read by the network."""
    for gold in corpus.read(path):
        text = gold.article.text
        paragraphs = split(text)
        words = read(text, paragraphs, find(text, paragraphs))
        marked = tuple(
            Marked(
                *(_tagged(getattr(a, name), text, words, role) for role, name in enumerate(ROLES))
            )
            for a in gold.attributions
        )
        yield Judged(words, score(words, vocabulary, network), marked)


def _tagged(spans: Sequence[TextSpan], text: str, words: Words, role: int) -> tuple[Tagged, ...]:
    bounds = (word_bounds(piece, words) for piece in joined(spans, text))
    return tuple(Tagged(*b, role) for b in bounds if b)


def overlap(one: Sequence[Tagged], other: Sequence[Tagged]) -> tuple[int, int]:
    """Number of words in both and of words in either."""
    first = {w for span in one for w in range(span.first, span.last + 1)}
    second = {w for span in other for w in range(span.first, span.last + 1)}
    return len(first & second), len(first | second)
