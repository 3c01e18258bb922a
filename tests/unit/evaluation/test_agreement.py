"""When two wordings are taken for the same."""

from __future__ import annotations

import pytest

from evaluation.agreement import agree, overlap, words


def test_words_leave_punctuation_and_the_form_of_apostrophes_out() -> None:
    assert words("“It’s a mill,” he said") == words("It's a mill he said")


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("the old mill", "the new mill", 0.5),
        ("mill", "MILL", 1.0),
        ("mill", "", 0.0),
        ("", "", 0.0),
    ],
)
def test_overlap_is_the_share_of_common_words(one: str, other: str, share: float) -> None:
    assert overlap(one, other) == share


@pytest.mark.parametrize(
    ("got", "wanted"),
    [
        ("the Mill Board", "Mill Board"),
        ("mill board", "Mill Board"),
        ("Board", ["Mill Board", "Board"]),
        (None, None),
        (None, False),
        (None, ["in a letter", None]),
    ],
)
def test_values_agree(got: str | None, wanted: object) -> None:
    assert agree(got, wanted)


@pytest.mark.parametrize(
    ("got", "wanted"),
    [("Mill Board", "Board"), (None, "Board"), ("Board", None), ("Board", ["Mill", "Trust"])],
)
def test_values_do_not_agree(got: str | None, wanted: object) -> None:
    assert not agree(got, wanted)


def test_loosely_one_may_hold_more_words_than_the_other() -> None:
    assert agree("a letter to the board", "letter", loose=True)
    assert agree("letter", "in a letter", loose=True)
    assert not agree("letter", "in a memo", loose=True)
