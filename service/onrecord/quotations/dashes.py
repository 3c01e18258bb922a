"""Speech that a dash opens, as in translated fiction and press: *— We sail at dawn, — she said.*

Paragraphs of English news that start with a dash are mostly items of lists and signatures. So a
block of them counts as speech only where one shows a tag behind a second dash, behind a question
or exclamation mark, or behind a comma after words of a first or second person. A hyphen opens
lists so often that each paragraph behind one has to show such a tag itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.quotations.endings import is_tag, reporting_forms
from onrecord.quotations.glyphs import Family, Glyph, Shape
from onrecord.types import TextSpan

DASH = Glyph("—", Family.DASH, Shape.OPEN, False)

_OPENING = re.compile(r"(?:[—–―]|--)\s*(?=[^\W_]|[\"“‘«'¿¡…(\[])|-\s{1,4}(?=[^\W\d_])")
_DASHES = "—–―-"
_DASHED_TAG = re.compile(r"[,.!?…][\"”’»']?\s*(?:[—–―]|--)\s*(?=[^\W\d_])")
_SET_OFF_TAG = re.compile(r"(?<=\S)\s+[—–―](?=[^\W\d_])")
"""The dash of a tag that no other mark sets apart, as in Spanish: *—We sail —said Ilse—. Soon.*"""

_RESUMED = re.compile(r"[,.:;]\s*(?:[—–―]|--)\s*|(?<=\w)[—–―][.,:;]?\s+")
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
        some = any(sure for _, sure in told)
        for paragraph, (pieces, sure) in zip(block, told, strict=True):
            if sure if _is_hyphen(text, paragraph) else some:
                found[paragraph] = pieces or [_whole(text, paragraph)]
    return found


def _is_hyphen(text: str, paragraph: TextSpan) -> bool:
    return text.startswith("- ", paragraph.start)


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
    found: list[Spoken] = []
    sure = False
    while True:
        tag = _first_tag(text, dash.end, paragraph.end)
        if tag is None:
            rest = TextSpan(dash.end, paragraph.end)
            return [*found, (dash, rest)] if found else [], sure
        until, behind = tag
        speech = TextSpan(dash.end, until)
        found.append((dash, speech))
        sure = sure or until < behind or _is_sure(text, paragraph, speech)
        resumed = _RESUMED.search(text, behind, paragraph.end)
        if resumed is None or resumed.end() >= paragraph.end:
            return found, sure
        stop = text[resumed.start()] in ",.:;"
        dash = TextSpan(resumed.start() + stop, resumed.end())


def _first_tag(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words before the first tag end, and where the tag starts."""
    for tag in _DASHED_TAG.finditer(text, start, end):
        if _reports(text, tag.end(), end):
            return tag.start() + 1, tag.end()
    for tag in _SET_OFF_TAG.finditer(text, start, end):
        if is_tag(text, tag.end(), end):
            return tag.start(), tag.end()
    for tag in _PLAIN_TAG.finditer(text, start, end):
        if _reports(text, tag.end(), end):
            return tag.end(), tag.end()
    return None


def _is_sure(text: str, paragraph: TextSpan, speech: TextSpan) -> bool:
    """Whether words before a tag without a dash leave no doubt that they are speech."""
    asks = text[speech.end - 1] != ","
    if asks and _is_hyphen(text, paragraph):
        return text[speech.end : speech.end + 2].lstrip().islower()
    return asks or bool(_PERSON.search(speech.of(text)))


def _reports(text: str, start: int, end: int) -> bool:
    """Whether a reporting verb is among the first words of a clause."""
    forms = reporting_forms()
    for number, word in enumerate(_WORD.finditer(text, start, end)):
        if number >= _TAG_WORDS or word.group() in ".!?":
            return False
        if word.group().lower() in forms:
            return True
    return False
