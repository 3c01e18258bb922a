"""What somebody told inside what a tag reports, where the parse gives the verb no clause."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.tagging.scope import lay
from onrecord.tagging.told_within import told_within
from onrecord.types import Construction
from tests.build import document, span
from tests.unit.tagging.test_fuse import REPORT

TOLD = "Quill/PROPN/nsubj/told told=tell/VERB:VBD/ccomp/said"


def content(words: str, *, held: str = "", cue: str = "told", lemma: str = "tell") -> list[str]:
    """The clause of the verb in a line that ends in *, sources said*."""
    built = document(f"{words} , sources/NOUN said=say/VERB:VBD/ROOT .")
    whole = built.text.split(",")[0].strip()
    tag = replace(
        REPORT, construction=Construction.TAG, cue=span(built, "said"),
        source=span(built, "sources"), content=(span(built, whole),), lemma="say",
    )  # fmt: skip
    inner = replace(
        REPORT, construction=Construction.COLON, cue=span(built, cue), lemma=lemma,
        source=span(built, "Quill"), content=(span(built, held),) if held else (),
    )  # fmt: skip
    if held:
        inner = replace(inner, construction=Construction.CLAUSE)
    found = next(iter(told_within(lay(built, ()), [inner, tag])))
    return [piece.of(built.text) for piece in found.content]


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        (f"{TOLD} men/NOUN that=that/SCONJ:IN/mark/went it/PRON went=go/VERB:VBD", "it went"),
        (f"{TOLD} men/NOUN it/PRON went=go/VERB:VBD", "it went"),
        (f"{TOLD} us/PRON they/PRON had=have/AUX:VBD gone=go/VERB:VBN", "they had gone"),
    ],
)
def test_the_clause_behind_that_or_behind_who_is_told(words: str, clause: str) -> None:
    assert content(words) == [clause]


def test_the_end_of_a_clause_is_made_whole() -> None:
    words = f"{TOLD} men/NOUN it/PRON went=go/VERB:VBD and/CCONJ was=be/AUX:VBD lost/ADJ"
    assert content(words, held="was lost") == ["it went and was lost"]


@pytest.mark.parametrize(
    "words",
    [
        f"{TOLD} men/NOUN about/ADP nets/NOUN",
        f"{TOLD} men/NOUN to/PART go/VERB:VB that/PRON day/NOUN",
        f"{TOLD} tales=tale/NOUN well/ADV",
    ],
)
def test_what_is_no_clause_is_left_alone(words: str) -> None:
    assert content(words) == []


def test_a_verb_that_tells_nothing_is_left_alone() -> None:
    words = "Quill/PROPN saw=see/VERB:VBD men/NOUN it/PRON went=go/VERB:VBD"
    assert content(words, cue="saw", lemma="see") == []
