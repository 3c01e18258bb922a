"""Strings marked once over several paragraphs."""

from __future__ import annotations

import pytest

from onrecord.document.paragraphs import split
from onrecord.quotations import find
from onrecord.quotations.bridges import LONGEST

MARKS = ["“”", '""', "‘’", "''", "«»"]


def contents(text: str) -> list[list[str]]:
    return [[part.of(text) for part in string.parts] for string in find(text, split(text))]


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_a_statement_marked_once_is_one_string(marks: str, apart: str) -> None:
    lines = ["We sail.", "It’s the dockers’ port.", "We will be back."]
    text = f"Ilse said: {marks[0]}{apart.join(lines)}{marks[1]}"

    assert contents(text) == [lines]


def test_a_tag_may_stand_behind_what_opens_its_paragraph() -> None:
    text = "“We sail.\n\nIt is cold.\n\nWe will be back,” said Ilse Randow. “Soon.”"

    assert contents(text) == [["We sail.", "It is cold.", "We will be back,"], ["Soon."]]


def test_strings_of_another_kind_may_stand_inside() -> None:
    text = "Ilse said: “We sail.\n\nThey call it ‘the mill’ here.\n\nWe will be back.”"

    assert contents(text) == [
        ["We sail.", "They call it ‘the mill’ here.", "We will be back."],
        ["the mill"],
    ]


def test_it_goes_on_from_the_last_paragraph_that_opened_the_mark_again() -> None:
    text = "“We sail.\n\n“At dawn.\n\nIt is cold.\n\nWe will be back.”"

    assert contents(text) == [["We sail.", "At dawn.", "It is cold.", "We will be back."]]


def test_the_article_may_go_on_behind_the_closing_mark() -> None:
    text = "He wrote: “We sail.\n\nIt is cold.\n\nWe will be back.” Then he left."

    assert contents(text) == [["We sail.", "It is cold.", "We will be back."]]


STRAY = [
    # a slip in mid-sentence
    'The mill" is old.\n\nThe port is shut.\n\nIt is cold.',
    # an opening mark follows first
    "“We sail.\n\nThe port is shut.\n\n“It is cold,” said Ilse Randow.",
    # nothing closes
    "“We sail.\n\nThe port is shut.\n\nIt is cold.",
    # the closing mark neither ends its paragraph nor has a tag
    "“We sail.\n\nThe port is shut.\n\nThe mill” is old and grey.",
    # marks of two sets
    '“We sail.\n\nThe port is shut.\n\nIt is cold."',
    # a tag on both sides: two strings, each of which lost a mark
    "“Yes,” said Ilse. “We sail.\n\nThe port is shut.\n\nIt is cold,” said Orla Fenn.",
    "“Yes,” said Ilse. “We sail.\n\nThe port is shut.\n\nIt is cold.” It rained.",
    # turns of a transcript between
    "“We sail.\n\nQ: Why?\n\nA: It is cold.\n\nQ: When?\n\nA: Soon.\n\nWe will be back.”",
]


@pytest.mark.parametrize("text", STRAY)
def test_a_stray_mark_takes_in_no_paragraph(text: str) -> None:
    found = find(text, split(text))

    assert all(len(string.parts) == 1 for string in found)


def test_a_bridge_has_a_longest_length() -> None:
    def parts(between: int) -> int:
        text = "“We sail.\n" + "The port is shut.\n" * between + "We will be back.”"
        return len(find(text, split(text))[0].parts)

    assert parts(LONGEST - 1) == LONGEST + 1
    assert parts(LONGEST) == 1
