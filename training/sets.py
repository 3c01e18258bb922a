"""The annotated articles that the calibration is fitted on, and those that it is tested on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from evaluation.corpora import TEST

GOLD = "gold"
"""The development articles of the gold set; rules were made after them, too."""

READ = frozenset("abcdefghijklmn")
"""Sets of our own whose errors rules were made after."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file of articles in the form of the gold set.

    Attributes:
        name: of the set.
        path: the file.
        known: whether it has a level of its own, which is not what ships: rules were made with a
            view to its articles, so that more answers are right there.
        noisy: whether a worse print of each article is read as well.
    """

    name: str
    path: Path
    known: bool = False
    noisy: bool = False


def fitted(data: Path, articles: Path) -> list[Source]:
    """What is fitted on: the gold development articles, and the sets of our own but the test.

    Args:
        data: folder with `gold/dev.jsonl`.
        articles: folder with the sets of our own.
    """
    own = sorted(place for place in articles.glob("*.jsonl") if place.stem != TEST)
    return [
        Source(GOLD, data / "gold" / "dev.jsonl", known=True),
        *(Source(place.stem, place, known=place.stem in READ, noisy=True) for place in own),
    ]


def learned_from(articles: Path) -> list[Source]:
    """The sets of our own that teach what is speech: those that were read anyhow.

    Args:
        articles: folder with the sets of our own.
    """
    places = (articles / f"{name}.jsonl" for name in sorted(READ))
    return [Source(place.stem, place, known=True) for place in places if place.exists()]


def held_back(articles: Path) -> Source:
    """The set for the test."""
    return Source(TEST, articles / f"{TEST}.jsonl")
