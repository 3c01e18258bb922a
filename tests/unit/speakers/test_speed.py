"""Resolving takes time in proportion to the length of the article."""

from __future__ import annotations

import time

import pytest

from onrecord import mentions, speakers
from onrecord.document.tree import Document
from onrecord.types import TextSpan
from tests.pace import within
from tests.plain import read

MOST_SECONDS = 6.0
"""For 10,000 words with 300 people: 0.2 to 0.6 s, and 1.3 s under coverage."""


def crowd(people: int) -> Document:
    """An article in which each of many people is named, described, and says four things."""
    paragraphs = []
    for number in range(people):
        name = f"Ada{_word(number)} Quill{_word(number % 50)}"
        paragraphs.append(
            f"{name}, 46, a nurse, met the mayor of the town near the harbour. "
            f"The company of her brother said so. “We saw the report,” she said. "
            f"Quill{_word(number % 50)} told us that he left. They asked the agency again."
        )
    labels = {f"Ada{_word(n)} Quill{_word(n % 50)}": "PERSON" for n in range(people)}
    return read(*paragraphs, names=labels)


def _word(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def sources(document: Document) -> list[TextSpan]:
    """Every pronoun and surname before a verb."""
    return [t.span for t in document.tokens if t.dep == "nsubj" and t.pos in {"PRON", "PROPN"}]


def resolve(document: Document) -> None:
    """What is timed."""
    speakers.resolve(document, mentions.find(document), sources(document))


def seconds(*documents: Document) -> list[float]:
    """Processor time for each, the best of three runs; in turns, so that what else the machine does
    falls on all of them."""
    took: list[list[float]] = [[] for _ in documents]
    for _ in range(3):
        for document, times in zip(documents, took, strict=True):
            began = time.process_time()
            resolve(document)
            times.append(time.process_time() - began)
    return [min(times) for times in took]


@pytest.fixture(scope="module")
def long() -> Document:
    return crowd(300)


def test_300_people_in_10_000_words(long: Document) -> None:
    words = sum(token.pos != "PUNCT" for token in long.tokens)
    assert words > 10_000
    with within(MOST_SECONDS):
        resolve(long)


def test_growth_is_linear(long: Document) -> None:
    """Square time would be sixteen times as much."""
    quarter, whole = seconds(crowd(75), long)
    assert whole < 8 * quarter
