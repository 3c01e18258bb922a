"""Signs of the text itself: whether it is such that the stages before can read it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.document.tree import Document
from onrecord.types import QuotedString, TextSpan

FEWEST_WORDS = 20
"""Words below which a text is too short to be called one in lower case."""

_SHORTEST = 4
_MARK = re.compile('[“”"«»„‟]')


@dataclass(frozen=True)
class Print:
    """How an article is printed.

    Attributes:
        document: the article.
        strings: what was found in quotation marks.
    """

    document: Document
    strings: Sequence[QuotedString]

    @cached_property
    def of_article(self) -> Mapping[str, float]:
        """Whether it has no capitals, and whether letters are misread."""
        words = [token.text for token in self.document.tokens if token.text[0].isalnum()]
        signs: dict[str, float] = {}
        if len(words) >= FEWEST_WORDS and not any(word[0].isupper() for word in words):
            signs["article without capitals"] = 1.0
        misread = sum(map(_is_misread, words))
        if misread:
            signs["letters misread"] = min(1.0, 20.0 * misread / len(words))
        if self._stray:
            signs["marks without partner in the article"] = 1.0
        return signs

    def has_stray_marks(self, span: TextSpan) -> bool:
        """Whether a quotation mark in the paragraph has no partner."""
        return self.document.paragraph_at(span.start) in self._stray

    @cached_property
    def _stray(self) -> frozenset[int]:
        """The paragraphs that hold a quotation mark which belongs to no string."""
        edges = {edge for s in self.strings for edge in (s.outer.start, s.outer.end - 1)}
        edges |= {edge for s in self.strings for p in s.parts for edge in (p.start - 1, p.end)}
        text, at = self.document.text, self.document.paragraph_at
        marks = (mark.start() for mark in _MARK.finditer(text))
        stray = (place for place in marks if place not in edges)
        unclosed = (s.outer.start for s in self.strings if not s.closed)
        return frozenset([*map(at, stray), *map(at, unclosed)])


def _is_misread(word: str) -> bool:
    """*c0uncil*: a single digit among the letters of a longer word."""
    if word.isalpha() or len(word) < _SHORTEST or not (word[0].islower() and word.isalnum()):
        return False
    return sum(c.isdigit() for c in word) == 1
