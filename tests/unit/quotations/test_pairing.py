"""The cheapest reading of all marks of a paragraph."""

from __future__ import annotations

import pytest

from onrecord.quotations.pairing import NARROW, Pair, pairs
from onrecord.quotations.readings import readings


def paired(text: str, width: int = 8) -> list[Pair]:
    return pairs(text, readings(text, 0, len(text), ""), False, width)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("“a” “b”", [Pair(0, 1), Pair(2, 3)]),
        ("“a ‘b’ c”", [Pair(1, 2), Pair(0, 3)]),
        ('"a "b" c"', [Pair(1, 2), Pair(0, 3)]),
        ("“a", [Pair(0, None)]),
        ("“a. “b”", [Pair(0, None, 1), Pair(1, 2)]),
        ("“a, ‘b, c”", [Pair(1, None, 2), Pair(0, 2)]),
        ("a” “b”", [Pair(1, 2)]),
        ("“a’", [Pair(0, 1)]),
        ("the cats' and", []),
    ],
)
def test_the_pairs_of_a_paragraph(text: str, found: list[Pair]) -> None:
    assert paired(text) == found


def test_a_narrow_search_finds_what_is_plain() -> None:
    text = "“a ‘b’ c” said the cats’ mate, “d” and 'e'."

    assert paired(text, NARROW) == paired(text)


def test_where_readings_cost_the_same_the_earlier_end_wins() -> None:
    text = '"a," he said. I am not. b."'

    assert paired(text)[0] == Pair(0, 1)
