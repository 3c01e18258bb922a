"""Reports in other words than *said that*: requests, sittings, phrases, papers."""

from __future__ import annotations

import pytest

from tests.parses import report, tagged

SOURCES = [
    (
        "The memo, a copy of which was seen by the Courier, says staff will leave.",
        "says",
        "The memo",
    ),
    (
        "The ferry sank, according to a report by the police seen by the Courier.",
        "according to",
        "a report by the police",
    ),
    (
        "The firm relied on a survey by the bank according to which homes stood empty.",
        "according to",
        "a survey by the bank",
    ),
    ("In the view of the auditors, the books were a mess.", "In the view of", "the auditors"),
    ("The cellist would not be drawn on whether they would follow.", "drawn on", "The cellist"),
    ("Vane let slip that they had a house.", "let slip", "Vane"),
    ("The bishop heard that the shop was for sale.", "heard", "The bishop"),
]


@pytest.mark.parametrize(("text", "cue", "source"), SOURCES)
def test_the_source(text: str, cue: str, source: str) -> None:
    assert report(text, cue)["source"] == source


TOLD = [
    ("The union called on the minister to publish the figures.", "called on", "the minister"),
    (
        "The party calls on voters to stay at home until a review has been held.",
        "calls on",
        "voters",
    ),
    ("The court heard that Dunn had moved the money.", "heard", "The court"),
    ("The driver had been drinking for six hours, a court heard.", "heard", "a court"),
]


@pytest.mark.parametrize(("text", "cue", "told"), TOLD)
def test_who_is_told(text: str, cue: str, told: str) -> None:
    assert report(text, cue)["addressee"] == told


@pytest.mark.parametrize(("text", "cue"), [(text, cue) for text, cue, _ in TOLD[2:]])
def test_a_court_that_hears_something_is_no_source(text: str, cue: str) -> None:
    assert "source" not in report(text, cue)


CONTENTS = [
    ("Detectives asked anyone with information to call the station.", "asked",
     "anyone with information to call the station"),
    (
        "The board was told by an auditor that the books did not balance.",
        "told",
        "the books did not balance",
    ),
    (
        "The firm relied on a survey by the bank according to which homes stood empty.",
        "according to",
        "homes stood empty",
    ),
    (
        "They asked for a refund, according to the clerk, and were sent vouchers.",
        "according to",
        "They asked for a refund … and were sent vouchers",
    ),
    (
        "The law binds schools but, according to the clerk, gives them no money.",
        "according to",
        "gives them no money",
    ),
    ("The driver had been drinking for six hours, a court heard.", "heard",
     "The driver had been drinking for six hours"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content"), CONTENTS)
def test_what_is_reported(text: str, cue: str, content: str) -> None:
    assert report(text, cue)["content"] == content


def test_each_clause_that_opens_with_that_is_one_and_so_is_a_bare_one_before_it() -> None:
    text = "The union said members were angry, that talks had failed and that a strike was likely."
    contents = [tuple(piece.of(text) for piece in r.content) for r in tagged(text)]
    assert contents == [("members were angry",), ("talks had failed",), ("a strike was likely",)]


def test_a_medium_ends_where_the_words_begin() -> None:
    text = "Vega answered through an interpreter that the case was closed."
    assert report(text, "answered")["medium"] == "through an interpreter"


def test_where_one_stood_is_no_medium_of_what_one_went_on_to_say() -> None:
    text = "Reyes stood at the factory gate and insisted that the strike would go on."
    assert "medium" not in report(text, "insisted")


def test_who_quotes_somebody_as_saying_so_is_the_way_the_words_came() -> None:
    text = "The Lamp, which quoted a clerk as saying that nobody looked, closed."
    assert report(text, "saying")["source"] == "a clerk"
