"""Speech that a dash opens, as in translated fiction and press: *— We sail at dawn, — she said.*

Paragraphs of English news that start with a dash are mostly items of lists and signatures. So a
block of them counts as speech only where one shows a tag behind a second dash, behind a question
or exclamation mark, or behind a comma after words of a first or second person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.quotations.endings import reporting_forms
from onrecord.quotations.glyphs import Family, Glyph, Shape
from onrecord.types import TextSpan

DASH = Glyph("—", Family.DASH, Shape.OPEN, False)

_OPENING = re.compile(r"(?:[—–―]|--)\s*(?=[^\W_]|[\"“‘«'¿¡…(\[])")
_DASHES = "—–―-"
_DASHED_TAG = re.compile(r"[,.!?…][\"”’»']?\s*(?:[—–―]|--)\s*(?=[^\W\d_])")
_RESUMED = re.compile(r"[,.:;]\s*(?:[—–―]|--)\s*")
_PLAIN_TAG = re.compile(r"[,!?…](?=\s+[^\W\d_])")
_PERSON = re.compile(r"\b(?:I|we|you|my|our|your|me|us|mine|ours|yours)\b(?!\.)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'-]*|[.!?]")
_TAG_WORDS = 4
_LONGEST = 2_000

Spoken = tuple[TextSpan, TextSpan]
"""A dash and the words that it opens."""


def dash_speech(text: str, paragraphs: Sequence[TextSpan]) -> dict[TextSpan, list[Spoken]]:
    """The pieces of speech in each paragraph that a dash opens."""
    found: dict[TextSpan, list[Spoken]] = {}
    for block in _blocks(text, paragraphs):
        told = [_tagged(text, paragraph) for paragraph in block]
        if not any(sure for _, sure in told):
            continue
        for paragraph, (pieces, _) in zip(block, told, strict=True):
            found[paragraph] = pieces or [_whole(text, paragraph)]
    return found


def _blocks(text: str, paragraphs: Sequence[TextSpan]) -> Iterator[list[TextSpan]]:
    """Neighbouring paragraphs that a dash opens."""
    block: list[TextSpan] = []
    for paragraph in paragraphs:
        dashed = text[paragraph.start] in _DASHES and len(paragraph) <= _LONGEST
        if dashed and _OPENING.match(text, paragraph.start, paragraph.end):
            block.append(paragraph)
            continue
        if block:
            yield block
        block = []
    if block:
        yield block


def _whole(text: str, paragraph: TextSpan) -> Spoken:
    start = _content(text, paragraph)
    return TextSpan(paragraph.start, start), TextSpan(start, paragraph.end)


def _content(text: str, paragraph: TextSpan) -> int:
    opening = _OPENING.match(text, paragraph.start, paragraph.end)
    return opening.end() if opening else paragraph.start


def _tagged(text: str, paragraph: TextSpan) -> tuple[list[Spoken], bool]:
    """The speech of one paragraph without its tags, and whether it is surely speech."""
    start = _content(text, paragraph)
    dash = TextSpan(paragraph.start, start)
    for tag in _DASHED_TAG.finditer(text, start, paragraph.end):
        if _reports(text, tag.end(), paragraph.end):
            first = dash, TextSpan(start, tag.start() + 1)
            return [first, *_resumed(text, tag.end(), paragraph.end)], True
    for tag in _PLAIN_TAG.finditer(text, start, paragraph.end):
        if _reports(text, tag.end(), paragraph.end):
            speech = TextSpan(start, tag.end())
            sure = tag.group() != "," or bool(_PERSON.search(speech.of(text)))
            return [(dash, speech)], sure
    return [], False


def _resumed(text: str, start: int, end: int) -> Iterator[Spoken]:
    """What a further dash opens behind the tag: *— A, — she said. — B.*"""
    dash = _RESUMED.search(text, start, end)
    if dash is None or dash.end() >= end:
        return
    mark = TextSpan(dash.start() + 1, dash.end())
    yield mark, TextSpan(dash.end(), end)


def _reports(text: str, start: int, end: int) -> bool:
    """Whether a reporting verb is among the first words of a clause."""
    forms = reporting_forms()
    for number, word in enumerate(_WORD.finditer(text, start, end)):
        if number >= _TAG_WORDS or word.group() in ".!?":
            return False
        if word.group().lower() in forms:
            return True
    return False
