"""Two reports that a bare *and* joins, and what is part of one."""

from __future__ import annotations

import pytest

from tests.parses import parsed, tagged


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The council said the tram was late and two drivers told the Herald that it was not.",
            [("The council", "the tram was late"), ("two drivers", "it was not")],
        ),
        (
            "Police say the clerk was armed and neighbours say he was not.",
            [("Police", "the clerk was armed"), ("neighbours", "he was not")],
        ),
        (
            "The council said the tram was late but Quill said that it was early.",
            [("The council", "the tram was late"), ("Quill", "it was early")],
        ),
        (
            "The council has said the school will close and the union says it will fight the plan.",
            [("The council", "the school will close"), ("the union", "it will fight the plan")],
        ),
        # the parser joins the second source to an object
        (
            "Polls suggest that the party will lose 12 seats, and a survey for the Herald found "
            "that voters are angry.",
            [
                ("Polls", "the party will lose 12 seats"),
                ("a survey for the Herald", "voters are angry"),
            ],
        ),
    ],
)
def test_each_has_a_report_of_its_own(text: str, expected: list[tuple[str, str]]) -> None:
    assert _told(text) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # shifted back
        (
            "Quill said the council was wrong and the union had said that the tram was late.",
            "the council was wrong and the union had said that the tram was late",
        ),
        # no clause of its own
        (
            "Quill said the clerk knew it and the union said so in May.",
            "the clerk knew it and the union said so in May",
        ),
    ],
)
def test_part_of_the_first(text: str, content: str) -> None:
    assert ("Quill", content) in _told(text)


def test_a_second_that_is_of_the_first_cue() -> None:
    text = "Quill said that the tram was late and that the union said it was lost."
    assert ("Quill", "the tram was late") in _told(text)
    assert ("Quill", "the union said it was lost") in _told(text)


def _told(text: str) -> list[tuple[str | None, str]]:
    document = parsed(text)
    return [
        (
            report.source.of(document.text) if report.source else None,
            " … ".join(piece.of(document.text) for piece in report.content),
        )
        for report in tagged(text)
        if report.content
    ]
