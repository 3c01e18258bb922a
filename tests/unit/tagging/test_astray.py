"""Clauses that the parser hangs on another word than the cue that reports them."""

from __future__ import annotations

import pytest

from onrecord import tagging
from tests.build import document

CITING = (
    "The/DET/det/+1 Herald/PROPN/nsubj/+1 reported=report/VERB/ROOT/+0 ,/PUNCT:,/punct/-1 "
    "citing=cite/VERB:VBG/advcl/-2 a/DET/det/+1 clerk/NOUN/dobj/-2 ,/PUNCT:,/punct/-3 "
    "that/SCONJ/mark/+4 the/DET/det/+1 mayor/NOUN/nsubj/+2 had=have/AUX/aux/+1 "
    "left=leave/VERB:VBN/ccomp/-8 ./PUNCT/punct/-11"
)
TOLD = (
    "The/DET/det/+1 nurse/NOUN/nsubj/+1 told=tell/VERB/ROOT/+0 police/NOUN/dobj/-1 "
    "she/PRON/nsubj/+1 feared=fear/VERB/relcl/-2 for/ADP/prep/-1 her/PRON:PRP$/poss/+1 "
    "life/NOUN/pobj/-2 ./PUNCT/punct/-7"
)
MISPLACED = [
    (CITING, "reported", "the mayor had left"),
    (TOLD, "told", "she feared for her life"),
]


@pytest.mark.parametrize(("notation", "cue", "content"), MISPLACED)
def test_the_clause_is_of_the_cue(notation: str, cue: str, content: str) -> None:
    built = document(notation)
    (found,) = (r for r in tagging.tag(built, ()) if r.cue and r.cue.of(built.text) == cue)
    assert [piece.of(built.text) for piece in found.content] == [content]


def test_who_is_told_may_be_one_that_somebody_met() -> None:
    built = document(
        "She/PRON/nsubj/+1 told=tell/VERB/ROOT/+0 the/DET/det/+1 man/NOUN/dobj/-2 "
        "she/PRON/nsubj/+1 met=meet/VERB/relcl/-2 at/ADP/prep/-1 work/NOUN/pobj/-1 "
        "./PUNCT/punct/-7"
    )
    (found,) = (r for r in tagging.tag(built, ()) if r.lemma == "tell")
    assert not found.content
