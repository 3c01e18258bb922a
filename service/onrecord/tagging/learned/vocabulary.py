"""Words into the pieces that the model knows, by the longest match from the left."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

UNKNOWN, START, BREAK, MASK, PAD = "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[PAD]"
"""Pieces with a meaning of their own: `BREAK` stands between paragraphs and at the end."""

LONGEST_WORD = 60
"""Characters from which on a word is read as unknown: it bounds the work on one word."""

_REMEMBERED = 60_000
"""Words whose pieces are kept, which is more than a day's news holds."""


class Vocabulary:
    """The pieces of a model, numbered by their place in the list."""

    def __init__(self, pieces: Sequence[str]) -> None:
        """Take the pieces; inside a word they start with `##`.

        Raises:
            ValueError: where one of the special pieces is missing.
        """
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        missing = {UNKNOWN, START, BREAK, MASK, PAD} - self._numbers.keys()
        if missing:
            raise ValueError(f"a vocabulary without {', '.join(sorted(missing))}")
        self._longest = max(map(len, pieces))
        self.unknown = self._numbers[UNKNOWN]
        self.start = self._numbers[START]
        self.break_ = self._numbers[BREAK]
        self.mask = self._numbers[MASK]
        self.pad = self._numbers[PAD]
        self.pieces_of = lru_cache(maxsize=_REMEMBERED)(self._pieces_of)

    def __len__(self) -> int:
        return len(self._numbers)

    def _pieces_of(self, word: str) -> tuple[int, ...]:
        """The pieces of a word in lower case; one unknown piece where it has none."""
        if len(word) > LONGEST_WORD:
            return (self.unknown,)
        whole = self._numbers.get(word)
        if whole is not None:
            return (whole,)
        return self._split(_without_accents(word))

    def _split(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        at = 0
        while at < len(word):
            if (at and not word[at].isalnum()) or (at and not word[at - 1].isalnum()):
                before = ""
            else:
                before = "##" if at else ""
            number, end = self._longest_from(word, at, before)
            if number is None:
                return (self.unknown,)
            found.append(number)
            at = end
        return tuple(found) or (self.unknown,)

    def _longest_from(self, word: str, at: int, before: str) -> tuple[int | None, int]:
        for end in range(min(len(word), at + self._longest), at, -1):
            number = self._numbers.get(before + word[at:end])
            if number is not None:
                return number, end
        return None, at


def _without_accents(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    return "".join(c for c in parts if unicodedata.category(c) != "Mn")
