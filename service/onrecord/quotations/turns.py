"""Turns of a transcript: *RUIZ: We sail.*, *Q: When? A: At dawn.*, without quotation marks.

A paragraph that starts with a label and a colon is mostly no speech (*Where: the old mill*). So
labels count only in a block of neighbouring paragraphs that looks like talk: someone speaks
twice, or the labels are those of question and answer. A headline, a dateline and a list of facts
have no label that comes back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.lexicon.interviews import ANSWER, QUESTION
from onrecord.quotations.glyphs import Family, Glyph, Shape
from onrecord.types import TextSpan

TURN = Glyph(":", Family.TURN, Shape.OPEN, False)

_LABEL = re.compile(
    r"(?:[\"“]|''|``)?(?P<name>[A-Z][\w.’'-]{0,40}(?:[ \t]+[\w.’'-]{1,40}){0,4})"
    r"(?P<role>,[^:\n()]{1,80})?(?:[ \t]*[(\[][^:\n()\[\]]{1,60}[)\]])?[ \t]*:[ \t]+(?=\S)"
)
_MARKS = "\"“'`"
"""Quotation marks that may stand before a label."""

_TALK = re.compile(r"\?|\b(?:I|we|you|my|our|your|me|us)\b", re.IGNORECASE)
_FORMATS = frozenset(
    {"transcript", "interview", "video", "audio", "watch", "listen", "update", "exclusive"}
)
_LONGEST_LABEL = 400
"""More characters than a label that the pattern takes can have."""
_SHORTEST = 4
"""Characters of a letter, a colon, a space and a word."""
_FEWEST = 2
_SILENT = 2
"""Paragraphs without a label that a block may hold in a row: a speaker who goes on."""


class _Turn(NamedTuple):
    """One labelled paragraph: who is named, and where the words start."""

    name: str
    capitals: bool
    words: TextSpan
    asks: bool = False
    answers: bool = False


def turns(text: str, paragraphs: Sequence[TextSpan]) -> dict[TextSpan, TextSpan]:
    """The words of each paragraph that is one turn, by paragraph; questions of a Q&A left out."""
    found: dict[TextSpan, TextSpan] = {}
    for block in _blocks(text, paragraphs):
        held = [turn for _, turn in block]
        if _is_interview(held):
            spoken = [pair for pair in block if not pair[1].asks]
        elif _is_talk(text, held):
            spoken = block
        else:
            continue
        found.update({paragraph: turn.words for paragraph, turn in spoken})
    return found


def _blocks(text: str, paragraphs: Sequence[TextSpan]) -> Iterator[list[tuple[TextSpan, _Turn]]]:
    """Labelled paragraphs of one form that stand next to each other, or almost."""
    block: list[tuple[TextSpan, _Turn]] = []
    silent = 0
    for paragraph in paragraphs:
        turn = _turn(text, paragraph)
        if turn is None:
            silent += 1
            continue
        if block and (silent > _SILENT or turn.capitals != block[-1][1].capitals):
            yield block
            block = []
        block.append((paragraph, turn))
        silent = 0
    if block:
        yield block


def _turn(text: str, paragraph: TextSpan) -> _Turn | None:
    first = text[paragraph.start]
    if (not first.isupper() and first not in _MARKS) or len(paragraph) < _SHORTEST:
        return None
    for pattern in (QUESTION, ANSWER) if first in "QA" else ():
        found = pattern.match(text, paragraph.start, paragraph.end)
        if found and text[found.end() : paragraph.end][:1].strip():
            words = TextSpan(found.end(), paragraph.end)
            return _Turn("", True, words, pattern is QUESTION, pattern is ANSWER)
    return _labelled(text, paragraph)


def _labelled(text: str, paragraph: TextSpan) -> _Turn | None:
    """A turn behind the name of who speaks."""
    if text.find(":", paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_LABEL)) < 0:
        return None
    found = _LABEL.match(text, paragraph.start, paragraph.end)
    if found is None:
        return None
    name = found["name"]
    if name.split()[-1].lower() in _FORMATS:
        return None
    if not all(word[:1].isupper() or _is_particle(word) for word in name.split()):
        return None
    return _Turn(name.split()[-1].lower(), name.isupper(), TextSpan(found.end(), paragraph.end))


def _is_particle(word: str) -> bool:
    """*Ana de la Ruiz*: a short word of a name that has no capital."""
    return word.islower() and len(word) <= 3


def _is_interview(block: Sequence[_Turn]) -> bool:
    return any(turn.asks for turn in block) and any(turn.answers for turn in block)


def _is_talk(text: str, block: Sequence[_Turn]) -> bool:
    """Whether someone speaks twice and somebody else answers, mostly in words of talk."""
    if any(turn.asks or turn.answers for turn in block):
        return False
    names = Counter(turn.name for turn in block)
    talking = sum(bool(_TALK.search(text, t.words.start, t.words.end)) for t in block)
    if len(names) < _FEWEST or 2 * talking < len(block):
        return False
    return max(names.values()) >= _FEWEST or (block[0].capitals and talking == len(block))
