"""Commands, deeds and claims that hang on another word than the cue, and who gives them."""

from __future__ import annotations

import pytest

from tests.parses import report

CONTENTS = [
    ("Loy ordered the dam to be shut.", "ordered", "the dam to be shut"),
    ("Loy pleaded with the clerk to stay.", "pleaded", "to stay"),
    ("Loy challenged the board to shut the dam.", "challenged", "to shut the dam"),
    # what is asked for, and of whom
    (
        "The police appealed for witnesses to come forward.",
        "appealed",
        "for witnesses to come forward",
    ),
    # a deed behind a preposition; a bare noun is none, and rain has done nothing
    ("Loy apologised for losing the files.", "apologised", "for losing the files"),
    (
        "Loy warned the clerk against entering the bay.",
        "warned",
        "the clerk against entering the bay",
    ),
    (
        "The clerk was accused by Loy of losing the files.",
        "accused",
        "The clerk … of losing the files",
    ),
    # a claim that is denied
    ("Loy rejected claims that the dam was old.", "rejected", "the dam was old"),
    ("The clerk was asked by Loy if the dam was old.", "asked", "if the dam was old"),
    # who gives a command behind "by" is none of it; a door and a friend are
    ("The clerk was told to leave by the judge.", "told", "to leave"),
    ("The clerk was told to leave by the door.", "told", "to leave by the door"),
    ("The clerk was told to stand by the judge.", "told", "to stand by the judge"),
]


@pytest.mark.parametrize(("text", "cue", "content"), CONTENTS)
def test_what_is_to_be_done_or_was(text: str, cue: str, content: str) -> None:
    assert report(text, cue)["content"] == content


NOTHING = [
    ("Loy warned against haste.", "warned"),
    ("The clerk was accused of losing the files.", "accused"),
    ("Loy blamed the rain for shutting the dam.", "blamed"),
    ("Loy rejected her claim that the dam was old.", "rejected"),
]


@pytest.mark.parametrize(("text", "cue"), NOTHING)
def test_a_bare_noun_and_what_another_claims_are_none(text: str, cue: str) -> None:
    assert "content" not in report(text, cue)


SOURCES = [
    ("The clerk was told to leave by the judge.", "told", "the judge"),
    ("The clerk was told to leave by the door.", "told", None),
    ("The clerk was told to stand by the judge.", "told", None),
]


@pytest.mark.parametrize(("text", "cue", "source"), SOURCES)
def test_who_tells_it_behind_what_is_to_be_done(text: str, cue: str, source: str | None) -> None:
    assert report(text, cue).get("source") == source
