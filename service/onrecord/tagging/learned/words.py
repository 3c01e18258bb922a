"""A text cut into words, with what the model is told about each beside its letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from onrecord.types import QuotedString, TextSpan

_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S.
    r"|[^\W_]+?(?=n['’]t\b)|n['’]t\b"  # did | n't
    r"|['’](?:s|re|ve|ll|d|m)\b"
    r"|[^\W_]+"
    r"|''|``|\.\.+|--+|_+|[^\w\s]",
    re.IGNORECASE,
)

EDGE = "\"“”„‟«»‘’'`.,;:!?…-–—()[]{}*_"
"""Characters that are never the first or the last one of a span."""

REMEMBERED = 40_000
"""Words that are looked at once only, which is more than a day's news holds."""

_DOUBLE = dict.fromkeys(("“", "”", "„", "‟", "«", "»", '"', "''", "``", "″"), '"')
_SINGLE = dict.fromkeys(("‘", "’", "‚", "‛", "‹", "›", "'", "`"), "'")
_OTHER = {"–": "—", "--": "—", "---": "—", "..": "…", "...": "…", "....": "…"}
_PLAIN = _DOUBLE | _SINGLE | _OTHER


class Case(IntEnum):
    """The letters of a word, as a model that reads lower case is told of them."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    MIXED = 3
    DIGITS = 4
    MARK = 5


class Quoted(IntEnum):
    """Where a word stands with regard to the quoted strings of the text."""

    OUTSIDE = 0
    FIRST = 1
    INSIDE = 2
    LAST = 3
    OPENING = 4
    CLOSING = 5
    NESTED = 6


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order, one entry of each tuple a word.

    Attributes:
        starts: offset of the first character.
        ends: offset behind the last one.
        forms: the word as the model reads it: lower case, marks of one kind made alike.
        cases: `Case`, as an integer.
        quoted: `Quoted`, as an integer.
        edges: whether a span may start or end with it.
        paragraphs: number of its paragraph.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: tuple[str, ...]
    cases: tuple[int, ...]
    quoted: tuple[int, ...]
    edges: tuple[bool, ...]
    paragraphs: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, last: int) -> TextSpan:
        """The characters from the first word to the last one, both included."""
        return TextSpan(self.starts[first], self.ends[last])


def read(text: str, paragraphs: Sequence[TextSpan], strings: Sequence[QuotedString]) -> Words:
    """The words of the paragraphs.

    Args:
        text: any text.
        paragraphs: its paragraphs in order.
        strings: its quoted strings, as `quotations.find` gives them.
    """
    starts: list[int] = []
    ends: list[int] = []
    raw: list[str] = []
    numbers: list[int] = []
    for number, paragraph in enumerate(paragraphs):
        found = list(_WORD.finditer(text, paragraph.start, paragraph.end))
        starts += [word.start() for word in found]
        ends += [word.end() for word in found]
        raw += [word.group() for word in found]
        numbers += [number] * len(found)
    quoted = _quoted(starts, ends, strings)
    return Words(
        starts=tuple(starts),
        ends=tuple(ends),
        forms=tuple(map(_form, raw, quoted)),
        cases=tuple(map(case_of, raw)),
        quoted=tuple(quoted),
        edges=tuple(map(_may_bound, raw)),
        paragraphs=tuple(numbers),
    )


@lru_cache(maxsize=REMEMBERED)
def case_of(word: str) -> Case:
    """How a word is written."""
    if not word[0].isalnum() and not word[-1].isalnum():
        return Case.MARK
    if word.islower():
        return Case.LOWER
    if any(map(str.isdigit, word)):
        return Case.DIGITS
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return Case.TITLE
    return Case.UPPER if word.isupper() else Case.MIXED


@lru_cache(maxsize=REMEMBERED)
def _may_bound(word: str) -> bool:
    """Whether a span may start or end with a word."""
    return bool(word.strip(EDGE))


@lru_cache(maxsize=REMEMBERED)
def _form(word: str, quoted: int) -> str:
    """What the model reads: a mark that quotes is a double one, whatever the text writes."""
    if quoted in (Quoted.OPENING, Quoted.CLOSING) and word in _PLAIN and word not in _OTHER:
        return '"'
    plain = _PLAIN.get(word)
    if plain is not None:
        return plain
    return word.lower().replace("’", "'")


def _quoted(
    starts: Sequence[int], ends: Sequence[int], strings: Sequence[QuotedString]
) -> list[int]:
    """`Quoted` of each word, in one pass over the words and one over the strings."""
    states = [int(Quoted.OUTSIDE)] * len(starts)
    word = 0
    for string in strings:
        if string.depth > 1:
            continue
        if string.depth == 0:
            while word < len(starts) and starts[word] < string.outer.start:
                word += 1
        _mark(states, word, starts, ends, string)
    return states


def _mark(
    states: list[int],
    word: int,
    starts: Sequence[int],
    ends: Sequence[int],
    string: QuotedString,
) -> None:
    """Set the states of the words of one string; `word` stands at or before its first one."""
    inner = string.depth > 0
    first, last = string.parts[0].start, string.parts[-1].end
    before = -1
    while word < len(starts) and starts[word] < string.outer.end:
        if starts[word] < string.outer.start:
            word += 1
            continue
        if inner:
            states[word] = Quoted.NESTED
        elif ends[word] <= first:
            states[word] = Quoted.OPENING
        elif starts[word] >= last:
            states[word] = Quoted.CLOSING
        else:
            states[word] = Quoted.FIRST if before < 0 else Quoted.INSIDE
            before = word
        word += 1
    if before >= 0 and states[before] == Quoted.INSIDE:
        states[before] = Quoted.LAST
