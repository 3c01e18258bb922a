"""The report that quoted words belong to, by the grammar alone."""

from __future__ import annotations

import pytest

from onrecord.attribution import Decision, Scene
from onrecord.attribution.settle import settled
from onrecord.types import Candidate, Feature
from tests.parses import parsed, strings, tagged


def scene(text: str) -> Scene:
    built = parsed(text)
    return Scene(built, strings(built), tagged(text))


def settle(text: str, cue: str | None, string: int = 0) -> str | None:
    """The cue that the string gets where the choice fell on another one."""
    read = scene(text)
    cues = [r.cue.of(text) if r.cue else None for r in read.reports]
    decisions = [Decision(None, 0.9, 0.9, ())] * len(read.strings)
    decisions[string] = Decision(Candidate(string, cues.index(cue), None), 0.9, 0.9, ())
    chosen = settled(read, decisions)[string].chosen
    assert chosen is not None and chosen.report is not None
    return cues[chosen.report]


SETTLED = [
    # where reports nest, the innermost
    ("Loy said the board had promised “a full refund”.", "said", "promised"),
    ("Loy said that the clerk had replied, “Who counts?”", "said", "replied"),
    # the cue of the clause, not one behind it
    ("He reckoned the dam was “a sieve”, but claimed the mill was sound.", "claimed", "reckoned"),
    # of two cues with one subject, the one beside the words
    ("She said the dam was shut, and promised a refund “in full”.", "said", "promised"),
    (
        "The pier will close in May, the trust said, blaming “a century of neglect”.",
        "said",
        "blaming",
    ),
    # to order somebody to do it is to say so
    ("A clerk told Loy that guards had ordered them to “stop digging”.", "told", "ordered"),
    # of a clause without a tense, its own subject
    ("It shows Loy shouting “Stop!”.", "shows", "shouting"),
    # the cue with the words in its object
    ("She read a letter in which Loy described himself as “a tired man”.", "read", "described"),
    ("The board apologised for what it called “a lapse”.", "apologised", "called"),
]


@pytest.mark.parametrize(("text", "chosen", "cue"), SETTLED)
def test_a_choice_that_the_grammar_does_not_allow(text: str, chosen: str, cue: str) -> None:
    assert settle(text, chosen) == cue


def test_what_stands_behind_the_label_of_a_headline_is_its_words() -> None:
    assert settle("Sergeant: Dam fell ‘with a bang’; two held ¶ It leaked.", "fell") is None


KEPT = [
    # what is denied is denied by the outer one
    ("Loy denied that he had called the dam “a sieve”.", "denied"),
    # one offers things, not words
    ("Loy said the board had offered her “half a boat”.", "said"),
    # nor does one ask for things in words
    ("Loy said the board had asked for a refund “by noon”.", "said"),
    # a verb without a tense of its own reports nothing by itself
    ("Marn said he kept asking “who had the key”.", "said"),
    ("Loy said the dam was “a sieve”.", "said"),
]


@pytest.mark.parametrize(("text", "cue"), KEPT)
def test_a_choice_that_stands(text: str, cue: str) -> None:
    assert settle(text, cue) == cue


def test_words_without_a_report_are_left_alone() -> None:
    text = "Loy said the dam was “a sieve”."
    read = scene(text)
    nobody = Decision(None, 0.1, 0.0, ())
    alone = Decision(Candidate(0, None, None), 0.9, 0.9, ())
    assert settled(read, [nobody]) == (nobody,)
    assert settled(read, [alone]) == (alone,)


def test_the_reason_is_told() -> None:
    text = "Loy said the board had promised “a full refund”."
    read = scene(text)
    (made,) = settled(read, [Decision(Candidate(0, 0, None), 0.9, 0.9, ())])
    assert made.chosen is not None
    assert made.chosen.rule == "where reports nest, the words are those of the innermost source"
    assert [feature.name for feature in made.chosen.evidence] == [made.chosen.rule]


def test_a_report_that_takes_the_words_has_its_own_evidence() -> None:
    text = "Loy said the board had promised “a full refund”."
    own, other = Feature("near", 1.0, 2.0), Feature("far", 1.0, 3.0)
    ways = (Candidate(0, 0, None, (other,)), Candidate(0, 1, None, (own,)))
    (made,) = settled(scene(text), [Decision(ways[0], 0.9, 0.9, ways)])
    assert made.chosen is not None
    assert made.chosen.evidence == (own, Feature(made.chosen.rule, 1.0))


def test_a_choice_that_stands_names_no_rule() -> None:
    (made,) = settled(
        scene("Loy said the dam was “a sieve”."), [Decision(Candidate(0, 0, None), 0.9, 0.9, ())]
    )
    assert made.chosen is not None
    assert made.chosen.rule == ""
