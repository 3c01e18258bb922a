"""Reports by a verb: who takes part, and what is left to the other rules."""

from __future__ import annotations

import pytest

from onrecord.types import RelationKind
from tests.parses import report, reports, tagged


def test_all_parties_of_a_report() -> None:
    assert report("Loy told the clerk in a letter that the dam would hold.", "told") == {
        "form": "clause",
        "source": "Loy",
        "content": "the dam would hold",
        "addressee": "the clerk",
        "medium": "in a letter",
    }


def test_two_that_clauses_are_two_reports() -> None:
    found = reports("Loy said that the dam would hold and that the mill was lost.", "said")
    assert [r["content"] for r in found] == ["the dam would hold", "the mill was lost"]


def test_a_relative_clause_with_the_cue_is_no_part_of_the_source() -> None:
    assert report("Owners who said the dam was safe have left.", "said")["source"] == "Owners"


def test_who_is_cited_is_no_report_by_a_verb() -> None:
    found = reports("The mill was lost, the Herald reported, citing two clerks.", "citing")
    assert [r["form"] for r in found] == ["citation"]


def test_thinking_is_thought() -> None:
    kinds = {r.lemma: r.kind for r in tagged("Loy believed that the dam would hold.")}
    assert kinds["believe"] is RelationKind.THOUGHT


LEMMAS = [
    ("Loy declined to say whether the dam would hold.", "say"),
    ("Loy made it clear that the dam would hold.", "make"),
    ("Loy demanded to know who had built the dam.", "demand"),
]


@pytest.mark.parametrize(("text", "lemma"), LEMMAS)
def test_the_head_word_of_a_cue_of_several(text: str, lemma: str) -> None:
    assert lemma in {r.lemma for r in tagged(text) if r.content}


def test_a_place_in_the_reported_clause_is_no_medium() -> None:
    text = "It was revealed that Loy and Marn had met at the courthouse."
    assert "medium" not in report(text, "revealed")


def test_to_whom_a_note_was_sent_belongs_to_the_note() -> None:
    found = report("Loy wrote in a note to clients that the dam would hold.", "wrote")
    assert found["medium"] == "in a note to clients"
    assert "addressee" not in found
