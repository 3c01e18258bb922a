"""According to, per, via, in the words of, as reported by."""

from __future__ import annotations

import pytest

from tests.parses import report, tagged

PHRASES = [
    # what is known of one who would not be named stays
    (
        "Shares fell, according to one who worked on it and who asked not to be named.",
        "according to",
        ("one who worked on it", "Shares fell"),
    ),
    ("Shares fell, as per exchange data.", "as per", ("exchange data", "Shares fell")),
    (
        "Update at noon: According to the clerk, the dam held.",
        "According to",
        ("the clerk", "the dam held"),
    ),
    (
        "According to the clerk, the dam would hold.",
        "According to",
        ("the clerk", "the dam would hold"),
    ),
    (
        "The dam, according to the clerk, would hold.",
        "according to",
        ("the clerk", "The dam … would hold"),
    ),
    (
        "The dam would hold, according to the clerk.",
        "according to",
        ("the clerk", "The dam would hold"),
    ),
    (
        "The dam would hold, according to the clerk, and nobody slept.",
        "according to",
        ("the clerk", "The dam would hold"),
    ),
    # what it breaks off goes on behind it
    (
        "The dam was, in the words of the mayor, an old barn.",
        "in the words of",
        ("the mayor", "The dam was … an old barn"),
    ),
    (
        "A neighbour told officers, according to the log, that the gate was open.",
        "according to",
        ("the log", "A neighbour told officers … the gate was open"),
    ),
    # a participle before the phrase is not all that it reports
    (
        "Loy ran the clerk over, killing her, according to police.",
        "according to",
        ("police", "Loy ran the clerk over, killing her"),
    ),
    # reports from an outlet are the outlet's; a report by somebody stays a report
    (
        "The dam was shut, according to reports from the Vessel Gazette.",
        "according to",
        ("the Vessel Gazette", "The dam was shut"),
    ),
    (
        "The dam was shut, according to a report by the clerks.",
        "according to",
        ("a report by the clerks", "The dam was shut"),
    ),
    # inside a reported clause it belongs to that clause
    (
        "Loy said that, according to the memo, the dam would hold.",
        "according to",
        ("the memo", "the dam would hold"),
    ),
    ("Per the memo, the dam would hold.", "Per", ("the memo", "the dam would hold")),
    ("The strike is over, via Meridian Wire.", "via", ("Meridian Wire", "The strike is over")),
    (
        "In the words of the engineer, the dam is a sieve.",
        "In the words of",
        ("the engineer", "the dam is a sieve"),
    ),
    ("In her words, the dam is a sieve.", "words", ("her", "the dam is a sieve")),
    (
        "The treaty, as the envoy put it, was dead.",
        "put it",
        ("the envoy", "The treaty … was dead"),
    ),
    (
        "Prices fell, as first reported by the Marrow Herald.",
        "reported",
        ("the Marrow Herald", "Prices fell"),
    ),
]


@pytest.mark.parametrize(("text", "cue", "expected"), PHRASES)
def test_source_and_content_of_a_phrase(text: str, cue: str, expected: tuple[str, str]) -> None:
    found = report(text, cue)
    assert (found["source"], found["content"]) == expected
    assert found["form"] == "according_to"


NO_PHRASES = [
    "The men were paid per day.",
    "As he put it down, the lamp went out.",
    "Loy put it well.",
    "The ferry sails via Ostrey.",
    "A fire was reported by the clerk.",
    "They ran in words and deeds.",
]


@pytest.mark.parametrize("text", NO_PHRASES)
def test_what_brings_in_no_source(text: str) -> None:
    assert not [r for r in tagged(text) if r.construction.value == "according_to"]
