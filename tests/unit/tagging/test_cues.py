"""Which verbs report."""

from __future__ import annotations

import pytest

from onrecord.lexicon import cues as lexicon
from onrecord.tagging.cues import beside_quoted_words, cue_at
from onrecord.types import RelationKind
from tests.parses import scoped, tagged

CUES = [
    ("Loy said the dam would hold.", "said", "said"),
    ("Loy declined to say who had paid.", "declined", "declined to say"),
    ("Loy declined the offer.", "declined", "declined"),
    (
        "The ministry declined to comment on whether talks had begun.",
        "declined",
        "declined to comment on",
    ),
    ("Marn made it clear that no ferry would be sold.", "made", "made it clear"),
    ("Loy pointed out that the dam was new.", "pointed", "pointed out"),
    ("Loy demanded to know who had paid.", "demanded", "demanded to know"),
    ("Loy demanded a cake.", "demanded", "demanded"),
    ("Loy had warned in writing that the dam would fail.", "writing", None),
    ("Loy made a cake.", "made", None),
    ("Loy slept.", "slept", None),
    # who cannot tell only does not know; a taste is no finding
    ("Loy could not tell whether it was loaded.", "tell", None),
    ("Loy said she had found him dull.", "found", None),
    # one speaks of quoted words
    ("Loy spoke of “a bad year”.", "spoke", "spoke"),
    ("Loy spoke at a rally.", "spoke", None),
    ("The reported fire was small.", "reported", None),
    ("A fire reported on Friday was small.", "reported", None),
    # a phrase with its own reports, though quoted words stand right before it
    ("A clerk called it “a ruin”. According to the mayor, the dam will close.", "According", None),
]


@pytest.mark.parametrize(("text", "word", "cue"), CUES)
def test_the_words_of_a_cue(text: str, word: str, cue: str | None) -> None:
    scope = scoped(text)
    token = next(t for t in scope.document.tokens if t.text == word)
    found = cue_at(scope, token, lexicon.load())
    said = scope.document.text[found.verb.start : found.last.end] if found else None
    assert said == cue


def test_only_marks_may_stand_between_a_verb_and_quoted_words() -> None:
    scope = scoped("“The dam will hold,” trilled Loy.")
    tokens = {t.text: t for t in scope.document.tokens}
    assert beside_quoted_words(scope, tokens["trilled"])
    assert not beside_quoted_words(scope, tokens["Loy"])


def test_verbs_of_the_mind_report_thoughts() -> None:
    (found,) = tagged("Loy believes that they are wrong.")
    assert found.kind is RelationKind.THOUGHT
