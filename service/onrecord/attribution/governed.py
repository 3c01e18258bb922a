"""Quoted words behind a preposition: *warned of “delays”*, *called for “calm”*."""

from __future__ import annotations

from onrecord.attribution.cuts import hanging_on
from onrecord.attribution.scene import Scene
from onrecord.document.tree import FINITE, Token
from onrecord.types import QuotedString

_FEW = 2
_GOVERNS = frozenset({"of", "about", "for", "against"})
"""What the words are about is part of what is said."""


def behind_preposition(scene: Scene, string: QuotedString, gap: tuple[Token, ...]) -> int | None:
    """Where words that a preposition governs start; None where none does.

    Args:
        scene: the article.
        string: the quoted words.
        gap: what stands between them and their tag.
    """
    if not _is_governed(scene, string, gap):
        return None
    about = gap[0].lower in _GOVERNS and not _is_headline_word(scene, string)
    return gap[0].start if about else string.outer.start


def _is_governed(scene: Scene, string: QuotedString, gap: tuple[Token, ...]) -> bool:
    """*warned of “a mess”*: a preposition alone is no clause.

    Nor is what stands between cue and string in a headline, where no verb stands in it: *Firm
    sorry for ride that “went wrong”*.
    """
    if len(gap) == 1:
        return gap[0].pos == "ADP"
    if not gap or scene.paragraph(string.outer.start) > 0 or gap[-1].lower == "as":
        return False
    if any(token.tag in FINITE for token in gap):
        return False
    return gap[-1].pos == "ADP" or gap[-1].lower == "that"


def _is_headline_word(scene: Scene, string: QuotedString) -> bool:
    """*Crofters warn of “tears”*: a word or two, which nothing hangs on, stand for all of it."""
    if scene.paragraph(string.outer.start) > 0:
        return False
    words = scene.document.tokens_in(string.parts[0])
    return len(words) <= _FEW and hanging_on(scene, string) <= string.outer.end
