"""Signs of how an article is printed."""

from __future__ import annotations

import pytest

from onrecord.confidence.text import FEWEST_WORDS, Print
from onrecord.types import QuotedString, TextSpan
from tests.build import document, span

CLEAN = document("The lamps burn . “ None of them ” he said .", "Nobody came .")


def quoted(start: int, end: int, *, closed: bool = True) -> QuotedString:
    return QuotedString((TextSpan(start + 1, end - 1),), TextSpan(start, end), closed=closed)


def in_marks() -> QuotedString:
    words = span(CLEAN, "“None of them”")
    return quoted(words.start, words.end)


def test_a_clean_article_has_no_signs() -> None:
    assert Print(CLEAN, (in_marks(),)).of_article == {}


def test_an_article_without_capitals_shows() -> None:
    lower = document("the lamps burn in the old town . " * 4)
    assert Print(lower, ()).of_article == {"article without capitals": 1.0}


def test_a_few_words_in_lower_case_are_no_article() -> None:
    short = document(" ".join(["lamps"] * (FEWEST_WORDS - 1)))
    assert Print(short, ()).of_article == {}


@pytest.mark.parametrize(
    ("word", "misread"),
    [("c0uncil", True), ("coun1cil", True), ("20th", False), ("B52s", False), ("g7", False)],
)
def test_a_digit_among_letters_is_a_misread_letter(word: str, misread: bool) -> None:
    text = document(f"The {word} met in Osmark .")
    assert ("letters misread" in Print(text, ()).of_article) is misread


def test_more_misread_words_say_more_up_to_one_in_twenty() -> None:
    few = Print(document("The c0uncil met . " + "Lamps burn . " * 50), ()).of_article
    many = Print(document("The c0uncil m3et . " * 50), ()).of_article
    assert 0 < few["letters misread"] < many["letters misread"] == 1.0


def test_a_mark_that_belongs_to_no_string_shows_in_its_paragraph() -> None:
    stray = Print(CLEAN, ())
    assert stray.of_article == {"marks without partner in the article": 1.0}
    assert stray.has_stray_marks(CLEAN.paragraphs[0])
    assert not stray.has_stray_marks(CLEAN.paragraphs[1])


def test_a_string_that_is_never_closed_shows() -> None:
    whole = in_marks().outer
    unclosed = Print(CLEAN, (quoted(whole.start, whole.end, closed=False),))
    assert unclosed.has_stray_marks(CLEAN.paragraphs[0])
