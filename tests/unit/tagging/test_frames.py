"""Statements in other frames: passives, inverted tags, stances, platforms, what outlets know."""

from __future__ import annotations

import pytest

from onrecord.types import RelationKind
from tests.parses import report, reports, tagged

STATED = [
    # a tag with the verb first inside what it reports
    ("The ferry, said Moss, would stop.", "said", "Moss", "The ferry … would stop"),
    ("The keeper, says the memo, is wrong.", "says", "the memo", "The keeper … is wrong"),
    ("Crews, warned the mayor, must wait.", "warned", "the mayor", "Crews … must wait"),
    ("The ferry will stop, or so Moss says.", "says", "Moss", "The ferry will stop"),
    # passives with who finds, rules or accuses
    (
        "Moss was ruled by the tribunal to have lied.",
        "ruled",
        "the tribunal",
        "Moss … to have lied",
    ),
    (
        "Moss has been accused by Pell of selling boats.",
        "accused",
        "Pell",
        "Moss … of selling boats",
    ),
    ("Moss is claimed to have fled.", "claimed", None, "Moss … to have fled"),
    ("Guests were told their rooms were safe.", "told", None, "their rooms were safe"),
    # cues of several words
    ("Moss was adamant that it would float.", "was adamant", "Moss", "it would float"),
    ("The union is adamant it will strike.", "is adamant", "The union", "it will strike"),
    ("The keeper was clear that it would float.", "was clear", "The keeper", "it would float"),
    ("Moss laid out how it would float.", "laid out", "Moss", "how it would float"),
    ("The report sets out what went wrong.", "sets out", "The report", "what went wrong"),
    ("Moss spoke of how it had sunk.", "spoke of", "Moss", "how it had sunk"),
    ("Moss has made clear that it will float.", "made clear", "Moss", "it will float"),
    ("Moss stressed the fact that it floats.", "stressed", "Moss", "it floats"),
    ("Moss texted Pell that it was late.", "texted", "Moss", "it was late"),
    # statements parted from their verb
    ("What Moss said was that it would float.", "said", "Moss", "it would float"),
    ("All she would say was that it floats.", "say", "she", "it floats"),
    # what is done in order to say something
    ("Moss took to social media to say that it floats.", "say", "Moss", "it floats"),
    ("Moss took to Plaza to say that it floats.", "say", "Moss", "it floats"),
    ("Moss broke her silence to say that it floats.", "say", "Moss", "it floats"),
    ("Moss came forward to say that it had sunk.", "say", "Moss", "it had sunk"),
    # who is criticised for saying it, or brought to, says it
    ("Moss criticised Pell for saying that it leaks.", "saying", "Pell", "it leaks"),
    ("Moss got Pell to admit that it leaks.", "admit", "Pell", "it leaks"),
    ("Moss attacked Pell by saying that it leaks.", "saying", "Moss", "it leaks"),
    # a noun for words, and what they were
    ("The answer of the council was that it leaks.", "answer", "the council", "it leaks"),
    # what an outlet knows or can tell
    ("The Courier understands that it will close.", "understands", "The Courier", "it will close"),
    (
        "This newspaper has established that it leaks.",
        "established",
        "This newspaper",
        "it leaks",
    ),
    ("The Courier can reveal that it leaks.", "reveal", "The Courier", "it leaks"),
    (
        "The mill will close, the Courier understands.",
        "understands",
        "the Courier",
        "The mill will close",
    ),
    ("The mill will close, the Courier has been told.", "told", None, "The mill will close"),
]


@pytest.mark.parametrize(("text", "cue", "source", "content"), STATED)
def test_what_is_stated_and_by_whom(text: str, cue: str, source: str | None, content: str) -> None:
    found = report(text, cue)
    assert (found.get("source"), found["content"]) == (source, content)
    assert "hypothetical" not in found


NOT_STATED = [
    ("Moss was found to have lied.", "found"),
    ("Moss has been accused of selling boats.", "accused"),
    ("Moss set out to sell the boats.", "set out"),
    ("Moss spoke about how to mend a net.", "spoke about"),
    ("It is clear that it will float.", "is clear"),
    ("Moss was not clear that it would float.", "was clear"),
    ("Moss is confident that it will float.", "is confident"),
    ("What Moss said was false.", "said"),
    ("What struck Moss was that it floats.", "struck"),
    ("The answer is that it floats.", "answer"),
    ("Their best argument is that it floats.", "argument"),
    ("Moss ignored the fact that it floats.", "ignored"),
    ("It was late, so Moss said no.", "said"),
]


@pytest.mark.parametrize(("text", "cue"), NOT_STATED)
def test_what_states_nothing(text: str, cue: str) -> None:
    assert not [r for r in reports(text, cue) if r.get("content")]


UNSAID = [
    ("Moss plans to say that it floats.", "say"),
    ("Moss intends to tell Pell that it floats.", "tell"),
    ("Clerks go on television to say that it floats.", "say"),
    ("Moss did not take to social media to say that it floats.", "say"),
    ("A scan can reveal that a hull leaks.", "reveal"),
]


@pytest.mark.parametrize(("text", "cue"), UNSAID)
def test_what_is_not_said_yet(text: str, cue: str) -> None:
    assert report(text, cue)["hypothetical"] is True


def test_who_fails_to_say_does_not_say() -> None:
    assert report("Moss failed to say whether it floats.", "say")["negated"] is True


def test_a_passive_of_quoting_leaves_the_report_to_saying() -> None:
    text = "Moss was quoted by the Courier as saying that it floats."
    assert reports(text, "quoted") == []
    assert report(text, "saying")["outlet"] == "the Courier"


def test_whoever_else_learns_something_tells_nobody() -> None:
    kinds = {r.kind for r in tagged("Moss learned that it leaks.") if r.lemma == "learn"}
    assert kinds == {RelationKind.THOUGHT}
    kinds = {r.kind for r in tagged("The Courier has learned that it leaks.") if r.source}
    assert RelationKind.SPEECH in kinds
