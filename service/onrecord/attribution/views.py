"""Whose view a sentence gives that nobody is said to utter: *For Ruiz, it is “a slow goodbye”*."""

from __future__ import annotations

from onrecord.attribution.scene import Scene
from onrecord.document.tree import Token
from onrecord.lexicon.people import is_utterer
from onrecord.types import QuotedString, Report, TextSpan

FOR_WHOM = "the sentence says for whom it is so, and nobody is said to utter it"
"""The rule, in words."""

_LONGEST = 12
"""Words up to the comma behind whose view it is."""
_VIEWS = frozenset({"for", "to"})
_OTHERS = frozenset({"it", "this", "that", "they", "these", "he", "she"})


def view_of(scene: Scene, string: QuotedString, report: Report) -> TextSpan | None:
    """Whose view it is where the verb is *be* and tells of something else.

    Returns:
        The phrase between *for* and the comma, or None.
    """
    if report.lemma != "be" or report.cue is None or report.source is None:
        return None
    if report.cue.end > string.outer.start or not _tells_of_a_thing(scene, report.source):
        return None
    document = scene.document
    first = document.sentence_of(document.token_at(report.cue.start)).first
    words = document.tokens[first : first + _LONGEST]
    if not words or words[0].lower not in _VIEWS or words[0].start >= report.source.start:
        return None
    comma = next((token for token in words if token.text == ","), None)
    if comma is None or comma.start >= report.source.start or comma.index <= first + 1:
        return None
    phrase = document.tokens[first + 1 : comma.index]
    return document.span_of(first + 1, comma.index) if _is_somebody(phrase) else None


def _tells_of_a_thing(scene: Scene, source: TextSpan) -> bool:
    return source.of(scene.document.text).lower() in _OTHERS


def _is_somebody(phrase: tuple[Token, ...]) -> bool:
    """Whether the last word is a name, or a noun for somebody who can speak."""
    last = phrase[-1]
    return last.pos == "PROPN" or (last.pos == "NOUN" and is_utterer(last.lemma))
