"""Who answers in an interview without labels."""

from __future__ import annotations

from dataclasses import replace

from onrecord.attribution.interviewee import interviewee
from onrecord.attribution.scene import TURN, Scene
from onrecord.document.tree import Entity
from onrecord.types import QuotedString, TextSpan
from tests.unit.attribution.scenes import document, scene

LINES = ("Ida Marl met Orla Fenn .", "Marl keeps a weir .", "Why ?", "I know .", "Fenn left .")


def talk(*names: str, label: str = "PERSON") -> Scene:
    built = document(*LINES)
    entities: list[Entity] = []
    for name in names:
        start = built.text.find(name, entities[-1].span.end if entities else 0)
        span = TextSpan(start, start + len(name))
        entities.append(Entity(0, 1, label, span))
    answer = built.paragraphs[3]
    turn = QuotedString((answer,), answer, style=TURN)
    return Scene(replace(built, entities=tuple(entities)), (turn,), ())


def test_the_person_named_most_by_the_longest_name() -> None:
    seen = talk("Ida Marl", "Orla Fenn", "Marl", "Fenn")

    found = interviewee(seen)
    assert found is not None and found.of(seen.document.text) == "Ida Marl"


def test_names_behind_the_first_answer_do_not_count() -> None:
    seen = talk("Marl", "Fenn", "Fenn")

    found = interviewee(seen)
    assert found is not None and found.of(seen.document.text) == "Marl"


def test_nobody_where_no_person_is_named() -> None:
    assert interviewee(talk()) is None
    assert interviewee(talk("Ida Marl", label="ORG")) is None


def test_a_turn_behind_a_label_is_no_answer() -> None:
    built = document("RUIZ : Why ?")
    turn = QuotedString((TextSpan(7, 12),), TextSpan(7, 12), style=TURN)

    assert not Scene(built, (turn,), ()).is_answer(turn)
    assert scene(document("“ Why ? ”")).first_answer == len("“Why?”")


def test_a_name_that_is_no_entity_counts_where_it_comes_back() -> None:
    built = document("Ida/PROPN Marl/PROPN met Fenn .", "Ida/PROPN Marl/PROPN left .", "I know .")
    answer = built.paragraphs[2]
    span = TextSpan(built.text.find("Fenn"), built.text.find("Fenn") + 4)
    seen = replace(built, entities=(Entity(3, 4, "PERSON", span),))
    found = interviewee(Scene(seen, (QuotedString((answer,), answer, style=TURN),), ()))

    assert found is not None and found.of(built.text) == "Ida Marl"
