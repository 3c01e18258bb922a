"""Whose words a report hands on."""

from __future__ import annotations

import pytest

from tests.parses import report, reports

CITED = [
    ("The mill will close, the Herald reported, citing two clerks.", "citing", "two clerks"),
    ("Radio Ostrey, quoting a diplomat, said the treaty was dead.", "quoting", "a diplomat"),
    (
        "The mill will close, the Herald reported, citing one person in the room.",
        "citing",
        "one person in the room",
    ),
    (
        "Prices will rise, the Herald reported, citing a memo that it attributed to a clerk.",
        "citing",
        "a memo",
    ),
    (
        "Prices will rise, the Herald reported, citing a memo that it attributed to a clerk.",
        "attributed",
        "a clerk",
    ),
    (
        "The ferry sank, the Herald reported, quoting a letter from the master.",
        "quoting",
        "a letter",
    ),
    (
        "The ferry sank, the Herald reported, quoting a letter from the master.",
        "from",
        "the master",
    ),
    ("Marn had left, the Herald learned from a neighbour.", "from", "a neighbour"),
]


@pytest.mark.parametrize(("text", "cue", "source"), CITED)
def test_the_cited_source(text: str, cue: str, source: str) -> None:
    assert report(text, cue) == {"form": "citation", "source": source}


def test_a_document_may_be_to_somebody_before_it_is_from_somebody() -> None:
    text = "The ferry sank, the Herald reported, citing a letter to all masters from the clerk."
    assert report(text, "from")["source"] == "the clerk"


def test_a_document_that_is_from_nobody() -> None:
    text = "The ferry sank, the Herald reported, citing a letter it had found."
    assert not reports(text, "from")


def test_who_teaches_is_not_cited() -> None:
    assert not reports("She learned from a clerk to tell a weir from a lock.", "from")


def test_a_further_verb_that_cites_may_tell_of_words_itself() -> None:
    text = "The report says it was dear and cites an email in which a clerk wrote that it was late."
    assert report(text, "cites") == {"form": "colon", "source": "The report"}


def test_what_cites_quoted_words_is_a_report_of_its_own() -> None:
    text = "Loy left, quoting “the old song” as he went."
    assert report(text, "quoting")["form"] != "citation"


def test_who_is_named_in_quoted_words_is_cited_by_their_speaker() -> None:
    assert not reports("She said he had learned of it “from my barber”.", "from")
