"""Nicknames in quotation marks amid a name: *Ada “Smiler” Quill*, *Alexander (“Sandy”) Ross*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.attribution.scene import Scene
from onrecord.attribution.surroundings import Around
from onrecord.document.tree import VERBAL, Token
from onrecord.lexicon import people
from onrecord.lexicon.forenames import is_forename
from onrecord.types import QuotedString

_OPENS = re.compile(r"\s\(?")
_CLOSES = re.compile(r"\)?\s")
_LONGEST = 3


def is_nickname(scene: Scene, string: QuotedString, beside: Around) -> bool:
    """Whether a string is part of a name: a few words without a verb, and no pause up to the next.

    Before them stands a name too, or they are a pet name themselves (*“Bob” Hale*).
    """
    left, right = beside.left, beside.right
    if right is None or not _may_be_name(right):
        return False
    text, outer = scene.document.text, string.outer
    if not _CLOSES.fullmatch(text, outer.end, right.start):
        return False
    inside = scene.between(string.parts[0].start, string.parts[-1].end)
    if not 0 < len(inside) <= _LONGEST or not text[string.parts[-1].end - 1].isalnum():
        return False
    if len(inside) == 1 and _is_pet_name(inside[0]):
        return True
    if left is None or not _may_be_name(left) or not _OPENS.fullmatch(text, left.end, outer.start):
        return False
    named = "PROPN" in {left.pos, right.pos} and _has_capitals(inside)
    return named and not any(token.pos in VERBAL for token in inside)


def _may_be_name(token: Token) -> bool:
    return token.pos in {"PROPN", "NOUN"} and token.text[:1].isupper()


def _is_pet_name(token: Token) -> bool:
    known = token.lower in people.load().pet_names or is_forename(token.text)
    return token.text[:1].isupper() and known


def _has_capitals(inside: Sequence[Token]) -> bool:
    """Whether the first word has a capital, or the one behind an article: *“the Rock”*."""
    first = inside[1:2] if inside[0].lower == "the" else inside[:1]
    return bool(first) and first[0].text[:1].isupper()
