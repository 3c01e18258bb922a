"""Turns of transcripts and interviews, and what only looks like them."""

from __future__ import annotations

import pytest

from onrecord.document.paragraphs import split
from onrecord.quotations import find
from onrecord.quotations.turns import turns


def words(text: str) -> list[str]:
    return [span.of(text) for span in turns(text, split(text)).values()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("RUIZ: Why?\nVERRIN: I know.\nRUIZ: And you?", ["Why?", "I know.", "And you?"]),
        ("ANA RUIZ, HOST: Why?\nVERRIN (by phone): I know.", ["Why?", "I know."]),
        ("Ana Ruiz: Why?\nVerrin: I know.\nRuiz: And?", ["Why?", "I know.", "And?"]),
        ("Q: When?\nA: At dawn.\nQ. Why?\nA. Mud.", ["At dawn.", "Mud."]),
        ("Q    When?\nA    At dawn.\nQ\tWhy?", ["At dawn."]),
        ("A  mill burned.\nA  port is shut.", []),
        ("RUIZ: Why?\n(APPLAUSE)\nVERRIN: I know.\nRUIZ: You?", ["Why?", "I know.", "You?"]),
        ("TRANSCRIPT: The mill\nRUIZ: Why?\nVERRIN: I know.", ["Why?", "I know."]),
        ("Where: the mill\nWhen: noon\nWho: Ana Ruiz", []),
        ("PORT SELE: The mill burned.\nMARROW: It rained.", []),
        ("Ruiz: I know.", []),
        ("Note: we sail.\nNote: we sail.", []),
        ("Q: When is it?", []),
        ("The time is 9: Why?\nthe end: I know.", []),
    ],
)
def test_turns(text: str, found: list[str]) -> None:
    assert words(text) == found


def strings(text: str) -> list[tuple[str, int, str]]:
    return [(s.outer.of(text), s.depth, s.style) for s in find(text, split(text))]


def test_a_turn_is_a_string_without_marks_and_holds_those_inside() -> None:
    text = "RUIZ: Why?\nVERRIN: He told me, “No.”\nRUIZ: You?"

    assert strings(text) == [
        ("Why?", 0, "turn"),
        ("He told me, “No.”", 0, "turn"),
        ("“No.”", 1, "double"),
        ("You?", 0, "turn"),
    ]


def test_marks_around_the_words_alone_are_enough() -> None:
    text = "RUIZ: “Why?”\nVERRIN: “I know.”"

    assert strings(text) == [("“Why?”", 0, "double"), ("“I know.”", 0, "double")]


def test_marks_around_the_label_too() -> None:
    text = '"RUIZ: Why?\n\n"VERRIN: I know.\n\n"RUIZ: And you?"'

    assert strings(text) == [
        ("Why?", 0, "turn"),
        ("I know.", 0, "turn"),
        ('And you?"', 0, "turn"),
    ]
