"""A relation without a source has the subject of its cue."""

from __future__ import annotations

from onrecord.document.tree import Document
from onrecord.tagging.subjects import with_subjects
from onrecord.types import RelationKind, TaggedRelation, TextSpan
from tests.build import document, span


def relation(built: Document, cue: str, content: str, source: str | None = None) -> TaggedRelation:
    return TaggedRelation(
        source=span(built, source) if source else None,
        cue=span(built, cue),
        content=(span(built, content),),
        kind=RelationKind.SPEECH,
        confidence=0.8,
        chances=(),
    )


def source(built: Document, cue: str, content: str, given: str | None = None) -> str | None:
    (made,) = with_subjects(built, [relation(built, cue, content, given)])
    return made.source.of(built.text) if isinstance(made.source, TextSpan) else None


MOCKED = document(
    "Ada/PROPN/compound/Quill Quill/PROPN/nsubj/left ,/PUNCT/punct/Quill who/PRON/nsubj/mocked "
    "often/ADV/advmod/mocked mocked=mock/VERB/relcl/Quill the/DET/det/plan plan/NOUN/dobj/mocked "
    ",/PUNCT/punct/Quill left=leave/VERB/ROOT ./PUNCT/punct/left"
)


def test_the_subject_of_the_cue_speaks_as_it_stands() -> None:
    assert source(MOCKED, "often mocked", "the plan") == "who"


def test_a_source_that_the_tagger_found_stays() -> None:
    assert source(MOCKED, "mocked", "the plan", "Ada Quill") == "Ada Quill"


def test_verbs_that_are_joined_share_their_subject() -> None:
    joined = document(
        "The/DET/det/mayor mayor/NOUN/nsubj/rose of/ADP/prep/mayor Osmark/PROPN/pobj/of "
        "rose=rise/VERB/ROOT and/CCONJ/cc/rose mocked=mock/VERB/conj/rose the/DET/det/plan "
        "plan/NOUN/dobj/mocked ./PUNCT/punct/rose"
    )
    assert source(joined, "mocked", "the plan") == "The mayor"


def test_a_passive_names_nobody() -> None:
    passive = document(
        "The/DET/det/plan plan/NOUN/nsubjpass/mocked was=be/AUX/auxpass/mocked "
        "mocked=mock/VERB/ROOT as/ADP/prep/mocked a/DET/det/whim whim/NOUN/pobj/as"
    )
    assert source(passive, "mocked", "a whim") is None


def test_a_passive_with_by_names_who_speaks() -> None:
    passive = document(
        "The/DET/det/plan plan/NOUN/nsubjpass/mocked was=be/AUX/auxpass/mocked "
        "mocked=mock/VERB/ROOT by/ADP/agent/mocked Quill/PROPN/pobj/by as/ADP/prep/mocked "
        "a/DET/det/whim whim/NOUN/pobj/as"
    )
    assert source(passive, "mocked", "a whim") == "Quill"


def test_an_empty_subject_is_nobody() -> None:
    empty = document(
        "It/PRON/nsubj/seems seems=seem/VERB/ROOT lamps/NOUN/nsubj/fail fail/VERB/ccomp/seems"
    )
    assert source(empty, "seems", "lamps fail") is None
