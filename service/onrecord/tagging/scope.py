"""Which quoted string each token stands in: who speaks decides what a cue can report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.document.tree import SUBJECTS, Document, Token
from onrecord.lexicon import cues
from onrecord.types import QuotedString, TextSpan

OUTSIDE = -1
"""The level of what stands in no quoted string."""
_MARKS = 3
"""Tokens between quoted words and a verb right behind them."""
OPENING_MARKS = frozenset({'"', "“", "‘", "'", "«"})
CLOSING_MARKS = frozenset({'"', "”", "’", "'", "»"})


@dataclass(frozen=True)
class Scope:
    """The article with its quoted strings laid over the tokens.

    Attributes:
        document: the parsed article.
        strings: the quoted strings, outermost first.
        levels: for each token the position of the innermost string around it, or OUTSIDE.
    """

    document: Document
    strings: Sequence[QuotedString]
    levels: tuple[int, ...]

    def level(self, token: Token) -> int:
        """The innermost string around the token, or OUTSIDE."""
        return self.levels[token.index]

    def same(self, one: Token, other: Token) -> bool:
        """Whether the same voice utters both tokens."""
        return self.levels[one.index] == self.levels[other.index]

    def follows_words(self, verb: Token) -> bool:
        """Whether a verb comes right after quoted words."""
        for index in range(verb.index - 1, max(verb.index - 1 - _MARKS, -1), -1):
            if self.levels[index] != self.level(verb):
                return True
            if any(map(str.isalnum, self.document.tokens[index].text)):
                return False
        return False

    def has_words(self, stretch: TextSpan) -> bool:
        """Whether a stretch of the text shares a character with quoted words, marks included."""
        behind = bisect_left(self._outermost, stretch.end, key=lambda outer: outer.start)
        return behind > 0 and self._outermost[behind - 1].end > stretch.start

    @cached_property
    def _outermost(self) -> tuple[TextSpan, ...]:
        """The strings that stand in no other, marks included, in order."""
        return tuple(sorted(string.outer for string in self.strings if string.depth == 0))

    @cached_property
    def speaking(self) -> frozenset[str]:
        """The last words of the names of persons who are the subject of a verb of tags."""
        document, tag = self.document, cues.load().tag
        return frozenset(
            t.text
            for t in document.tokens
            if t.dep in SUBJECTS
            and document.label_of(t) == "PERSON"
            and document.head(t).lemma in tag
        )


def lay(document: Document, strings: Sequence[QuotedString]) -> Scope:
    """Lay the strings over the tokens; inner ones (which come later) win."""
    levels = [OUTSIDE] * len(document.tokens)
    for number, string in enumerate(strings):
        for part in string.parts:
            for token in document.tokens_in(part):
                levels[token.index] = number
    return Scope(document, strings, tuple(levels))
