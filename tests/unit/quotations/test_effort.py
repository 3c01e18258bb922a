"""How much work the marks of a text may cost."""

from __future__ import annotations

from onrecord.document.paragraphs import split
from onrecord.quotations.effort import FREE, Effort, left_alone
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


def test_paragraphs_that_are_left_alone_are_counted() -> None:
    plain = "The mill is shut.\n\n"
    thicket = '"a" ' * FREE + "\n\n"
    text = plain + thicket + "“We sail,” said Ilse Randow.\n\n" + '"a"\n\n'

    assert left_alone(plain, split(plain)) == 0
    assert left_alone(text, split(text)) == 1
    assert left_alone(thicket * 2, split(thicket * 2)) == 2
