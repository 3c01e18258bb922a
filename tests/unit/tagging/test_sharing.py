"""Two cues that the tagger holds apart: the first clause ends before the second one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.tagging.sharing import told_apart
from onrecord.types import Report, TaggedRelation
from tests.build import document, span
from tests.unit.tagging.test_fuse import RELATION, REPORT

BUILT = document(
    "Quill/PROPN/nsubj/said said=say/VERB lamps/NOUN fail/VERB , and/CCONJ called=call/VERB "
    "men/NOUN ."
)
QUILL, SAID, CALLED = (span(BUILT, word) for word in ("Quill", "said", "called"))
HELD = span(BUILT, "lamps fail, and called men")
FIRST = replace(REPORT, cue=SAID, source=QUILL, content=(HELD,))
SECOND = replace(REPORT, cue=CALLED, source=span(BUILT, "lamps"), content=())
ONE = replace(RELATION, cue=SAID, source=QUILL, content=(span(BUILT, "lamps fail"),))
OTHER = replace(RELATION, cue=CALLED, source=QUILL, content=(span(BUILT, "men"),))
ONE_SOURCE = [ONE, OTHER]
LEFT_ALONE = {
    "another source": [ONE, replace(OTHER, source=span(BUILT, "lamps"))],
    "one clause by the tagger too": [replace(ONE, content=(HELD,)), OTHER],
    "no source": [replace(ONE, source=None), replace(OTHER, source=None)],
    "no clause": [replace(ONE, content=()), OTHER],
}


def apart(tagged: list[TaggedRelation]) -> list[Report]:
    return told_apart(BUILT, [FIRST, SECOND], tagged, {0: 0, 1: 1})


def test_the_first_clause_ends_before_the_second_cue_which_has_its_source() -> None:
    first, second = apart(ONE_SOURCE)
    assert [piece.of(BUILT.text) for piece in first.content] == ["lamps fail"]
    assert second.source == QUILL


@pytest.mark.parametrize("tagged", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_the_grammar_is_left_alone(tagged: list[TaggedRelation]) -> None:
    assert apart(tagged) == [FIRST, SECOND]


def test_a_cue_outside_of_the_clause_is_left_alone() -> None:
    first = replace(FIRST, content=(span(BUILT, "lamps fail"),))
    assert told_apart(BUILT, [first, SECOND], ONE_SOURCE, {0: 0, 1: 1}) == [first, SECOND]


def test_a_second_source_behind_a_comma_ends_the_first_clause_too() -> None:
    built = document(
        "Quill/PROPN/nsubj/says says=say/VERB lamps/NOUN fail/VERB , and/CCONJ Marn/PROPN "
        "confirmed=confirm/VERB it ."
    )
    says, confirmed, marn = (span(built, word) for word in ("says", "confirmed", "Marn"))
    whole = span(built, "lamps fail, and Marn confirmed it")
    first = replace(REPORT, cue=says, source=span(built, "Quill"), content=(whole,))
    second = replace(REPORT, cue=confirmed, source=marn, content=())
    one = replace(RELATION, cue=says, source=first.source, content=(span(built, "lamps fail"),))
    other = replace(RELATION, cue=confirmed, source=marn, content=(span(built, "it"),))
    made = told_apart(built, [first, second], [one, other], {0: 0, 1: 1})
    assert made == [replace(first, content=one.content), second]


def bound(form: str) -> list[Report]:
    """What is made of a second cue that the parse joins to the clause of the first, in a form."""
    built = document(
        "Quill/PROPN/nsubj/said said=say/VERB men/NOUN/nsubj/fix must/AUX/aux/fix "
        f"fix/VERB:VB/ccomp/said it and/CCONJ say/VERB:{form}/conj/fix why ."
    )
    said, say, quill = (span(built, word) for word in ("said", "say", "Quill"))
    first = replace(
        REPORT, cue=said, source=quill, content=(span(built, "men must fix it and say why"),)
    )
    second = replace(REPORT, cue=say, source=span(built, "men"), content=())
    one = replace(RELATION, cue=said, source=quill, content=(span(built, "men must fix it"),))
    other = replace(RELATION, cue=say, source=quill, content=(span(built, "why"),))
    made = told_apart(built, [first, second], [one, other], {0: 0, 1: 1})
    return [] if made == [first, second] else made


def test_a_bare_verb_goes_with_the_modal_of_the_first_clause() -> None:
    assert bound("VB") == []


def test_a_past_tense_goes_with_the_cue() -> None:
    assert len(bound("VBD")) == 2
