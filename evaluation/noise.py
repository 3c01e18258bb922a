"""Texts made worse without moving a character, so that offsets still hold."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

SEED = 7

MISREAD = 0.02
"""Share of the characters that can be misread that are."""

LOST = 0.15
"""Share of the quotation marks that are lost."""

_CONFUSED = str.maketrans("oOlIeaBSgtnu", "0011ceb59lrn")
"""What scanners take one character for (a small part of what they do)."""
_MARKS = frozenset('“”"«»„‟')


def plain(text: str) -> str:
    """As it is."""
    return text


def lower(text: str) -> str:
    """In lower case throughout; what would change its length stays."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def scanned(text: str) -> str:
    """With characters misread here and there, always the same ones."""
    chance = random.Random(SEED)  # no secret
    return "".join(c.translate(_CONFUSED) if chance.random() < MISREAD else c for c in text)


def unmarked(text: str) -> str:
    """With quotation marks lost here and there."""
    chance = random.Random(SEED)  # no secret
    return "".join(" " if c in _MARKS and chance.random() < LOST else c for c in text)


NOISES: Mapping[str, Callable[[str], str]] = {
    "as it is": plain,
    "lower case": lower,
    "scanned, 2 % misread": scanned,
    "15 % of the marks lost": unmarked,
}
