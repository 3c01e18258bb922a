"""Whose words they are, where the parse and the tagger differ."""

from __future__ import annotations

from dataclasses import replace

from onrecord.types import Construction
from tests.build import document, span
from tests.unit.tagging.test_fuse import RELATION, REPORT, fused


def test_what_is_said_is_not_who_says_it() -> None:
    """*Clerk halts sale, says mayor hid it*: the parse takes the mayor for who says so."""
    built = document(
        "Clerk/PROPN halts=halt/VERB:VBZ sale/NOUN , says=say/VERB:VBZ mayor/NOUN hid=hide/VERB it"
    )
    report = replace(
        REPORT,
        construction=Construction.TAG,
        cue=span(built, "says"),
        source=span(built, "mayor"),
        content=(span(built, "Clerk halts sale"),),
    )
    relation = replace(
        RELATION,
        cue=span(built, "says"),
        source=span(built, "Clerk"),
        content=(span(built, "mayor hid it"),),
    )
    (found,) = fused(report, relation, built)
    assert (found.source, found.content) == (relation.source, relation.content)
    assert found.construction is Construction.CLAUSE
    bare = replace(relation, content=(span(built, "mayor"),))
    (kept,) = fused(report, bare, built)
    assert (kept.source, kept.content) == (report.source, report.content)


def test_who_is_spoken_of_is_not_who_speaks() -> None:
    """*Quill was late, inquest told*: the first words are the subject of the clause."""
    built = document("Quill/PROPN was/AUX late/ADJ , inquest/NOUN told=tell/VERB .")
    report = replace(
        REPORT,
        construction=Construction.TAG,
        cue=span(built, "told"),
        source=None,
        content=(span(built, "Quill was late"),),
    )
    relation = replace(
        RELATION, cue=report.cue, source=span(built, "Quill"), content=(span(built, "was late"),)
    )
    (found,) = fused(report, relation, built)
    assert found.source is None


def test_a_name_inside_the_clause_of_a_tag_is_not_its_source() -> None:
    """*But men hired Marn, the Lamp reported*: the parse takes Marn for who reports it."""
    built = document(
        "But/CCONJ men/NOUN hired=hire/VERB/ROOT Marn/PROPN , the Lamp/PROPN reported=report/VERB ."
    )
    report = replace(
        REPORT,
        construction=Construction.COLON,
        cue=span(built, "reported"),
        lemma="report",
        source=span(built, "Marn"),
        content=(),
    )
    relation = replace(
        RELATION,
        cue=report.cue,
        source=span(built, "the Lamp"),
        content=(span(built, "But men hired Marn"),),
    )
    (found,) = fused(report, relation, built)
    assert (found.source, found.content) == (relation.source, relation.content)
    assert found.construction is Construction.TAG
