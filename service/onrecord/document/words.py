"""The words of a text: how many there are, and whether they look like English."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_EDGES = "\"'“”‘’«»„.,;:!?()[]…—–-"

_FUNCTION_WORDS = (
    "the and of to that with this from have has been were are it its his her their they them "
    "these those which who whom what when where would could should but not she said you your our "
    "because while about into than there did does as or if my"
)
"""Words that English cannot do without and that hardly stand in text of its neighbours: without
"in", "was", "for", "on", "will", which German, Dutch or Danish have as well."""

_ENGLISH = frozenset(_FUNCTION_WORDS.split())

LOOKED_AT = 20_000
"""Characters at the beginning of a text that are looked at for its language."""

FEWEST = 20
"""Words of which the language can be told at all."""

LEAST_SHARE = 0.05
"""Of English function words among all. Of 981 English articles (PolNeAR and others) none has less
than 7 %, and that one is a list of names; examples of 35 other languages have 0.6 % at most."""


def count(text: str) -> int:
    """How many words there are: what stands between white space and has a letter or digit."""
    return sum(1 for piece in text.split() if _WORD.search(piece))


def seems_english(text: str) -> bool:
    """Whether a text may well be English; one too short to tell may be.

    A text of which most letters are not Latin is not, however short it is.
    """
    looked_at = text[:LOOKED_AT]
    letters = len(_LETTER.findall(looked_at))
    if 2 * len(_LATIN.findall(looked_at)) < letters:
        return False
    pieces = [piece.strip(_EDGES).lower() for piece in looked_at.split()]
    words = [piece for piece in pieces if _LETTER.search(piece)]
    english = sum(word in _ENGLISH for word in words)
    return len(words) < FEWEST or english >= LEAST_SHARE * len(words)
