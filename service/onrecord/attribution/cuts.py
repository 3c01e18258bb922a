"""Where a reported clause that runs on behind quoted words ends."""

from __future__ import annotations

import re

from onrecord.attribution.scene import Scene
from onrecord.lexicon import cues
from onrecord.types import QuotedString

_CUT = re.compile(
    r"[\s\"”’'»]{0,40}(?:[,;–—-]{1,9}\s{0,40}(?:and|but|or|nor)\s+(?:also\s+)?(?:that|would|will|said)\b|"
    r"[,;–—-]{1,9}\s{0,40}(?:as|while|whereas|although|though|adding|citing|calling|saying|according)\b|;)"
)
_HEADLINE_CUT = re.compile(r"[\s\"”’'»]{0,40}(?:as|after|amid|while|despite|ahead of)\b")
_COMMENT = re.compile(r"[\s\"”’'»]{0,4},\s{1,4}(?:an?|the)\s")
_LONGEST_COMMENT = 4
"""Words up to the noun that names what was said."""


def cut(scene: Scene, string: QuotedString, end: int) -> int:
    """Where a clause that runs on behind the string ends: before a further clause, if any.

    The parse takes *…, and that he would stay* and *…, as the mayor had claimed* into the clause.
    In a headline what follows "as" or "after" is the paper's own.
    """
    text = scene.document.text
    headline = scene.paragraph(string.outer.start) == 0
    at = string.outer.end
    for token in (None, *scene.between(string.outer.end, end)):
        at = token.end if token else at
        if (
            _is_comment(scene, at, end)
            or _CUT.match(text, at, end)
            or (headline and _HEADLINE_CUT.match(text, at, end))
        ):
            return at
    return end


def _is_comment(scene: Scene, at: int, end: int) -> bool:
    """*…, a forecast that nobody believes*: the paper's own word for what was said."""
    opening = _COMMENT.match(scene.document.text, at, end)
    if opening is None:
        return False
    words = scene.between(opening.end(), end)[:_LONGEST_COMMENT]
    noun = next((token for token in words if token.pos == "NOUN"), None)
    return noun is not None and noun.lemma in cues.load().nominal
