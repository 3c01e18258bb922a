"""What a quoted string itself looks like: how long it is, its capitals, what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.attribution.features import inside
from onrecord.attribution.scene import Scene
from onrecord.document.tree import FINITE, Token
from onrecord.types import QuotedString

CLOSED = "a comma or full stop closes it"
_SIZES = ((2, "1-2"), (4, "3-4"), (8, "5-8"), (15, "9-15"))
_FIRST_OR_SECOND = frozenset(
    ["i", "we", "you", "me", "us", "my", "our", "your", "myself", "ourselves", "yourself"]
)
_SMALL = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "for", "to", "and", "or", "but", "with", "from",
     "by", "as", "'s", "’s", "vs", "n'", "’n’"]
)  # fmt: skip
_FOREIGN_ARTICLES = frozenset(
    ["la", "le", "les", "el", "los", "las", "il", "lo", "gli", "der", "das", "den", "ein", "eine",
     "une", "una", "uno", "het", "een", "os"]
)  # fmt: skip
_VERBAL = frozenset({"VB", "VBG", "VBN"})
_QUESTION = re.compile(r"[?!][\"'’”»)]*\Z")
_CLOSED = re.compile(r"[.,…—-][\"'’”»)]*\Z")


class Form(NamedTuple):
    """The form of a string.

    Attributes:
        size: the range that its number of words falls in.
        capitals: `title`, `all`, `name` (one word with a capital), `first` or `none`.
        start: how it starts: with `a`, with another determiner, or without.
        opening: part of speech of its first word, in lower case.
        signs: what else can be seen, in a few words each.
    """

    size: str
    capitals: str
    start: str
    opening: str
    signs: tuple[str, ...]


def form(scene: Scene, string: QuotedString) -> Form:
    """The form of a string."""
    said = inside(scene, string)
    tokens = [t for part in string.parts for t in scene.between(part.start, part.end)]
    size = next((name for top, name in _SIZES if len(tokens) <= top), "16+")
    opening = tokens[0].pos.lower() if tokens else ""
    return Form(size, _capitals(said), _start(tokens), opening, tuple(_signs(said, tokens)))


def _start(tokens: Sequence[Token]) -> str:
    if not tokens or tokens[0].pos != "DET":
        return "without an article"
    return f"starts with {'a' if tokens[0].lower in {'a', 'an'} else 'an article'}"


def _capitals(said: str) -> str:
    words = re.findall(r"[^\W_][\w'’&-]*", said)
    if len(words) > 1 and said.isupper():
        return "all"
    if not said[:1].isupper():
        return "none"
    if len(words) == 1:
        return "name"
    rest = [word for word in words[1:] if word.lower() not in _SMALL]
    if rest and all(not word[0].islower() for word in rest) and not words[-1][0].islower():
        return "title"
    return "first"


def _signs(said: str, tokens: Sequence[Token]) -> Iterator[str]:
    if _QUESTION.search(said):
        yield "a question or an exclamation"
    elif _CLOSED.search(said):
        yield CLOSED
    if not any(map(str.isalpha, said)):
        yield "no letters"
    if any(t.tag in FINITE for t in tokens):
        yield "holds a finite verb"
    if any(t.lower in _FIRST_OR_SECOND for t in tokens):
        yield "speaks of I, we or you"
    if tokens:
        yield from _start_signs(tokens)


def _start_signs(tokens: Sequence[Token]) -> Iterator[str]:
    """What the first word is, and whether it is all."""
    if len(tokens) == 1:
        yield f"one word: {tokens[0].pos.lower()}"
    if tokens[0].tag in _VERBAL:
        yield "starts with a verb"
    elif tokens[0].pos in {"ADV", "ADP"}:
        yield "starts with an adverb or a preposition"
    elif tokens[0].pos == "DET":
        yield _start(tokens)
    if tokens[0].lower in _FOREIGN_ARTICLES and len(tokens) > 1:
        yield "starts with a foreign article"
