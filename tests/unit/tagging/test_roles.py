"""To whom, and whether it was said at all."""

from __future__ import annotations

import pytest

from tests.parses import report, tagged

TOLD = [
    ("Loy told reporters that the dam would hold.", "told", "reporters"),
    ("Loy said to the clerk that they were wrong.", "said", "the clerk"),
    ("Loy said the dam would hold.", "said", None),
    ("Marn promised the lamp would stay lit.", "promised", None),
    ("Marn promised voters that the lamp would stay lit.", "promised", "voters"),
    ("Marn promised a lamp “with two wicks”.", "promised", None),
    ("Loy told the truth about the dam.", "told", None),
    ("Loy told him nothing of the dam.", "told", "him"),
    ("Loy was known to friends as “the Otter”.", "known", None),
    # who is told in the passive, and who is shouted at; what answered is nobody
    ("The minister was told by an aide that the dam was old.", "told", "The minister"),
    ("Loy shouted at the clerk that the dam was old.", "shouted", "the clerk"),
    ("Loy said, to cheers, that the dam was old.", "said", None),
    ("A reporter asked which policy.", "asked", None),
]


@pytest.mark.parametrize(("text", "cue", "addressee"), TOLD)
def test_the_one_who_is_told(text: str, cue: str, addressee: str | None) -> None:
    assert report(text, cue).get("addressee") == addressee


NEGATED = [
    ("Loy denied that he had met the clerk.", "denied", True),
    ("Loy did not deny that he had met the clerk.", "deny", False),
    ("Marn did not say when it would open.", "say", True),
    ("Loy declined to say who had paid.", "declined to say", True),
    ("Loy said the dam would hold.", "said", False),
    ("Neither the clerk nor the board would say who had paid.", "say", True),
    ("Nobody said that the dam was safe.", "said", True),
    ("The clerk has yet to say whether it was safe.", "say", True),
    ("Not one of the clerks would say who had paid.", "say", True),
    ("The police could not say how many had drowned.", "say", True),
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
]


@pytest.mark.parametrize(("text", "cue", "hypothetical"), HYPOTHETICAL)
def test_what_might_be_said_has_not_been(text: str, cue: str, hypothetical: bool) -> None:
    assert report(text, cue).get("hypothetical", False) is hypothetical


def test_what_binds_one_verb_binds_the_one_beside_it() -> None:
    text = "Loy said the firm should delete them and say how many it kept."
    (said, say) = (r for r in tagged(text) if r.lemma == "say")
    assert (said.hypothetical, say.hypothetical) == (False, True)
