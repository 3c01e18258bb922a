"""Which pieces of a text are worth parsing: a parser's cost grows with the number of tokens.

News has one token in 4 to 5 characters. A text of 200,000 marks has as many tokens as a book, and
says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.types import TextSpan

FREE = 4_000
"""Tokens of dense pieces that are parsed in any text: tables, scores, lists of initials."""

DENSE = 2.5
"""A piece with fewer characters a token than this is no prose."""

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")


def worth_parsing(text: str, pieces: Sequence[TextSpan]) -> Iterator[bool]:
    """For each piece whether it is worth parsing.

    Prose always is, and dense pieces as long as they hold no more than `FREE` tokens together.
    """
    spent = 0
    for piece in pieces:
        if len(text) <= FREE:
            yield True
            continue
        tokens = sum(1 for _ in _TOKEN.finditer(text, piece.start, piece.end))
        dense = tokens * DENSE > len(piece)
        spent += tokens if dense else 0
        yield not dense or spent <= FREE
