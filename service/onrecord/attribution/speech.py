"""Is a quoted string somebody's speech? What speaks for and against it, in readable features.

Titles of works, nicknames, names of things, words as words, glosses and scare quotes stand in
quotation marks too. What tells them from speech is their form (a few words, capitals of a title),
their place in the sentence (a modifier before a noun, an apposition, what *called* names) and
whether any report brings them in. The features are those of "it is nobody's speech"; their
weights are fitted apart from those of the tags (`training/speech.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from onrecord.attribution.form import CLOSED, form
from onrecord.attribution.hearing import heard
from onrecord.attribution.naming import mention, naming_signs
from onrecord.attribution.repeats import again
from onrecord.attribution.scene import DASH, TURN, Scene
from onrecord.attribution.surroundings import Around, around
from onrecord.attribution.ties import (
    by_a_thing,
    by_nobody,
    in_its_voice,
    is_unreported,
    perhaps,
    ties,
)
from onrecord.document.tree import FINITE
from onrecord.lexicon.interviews import QUESTION
from onrecord.types import QuotedString

_SURELY_SPEECH = frozenset({TURN, DASH})
"""Styles of words that are found only where labels or tags show that somebody speaks."""

_FEW_WORDS = 3
_MODIFIES = ", before a noun"
_HEADLINE = "in the headline"
_UNREPORTED = "no report in its sentence"
_MENTIONED = ("a word for words", "a pause and a word for words", "so-called", "named")
"""Signs that the string is mentioned as a word or a name, whoever else says it too."""


def speech_features(scene: Scene, number: int) -> dict[str, float]:
    """Features of "the string is nobody's speech", each 1 where it holds, the tagger's -1 to 1.

    Size, capitals, place and ties count alone and in pairs: two words behind a colon are speech
    more often than two words before a noun.
    """
    string = scene.strings[number]
    if string.style in _SURELY_SPEECH:
        return _held("", "a turn of a transcript")
    beside, seen = around(scene, string), form(scene, string)
    size = f"words: {seen.size}"
    mentioned = mention(scene, string, beside)
    if mentioned is not None:
        return _held("", mentioned, f"{mentioned} & {size}")
    tied, place = ties(scene, number), _place(beside)
    named = list(naming_signs(scene, string, beside))
    capitals = f"capitals: {seen.capitals}"
    names = ["", size, capitals, place, *tied, *seen.signs, *named, *_where(scene, string)]
    clause, subject = [*_clause(beside, seen.opening)], [*_subject(beside)]
    names += [*clause, *subject, *_by_whom(scene, string, capitals)]
    names += [f"{one} & {tie}" for one, tie in product((*clause, *subject, place), tied)]
    names += _headline(scene, number, named, (size, place, *tied))
    names += [f"{one} & {other}" for one, other in product((size, capitals), (place, *tied))]
    names += [f"{size} & {other}" for other in (*seen.signs, *named)]
    if place.endswith(_MODIFIES):
        names += [f"{_MODIFIES[2:]} & {tie}" for tie in tied]
    if is_unreported(tied):
        names += [_UNREPORTED, *(f"{_UNREPORTED} & {one}" for one in subject)]
    by = [sign for sign in named if sign.startswith("named")]
    names += [f"{one} & {other}" for one, other in product(by, (seen.start, *tied))]
    shape = next((sign for sign in seen.signs if not sign.startswith("one word")), None)
    names += [f"{place} & {capitals} & {shape}"] if shape else []
    names += [f"{CLOSED} & {tie}" for tie in tied] if CLOSED in seen.signs else []
    tagger = heard(scene, number, seen.size)
    return _held(*names) | {_full(name): value for name, value in tagger.items()}


def _held(*names: str) -> dict[str, float]:
    """Features that hold, by their full names."""
    return {_full(name): 1.0 for name in names}


def _full(name: str) -> str:
    return f"no speech, {name}" if name else "no speech"


def _headline(
    scene: Scene, number: int, named: Sequence[str], others: Iterable[str]
) -> Iterator[str]:
    """How a string of the headline comes again, alone and in pairs with some other features."""
    repeated = again(scene, number)
    if repeated is None:
        return
    mentioned = any(sign.startswith(_MENTIONED) for sign in named)
    came = f"in the headline, {repeated}{', but mentioned' if mentioned else ''}"
    yield came
    yield from (f"{came} & {one}" for one in others)


def _by_whom(scene: Scene, string: QuotedString, capitals: str) -> Iterator[str]:
    """Signs that nobody has said it, by who is said to."""
    near = in_its_voice(scene, string)
    if perhaps(scene, string, near):
        yield "perhaps said by anybody"
    if by_nobody(scene, string, near):
        yield "said by nobody"
    if by_a_thing(scene, string, near):
        yield "said by a thing"
        yield f"said by a thing & {capitals}"


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
    if QUESTION.match(scene.document.text, paragraph.start, paragraph.end):
        yield "in the question of an interview"


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
    return f"place: {_lead(beside)}{_MODIFIES if modifies else ''}"


def _subject(beside: Around) -> Iterator[str]:
    """*“Rill” is a word of the valley*: the string is what the sentence speaks of."""
    right = beside.right
    if right is None or beside.pause_behind or right.tag not in FINITE:
        return
    verb = right.lemma if right.lemma in {"be", "mean"} else "another verb"
    yield f"subject of {verb}{'' if beside.before else ', opens its sentence'}"


def _clause(beside: Around, starts: str) -> Iterator[str]:
    """*Crabs “sing” to their mates*, *the house was shut “enough”*: a word of the sentence's own.

    A verb between its subject and what it governs; an adverb behind what it goes with; a noun
    behind whose it is.
    """
    left, right = beside.left, beside.right
    if left is None or beside.pause_before or beside.count > _FEW_WORDS:
        return
    verb = starts == "verb"
    if verb and (left.pos in {"NOUN", "PROPN", "PRON"} or left.lower == "to"):
        before = "" if right is None or beside.pause_behind else f", before a {right.pos.lower()}"
        yield f"the verb of its clause{before}"
    if left.tag in {"PRP$", "POS"}:
        yield f"behind whose it is, {beside.count} words"


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
    right = beside.right
    apart = right is None or beside.pause_behind or right.pos not in {"NOUN", "PROPN"}
    if left.pos == "ADJ" and left.tag != "PRP$" and apart:
        return "behind an adjective"
    if left.tag in {"PRP$", "POS"} or left.pos in {"DET", "ADJ", "NUM"}:
        return "behind an article or adjective"
    return f"behind a {left.pos.lower()}"
