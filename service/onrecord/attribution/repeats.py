"""How the quoted words of a headline come again below it: a sign of whether they are speech.

Headlines quote what the article quotes (*Firm sorry for “paper roofs”*), and set apart with the
same marks what nobody says (*Council opens “instant” bridge*).
"""

from __future__ import annotations

from onrecord.attribution.headline import below, holds, in_headline, quoted_words, words_of
from onrecord.attribution.scene import Scene
from onrecord.attribution.ties import is_untied, ties
from onrecord.lexicon.grammar import ARTICLES

_TELLING = 4
"""Letters of a word that is more than grammar."""
_FEWEST = 3
"""Words of a string that may come again in others."""
_FEW = 4
"""Words up to which a string is little more than the one word that comes again."""
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
    if number >= _MOST_IN_HEADLINE or not in_headline(scene, number):
        return None
    words = _said(scene, number)
    if not 0 < len(words) <= _LONGEST:
        return "not again"
    found = [other for other in below(scene, number) if holds(_said(scene, other), words)]
    tied = [other for other in found if not is_untied(ties(scene, other))]
    if tied:
        alone = len(words) > 1 or any(len(_said(scene, other)) <= _FEW for other in tied)
        return "again in quoted words" if alone else "again among quoted words"
    if found:
        return "again in quoted words without a tie"
    told = words_of(scene.document.text[scene.document.paragraphs[1].start :])
    if holds(told, words):
        return "again in plain words"
    return "in other words" if _is_in_other_words(scene, number, words) else "not again"


def _is_in_other_words(scene: Scene, number: int, words: list[str]) -> bool:
    """*‘We lost it all’*, of *“We have lost all of it”*: most of its words in one string below."""
    telling = {word for word in words if len(word) >= _TELLING}
    if len(words) < _FEWEST or not telling:
        return False
    return any(
        2 * len(telling.intersection(quoted_words(scene, other))) > len(telling)
        for other in below(scene, number)
        if not is_untied(ties(scene, other))
    )


def _said(scene: Scene, number: int) -> list[str]:
    """The words of a string, an article at its start left out."""
    said = quoted_words(scene, number)
    return said[1:] if said[:1] and said[0] in ARTICLES else said
