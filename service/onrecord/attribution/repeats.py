"""How the quoted words of a headline come again below it: a sign of whether they are speech.

Headlines quote what the article quotes (*Firm sorry for “paper roofs”*), and set apart with the
same marks what nobody says (*Council opens “instant” bridge*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.attribution.scene import Scene
from onrecord.attribution.ties import is_untied, ties
from onrecord.types import QuotedString

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_ARTICLES = frozenset({"a", "an", "the"})
_FEW = 4
"""Words up to which a string is little more than the one word that comes again."""
_MOST_STRINGS = 60
"""Strings of the body that are looked at."""
_MOST_IN_HEADLINE = 8
"""Strings of a headline; a first paragraph with more is none."""
_LONGEST = 40
"""Words of a string that a headline may repeat."""


def again(scene: Scene, number: int) -> str | None:
    """How the words of a string of the headline come again, in a few words.

    Args:
        scene: the article.
        number: position of the string.

    Returns:
        None for a string of the body.
    """
    string = scene.strings[number]
    several = len(scene.document.paragraphs) > 1 and number < _MOST_IN_HEADLINE
    if not several or string.depth or _in_body(scene, string):
        return None
    words = _words(scene, string)
    if not 0 < len(words) <= _LONGEST:
        return "not again"
    found = [other for other in _below(scene, number) if _holds(_said(scene, other), words)]
    tied = [other for other in found if not is_untied(ties(scene, other))]
    if tied:
        alone = len(words) > 1 or any(len(_said(scene, other)) <= _FEW for other in tied)
        return "again in quoted words" if alone else "again among quoted words"
    if found:
        return "again in quoted words without a tie"
    told = _read(scene.document.text[scene.document.paragraphs[1].start :])
    return "again in plain words" if _holds(told, words) else "not again"


def _in_body(scene: Scene, string: QuotedString) -> bool:
    return scene.paragraph(string.outer.start) > 0


def _below(scene: Scene, number: int) -> Iterator[int]:
    """The strings of the body, a bounded number."""
    for other in range(number + 1, min(len(scene.strings), number + 1 + _MOST_STRINGS)):
        if _in_body(scene, scene.strings[other]):
            yield other


def _said(scene: Scene, number: int) -> list[str]:
    return _words(scene, scene.strings[number])


def _words(scene: Scene, string: QuotedString) -> list[str]:
    """Words of a string in lower case, an article at its start left out."""
    text = scene.document.text
    said = [word for part in string.parts for word in _read(part.of(text))]
    return said[1:] if said[:1] and said[0] in _ARTICLES else said


def _read(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


def _holds(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    starts = range(len(longer) - len(shorter) + 1)
    return any(longer[at : at + len(shorter)] == shorter for at in starts)
