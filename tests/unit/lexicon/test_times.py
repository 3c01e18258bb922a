"""Phrases of time."""

from __future__ import annotations

import pytest

from onrecord.lexicon.times import DAYS, MONTHS, PHRASE, is_part_of_a_name, may_tell_time

FOUND = [
    ("she left late on Tuesday", ["late on Tuesday"]),
    ("on 9 March 2021 at 5pm", ["on 9 March 2021", "at 5pm"]),
    ("on January 31, 2020", ["on January 31, 2020"]),
    ("in the summer of 1990", ["in the summer of 1990"]),
    ("In late 2020", ["In late 2020"]),
    ("on the night of 9 March", ["on the night of 9 March"]),
    ("in the early 1990s", ["in the early 1990s"]),
    ("he said at 10.30pm.", ["at 10.30pm"]),
    ("as recently as last week", ["as recently as last week"]),
    ("the night before, she left", ["the night before"]),
    ("over the weekend", ["over the weekend"]),
    ("forty minutes later", ["forty minutes later"]),
    ("two days ago", ["two days ago"]),
    ("earlier in the programme", ["earlier in the programme"]),
    ("at six in the evening", ["at six", "in the evening"]),
    # how long, how often, how many, whose
    ("for two years", []),
    ("every Sunday", []),
    ("in 1,200 homes", []),
    ("on Monday’s show", []),
    ("a few of the 5 may march", []),
    ("hours before she spoke", []),
]


@pytest.mark.parametrize(("text", "phrases"), FOUND)
def test_phrases_of_time(text: str, phrases: list[str]) -> None:
    assert [match.group() for match in PHRASE.finditer(text)] == phrases


def test_days_and_months_are_all_there() -> None:
    assert (len(DAYS), len(MONTHS)) == (7, 12)


def test_a_capital_that_no_day_has_is_of_a_name() -> None:
    assert is_part_of_a_name("Tonight")
    assert not is_part_of_a_name("Monday night")
    assert not is_part_of_a_name("at 9am")


@pytest.mark.parametrize("text", [text for text, phrases in FOUND if phrases])
def test_where_a_phrase_stands_a_word_tells_it(text: str) -> None:
    assert any(may_tell_time(word.strip(",")) for word in text.lower().split())


def test_other_words_tell_none() -> None:
    assert not any(map(may_tell_time, ["the", "dam", "said", ""]))
