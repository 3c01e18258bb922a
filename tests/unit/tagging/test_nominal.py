"""Reports by a noun."""

from __future__ import annotations

import pytest

from onrecord.types import RelationKind
from tests.parses import report, tagged

NOUNS = [
    ("Her accusation that the board had lied was read aloud.", "accusation", "Her"),
    (
        "A warning from the coastguard that the road was shut went unheard.",
        "warning",
        "the coastguard",
    ),
    ("The claim by Loy that he was in Ostrey is false.", "claim", "Loy"),
    ("The clerk’s claim that the board had lied was false.", "claim", "The clerk"),
    ("The claim that the board had lied was read aloud.", "claim", None),
]


@pytest.mark.parametrize(("text", "cue", "source"), NOUNS)
def test_the_owner_of_the_noun_is_the_source(text: str, cue: str, source: str | None) -> None:
    found = report(text, cue)
    assert found.get("source") == source
    assert found["form"] == "nominal"


def test_the_that_clause_is_the_content() -> None:
    text = "The claim that the board had lied was read aloud."
    assert report(text, "claim")["content"] == "the board had lied"


def test_a_noun_of_the_mind_reports_a_thought() -> None:
    (found,) = (r for r in tagged("His belief that the ice was thick was wrong.") if r.content)
    assert found.kind is RelationKind.THOUGHT


def test_a_noun_without_a_that_clause_reports_nothing() -> None:
    assert tagged("The claim was false.") == ()


def test_each_that_clause_of_a_noun_is_a_report() -> None:
    text = "Loy's claim that the dam was shut and that the clerk had left was wrong."
    found = [r.content[0].of(text) for r in tagged(text)]
    assert found == ["the dam was shut", "the clerk had left"]
