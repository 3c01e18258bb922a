"""Is a quoted string somebody's speech? What speaks for and against it, in readable features.

Titles of works, nicknames, names of things, words as words, glosses and scare quotes stand in
quotation marks too. What tells them from speech is their form (a few words, capitals of a title),
their place in the sentence (a modifier before a noun, an apposition, what *called* names) and
whether any report brings them in. The features are those of "it is nobody's speech"; their
weights are fitted apart from those of the tags (`training/speech.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from onrecord.attribution.form import form
from onrecord.attribution.hearing import heard
from onrecord.attribution.naming import naming_signs
from onrecord.attribution.repeats import again
from onrecord.attribution.scene import TURN, Scene
from onrecord.attribution.surroundings import Around, around
from onrecord.attribution.ties import ties
from onrecord.types import QuotedString

_HEADLINE = "in the headline"
_MENTIONED = ("a word for words", "a pause and a word for words", "so-called", "named")
"""Signs that the string is mentioned as a word or a name, whoever else says it too."""


def speech_features(scene: Scene, number: int) -> dict[str, float]:
    """Features of "the string is nobody's speech", each 1 where it holds, the tagger's -1 to 1.

    Size, capitals, place and ties count alone and in pairs: two words behind a colon are speech
    more often than two words before a noun.
    """
    string = scene.strings[number]
    if string.style == TURN:
        return {"no speech": 1.0, "no speech, a turn of a transcript": 1.0}
    beside, seen = around(scene, string), form(scene, string)
    place = _place(beside)
    tied = ties(scene, number)
    size, capitals = f"words: {seen.size}", f"capitals: {seen.capitals}"
    names = ["", size, capitals, place, *tied, *seen.signs, *_where(scene, string)]
    named = list(naming_signs(scene, string, beside))
    names += named
    repeated = again(scene, number)
    if repeated is not None:
        mentioned = any(sign.startswith(_MENTIONED) for sign in named)
        came = f"in the headline, {repeated}{', but mentioned' if mentioned else ''}"
        names += [came, *(f"{one} & {came}" for one in (size, place, *tied))]
    names += [f"{one} & {other}" for one, other in product((size, capitals), (place, *tied))]
    names += [f"{size} & {other}" for other in (*seen.signs, *named)]
    names += [f"{place} & {capitals} & {seen.signs[0]}"] if seen.signs else []
    values = dict.fromkeys(names, 1.0) | heard(scene, number, seen.size)
    return {f"no speech, {n}" if n else "no speech": value for n, value in values.items()}


def _where(scene: Scene, string: QuotedString) -> Iterator[str]:
    if scene.paragraph(string.outer.start) == 0:
        yield _HEADLINE
    paragraph = scene.document.paragraphs[scene.paragraph(string.outer.start)]
    if len(string.outer) + 3 >= len(paragraph):
        yield "the whole paragraph"
        if _after_speech(scene, string):
            yield "the whole paragraph, behind one with quoted words"
    if string.depth:
        yield "inside another string"


def _after_speech(scene: Scene, string: QuotedString) -> bool:
    """Whether some words stand in quotation marks in the paragraph before."""
    before = scene.paragraph(string.outer.start) - 1
    return any(scene.paragraph(other.start) == before for other in scene.strings_before(string))


def _place(beside: Around) -> str:
    """The string's part in its sentence, by the words beside it."""
    right = beside.right
    modifies = right is not None and not beside.pause_behind and right.pos in {"NOUN", "PROPN"}
    if beside.whole_sentence:
        return "place: a sentence of its own"
    if beside.bracketed:
        return "place: in brackets"
    return f"place: {_lead(beside)}{', before a noun' if modifies else ''}"


def _lead(beside: Around) -> str:
    """What stands before the string."""
    left = beside.left
    if left is None:
        return "opens its sentence"
    if beside.pause_before:
        both = beside.pause_behind and beside.right is not None
        return "between pauses" if both else "behind a pause"
    if left.pos == "PROPN":
        return "behind a name"
    if left.tag in {"PRP$", "POS"} or left.pos in {"DET", "ADJ", "NUM"}:
        return "behind an article or adjective"
    return f"behind a {left.pos.lower()}"
