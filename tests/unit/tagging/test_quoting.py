"""Reports of reports: who is quoted speaks, and who quotes is the way it came."""

from __future__ import annotations

import pytest

from tests.parses import report, tagged

QUOTED = [
    ("The memo quotes Mr Kern as saying that the dam was safe.", "Mr Kern", "The memo", "clause"),
    (
        "The treaty is dead, Radio Ostrey quoted a diplomat as saying.",
        "a diplomat",
        "Radio Ostrey",
        "tag",
    ),
    (
        "“It was never tested,” the report quotes a clerk as saying.",
        "a clerk",
        "the report",
        "colon",
    ),
]


@pytest.mark.parametrize(("text", "source", "through", "form"), QUOTED)
def test_who_is_quoted_is_the_source(text: str, source: str, through: str, form: str) -> None:
    found = report(text, "saying")
    assert (found["source"], found["outlet"], found["form"]) == (source, through, form)


def test_the_words_stand_behind_saying_or_before_the_comma() -> None:
    texts = [text for text, *_ in QUOTED]
    assert [report(text, "saying").get("content") for text in texts] == [
        "the dam was safe",
        "The treaty is dead",
        None,
    ]


def test_the_verb_that_quotes_is_no_report_of_its_own() -> None:
    found = tagged("The memo quotes Mr Kern as saying that the dam was safe.")
    assert [r.lemma for r in found if r.source is not None and r.lemma == "quote"] == []


def test_it_may_not_quote_him_so() -> None:
    found = report("The memo does not quote Mr Kern as saying that the dam was safe.", "saying")
    assert found["negated"] is True


NOT_QUOTING = [
    "Mr Kern was quoted as saying that the dam was safe.",
    "The mill was lost, the Herald said, quoting a clerk as saying that it was old.",
    "The memo quotes Mr Kern on the dam.",
]


@pytest.mark.parametrize("text", NOT_QUOTING)
def test_what_is_read_elsewhere(text: str) -> None:
    assert not [r for r in tagged(text) if "… as" in r.evidence]
