"""When two wordings are the same, for cases that are written by hand."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Any

SAME_QUOTATION = 0.8
"""Word overlap from which two contents are taken for the same statement."""

SAME_CONTENT = 0.5
"""The same for attributions, and for what is no quotation."""

CLOSE = 0.8
"""Likeness of two names from which one is taken for the other with errors of reading."""

_WORD = re.compile(r"\w+(?:'\w+)*")
_ARTICLE = re.compile(r"^(?:the|a|an) ")


def words(text: str) -> list[str]:
    """The words of a text, marks of punctuation and the form of apostrophes apart."""
    return _WORD.findall(text.replace("’", "'"))


def overlap(one: str, other: str) -> float:
    """Jaccard index of the words, 0 to 1."""
    a, b = set(words(one.casefold())), set(words(other.casefold()))
    return len(a & b) / len(a | b) if a | b else 0.0


def alternatives(value: Any) -> list[Any]:
    """A value as a list: a list names values that are all right."""
    return value if isinstance(value, list) else [value]


def agree(got: str | None, wanted: Any, *, loose: bool = False) -> bool:
    """Whether a value is one of those wanted, case and a leading article apart.

    Args:
        got: the value, None for none.
        wanted: a value or several that are all right; None, False and "" ask for none.
        loose: whether one of the two may hold more words than the other.
    """
    return any(_same(got, one, loose=loose) for one in alternatives(wanted))


def alike(one: str, other: str) -> bool:
    """Whether names of the same length differ by a few letters, as a scanner misreads them."""
    if len(one) != len(other):
        return False
    matcher = SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False)
    return matcher.ratio() >= CLOSE


def _same(got: str | None, wanted: Any, *, loose: bool) -> bool:
    if got is None or not wanted:
        return got is None and not wanted
    one, other = _folded(got), _folded(str(wanted))
    if loose:
        return set(one) <= set(other) or set(other) <= set(one)
    return one == other


def _folded(text: str) -> list[str]:
    return _ARTICLE.sub("", " ".join(words(text)).casefold()).split()
