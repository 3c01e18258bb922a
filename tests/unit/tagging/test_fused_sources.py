"""Sources of the grammar beside those of the tagger, where the two differ."""

from __future__ import annotations

from dataclasses import replace

from onrecord.types import Construction, TextSpan
from tests.build import document, span
from tests.unit.tagging.test_fuse import RELATION, REPORT, fused


def test_where_the_parse_has_the_first_words_of_the_source_the_tagger_has_the_clause() -> None:
    built = document("“ It ends ” one/NUM user/NOUN , @quill/PROPN , wrote=write/VERB .")
    content = TextSpan(1, built.text.index(","))
    report = replace(
        REPORT,
        construction=Construction.TAG,
        cue=span(built, "wrote"),
        source=span(built, "@quill"),
        content=(content,),
    )
    relation = replace(
        RELATION,
        cue=span(built, "wrote"),
        source=span(built, "one user, @quill"),
        content=(span(built, "It ends"),),
    )

    assert fused(report, relation, built)[0].content == (span(built, "It ends"),)
    other = replace(relation, source=span(built, "@quill"))
    assert fused(report, other, built)[0].content == (content,)


def test_a_nickname_is_part_of_the_source() -> None:
    built = document("Ada/PROPN “ Bo/PROPN ” Quill/PROPN , 54 , warned=warn/VERB lamps/NOUN fail .")
    report = replace(
        REPORT,
        cue=span(built, "warned"),
        source=span(built, "Quill"),
        content=(span(built, "lamps fail"),),
    )

    def source(tagged: str) -> str:
        relation = replace(
            RELATION, cue=span(built, "warned"), source=span(built, tagged), content=report.content
        )
        kept = fused(report, relation, built)[0].source
        return kept.of(built.text) if kept else ""

    assert source("Ada “Bo” Quill") == source("Ada “Bo” Quill, 54") == "Ada “Bo” Quill"
    assert source("Bo” Quill") == "Quill"


def test_a_place_before_a_comma_says_nothing() -> None:
    built = document("Outside court , Ada/PROPN Quill/PROPN warned=warn/VERB lamps/NOUN fail .")
    cue, content = span(built, "warned"), (span(built, "lamps fail"),)
    report = replace(REPORT, cue=cue, source=span(built, "Outside court"), content=content)
    relation = replace(RELATION, cue=cue, source=span(built, "Ada Quill"), content=content)
    assert fused(report, relation, built)[0].source == span(built, "Ada Quill")
    body = replace(report, source=span(built, "court"))
    assert fused(body, relation, built)[0].source == span(built, "court")
