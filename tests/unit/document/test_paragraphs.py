"""Where the paragraphs of a text are."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.document.paragraphs import split
from tests.pace import patience

FERRIES = (
    "The ferry company said on Tuesday that it would cancel all sailings between Orvy and Port "
    "Wessick until the storm had passed, and asked passengers to stay at home."
)
CAPTAIN = (
    "“We will not put a single passenger at risk,” said Ilse Randow, the harbour master, who has "
    "run the port since the old pier fell. “The sea does not read our timetable.”"
)
UNION = (
    "The leaders of the dockers said they had been told nothing of the plan. A meeting is due on "
    "Friday, and the mayor, who was abroad, is expected back by then."
)
STORY = (FERRIES, CAPTAIN, UNION)


def paragraphs(text: str) -> list[str]:
    return [paragraph.of(text) for paragraph in split(text)]


def unwrapped(text: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in paragraphs(text)]


def wrapped(width: int, between: str = "\n\n", indent: str = "") -> str:
    return between.join(textwrap.fill(p, width, initial_indent=indent) for p in STORY)


class TestLines:
    def test_every_line_that_holds_something_is_a_paragraph(self) -> None:
        assert paragraphs("\n One. \n\n\tTwo.\n \nThree.") == ["One.", "Two.", "Three."]

    @pytest.mark.parametrize("end", list("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029") + ["\r\n"])
    def test_line_ends(self, end: str) -> None:
        assert paragraphs(f"One.{end}Two.") == ["One.", "Two."]

    def test_a_text_without_content_has_no_paragraphs(self) -> None:
        assert paragraphs("") == paragraphs(" \n\t\u2028\xa0") == []

    def test_one_line_a_paragraph_stays_so(self) -> None:
        assert paragraphs("\n".join(STORY)) == list(STORY)

    def test_headings_without_full_stop_are_not_joined(self) -> None:
        lines = [
            "What we know",
            "The bridge is shut",
            "The ferry is late, nobody knows why",
            FERRIES,
        ]

        assert paragraphs("\n".join(lines)) == lines

    def test_lists_of_lines_of_one_width_are_not_joined(self) -> None:
        lines = [
            "The bridge will be shut for a month from Tuesday, the council said",
            "The ferry will run every hour instead of twice a day, the firm said",
            "Schools in the upper town stay open until the end of the long term",
            "The market moves to the quay for as long as the bridge works go on",
        ]

        assert paragraphs("\n".join(lines)) == lines

    def test_verse_is_not_joined(self) -> None:
        lines = ["the mill is still, the river", "runs on", "and on below the hill", "to Orvy"]

        assert paragraphs("\n".join(lines)) == lines


class TestLinesBrokenByWidth:
    @pytest.mark.parametrize("width", [60, 66, 72, 80, 100])
    def test_blocks_are_joined(self, width: int) -> None:
        assert unwrapped(wrapped(width)) == list(STORY)

    def test_with_the_line_ends_of_mail(self) -> None:
        assert unwrapped(wrapped(72).replace("\n", "\r\n")) == list(STORY)

    def test_the_paragraph_spans_its_line_ends(self) -> None:
        text = wrapped(72)

        assert split(text)[0].of(text) == textwrap.fill(FERRIES, 72)

    def test_an_indented_line_starts_a_paragraph(self) -> None:
        assert unwrapped(wrapped(72, "\n", "   ")) == list(STORY)

    def test_a_short_line_ends_a_paragraph(self) -> None:
        assert unwrapped(wrapped(72, "\n")) == list(STORY)

    def test_headlines_and_items_stay_apart(self) -> None:
        text = f"STORM STOPS FERRIES\nBy Greta Lund\n\n{wrapped(72)}\n- One boat\n- Two boats"

        assert unwrapped(text) == [
            "STORM STOPS FERRIES", "By Greta Lund", *STORY, "- One boat", "- Two boats",
        ]  # fmt: skip


@given(st.text(alphabet=st.sampled_from("ab .\n\r\t\u2028“\ud800"), max_size=300))
def test_paragraphs_are_in_order_and_hold_all_that_is_not_white_space(text: str) -> None:
    found = split(text)

    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))
    assert all(p.of(text) == p.of(text).strip() for p in found)
    assert "".join("".join(p.of(text).split()) for p in found) == "".join(text.split())


@pytest.mark.parametrize("line", ["a\n", "a few words\n\n", "\n", " \n", "word " * 14 + "\n"])
def test_time_grows_in_line_with_the_length(line: str) -> None:
    def seconds(length: int) -> float:
        text = line * (length // len(line))
        start = time.process_time()
        split(text)
        return time.process_time() - start

    once, four_times = (min(seconds(n) for _ in range(3)) for n in (100_000, 400_000))
    assert four_times < 8 * once + patience(0.2)
