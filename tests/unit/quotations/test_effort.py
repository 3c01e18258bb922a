"""How much work the marks of a text may cost."""

from __future__ import annotations

from onrecord.quotations.effort import FREE, Effort
from onrecord.quotations.pairing import NARROW, WIDTH


def test_the_first_thousands_of_marks_are_read_in_full() -> None:
    effort = Effort.for_length(200_000)

    assert effort.spend(FREE, FREE) == WIDTH
    assert effort.spend(1, 1_000) == NARROW


def test_a_paragraph_without_marks_costs_nothing() -> None:
    assert Effort.for_length(10).spend(0, 10) == 0


def test_what_is_all_marks_is_left_alone_once_the_effort_is_spent() -> None:
    effort = Effort.for_length(1_000)
    effort.spend(FREE, FREE)

    assert effort.spend(1_000, 1_000) == 0
    assert effort.spend(10, 1_000) == NARROW
