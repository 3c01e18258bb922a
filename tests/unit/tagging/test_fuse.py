"""Reports of the grammar and relations of the tagger, put together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.document.tree import Document
from onrecord.tagging.either import mention
from onrecord.tagging.filling import clauses
from onrecord.tagging.fuse import fuse
from onrecord.tagging.scope import lay
from onrecord.types import (
    Construction,
    QuotedString,
    RelationKind,
    Report,
    TaggedRelation,
    TextSpan,
)
from tests.build import document, span

BUILT = document(
    "Ada/PROPN/compound/Quill Quill/PROPN/nsubj/warned warned=warn/VERB that/SCONJ the/DET "
    "lamps/NOUN fail/VERB/ccomp/warned ."
)
QUILL, WARNED = span(BUILT, "Ada Quill"), span(BUILT, "warned")
CLAUSE, WITH_THAT = span(BUILT, "the lamps fail"), span(BUILT, "that the lamps fail")

REPORT = Report(
    construction=Construction.CLAUSE,
    cue=WARNED,
    lemma="warn",
    source=QUILL,
    content=(CLAUSE,),
    reach=TextSpan(0, len(BUILT.text)),
)
RELATION = TaggedRelation(
    source=QUILL,
    cue=WARNED,
    content=(WITH_THAT,),
    kind=RelationKind.SPEECH,
    confidence=0.9,
    chances=(("source", 0.9), ("cue", 0.9), ("content", 0.9)),
)


def fused(report: Report | None, relation: TaggedRelation, built: Document = BUILT) -> list[Report]:
    return fuse(lay(built, ()), [report] if report else [], [relation])


def test_a_report_learns_which_relation_agrees() -> None:
    assert fused(REPORT, RELATION) == [replace(REPORT, tagged=0)]


def test_what_is_said_is_not_who_says_it() -> None:
    built = document(
        "Ships/NOUN/nsubj/need need/VERB a/DET guide/NOUN/nsubj/warned , site/NOUN Perch/PROPN "
        "warned=warn/VERB ."
    )
    cue, words = span(built, "warned"), span(built, "Ships need a guide")
    relation = replace(RELATION, source=span(built, "site Perch"), cue=cue, content=(words,))
    tag = replace(
        REPORT, construction=Construction.COLON, source=span(built, "a guide"), cue=cue, content=()
    )
    (report,) = fused(tag, relation, built)
    assert report.source == relation.source


def test_the_grammar_keeps_its_source_and_content() -> None:
    other = replace(RELATION, source=span(BUILT, "Quill"), content=(span(BUILT, "fail"),))
    (report,) = fused(REPORT, other)
    assert (report.source, report.content) == (QUILL, (CLAUSE,))


def test_a_report_without_a_source_gets_that_of_its_relation() -> None:
    (report,) = fused(replace(REPORT, source=None), RELATION)
    assert report.source == QUILL


def test_a_clause_without_content_gets_that_of_its_relation_without_that() -> None:
    (report,) = fused(replace(REPORT, content=()), RELATION)
    assert report.content == (CLAUSE,)


OPEN = replace(REPORT, content=(), construction=Construction.COLON)


def test_a_clause_that_the_parse_missed_is_that_of_the_relation() -> None:
    (report,) = fused(OPEN, RELATION)
    assert (report.construction, report.content) == (Construction.CLAUSE, (CLAUSE,))


def test_a_clause_before_its_cue_makes_a_tag_of_it() -> None:
    built = document("The/DET lamps/NOUN fail/VERB , warned=warn/VERB Quill/PROPN/nsubj/warned .")
    cue, clause = span(built, "warned"), span(built, "The lamps fail")
    (report,) = fused(replace(OPEN, cue=cue), replace(RELATION, cue=cue, content=(clause,)), built)
    assert (report.construction, report.content) == (Construction.TAG, (clause,))


def test_what_only_quoted_words_can_fill_stays_open() -> None:
    built = document("Quill/PROPN/nsubj/warned warned=warn/VERB “ the/DET lamps/NOUN fail/VERB ”")
    words, marks = span(built, "the lamps fail"), span(built, "“the lamps fail”")
    cue = span(built, "warned")
    scope = lay(built, (QuotedString((words,), marks),))
    relation = replace(RELATION, cue=cue, content=(words,))
    (report,) = fuse(scope, [replace(OPEN, cue=cue)], [relation])
    assert (report.construction, report.content) == (Construction.COLON, ())


NO_CLAUSES = {
    "a noun": "Quill/PROPN/nsubj/warned warned=warn/VERB the/DET lamps/NOUN",
    "a second verb": "Quill/PROPN/nsubj/warned warned=warn/VERB us/PRON and/CCONJ/cc left/VERB",
    "a preposition": "Quill/PROPN/nsubj/warned warned=warn/VERB of/ADP lamps/NOUN fail/VERB",
    "another clause": "Quill/PROPN/nsubj/warned warned=warn/VERB men/NOUN who/PRON:WP fail/VERB",
}


@pytest.mark.parametrize("notation", NO_CLAUSES.values(), ids=list(NO_CLAUSES))
def test_what_is_no_clause_stays_open(notation: str) -> None:
    built = document(notation)
    cue = span(built, "warned")
    rest = TextSpan(cue.end + 1, len(built.text))
    (report,) = fused(replace(OPEN, cue=cue), replace(RELATION, cue=cue, content=(rest,)), built)
    assert report.content == ()


def test_a_relation_that_is_likelier_wrong_fills_nothing() -> None:
    (report,) = fused(OPEN, replace(RELATION, confidence=0.4))
    assert report.content == ()


def test_a_source_ends_and_begins_where_the_tagger_has_it() -> None:
    """Where the parse ran on over a verb, or stopped inside a name."""
    long = TextSpan(QUILL.start, WARNED.end)
    (report,) = fused(replace(REPORT, source=long), RELATION)
    assert report.source == QUILL
    (report,) = fused(replace(REPORT, source=span(BUILT, "Quill")), RELATION)
    assert report.source == QUILL


def test_what_goes_on_with_and_belongs_to_the_clause() -> None:
    """The parse hangs it on the cue."""
    built = document(
        "Quill/PROPN/nsubj/warned warned=warn/VERB lamps/NOUN fail/VERB , and/CCONJ bells/NOUN .",
    )
    cue, clause = span(built, "warned"), span(built, "lamps fail")
    whole = span(built, "lamps fail, and bells")
    relation = replace(RELATION, cue=cue, content=(whole,))
    (report,) = fused(replace(REPORT, cue=cue, content=(clause,)), relation, built)
    assert report.content == (whole,)


def test_a_clause_goes_on_behind_its_tag() -> None:
    built = document(
        "They/PRON were/AUX , he/PRON/nsubj/said said=say/VERB , afraid/ADJ of/ADP it/PRON .",
    )
    cue, parts = span(built, "said"), (span(built, "They were"), span(built, "afraid of it"))
    tag = replace(
        REPORT, construction=Construction.TAG, cue=cue, content=parts[:1], source=span(built, "he")
    )
    (report,) = fused(tag, replace(RELATION, cue=cue, content=parts, source=None), built)
    assert report.content == parts


def test_a_verdict_behind_a_comma_is_no_part_of_the_clause() -> None:
    built = document(
        "Quill/PROPN/nsubj/warned warned=warn/VERB lamps/NOUN fail/VERB , a/DET blow/NOUN .",
    )
    cue, whole = span(built, "warned"), span(built, "lamps fail, a blow")
    relation = replace(RELATION, cue=cue, content=(span(built, "lamps fail"),))
    (report,) = fused(replace(REPORT, cue=cue, content=(whole,)), relation, built)
    assert report.content == (span(built, "lamps fail"),)


def test_a_relation_with_another_cue_changes_nothing() -> None:
    report, own = fused(REPORT, replace(RELATION, cue=None)), fused(None, RELATION)
    assert report == [REPORT]
    assert len(own) == 1


def test_reports_with_one_cue_share_its_relation() -> None:
    twice = fuse(lay(BUILT, ()), [REPORT, REPORT], [RELATION])
    assert [report.tagged for report in twice] == [0, 0]


def test_a_relation_belongs_to_one_cue() -> None:
    both = replace(RELATION, cue=TextSpan(QUILL.end - 2, WARNED.end))
    other = replace(REPORT, cue=TextSpan(QUILL.end - 2, QUILL.end))
    found = fuse(lay(BUILT, ()), [other, REPORT], [both])
    assert [report.tagged for report in found] == [0, None]


def test_what_the_grammar_missed_becomes_a_report() -> None:
    (report,) = fused(None, RELATION)
    assert report == replace(REPORT, tagged=0, evidence="the words “warned”")


def test_the_place_of_the_content_tells_the_construction() -> None:
    built = document(
        "The/DET lamps/NOUN fail/VERB , warned=warn/VERB Quill/PROPN/nsubj/warned .",
        "According/VERB to/ADP Quill/PROPN , the/DET lamps/NOUN fail/VERB .",
        "The/DET warning/NOUN that/SCONJ lamps/NOUN fail/VERB .",
    )
    tag = replace(RELATION, cue=span(built, "warned"), content=(span(built, "The lamps fail"),))
    phrase = replace(
        RELATION, cue=span(built, "According to"), content=(span(built, "the lamps fail"),)
    )
    assert [r.construction for r in fused(None, tag, built)] == [Construction.TAG]
    assert [r.construction for r in fused(None, phrase, built)] == [Construction.ACCORDING_TO]


@pytest.mark.parametrize(
    "relation",
    [
        replace(RELATION, cue=None),
        replace(RELATION, content=()),
        replace(RELATION, cue=span(BUILT, "lamps")),
    ],
    ids=["no cue", "no content", "no reporting word"],
)
def test_what_no_word_of_the_language_reports_is_no_report(relation: TaggedRelation) -> None:
    assert fused(None, relation) == []


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Ada Quill", "Ada Quill"),
        ("Ada Quill, the mayor", "Ada Quill"),
        ("the mayor (and others)", "the mayor"),
        ("officials — all of them", "officials"),
        ("Quill-Moss", "Quill-Moss"),
    ],
)
def test_a_mention_ends_where_something_is_set_off(words: str, kept: str) -> None:
    assert mention(words, TextSpan(0, len(words))).of(words) == kept


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("that the lamps fail", ["the lamps fail"]),
        ("That, she fears, is it.", ["she fears, is it"]),
        ("“the lamps fail,”", ["the lamps fail"]),
        ("thatched roofs burn", ["thatched roofs burn"]),
        ("“”", []),
        ("that", []),
    ],
)
def test_a_clause_is_without_that_and_without_marks(content: str, kept: list[str]) -> None:
    assert [c.of(content) for c in clauses(content, (TextSpan(0, len(content)),))] == kept


def test_whom_a_note_is_to_is_no_source() -> None:
    built = document("Notes=note/NOUN:NNS to/ADP editors/NOUN : the lamps fail/VERB .")
    relation = replace(
        RELATION,
        source=span(built, "editors"),
        cue=span(built, "Notes"),
        content=(span(built, "the lamps fail"),),
    )

    assert fused(None, relation, built) == []


def test_whoever_is_told_is_not_made_the_source() -> None:
    built = document(
        "Fans/NOUN:NNS/nsubjpass/warned were=be/AUX/auxpass/warned warned=warn/VERB:VBN/ROOT "
        "not/PART to/PART travel/VERB/xcomp/warned ."
    )
    report = replace(
        REPORT, cue=span(built, "warned"), source=None, content=(span(built, "not to travel"),)
    )
    relation = replace(
        RELATION, cue=span(built, "warned"), source=span(built, "Fans"),
        content=(span(built, "not to travel"),),
    )  # fmt: skip
    (made,) = fused(report, relation, built)
    assert (made.source, made.tagged) == (None, 0)


def test_a_noun_that_reports_nothing_is_no_cue() -> None:
    built = document("Notes=note/NOUN:NNS/nsubj/say to/ADP editors/NOUN say/VERB it is late .")
    relation = replace(
        RELATION, cue=span(built, "Notes"), source=span(built, "editors"),
        content=(span(built, "it is late"),),
    )  # fmt: skip
    assert fused(None, relation, built) == []


def test_an_adjective_of_the_cue_is_no_source() -> None:
    built = document("Key/ADJ/amod/quotes quotes=quote/NOUN:NNS : We sail/VERB/acl/quotes .")
    key, content = span(built, "Key"), (span(built, "We sail"),)

    def source(of: TextSpan) -> list[TextSpan | None]:
        cue = span(built, "quotes")
        relation = replace(RELATION, source=of, cue=cue, content=content)
        return [report.source for report in fuse(lay(built, ()), (), [relation])]

    assert source(key) == [None]
    assert source(span(built, "We")) == [span(built, "We")]
