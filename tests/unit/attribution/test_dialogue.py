"""Turns of a dialogue without tags go to the other of two speakers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from onrecord.attribution import Decision, Scene
from onrecord.attribution.dialogue import in_turn
from onrecord.types import Candidate
from tests.unit.attribution.scenes import document, report, scene

ASK = "“ Was it cheese ? ” said=say/VERB Ruiz/PROPN/nsubj/said ."
TOLD = ("Ruiz", "Lund", "she")
ANSWER = "“ It was cheese , ” said=say/VERB Lund/PROPN/nsubj/said ."


def given(seen: Scene, *choices: tuple[int | None, int | None] | None) -> list[int | None]:
    """Which string each follows, after the rule, where each had the given report and string."""
    decisions: Sequence[Decision] = [
        Decision(Candidate(n, *choice) if choice else None, 0.9, 0.8, ())
        for n, choice in enumerate(choices)
    ]
    return [d.chosen.follows if d.chosen else None for d in in_turn(seen, decisions)]


def exchange(*turns: str, sources: tuple[str, str] = ("Ruiz", "Lund")) -> Scene:
    """Two turns with tags and what comes after."""
    built = document(*turns)
    tags = [report(built, "said", who, occurrence=n) for n, who in enumerate(sources, 1)]
    return scene(built, *tags)


def test_a_question_is_answered_by_the_other() -> None:
    seen = exchange(ANSWER, ASK, "“ I gave him a goat . ”", sources=("Lund", "Ruiz"))

    assert given(seen, (0, None), (1, None), (None, 1)) == [None, None, 0]
    ways = (Candidate(0, 0, None), Candidate(1, 1, None), Candidate(2, None, 1))
    *_, turn = in_turn(seen, [Decision(way, 0.9, 0.8, ()) for way in ways])
    assert turn.chosen is not None
    assert turn.chosen.rule.startswith("a turn of a dialogue")


def test_a_few_words_are_a_turn_without_a_question() -> None:
    seen = exchange(ASK, ANSWER, "“ Was it . ”")

    assert given(seen, (0, None), (1, None), (None, 1)) == [None, None, 0]


def test_a_longer_string_after_no_question_goes_on() -> None:
    seen = exchange(ASK, ANSWER, "“ And it was very good cheese . ”")

    assert given(seen, (0, None), (1, None), (None, 1)) == [None, None, 1]


def test_an_answer_to_a_tagged_question_may_be_long() -> None:
    asked = "“ Was it cheese ? ” asked=ask/VERB Ruiz/PROPN/nsubj/asked ."
    built = document(
        "“ It was old , ” she/PRON/nsubj/said said=say/VERB of all the things in the barn .",
        asked,
        "“ I gave him a goat . ”",
    )
    tags = (
        report(built, "said", "she"),
        report(built, "asked", "Ruiz", lemma="ask"),
    )
    assert given(scene(built, *tags), (0, None), (1, None), (None, 1)) == [None, None, 0]


def test_a_tag_of_another_paragraph_is_no_tag() -> None:
    seen = exchange(ANSWER, ASK, "“ I gave him a goat . ”", sources=("Lund", "Ruiz"))

    assert given(seen, (0, None), (1, None), (1, None)) == [None, None, 0]


def test_turn_follows_turn() -> None:
    seen = exchange(ASK, ANSWER, "“ Was it ? ”", "“ It was . ”")

    assert given(seen, (0, None), (1, None), (None, 1), (None, 2)) == [None, None, 0, 1]


@pytest.mark.parametrize(
    "last",
    ["“ Was it . ” Rain fell on all the old roofs .", "Rain . “ Was it . ”"],
    ids=["told behind", "told before"],
)
def test_a_turn_is_all_of_its_paragraph(last: str) -> None:
    assert given(exchange(ASK, ANSWER, last), (0, None), (1, None), (None, 1))[2] == 1


def test_one_speaker_has_no_turns() -> None:
    seen = exchange(ASK, ANSWER.replace("Lund", "Ruiz"), "“ Was it . ”", sources=("Ruiz", "Ruiz"))

    assert given(seen, (0, None), (1, None), (None, 1))[2] == 1


def test_a_surname_is_the_same_as_the_full_name() -> None:
    built = document(
        "“ Was it cheese ? ” said=say/VERB Ana/PROPN Ruiz/PROPN .",
        "“ It was , ” said=say/VERB Ruiz/PROPN .",
        "“ Was it . ”",
    )
    tags = [report(built, "said", "Ana Ruiz"), report(built, "said", "Ruiz", occurrence=2)]

    assert given(scene(built, *tags), (0, None), (1, None), (None, 1))[2] == 1


def test_he_and_she_are_two_though_a_tag_stands_between_the_strings_of_one() -> None:
    built = document(
        "“ I wanted a pony , ” she/PRON said=say/VERB .",
        "“ No pony , ” he/PRON said=say/VERB . “ A donkey . ”",
        "“ A pony . ”",
    )
    tags = [report(built, "said", "she"), report(built, "said", "he", occurrence=2)]
    seen = scene(built, *tags)

    assert given(seen, (0, None), (1, None), (1, None), (None, 2))[3] == 0


def test_a_name_behind_a_pronoun_is_another_where_each_has_a_tag_of_its_own() -> None:
    built = document(
        "“ Was it cheese ? ” she/PRON said=say/VERB .",
        "“ It was , ” said=say/VERB Ruiz/PROPN .",
        "“ Was it . ”",
    )
    tags = [report(built, "said", "she"), report(built, "said", "Ruiz", occurrence=2)]

    assert given(scene(built, *tags), (0, None), (1, None), (None, 1))[2] == 0


def test_a_pronoun_and_a_name_may_be_one_where_the_tag_stands_in_a_story() -> None:
    built = document(
        "“ Was it cheese ? ” she/PRON said=say/VERB and put the plate back on its shelf .",
        "“ It was , ” said=say/VERB Ruiz/PROPN .",
        "“ Was it . ”",
    )
    tags = [report(built, "said", "she"), report(built, "said", "Ruiz", occurrence=2)]

    assert given(scene(built, *tags), (0, None), (1, None), (None, 1))[2] == 1


def test_a_string_with_a_tag_keeps_it() -> None:
    built = document(ASK, ANSWER, "“ Was it , ” said=say/VERB she .")
    tags = [report(built, "said", who, occurrence=n) for n, who in enumerate(TOLD, 1)]

    assert given(scene(built, *tags), (0, None), (1, None), (2, None))[2] is None


def test_nobodys_words_are_no_turn() -> None:
    seen = exchange(ASK, ANSWER, "“ Was it . ”")

    assert given(seen, (0, None), (1, None), None)[2] is None
    assert given(seen, (0, None), None, (None, 1))[2] == 1


def test_the_items_of_a_list_are_no_turns() -> None:
    seen = exchange(ASK, ANSWER, "• “ Was it . ”")

    assert given(seen, (0, None), (1, None), (None, 1)) == [None, None, 1]
