"""The word splitter, and what the model is told of each word."""

from __future__ import annotations

import pytest

from onrecord.document.paragraphs import split
from onrecord.quotations import find
from onrecord.tagging.learned.words import Case, Quoted, Words, case_of, read
from tests.pace import within


def words(text: str) -> Words:
    paragraphs = split(text)
    return read(text, paragraphs, find(text, paragraphs))


def cut(text: str) -> list[str]:
    found = words(text)
    return [text[s:e] for s, e in zip(found.starts, found.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Ada Quill’s boat", ["Ada", "Quill", "’s", "boat"]),
        ("She didn't sail.", ["She", "did", "n't", "sail", "."]),
        ("a 24-hour stay", ["a", "24", "-", "hour", "stay"]),
        ("the U.S. Senate", ["the", "U.S.", "Senate"]),
        ("It sank--twice... ''Oh''", ["It", "sank", "--", "twice", "...", "''", "Oh", "''"]),
        ("“No,” he’d say", ["“", "No", ",", "”", "he", "’d", "say"]),
        ("$3m (net)", ["$", "3m", "(", "net", ")"]),
    ],
)
def test_words_end_where_spans_can_end(text: str, pieces: list[str]) -> None:
    assert cut(text) == pieces


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("boat", Case.LOWER),
        ("Quill", Case.TITLE),
        ("A", Case.TITLE),
        ("NATO", Case.UPPER),
        ("McFee", Case.MIXED),
        ("2031", Case.DIGITS),
        ("—", Case.MARK),
        ("’s", Case.LOWER),
    ],
)
def test_case(word: str, case: Case) -> None:
    assert case_of(word) is case


@pytest.mark.parametrize(
    "text",
    [
        '"We sail," she said.',
        "“We sail,” she said.",
        "''We sail,'' she said.",
        "«We sail,» she said.",
    ],
)
def test_all_styles_of_marks_read_alike(text: str) -> None:
    found = words(text)
    assert found.forms == ('"', "we", "sail", ",", '"', "she", "said", ".")
    assert found.quoted[:6] == (
        Quoted.OPENING, Quoted.FIRST, Quoted.INSIDE, Quoted.LAST, Quoted.CLOSING, Quoted.OUTSIDE,
    )  # fmt: skip


def test_single_marks_that_quote_read_as_double_ones_and_apostrophes_do_not() -> None:
    found = words("‘We sail for Ada’s isle,’ she said.")
    assert found.forms[0] == '"'
    assert "'s" in found.forms
    assert found.quoted[0] == Quoted.OPENING


def test_a_string_inside_a_string_is_nested() -> None:
    found = words("“He told me ‘never again’ and left,” she said.")
    states = dict(zip(found.forms, found.quoted, strict=True))
    assert states["never"] == Quoted.NESTED
    assert states["left"] == Quoted.INSIDE
    assert states["she"] == Quoted.OUTSIDE


def test_marks_are_no_edges_and_paragraphs_are_numbered() -> None:
    found = words("One, two.\n\nThree.")
    assert found.edges == (True, False, True, False, True, False)
    assert found.paragraphs == (0, 0, 0, 0, 1, 1)
    assert found.span(0, 2).of("One, two.\n\nThree.") == "One, two"


@pytest.mark.parametrize(
    "text", ["x" * 200_000, "'" * 100_000, "n't" * 50_000, "日本" * 50_000, "🙂 " * 50_000]
)
def test_odd_texts_are_read_in_linear_time(text: str) -> None:
    with within(2.5):
        words(text)
