"""Offsets in the unit that a caller counts in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from enum import StrEnum


class OffsetUnit(StrEnum):
    """What an offset counts: Python and W3C annotations count code points, JavaScript and Java
    UTF-16 code units, Go and Rust bytes of UTF-8."""

    CODEPOINT = "codepoint"
    UTF16 = "utf16"
    UTF8 = "utf8"


_WIDE = {
    OffsetUnit.UTF16: re.compile("[\U00010000-\U0010ffff]"),
    OffsetUnit.UTF8: re.compile("[^\x00-\x7f]"),
}


class Ruler:
    """Turns code-point offsets into one text to offsets in another unit.

    Reads the text once, in linear time; an offset then costs a binary search.
    """

    def __init__(self, text: str, unit: OffsetUnit) -> None:
        self._surplus = () if text.isascii() else tuple(_surplus(text, unit))

    def at(self, offset: int) -> int:
        """The offset in the ruler's unit of the code-point offset `offset`."""
        return offset + bisect_left(self._surplus, offset)


def _surplus(text: str, unit: OffsetUnit) -> Iterator[int]:
    """The position of each wide character, once for each unit that it takes beyond the first."""
    wide = _WIDE.get(unit)
    if wide is None:
        return
    for found in wide.finditer(text):
        character = found.group()
        units = 2 if unit is OffsetUnit.UTF16 else len(character.encode("utf-8"))
        for _ in range(units - 1):
            yield found.start()
