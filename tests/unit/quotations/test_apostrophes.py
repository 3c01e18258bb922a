"""Single marks that are apostrophes, possessives, elisions or primes."""

from __future__ import annotations

import pytest

from onrecord.quotations import apostrophes
from onrecord.quotations.costs import Costs

USUAL = Costs(0.5, 5, 3)


@pytest.mark.parametrize("word", ["em", "90s", "08", "til", "Twas", "n", "cause it rains"])
def test_an_elision_is_rather_ignored_than_opened(word: str) -> None:
    costs = apostrophes.opening("'" + word, 1, USUAL)

    assert costs.ignored < costs.opens


@pytest.mark.parametrize("word", ["We", "54 percent of it", "99.9", "12'", "d-minus", "nothing"])
def test_another_word_may_be_quoted(word: str) -> None:
    assert apostrophes.opening("'" + word, 1, USUAL) == USUAL


@pytest.mark.parametrize("before", ["the cartels' operations", "goin' home", "th' sea", "6' tall"])
def test_what_may_be_a_possessive_or_dropped_letter_is_rather_ignored(before: str) -> None:
    at = before.index("'")
    costs = apostrophes.closing(before, at, at + 1, before[at + 1])

    assert costs.ignored < costs.closes


@pytest.mark.parametrize("before", ["the dogs' and", "the dogs',", "a mill' and", "again' hat"])
def test_what_no_noun_can_follow_rather_closes(before: str) -> None:
    at = before.index("'")
    costs = apostrophes.closing(before, at, at + 1, before[at + 1])

    assert costs.closes < costs.ignored


def test_the_possessive_of_a_quoted_name_is_an_apostrophe() -> None:
    assert apostrophes.inside("”’s crew", 2, USUAL).ignored == 0
    assert apostrophes.inside(".’He", 2, USUAL) == USUAL


def test_a_mark_between_spaces_may_be_one_behind_a_stop() -> None:
    between = Costs(2, 1.5, 1.5)

    assert apostrophes.floating("said , ' We", 7, between).ignored > between.ignored
    assert apostrophes.floating("cartels ' boats", 8, between) == between
