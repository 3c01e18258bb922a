"""Where a string ends whose closing mark is missing."""

from __future__ import annotations

import pytest

from onrecord.quotations.endings import before_mark, before_tag, is_tag, reporting_forms


def test_the_forms_of_reporting_verbs() -> None:
    forms = reporting_forms()

    assert {"said", "says", "told", "asked", "replied", "quipped", "wrote", "added"} <= forms
    assert not {"went", "begins", "hit", "that"} & forms


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("We lost, sighed the captain.", "We lost,"),
        ("Have we lost? asked Harbour Master Ilse Randow.", "Have we lost?"),
        ("We lost, he added,", "We lost,"),
        ("We lost, Ida Marl, a mail carrier, told the Herald.", "We lost,"),
        ("We lost, Ida Marl, 43, of Sele, said.", "We lost,"),
        ("We lost, Ida Marl, who keeps the weir, said.", "We lost,"),
        ("We met Ida Marl, a mail carrier, and rowed.", None),
        ("Then, in May, Maas said that we had lost.", None),
        ("We lost, which they said was bad.", None),
        ("We lost, and so did they.", None),
        ("We lost, said Maas. It was dark by then.", None),
        ("We lost, said Maas", None),
    ],
)
def test_a_string_ends_before_its_tag(text: str, end: str | None) -> None:
    assert before_tag(text, 0, len(text)) == (None if end is None else len(end))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("We lost, sighed the captain, a father of two. ", "We lost,"),
        ("We lost, thus the captain. ", "We lost,"),
        ("We lost the race and the boat ", "We lost the race and the boat "),
    ],
)
def test_a_string_ends_before_the_next_mark_at_the_latest(text: str, end: str) -> None:
    assert before_mark(text, 0, len(text)) == len(end)


def test_a_tag_has_its_verb_among_its_first_words() -> None:
    assert is_tag(" said Ilse Randow.", 0, 18)
    assert is_tag(" Harbour Master Ilse Randow said.", 0, 33)
    assert not is_tag(" and the mate of the old Tar Barge said", 0, 39)
