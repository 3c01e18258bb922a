"""How a mark may be read by what stands around it."""

from __future__ import annotations

import pytest

from onrecord.quotations.costs import Lead
from onrecord.quotations.readings import Mark, readings


def last(text: str, following: str = "") -> Mark:
    return readings(text, 0, len(text), following)[-1]


@pytest.mark.parametrize("text", ["said “We", 'said "We', "(“We", '—"We', "said “$5", "said “…and"])
def test_a_mark_before_a_word_opens(text: str) -> None:
    assert last(text).costs.opens == 0


@pytest.mark.parametrize("text", ["go,” he", 'go," he', "go”)", 'go"—he', "go ”", 'go."'])
def test_a_mark_behind_a_word_closes(text: str) -> None:
    assert last(text).costs.closes < 1


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("“We", Lead.START),
        ("• “We", Lead.START),
        ("2. “We", Lead.START),
        ("“‘We", Lead.START),
        ("Ilse: “We", Lead.INTRODUCED),
        ("Ilse said, “We", Lead.INTRODUCED),
        ("Ilse spoke. “We", Lead.SENTENCE),
        ("“No.” “We", Lead.SENTENCE),
        ("a so-called “We", Lead.INSIDE),
    ],
)
def test_what_leads_up_to_a_mark(text: str, lead: Lead) -> None:
    assert last(text).lead is lead


def test_a_missing_end_costs_less_where_the_next_paragraph_opens_the_mark_again() -> None:
    assert last("'We sail.", "'At").left_open < last("'We sail.", "At").left_open


def test_guillemets_that_point_inwards_change_sides() -> None:
    opening, closing = readings("»We sail«, she", 0, 14, "")

    assert opening.costs.opens == 0
    assert closing.costs.closes == 0


def test_a_mark_behind_a_number_may_be_inches() -> None:
    assert last('a 12" board').costs.ignored < last('a red" board').costs.ignored
