"""The label of one paragraph of a transcript or an interview: *RUIZ: We sail.*, *Q: When?*."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.lexicon.interviews import ANSWER, ASKS, NAMED, QUESTION
from onrecord.types import TextSpan

_MARKS = "\"“'`*_"
"""Quotation marks, and what bold type leaves, that may stand before a label."""
_FORMATS = frozenset(
    {"transcript", "interview", "video", "audio", "watch", "listen", "update", "exclusive"}
)
_INLINE = re.compile(rf"[?.!…][”\"’'*_]{{0,3}}[ \t]+(?={ANSWER.pattern.replace('[:.]', ':')}\S)")
"""A question before an answer in the same paragraph."""
_LONGEST_LABEL = 400
"""More characters than a label that the pattern takes can have."""
_SHORTEST = 4
"""Characters of a letter, a colon, a space and a word."""


class Turn(NamedTuple):
    """One labelled paragraph.

    Attributes:
        label: who is named, in the letters of the text.
        words: where the words stand; None where the label has its line for itself.
        asks: whether the label is that of a question.
        answers: whether it is that of an answer, or one stands behind the question.
        abbreviated: whether the text gives the initials of the label in its place.
    """

    label: str
    words: TextSpan | None
    asks: bool = False
    answers: bool = False
    abbreviated: bool = False

    @property
    def name(self) -> str:
        """The last word of the label, in lower case: a surname where it is a name.

        All of it where that is a number (*GUEST 1*).
        """
        last = self.label.split()[-1].lower()
        return self.label.lower() if last.isdigit() else last

    @property
    def capitals(self) -> bool | None:
        """Whether the label is all capitals; None where its form says nothing."""
        return None if self.asks or self.answers else self.label.isupper()


def turn(text: str, paragraph: TextSpan) -> Turn | None:
    """The turn that a paragraph is by its label, if it has one."""
    first = text[paragraph.start]
    if (not first.isupper() and first not in _MARKS) or len(paragraph) < _SHORTEST:
        return None
    for pattern in (QUESTION, ANSWER):
        found = pattern.match(text, paragraph.start, paragraph.end)
        if found and text[found.end() : paragraph.end][:1].strip():
            asks = pattern is QUESTION
            return (
                _asked(text, paragraph, found.end())
                if asks
                else Turn("A", plain(text, found.end(), paragraph.end), answers=True)
            )
    return _named(text, paragraph)


def plain(text: str, start: int, end: int) -> TextSpan:
    """A stretch of the text without what bold type or italics have left at its ends."""
    kept = text[start:end].rstrip("*_ \t")
    inner = kept.lstrip("*_ \t")
    return (
        TextSpan(start + len(kept) - len(inner), start + len(kept))
        if inner
        else (TextSpan(start, end))
    )


def _asked(text: str, paragraph: TextSpan, start: int) -> Turn:
    """A question, or the answer behind it."""
    inline = _INLINE.search(text, start, paragraph.end)
    if inline is None:
        return Turn("Q", plain(text, start, paragraph.end), asks=True)
    found = ANSWER.match(text, inline.end(), paragraph.end)
    begin = found.end() if found else inline.end()
    return Turn("Q", plain(text, begin, paragraph.end), asks=True, answers=True)


def _named(text: str, paragraph: TextSpan) -> Turn | None:
    """A turn behind the name of who speaks."""
    if text.find(":", paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_LABEL)) < 0:
        return None
    found = NAMED.match(text, paragraph.start, paragraph.end)
    if found is None:
        return None
    label = found["label"]
    last = label.split()[-1].lower()
    if last in _FORMATS:
        return None
    if not all(
        word[:1].isupper() or word.isdigit() or _is_particle(word) for word in label.split()
    ):
        return None
    words = plain(text, found.end(), paragraph.end) if found.end() < paragraph.end else None
    return Turn(label, words, asks=last in ASKS)


def _is_particle(word: str) -> bool:
    """*Ana de la Ruiz*: a short word of a name that has no capital."""
    return word.islower() and len(word) <= 3
