"""What holds for every text, however odd."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.document.paragraphs import split
from onrecord.quotations import find
from onrecord.types import QuotedString

MARKS = [
    "“", "”", '"', "'", "‘", "’", "«", "»", "‹", "›", "„", "‚", ",,", "''", "``", "`", "「", "」",
    '\\"', "\\u201c", "&quot;", "&ldquo;", "&#8217;", "&amp;quot;", "â€œ", "â€™", "â€",
]  # fmt: skip
OTHERS = [
    "a", "The mill", "cats", "goin", "said", "I", "12", "5'10", "s", "中", "😀", " ", "  ", ".",
    ",", "!", ":", "(", ")", "…", "—", "– ", "- ", "1. ", "\n", "\n\n", "\u2028", "\x00", "\ud800",
    '<a b="', ">",
]  # fmt: skip
texts = st.lists(st.sampled_from(MARKS) | st.sampled_from(OTHERS), max_size=60).map("".join)
any_text = texts | st.text(max_size=200)
many = settings(max_examples=300, deadline=None)


def strings(text: str) -> tuple[QuotedString, ...]:
    return find(text, split(text))


@many
@given(any_text)
def test_spans_are_in_range_and_in_order(text: str) -> None:
    found = strings(text)

    for string in found:
        assert 0 <= string.outer.start < string.outer.end <= len(text)
        assert string.parts
        assert string.outer.start <= string.parts[0].start
        assert string.parts[-1].end <= string.outer.end
        assert all(one.end <= other.start for one, other in pairwise(string.parts))
    keys = [(string.outer.start, -string.outer.end) for string in found]
    assert keys == sorted(keys)


@many
@given(any_text)
def test_strings_are_properly_nested(text: str) -> None:
    found = strings(text)

    for position, string in enumerate(found):
        if string.parent is None:
            assert string.depth == 0
            assert all(
                other.outer.end <= string.outer.start
                for other in found[:position]
                if other.depth == 0
            )
        else:
            around = found[string.parent]
            assert string.parent < position
            assert string.depth == around.depth + 1
            assert around.outer.contains(string.outer)
            assert any(part.overlaps(string.outer) for part in around.parts)


@many
@given(any_text)
def test_no_part_starts_or_ends_with_white_space(text: str) -> None:
    for string in strings(text):
        for part in string.parts:
            assert part.of(text) == part.of(text).strip()


@many
@given(any_text)
def test_a_paragraph_more_behind_the_text_changes_nothing(text: str) -> None:
    assert strings(text + "\n\nThe mill is quiet.") == strings(text)


@many
@given(any_text)
def test_a_paragraph_more_before_the_text_moves_the_strings_and_no_more(text: str) -> None:
    lead = "The mill is quiet.\n\n"

    moved = [
        (string.outer.start - len(lead), string.outer.end - len(lead), string.depth, string.style)
        for string in strings(lead + text)
    ]
    assert moved == [(s.outer.start, s.outer.end, s.depth, s.style) for s in strings(text)]


@many
@given(texts, st.sampled_from(MARKS))
def test_a_stray_mark_spoils_no_other_paragraph(text: str, mark: str) -> None:
    kept = "“We sail,” said Ilse. ‘At dawn.’"
    lead = f"{text}\n\nThe mill is{mark} quiet.\n\nThe port is shut.\n\n"

    moved = [string.outer.start - len(lead) for string in strings(lead + kept)]
    assert moved[-2:] == [string.outer.start for string in strings(kept)]


@many
@given(any_text)
def test_the_same_text_gives_the_same_strings(text: str) -> None:
    assert strings(text) == strings(text)
