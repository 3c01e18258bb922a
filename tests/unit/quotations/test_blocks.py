"""Block quotations that no marks set off, and what only looks like them."""

from __future__ import annotations

import pytest

from onrecord.document.paragraphs import split
from onrecord.quotations import find
from onrecord.quotations.blocks import blocks


def words(text: str) -> list[str]:
    return [span.of(text) for _, span in blocks(text, split(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Ruiz wrote:\n\nWe sail at dawn.\n\nIt rained.", ["We sail at dawn."]),
        ("The notice reads:\n\nWe sail at dawn.", []),
        ("Ana Ruiz said:\n\n“We sail at dawn.”", []),
        ("Ana Ruiz tweeted:\n\nThe mill is shut, the council said.", []),
        ("What we know:\n\nI sail at dawn.", []),
        ("Ana Ruiz said:\n\nI asked the clerk, who wrote:\n\nWe sail.", ["We sail."]),
        ("Ana Ruiz said:", []),
        ("Ana Ruiz said in a statement:\n\nWe sail.", ["We sail."]),
        ("Ana Ruiz said in a statement:\n\nThe mill is shut.", []),
        ("Ruiz issued the following statement on her page:\n\nIt is shut.", ["It is shut."]),
        ("She sent word. The following statement:\n\nWe sail.", []),
        ("Ana Ruiz wrote:\n> It is shut.\n> It rains.\nIt rained.", ["It is shut.", "It rains."]),
        ("The shop sells:\n> bread\n> milk", []),
        (f"Ana Ruiz said:\n\n{'We sail. ' * 900}", []),
    ],
)
def test_a_paragraph_of_i_or_we_behind_a_reporting_verb(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_it_is_a_string_that_holds_those_in_marks() -> None:
    text = "Ana Ruiz wrote:\n\nWe sail. The clerk said “no” to us.\n\nIt rained."
    outer, inner = find(text, split(text))

    assert outer.style == "block"
    assert outer.outer.of(text) == "We sail. The clerk said “no” to us."
    assert (inner.parts[0].of(text), inner.parent) == ("no", 0)


def test_lines_that_a_mailer_quotes_are_one_string() -> None:
    text = "Ana Ruiz wrote:\n> It is shut.\n> It rains.\n> He said “no” to us.\n> We sail."
    found = [s for s in find(text, split(text)) if not s.depth]

    assert [[part.of(text) for part in string.parts] for string in found] == [
        ["It is shut.", "It rains."],
        ["He said “no” to us."],
        ["We sail."],
    ]
