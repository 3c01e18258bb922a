"""Whether it was said at all."""

from __future__ import annotations

import pytest

from tests.parses import report, tagged

NEGATED = [
    ("Loy denied that he had met the clerk.", "denied", True),
    # who does not deny it has not said it either
    ("Loy did not deny that he had met the clerk.", "deny", True),
    ("Marn did not say when it would open.", "say", True),
    ("Loy declined to say who had paid.", "declined to say", True),
    ("Loy said the dam would hold.", "said", False),
    ("Neither the clerk nor the board would say who had paid.", "say", True),
    ("Nobody said that the dam was safe.", "said", True),
    ("The clerk has yet to say whether it was safe.", "say", True),
    ("Not one of the clerks would say who had paid.", "say", True),
    ("The police could not say how many had drowned.", "say", True),
    # kept back, or not done at all
    ("Loy left without saying whether the dam was old.", "saying", True),
    ("Loy failed to say who had paid.", "say", True),
    ("Loy did not fail to say that the dam was old.", "say", False),
    ("Marn was not willing to say who had paid.", "say", True),
    ("Loy did not want to say who had paid.", "say", True),
    ("Marn no longer says that the dam is safe.", "says", True),
    ("At no point did Marn say that the dam was old.", "say", True),
    ("Only then did Loy say that the dam was old.", "say", False),
    ("Nor did Loy say that the dam was old.", "say", True),
    ("Not one clerk has said that the dam was old.", "said", True),
    # a number of a house is no negation
    ("No 10 denied that the dam was old.", "denied", True),
    ("No 10 said that the dam was old.", "said", False),
    # denied by other verbs; of a denial of one's own the words are said
    ("Loy ruled out leaving the bay.", "ruled out", True),
    ("Loy rejected claims that the dam was old.", "rejected", True),
    ("Loy denied it: “The dam was old.”", "denied", False),
]


@pytest.mark.parametrize(("text", "cue", "negated"), NEGATED)
def test_what_was_denied_or_not_said(text: str, cue: str, negated: bool) -> None:
    assert report(text, cue).get("negated", False) is negated


HYPOTHETICAL = [
    ("Marn could say that the dam is safe.", "say", True),
    ("To say that the dam is safe is a joke.", "say", True),
    ("The police could not say how many had drowned.", "say", False),
    ("Marn would not say whether it was safe.", "say", False),
    ("Loy went on to say that the dam was old.", "say", False),
    ("Loy will say that the dam is safe.", "say", False),
    # a question of the article's own, which may take for granted that it was said
    ("Did Loy say that the dam was old?", "say", True),
    ("Is it true that Loy said the dam was old?", "said", True),
    ("Who told Loy that the dam was old?", "told", True),
    ("Why did Loy say that the dam was old?", "say", False),
    # a condition
    ("If Loy says that the dam is safe, they will stay.", "says", True),
    ("Had Loy said that the dam was old, they would have left.", "said", True),
    ("Until Loy says that the dam is safe, they will wait.", "says", True),
    ("They waited until Loy said that the dam was safe.", "said", False),
    # a wish
    ("Loy wanted to say that the dam was old.", "say", True),
    ("Loy did not want to say who had paid.", "say", False),
]


@pytest.mark.parametrize(("text", "cue", "hypothetical"), HYPOTHETICAL)
def test_what_might_be_said_has_not_been(text: str, cue: str, hypothetical: bool) -> None:
    assert report(text, cue).get("hypothetical", False) is hypothetical


def test_what_binds_one_verb_binds_the_one_beside_it() -> None:
    text = "Loy said the firm should delete them and say how many it kept."
    (said, say) = (r for r in tagged(text) if r.lemma == "say")
    assert (said.hypothetical, say.hypothetical) == (False, True)
