"""Named entities, from scores by hand."""

from __future__ import annotations

import numpy as np

from onrecord.document.paragraphs import split
from onrecord.tagging.learned.names import LABELS, names
from onrecord.tagging.learned.scores import NAMES, Floats
from onrecord.tagging.learned.words import read

OUTSIDE = 0


def first(label: str) -> int:
    return 1 + 2 * LABELS.index(label)


def other(label: str) -> int:
    return 2 + 2 * LABELS.index(label)


def sure(*tags: int) -> Floats:
    rows = np.full((len(tags), NAMES), -9.0, dtype=np.float32)
    rows[np.arange(len(tags)), tags] = -0.01
    return rows


def found(text: str, scores: Floats) -> list[tuple[str, str]]:
    made = names(read(text, split(text), ()), scores)
    return [(name.span.of(text), name.label) for name in made]


def test_there_is_a_first_and_another_tag_for_every_label() -> None:
    assert 1 + 2 * len(LABELS) == NAMES
    assert len(set(LABELS)) == len(LABELS)


def test_names_in_order_with_their_labels() -> None:
    scores = sure(first("PERSON"), other("PERSON"), OUTSIDE, first("GPE"))
    assert found("Ada Quill left Osmark", scores) == [("Ada Quill", "PERSON"), ("Osmark", "GPE")]


def test_neighbours_with_one_label_stay_two() -> None:
    scores = sure(first("PERSON"), first("PERSON"))
    assert found("Ada Mara", scores) == [("Ada", "PERSON"), ("Mara", "PERSON")]


def test_a_name_goes_on_with_its_own_label_alone() -> None:
    scores = sure(first("PERSON"), other("ORG"))
    scores[1, other("PERSON")] = -1.0
    assert found("Ada Quill", scores) == [("Ada Quill", "PERSON")]


def test_a_name_ends_with_its_paragraph() -> None:
    scores = sure(first("ORG"), other("ORG"))
    assert found("Harbour\n\nBoard", scores)[0] == ("Harbour", "ORG")
