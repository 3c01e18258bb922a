"""Turns of transcripts and interviews, and what only looks like them."""

from __future__ import annotations

from time import perf_counter

import pytest

from onrecord.document.paragraphs import split
from onrecord.quotations import find
from onrecord.quotations.turns import turns
from tests.pace import in_time


def words(text: str) -> list[str]:
    found = turns(text, split(text)).values()
    return [" … ".join(span.of(text) for span in pieces) for pieces in found]


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
        ("Where: I know.\nMill: Our mill.\nMill: You know.", []),
        ("Q1: When?\nA1: At dawn.\nQ2. Why?\nA2. Mud.", ["At dawn.", "Mud."]),
        ("Q: When? A: At dawn.\nQ: Why? A: Mud.", ["At dawn.", "Mud."]),
        ("Q: Is it A. Smith?\nA: No.", ["No."]),
        ("**Q: When?**\n**A:** At dawn.\n**Q: Why?**\n**A:** Mud.", ["At dawn.", "Mud."]),
        ("Q: **When?**\nA: At dawn.", ["At dawn."]),
        ("**RUIZ:** Why?\n**VERRIN:** I know.\n**RUIZ**: You?", ["Why?", "I know.", "You?"]),
        (
            "RUIZ (0:14):\nWhy?\nVERRIN (0:20):\nI know.\nRUIZ (0:31):\nAnd?",
            ["Why?", "I know.", "And?"],
        ),
        ("RUIZ:", []),
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Q: When?\nVerrin: I know.\nQ: Why?\nVerrin: Mud.", ["I know.", "Mud."]),
        ("Interviewer: When?\nVerrin: I know.\nInterviewer: And?\nVerrin: No.", ["I know.", "No."]),
        (
            "THE SELE HERALD: When?\nVERRIN: I know.\nTHE SELE HERALD: So.\nVERRIN: No.",
            ["I know.", "No."],
        ),
        ("PERCH: When?\nVerrin: I know.\nPERCH: So.\nVerrin: No.", ["I know.", "No."]),
        ("Ana Verrin sat.\nRM: When?\nAV: I know.\nRM: So.\nAV: No.", ["I know.", "No."]),
        (
            "Roy Marl met Ana Verrin.\nRM: When?\nAV: I know.\nRM: So.\nAV: No.",
            ["When?", "I know.", "So.", "No."],
        ),
        (
            "MS. HERALD: When?\nVERRIN: I know.\nMS. HERALD: So.\nVERRIN: No.",
            ["When?", "I know.", "So.", "No."],
        ),
        (
            "Q: When?\nRUIZ: I know.\nMARL: Are you?\nQ: So?\nRUIZ: No.",
            ["When?", "I know.", "Are you?", "So?", "No."],
        ),
    ],
    ids=["Q", "interviewer", "outlet", "capitals", "initials", "named", "title", "others ask"],
)
def test_who_only_asks_in_an_interview(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_what_has_no_label_goes_on_with_the_turn_up_to_a_heading_or_an_aside() -> None:
    text = "RUIZ: Why?\nVERRIN: I know.\nIt was mud.\nOf the mill\nSo it was.\nRUIZ: And you?"

    assert words(text) == ["Why?", "I know. … It was mud.", "And you?"]


@pytest.mark.parametrize("told", ["Verrin pours tea.", "(Laughter.)", "*He laughs.*", "On tea"])
def test_what_is_told_between_turns_is_nobodys(told: str) -> None:
    assert words(f"RUIZ: Why?\nVERRIN: I know.\n{told}\nRUIZ: And you?")[1] == "I know."


def test_behind_the_last_turn_the_article_goes_on() -> None:
    assert words("RUIZ: Why?\nVERRIN: I know.\nRUIZ: You?\nIt rained.")[-1] == "You?"


def test_a_turn_of_two_paragraphs_is_one_string_and_holds_those_inside() -> None:
    text = "RUIZ: Why?\nVERRIN: I know.\nHe said, “No.\nRUIZ: And you?"

    assert strings(text)[1:3] == [("I know.\nHe said, “No.", 0, "turn"), ("“No.", 1, "double")]
    assert strings(text)[3] == ("And you?", 0, "turn")


def test_what_marks_hold_goes_on_as_marks_do() -> None:
    text = "RUIZ: Why?\nVERRIN: “I know.\n“It was mud.”\nRUIZ: And you?"

    assert ("“I know.\n“It was mud.”", 0, "double") in strings(text)


def test_the_time_for_turns_grows_in_line_with_their_number() -> None:
    text = "\n".join(f"SPEAKER N{n}: Why, you {n}?\nIt was mud." for n in range(8_000))
    start = perf_counter()

    assert len(words(text)) == 8_000
    assert in_time(perf_counter() - start, 2.0)
