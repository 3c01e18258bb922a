"""Present verbs of documents, and of people, that the parser takes for nouns."""

from __future__ import annotations

import pytest

from onrecord import tagging
from tests.build import document

CLOSING = (
    "The/DET/det/+1 mill/NOUN/nsubjpass/+2 was=be/AUX/auxpass/+1 shut/VERB:VBN/ROOT/+0 "
    "by/ADP/agent/-1 the/DET/det/+1 heirs=heir/NOUN:NNS/pobj/-2 of/ADP/prep/-1 "
    "Kern/PROPN/pobj/-1/PERSON ,/PUNCT:,/punct/-1 a/DET/det/+1 carrier/NOUN/appos/-3 "
    ",/PUNCT:,/punct/-4 purchase/NOUN/compound/+1 records=record/NOUN:NNS/compound/+1 "
    "show/NOUN/appos/-7 ./PUNCT/punct/-13"
)
EMAIL = (
    "The/DET/det/+1 mill/NOUN/nsubjpass/+2 was=be/AUX/auxpass/+1 shut/VERB:VBN/ccomp/+5 "
    ",/PUNCT:,/punct/+4 an/DET/det/+3 internal/ADJ/amod/+1 email/NOUN/compound/+1 "
    "shows=show/NOUN:NNS/ROOT/+0 ./PUNCT/punct/-1"
)
BEHIND_A_PAGE = (
    "The/DET/det/+3 privacy/NOUN/compound/+1 policy/NOUN/compound/+1 "
    "states=state/NOUN:NNS/nsubjpass/+10 ,/PUNCT:,/punct/-1 on/ADP/prep/+8 page/NOUN/pobj/-1 "
    "14/NUM/nummod/-1/CARDINAL ,/PUNCT:,/punct/+5 that/PRON:DT/mark/+4 "
    "data=datum/NOUN:NNS/nsubjpass/+3 may/AUX:MD/aux/+2 be/AUX:VB/auxpass/+1 "
    "shared=share/VERB:VBN/ROOT/+0 ./PUNCT/punct/-1"
)
LODGED = (
    "Divorce/NOUN/compound/+1 papers=paper/NOUN:NNS/nsubj/+1 lodged=lodge/VERB:VBN/ROOT/+0 "
    "on/ADP/prep/-1 Monday/PROPN/compound/+1/DATE state/NOUN/pobj/-2 that/SCONJ/mark/+3 "
    "the/DET/det/+1 marriage/NOUN/nsubj/+1 broke=break/VERB/ccomp/-7 down/ADP:RP/prt/-1 "
    "./PUNCT/punct/-9"
)
IN_A_JOURNAL = (
    "Researchers=researcher/NOUN:NNS/ROOT/+0 led=lead/VERB:VBN/acl/-1 by/ADP/agent/-1 "
    "Kern/PROPN/nmod/+1/PERSON report/NOUN/pobj/-2 in/ADP/prep/-1 Perch/PROPN/pobj/-1 "
    "that/SCONJ/mark/+4 the/DET/det/+1 ice/NOUN/nsubj/+2 is=be/AUX:VBZ/aux/+1 "
    "melting=melt/VERB:VBG/ccomp/-10 ./PUNCT/punct/-12"
)
MISREAD = [
    (CLOSING, "purchase records", "show", "The mill was shut by the heirs of Kern, a carrier"),
    (EMAIL, "an internal email", "shows", "The mill was shut"),
    (BEHIND_A_PAGE, "The privacy policy", "states", "data may be shared"),
    (LODGED, "Divorce papers", "state", "the marriage broke down"),
    (IN_A_JOURNAL, "Researchers led by Kern", "report", "the ice is melting"),
]


@pytest.mark.parametrize(("notation", "source", "cue", "content"), MISREAD)
def test_a_verb_that_looks_like_a_noun(notation: str, source: str, cue: str, content: str) -> None:
    built = document(notation)
    found = [r for r in tagging.tag(built, ()) if r.cue and r.cue.of(built.text) == cue]
    assert [(r.source and r.source.of(built.text)) for r in found] == [source]
    assert [piece.of(built.text) for piece in found[0].content] == [content]


NO_VERBS = {
    "a list": (
        "He/PRON/nsubj/+1 kept=keep/VERB/ROOT/+0 the/DET/det/+1 letters=letter/NOUN:NNS/dobj/-2 "
        ",/PUNCT:,/punct/-3 the/DET/det/+1 diary/NOUN/appos/-3 ,/PUNCT:,/punct/-4 "
        "her/PRON:PRP$/poss/+2 film/NOUN/compound/+1 show/NOUN/appos/-7 ./PUNCT/punct/-10"
    ),
    "another number": (
        "He/PRON/nsubj/+1 kept=keep/VERB/ROOT/+0 the/DET/det/+1 letters=letter/NOUN:NNS/dobj/-2 "
        ",/PUNCT:,/punct/-3 court/NOUN/compound/+1 records=record/NOUN:NNS/compound/+1 "
        "shows=show/NOUN:NNS/appos/-4 ./PUNCT/punct/-7"
    ),
    "a claim of somebody's": (
        "The/DET/det/+1 memo/NOUN/poss/+2 's/PART/case/-1 claims=claim/NOUN:NNS/nsubjpass/+6 "
        "that/SCONJ/mark/+3 it/PRON/nsubjpass/+2 was=be/AUX/auxpass/+1 cut/VERB:VBN/acl/-4 "
        "were=be/AUX/auxpass/+1 denied=deny/VERB:VBN/ROOT/+0 ./PUNCT/punct/-1"
    ),
}


@pytest.mark.parametrize("notation", NO_VERBS.values(), ids=NO_VERBS)
def test_what_only_looks_like_one(notation: str) -> None:
    built = document(notation)
    found = tagging.tag(built, ())
    assert not [r for r in found if r.evidence.startswith("the verb “show")]
    assert not [r for r in found if r.evidence.startswith("the verb “claims")]
