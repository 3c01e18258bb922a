"""Pieces of words, rows of pieces, and windows."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.document.paragraphs import split
from onrecord.tagging.learned.stream import CONTEXT, ROOM, lay, windows
from onrecord.tagging.learned.vocabulary import Vocabulary
from onrecord.tagging.learned.words import read

PIECES = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "[MASK]",
    "sail",
    "##or",
    "##s",
    "cafe",
    "u",
    ".",
    "s",
]


@pytest.fixture
def vocabulary() -> Vocabulary:
    return Vocabulary(PIECES)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("sail", ["sail"]),
        ("sailors", ["sail", "##or", "##s"]),
        ("café", ["cafe"]),
        ("u.s.", ["u", ".", "s", "."]),
        ("boat", ["[UNK]"]),
        ("sail" * 1000, ["[UNK]"]),
    ],
)
def test_pieces_by_the_longest_match(vocabulary: Vocabulary, word: str, pieces: list[str]) -> None:
    assert [PIECES[n] for n in vocabulary.pieces_of(word)] == pieces


def test_special_pieces_are_needed() -> None:
    with pytest.raises(ValueError, match="CLS"):
        Vocabulary(["[PAD]", "[UNK]", "[SEP]", "[MASK]"])


def test_a_break_stands_between_paragraphs(vocabulary: Vocabulary) -> None:
    text = "Sailors sail\n\nsail"
    stream = lay(read(text, split(text), ()), vocabulary)
    assert [PIECES[n] for n in stream.pieces] == ["sail", "##or", "##s", "sail", "[SEP]", "sail"]
    assert stream.words.tolist() == [0, -1, -1, 1, -1, 2]
    assert stream.leads.tolist() == [1, 1, 1, 1, 0, 0]
    assert stream.breaks.tolist() == [4]


@pytest.mark.parametrize("text", ["sail", "sail " * 5000, "\n\n".join(["sail " * 70] * 40)])
def test_windows_own_each_piece_once(vocabulary: Vocabulary, text: str) -> None:
    stream = lay(read(text, split(text), ()), vocabulary)
    found = list(windows(stream))
    owned = np.concatenate([np.arange(w.own, w.end) for w in found])
    assert owned.tolist() == list(range(len(stream)))
    for window in found:
        assert window.end - window.start <= ROOM
        assert window.own - window.start == min(CONTEXT, window.own)


def test_windows_keep_paragraphs_whole(vocabulary: Vocabulary) -> None:
    text = "\n\n".join(["sail " * 70] * 10)
    stream = lay(read(text, split(text), ()), vocabulary)
    ends = {w.end for w in windows(stream)}
    assert ends <= {*stream.breaks.tolist(), len(stream)}


def test_an_empty_text_has_no_window(vocabulary: Vocabulary) -> None:
    assert list(windows(lay(read("", (), ()), vocabulary))) == []
