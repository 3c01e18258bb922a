"""What the tagger adds to a clause, and what it takes away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.tagging.fuse import fuse
from onrecord.tagging.scope import lay
from onrecord.types import Construction, TextSpan
from tests.build import document, span
from tests.unit.tagging.test_fuse import OPEN, RELATION, REPORT, fused

GOES_ON = [
    ("fail/VERB and/CCONJ left/VERB", "lamps fail and left", True),
    ("fail/VERB , and/CCONJ men/NOUN left/VERB", "lamps fail, and men left", False),
    ("fail/VERB and/CCONJ that/SCONJ men/NOUN left/VERB", "lamps fail and that men left", False),
    ("fail/VERB and/CCONJ denied=deny/VERB men/NOUN", "lamps fail and denied men", False),
    ("fail/VERB , blinding=blind/VERB:VBG men/NOUN", "lamps fail, blinding men", True),
    ("fail/VERB , citing=cite/VERB:VBG men/NOUN", "lamps fail, citing men", False),
]


@pytest.mark.parametrize(("rest", "whole", "joined"), GOES_ON)
def test_a_verb_goes_on_with_the_clause_where_the_tagger_has_it(
    rest: str, whole: str, joined: bool
) -> None:
    """Right behind "and", or as a participle that tells more; not behind a comma or "that"."""
    built = document(f"Quill/PROPN/nsubj/warned warned=warn/VERB lamps/NOUN {rest} .")
    cue, clause = span(built, "warned"), span(built, "lamps fail")
    relation = replace(RELATION, cue=cue, content=(span(built, whole),))
    (report,) = fused(replace(REPORT, cue=cue, content=(clause,)), relation, built)
    assert report.content == ((span(built, whole),) if joined else (clause,))


def test_each_clause_of_the_tagger_that_opens_with_that_is_one() -> None:
    built = document(
        "Quill/PROPN/nsubj/warned warned=warn/VERB that/SCONJ lamps/NOUN fail/VERB",
    )
    both = document(
        "Quill/PROPN/nsubj/warned warned=warn/VERB that/SCONJ lamps/NOUN fail/VERB "
        "and/CCONJ that/SCONJ men/NOUN left/VERB .",
    )
    for read, expected in ((built, ["lamps fail"]), (both, ["lamps fail", "men left"])):
        cue = span(read, "warned")
        rest = TextSpan(cue.end + 1, len(read.text.rstrip(".")))
        scope = lay(read, ())
        relation = replace(RELATION, cue=cue, content=(rest,))
        found = fuse(scope, [replace(OPEN, cue=cue)], [relation])
        assert [r.content[0].of(read.text) for r in found] == expected


def test_what_is_said_again_is_no_clause() -> None:
    """*Quill said it again, in case men left*: a comma parts the verb from the first words."""
    built = document(
        "Quill/PROPN/nsubj/said said=say/VERB it/PRON/dobj/said again/ADV , in/ADP case/NOUN "
        "men/NOUN/nsubj/left left=leave/VERB .",
    )
    cue = span(built, "said")
    rest = span(built, "it again, in case men left")
    open_ = replace(OPEN, cue=cue, lemma="say")
    (report,) = fused(open_, replace(RELATION, cue=cue, content=(rest,)), built)
    assert report.content == ()


def test_a_closing_verb_may_look_like_a_noun() -> None:
    """*Lamps fail, emails show.*: right behind its source, at the end of the sentence."""
    built = document("Lamps/NOUN fail/VERB , emails/NOUN show/NOUN .")
    relation = replace(
        RELATION,
        cue=span(built, "show"),
        source=span(built, "emails"),
        content=(span(built, "Lamps fail"),),
    )
    (report,) = fuse(lay(built, ()), [], [relation])
    assert (report.construction, report.lemma) == (Construction.TAG, "show")


def test_what_stands_beside_a_name_behind_according_to_is_no_content() -> None:
    built = document(
        "According/ADP to/ADP Quill/PROPN , a/DET clerk/NOUN , lamps/NOUN fail/VERB .",
    )
    cue, clause = span(built, "According to"), span(built, "lamps fail")
    report = replace(
        REPORT,
        construction=Construction.ACCORDING_TO,
        cue=cue,
        source=span(built, "Quill"),
        content=(span(built, "a clerk, lamps fail"),),
    )
    relation = replace(RELATION, cue=cue, source=span(built, "Quill, a clerk"), content=(clause,))
    (found,) = fused(report, relation, built)
    assert found.content == (clause,)


def test_the_source_of_a_tag_is_no_part_of_what_it_reports() -> None:
    built = document("Lamps/NOUN fail/VERB , clerk/NOUN Quill/PROPN said=say/VERB .")
    cue, clause = span(built, "said"), span(built, "Lamps fail")
    report = replace(
        REPORT,
        construction=Construction.TAG,
        cue=cue,
        source=span(built, "clerk Quill"),
        content=(span(built, "Lamps fail, clerk Quill"),),
    )
    relation = replace(RELATION, cue=cue, source=span(built, "clerk Quill"), content=(clause,))
    (found,) = fused(report, relation, built)
    assert found.content == (clause,)
