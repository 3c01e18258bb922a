from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.document.offsets import OffsetUnit, Ruler
from tests.pace import within

CODINGS = {
    OffsetUnit.CODEPOINT: ("utf-32-le", 4),
    OffsetUnit.UTF16: ("utf-16-le", 2),
    OffsetUnit.UTF8: ("utf-8", 1),
}


@pytest.mark.parametrize(
    ("unit", "length"), [(OffsetUnit.CODEPOINT, 15), (OffsetUnit.UTF16, 16), (OffsetUnit.UTF8, 22)]
)
def test_an_emoji_counts_differently_in_each_unit(unit: OffsetUnit, length: int) -> None:
    text = "😀 “Hi,” he said"
    assert Ruler(text, unit).at(len(text)) == length


def test_offsets_before_and_after_a_wide_character_differ() -> None:
    ruler = Ruler("a😀b", OffsetUnit.UTF16)
    assert [ruler.at(offset) for offset in range(4)] == [0, 1, 3, 4]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(OffsetUnit), st.data())
def test_what_an_offset_cuts_off_is_the_same_in_every_unit(
    text: str, unit: OffsetUnit, data: st.DataObject
) -> None:
    offset = data.draw(st.integers(0, len(text)))
    coding, width = CODINGS[unit]
    cut = text.encode(coding)[: Ruler(text, unit).at(offset) * width]
    assert cut.decode(coding) == text[:offset]


@pytest.mark.parametrize("unit", OffsetUnit)
def test_a_long_text_of_wide_characters_is_measured_quickly(unit: OffsetUnit) -> None:
    text = "😀" * 200_000
    with within(4):
        ruler = Ruler(text, unit)
        assert [ruler.at(offset) for offset in range(0, 200_000, 10)][1] == 10 * ruler.at(1)
