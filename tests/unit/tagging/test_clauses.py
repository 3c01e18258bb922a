"""The extent of a reported clause."""

from __future__ import annotations

import pytest

from onrecord.tagging.clauses import clause_pieces
from onrecord.tagging.scope import lay
from tests.build import document


@pytest.mark.parametrize(
    ("end", "kept"),
    [
        ("6’11 ” .", "He was 6’11”"),
        ("tall ” .", "He was tall"),
        ("11 ” .", "He was 11"),
    ],
)
def test_the_inches_of_a_measure_are_part_of_a_clause(end: str, kept: str) -> None:
    built = document(f"He/PRON/nsubj/was was=be/AUX {end}")
    root = next(token for token in built.tokens if token.lemma == "be")

    assert [piece.of(built.text) for piece in clause_pieces(lay(built, ()), root, ())] == [kept]
