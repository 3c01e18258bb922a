"""Who is quoted as having said, telling or saying something; what stands in for no source."""

from __future__ import annotations

import pytest

from tests.parses import report, reports

QUOTED = [
    ("The Wharf Gazette quoted Quill as having told the crew that the dam was safe.", "told"),
    ("The memo quotes Quill saying the dam is safe.", "saying"),
    (
        "Letters seen by the Gazette quote Quill as telling the crew that the dam was safe.",
        "telling",
    ),
    ("The Gazette quoted Quill: “The dam is safe.”", "quoted"),
]


@pytest.mark.parametrize(("text", "cue"), QUOTED)
def test_who_is_quoted_speaks_and_who_quotes_is_a_hop(text: str, cue: str) -> None:
    found = report(text, cue)
    outlet = str(found["outlet"])
    assert found["source"] == "Quill"
    assert outlet in text.partition(" quote")[0]


def test_whom_the_quoted_one_told_hears_it() -> None:
    heard = [report(text, cue).get("addressee") for text, cue in QUOTED]
    assert heard == ["the crew", None, "the crew", None]


def test_nobody_says_where_something_is_going() -> None:
    text = "Quill said rents were going “through the roof”."
    assert reports(text, "going") == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The seats are given out according to age.", "according to"),
        ("According to plan, the dam opened.", "According to"),
    ],
)
def test_a_measure_and_a_bare_plan_are_no_source(text: str, cue: str) -> None:
    assert reports(text, cue) == []


def test_a_plan_may_state_something() -> None:
    found = report("According to the plan, the dam opened.", "According to")
    assert found["source"] == "the plan"


def test_whom_the_source_cites_is_no_part_of_what_is_said() -> None:
    text = "According to the Gazette, citing two aides, the dam was safe."
    assert report(text, "According to")["content"] == "the dam was safe"
