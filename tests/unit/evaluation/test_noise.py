"""Noise that moves nothing."""

from __future__ import annotations

import pytest

from evaluation.noise import NOISES, lower, scanned, unmarked

TEXT = "“We look to the İzmir coast,” Ada Quill said. “Nobody goes.” " * 40


@pytest.mark.parametrize("noise", NOISES)
def test_no_character_moves_and_the_noise_is_always_the_same(noise: str) -> None:
    worse = NOISES[noise](TEXT)
    assert len(worse) == len(TEXT)
    assert worse == NOISES[noise](TEXT)


def test_some_marks_are_lost_and_nothing_else() -> None:
    pairs = list(zip(TEXT, unmarked(TEXT), strict=True))
    assert {one for one, other in pairs if one != other} == {"“", "”"}
    assert 0.05 < sum(one != other for one, other in pairs) / TEXT.count("“") / 2 < 0.3


def test_a_few_letters_are_misread() -> None:
    changed = sum(one != other for one, other in zip(TEXT, scanned(TEXT), strict=True))
    assert 0 < changed < 0.02 * len(TEXT)


def test_lower_case_leaves_no_capital_but_those_that_would_grow() -> None:
    assert {c for c in lower(TEXT) if c.isupper()} == {"İ"}
