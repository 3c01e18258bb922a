"""Relative clauses of which somebody says the rest, participles of saying, what an article adds."""

from __future__ import annotations

import pytest

from tests.parses import report, reports

GAPS = [
    ("A keeper who police say robbed a clerk has been charged.", "police", "robbed a clerk"),
    ("The keeper police say stole the boat was arrested.", "police", "stole the boat"),
    ("A keeper who clerks said was ill ran to the quay.", "clerks", "was ill"),
    ("The firm that regulators say misled buyers has closed.", "regulators", "misled buyers"),
    (
        "A film that police say shows the theft was shown on Monday.",
        "police",
        "shows the theft",
    ),
    ("The ferry, which Moss had said would stop, sank in May.", "Moss", "which … would stop"),
    (
        "The keeper, who, prosecutors say, was drunk, left the boat.",
        "prosecutors",
        "was drunk",
    ),
    (
        "The keeper who police say robbed a clerk because he was poor has fled.",
        "police",
        "robbed a clerk because he was poor",
    ),
    ("Pell is the keeper who police say stole the boat.", "police", "stole the boat"),
    (
        "City officials say missed calls led to delays.",
        "City officials",
        "missed calls led to delays",
    ),
]


@pytest.mark.parametrize(("text", "source", "content"), GAPS)
def test_who_says_the_rest_of_a_relative_clause(text: str, source: str, content: str) -> None:
    found = report(text, "said" if " said " in text else "say")
    assert (found["source"], found["content"]) == (source, content)


def test_a_verb_within_the_clause_takes_nothing_of_the_sentence() -> None:
    found = reports("A film that police say shows the theft was shown on Monday.", "shows")
    assert not [r for r in found if r.get("content")]


PARTICIPLES = [
    ("A boat said to be stolen was found in the reeds.", None, "A boat … to be stolen"),
    (
        "The clerk, said by police to have fled, did not answer.",
        "police",
        "The clerk … to have fled",
    ),
    ("The ferry, said to be unsafe, will stop.", None, "The ferry … to be unsafe"),
]


@pytest.mark.parametrize(("text", "source", "content"), PARTICIPLES)
def test_a_participle_tells_of_its_noun(text: str, source: str | None, content: str) -> None:
    found = report(text, "said")
    assert (found.get("source"), found["content"]) == (source, content)


def test_a_participle_without_an_end_tells_nothing() -> None:
    text = "A keeper reported to be ill ran to the quay."
    assert all(r.keys() <= {"form"} for r in reports(text, "reported"))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Moss said to wait for the ferry.", "Moss"),
        ("Officials said to expect delays.", "Officials"),
        ("Moss said to leave before they came back.", "Moss"),
    ],
)
def test_who_says_to_do_something_says_so(text: str, source: str) -> None:
    assert report(text, "said")["source"] == source


ADDED = [
    ("Moss said the ferry would stop as she left the court.", "the ferry would stop"),
    ("Moss said the ferry would stop when asked by clerks.", "the ferry would stop"),
    ("Moss said the ferry would stop, without naming a date.", "the ferry would stop"),
    ("Moss said, while walking to her car, that the ferry would stop.", "the ferry would stop"),
    ("Moss said she had lied when asked by police.", "she had lied when asked by police"),
    ("Moss said fares would rise as demand grew.", "fares would rise as demand grew"),
    (
        "Moss said the board would act, without giving residents a say.",
        "the board would act, without giving residents a say",
    ),
    ("In 1998 the ferry burned, Moss said.", "In 1998 the ferry burned"),
    ("Moss said that man was guilty.", "that man was guilty"),
]


@pytest.mark.parametrize(("text", "content"), ADDED)
def test_what_the_article_adds_is_not_said(text: str, content: str) -> None:
    assert report(text, "said")["content"] == content


def test_a_that_read_as_an_article_opens_the_clause() -> None:
    found = report("The study suggests that coffee is harmless.", "suggests")
    assert found["content"] == "coffee is harmless"
