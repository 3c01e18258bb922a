"""Which sources are documents, newspapers, stations and agencies."""

from __future__ import annotations

import pytest

from onrecord.attribution.papers import head_noun, is_human, is_paper
from onrecord.lexicon import cues
from tests.unit.attribution.scenes import document, scene, span

PAPERS = {
    "a document": ("The/DET/det/memo memo/NOUN/nsubj/said said/VERB .", "The memo", True),
    "a noun for an outlet": ("The/DET paper/NOUN/nsubj/said said/VERB .", "The paper", True),
    "the name of one": (
        "The/DET/det/Herald Ostrey/PROPN/compound/Herald Herald/PROPN/nsubj/said said/VERB .",
        "The Ostrey Herald",
        True,
    ),
    "a name of another tongue": (
        "Diario/PROPN/compound/Marro Marro/PROPN/nsubj/said said/VERB .",
        "Diario Marro",
        True,
    ),
    "somebody": ("The/DET clerk/NOUN/nsubj/said said/VERB .", "The clerk", False),
}


@pytest.mark.parametrize(("notation", "source", "paper"), PAPERS.values(), ids=list(PAPERS))
def test_a_paper_is_known_by_its_noun_or_its_name(
    notation: str, source: str, *, paper: bool
) -> None:
    built = document(notation)
    assert is_paper(scene(built), span(built, source), cues.load()) == paper


def test_the_noun_that_a_phrase_is_built_on() -> None:
    built = document(
        "A/DET/det/draft draft/NOUN/nsubj/said of/ADP/prep/draft the/DET/det/text "
        "text/NOUN/pobj/of said/VERB ."
    )
    assert head_noun(scene(built), span(built, "A draft of the text")) == "draft"
    assert head_noun(scene(built), span(built, "said")) == ""


def test_a_subject_that_looks_like_a_verb_is_a_noun() -> None:
    built = document("Gate/NOUN/compound/logs logs=log/VERB/nsubj/show show/VERB .")
    assert head_noun(scene(built), span(built, "Gate logs")) == "log"


HUMANS = {
    "a noun": ("The/DET clerk/NOUN/nsubj/said said/VERB .", "The clerk", True),
    "a pronoun": ("She/PRON/nsubj/said said/VERB .", "She", True),
    "a name": (
        "Ada/PROPN/compound/Loy/PERSON Loy/PROPN/nsubj/said/PERSON said/VERB .",
        "Ada Loy",
        True,
    ),
    "a handle": ("@loy/NOUN/nsubj/said said/VERB .", "@loy", True),
    "a paper": ("The/DET memo/NOUN/nsubj/said said/VERB .", "The memo", False),
    "another name": (
        "Vale/PROPN/compound/Tonight Tonight/PROPN/nsubj/said said/VERB .",
        "Vale Tonight",
        False,
    ),
    "no noun": ("Both/DET/nsubj/said said/VERB .", "Both", False),
}


@pytest.mark.parametrize(("notation", "source", "human"), HUMANS.values(), ids=list(HUMANS))
def test_who_is_a_human_being(notation: str, source: str, *, human: bool) -> None:
    built = document(notation)
    assert is_human(scene(built), span(built, source)) == human
