"""The words beside a quoted string, and what stands between them and the marks."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.attribution.scene import Scene
from onrecord.document.tree import Token
from onrecord.types import QuotedString, TextSpan

_PAUSES = frozenset(",;:—–-")
_REACH = 120
"""Characters on each side that are looked at."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a string in its sentence and outside it.

    Attributes:
        count: number of words in the string.
        before, after: words of the same sentence on both sides, in order.
        pause_before, pause_behind: whether a comma, colon, semicolon or dash parts it from them;
            the comma that American typography puts inside the marks counts as one behind.
        bracketed: whether a bracket opens right before it.
        whole_sentence: whether nothing but the string stands in its sentence.
    """

    count: int
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    pause_before: bool
    pause_behind: bool
    bracketed: bool
    whole_sentence: bool

    @property
    def left(self) -> Token | None:
        """The word right before the string."""
        return self.before[-1] if self.before else None

    @property
    def right(self) -> Token | None:
        """The word right behind the string."""
        return self.after[0] if self.after else None


def around(scene: Scene, string: QuotedString) -> Around:
    """The surroundings of a string."""
    text, outer = scene.document.text, string.outer
    said = [t for part in string.parts for t in scene.between(part.start, part.end)]
    lead = text[max(0, outer.start - 3) : outer.start].rstrip()
    tail = text[outer.end : outer.end + 3].lstrip()
    last = text[string.parts[-1].end - 1]
    before = _before(scene, outer)
    after = _after(scene, outer, last)
    return Around(
        count=len(said),
        before=before,
        after=after,
        pause_before=lead[-1:] in _PAUSES,
        pause_behind=last in _PAUSES or tail[:1] in _PAUSES,
        bracketed=lead[-1:] in {"(", "["},
        whole_sentence=not before and not after,
    )


def _before(scene: Scene, outer: TextSpan) -> tuple[Token, ...]:
    """Words back to the end of the sentence before, by the marks and not by the parse."""
    start = scene.document.paragraphs[scene.paragraph(outer.start)].start
    words = _words(scene, max(start, outer.start - _REACH), outer.start)
    kept: list[Token] = []
    at = outer.start
    for token in reversed(words):
        if _ends_sentence(scene.document.text[token.end : at]):
            break
        kept.insert(0, token)
        at = token.start
    return tuple(kept)


def _after(scene: Scene, outer: TextSpan, last: str) -> tuple[Token, ...]:
    """Words up to the end of the sentence; none where a full stop closes the string."""
    if last == ".":
        return ()
    end = scene.document.paragraphs[scene.paragraph(outer.end - 1)].end
    kept: list[Token] = []
    at = outer.end
    for token in _words(scene, outer.end, min(end, outer.end + _REACH)):
        if _ends_sentence(scene.document.text[at : token.start]):
            break
        kept.append(token)
        at = token.end
    return tuple(kept)


def _words(scene: Scene, left: int, right: int) -> list[Token]:
    """Words of a stretch; a bullet or another sign is none, whatever the parser thinks."""
    return [t for t in scene.between(left, right) if any(map(str.isalnum, t.text))]


def _ends_sentence(gap: str) -> bool:
    return any(mark in gap for mark in ".?!\n")
