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


def test_quoted_as_saying_is_a_report_and_a_citation() -> None:
    text = "The treaty is dead, Radio Ostrey quoted a diplomat as saying."
    forms = {str(r["form"]): r["source"] for r in reports(text, "quoted")}
    assert forms["citation"] == "a diplomat"
    assert forms["tag" if "tag" in forms else "colon"] == "Radio Ostrey"


def test_what_cites_quoted_words_is_a_report_of_its_own() -> None:
    text = "Loy left, quoting “the old song” as he went."
    assert report(text, "quoting")["form"] != "citation"
