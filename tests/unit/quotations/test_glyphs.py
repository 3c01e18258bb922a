"""What counts as a mark, and what stands around it."""

from __future__ import annotations

import pytest

from onrecord.quotations.glyphs import LONGEST_RUN, count, places


def glyphs(text: str) -> list[str]:
    return [place.glyph.written for place in places(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“a”", ["“", "”"]),
        ("don't, it’s, it`s, don&rsquo;t, don\\'t", []),
        ("cats' cat 's", ["'", "'"]),
        ("&ldquo;a&#8221; &amp;quot; &lt; &nosuch;", ["“", "”", '"']),
        ('\\"a\\" \\u2018b\\u2019', ['"', '"', "‘", "’"]),
        ("â€œaâ€\x9d â€˜bâ€™ aâ€” b", ["“", "”", "‘", "’"]),
        ("''a'' ``b''", ["''", "''", "``", "''"]),
        ("a,b, ,,c", [",,"]),
        ("rock 'n' roll", []),
        ('5\'10" and 6’2” and 9 ft 6" and 2" x 4"', []),
        ('<a href="b">c</a> d="e"', []),
        ('<said "yes"', ['"', '"']),
        ("'" * (2 * LONGEST_RUN + 2), []),
    ],
)
def test_the_marks_of_a_paragraph(text: str, found: list[str]) -> None:
    assert glyphs(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("'''We", ["''", "'"]),
        ("We.'''", ["'", "''"]),
        ("We''''us", ["''", "''"]),
    ],
)
def test_of_an_odd_number_of_single_marks_the_one_at_the_word_is_single(
    text: str, found: list[str]
) -> None:
    assert glyphs(text) == found


def test_marks_that_touch_share_what_stands_around_them() -> None:
    first, second = places('a "‘b', 0, 5)

    assert (first.before, first.after) == (second.before, second.after) == (" ", "b")
    assert (first.run_start, first.run_end) == (2, 4)


def test_nothing_beyond_the_paragraph_is_seen() -> None:
    (place,) = places("a”b", 1, 2)

    assert (place.before, place.after) == ("", "")


def test_all_that_could_be_marks_counts() -> None:
    assert count("“don't” &quot; ,, ,", 0, 19) == 5
