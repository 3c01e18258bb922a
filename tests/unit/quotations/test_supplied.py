"""Marks that the text lacks."""

from __future__ import annotations

import pytest

from onrecord.document.paragraphs import split
from onrecord.quotations import find


def contents(text: str) -> list[str]:
    return [string.parts[0].of(text) for string in find(text, split(text))]


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "''"])
def test_an_opening_mark_that_is_missing_behind_a_tag(marks: str) -> None:
    text = f"{marks[0]}We sail,{marks[1]} said Mr. Randow. Look around. The port is shut.{marks[1]}"

    assert contents(text) == ["We sail,", "Look around. The port is shut."]


def test_a_closing_mark_of_another_set_before_the_tag() -> None:
    text = '“We sail," said Ilse Randow. Look around. The port is shut.”'

    assert contents(text) == ["We sail,", "Look around. The port is shut."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # no mark is missing
        ('"We sail," said Ilse. He called it "a mill" and "a port."',
         ["We sail,", "a mill", "a port."]),
        # inches
        ('"We sail," said Ilse. The board was 12".', ["We sail,"]),
        # no tag before
        ('"We sail," and so on. The port is shut."', ["We sail,"]),
        # no stop inside the mark
        ('"We sail," said Ilse. The port" is shut.', ["We sail,"]),
    ],
)  # fmt: skip
def test_none_is_supplied_where_none_is_missing(text: str, found: list[str]) -> None:
    assert contents(text) == found
