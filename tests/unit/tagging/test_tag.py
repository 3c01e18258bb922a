"""The whole stage: order, nesting, voices."""

from __future__ import annotations

from onrecord.types import Construction
from tests.parses import parsed, report, tagged

NESTED = "Officials told the Gazette that the mayor had said the harbour was bankrupt."


def test_reports_come_in_order_of_position() -> None:
    places = [(r.cue or r.source or r.reach).start for r in tagged(NESTED)]
    assert places == sorted(places)


def test_a_report_knows_the_one_whose_content_holds_it() -> None:
    told, said = (r for r in tagged(NESTED) if r.content)
    assert told.outer is None
    assert tagged(NESTED)[said.outer or 0] == told


def test_a_tag_inside_a_clause_reports_the_clause_around_it() -> None:
    text = "A neighbour told deputies, the indictment says, that the money was in the wall."
    told, says = (r for r in tagged(text) if r.content)
    assert told.outer is not None
    assert tagged(text)[told.outer] == says
    assert says.outer is None


def test_no_two_reports_hold_each_other() -> None:
    for text in (NESTED, "“The dam,” Loy said, “will hold, he says.”"):
        found = tagged(text)
        assert all(r.outer is None or found[r.outer].outer != n for n, r in enumerate(found))


def test_a_report_inside_a_quotation_is_its_speakers() -> None:
    text = "“The captain told me, ‘Nobody will know,’” the cook said."
    assert report(text, "told")["source"] == "The captain"
    assert report(text, "said")["source"] == "the cook"


def test_verbs_beside_quoted_words_report_though_the_lexicon_does_not_know_them() -> None:
    text = "“The dam will hold,” trilled Loy."
    assert report(text, "trilled")["source"] == "Loy"


def test_no_cue_is_tagged_twice() -> None:
    found = [r.cue for r in tagged("Dam to stay shut for a year, engineers say")]
    assert len(found) == len(set(found))


def test_a_document_without_reports() -> None:
    assert tagged("The dam is old.") == ()
    assert parsed("The dam is old.").text == "The dam is old."


def test_a_colon_report_has_no_content_of_its_own() -> None:
    (found,) = [r for r in tagged("Loy denied wrongdoing.") if r.cue]
    assert found.construction is Construction.COLON
