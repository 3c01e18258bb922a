"""Which words a name is made of, where the parser reads some of them wrongly."""

from __future__ import annotations

from onrecord.document.tree import Token
from onrecord.tagging.phrases import OF_A_NAME
from onrecord.tagging.scope import Scope

NAMING = frozenset({"PROPN", "X", "NOUN"})
"""What words of a name are read as, some of them wrongly."""


def name_of(scope: Scope, head: Token) -> tuple[str, ...]:
    """The words of the name that ends in `head`, lower case, articles left out."""
    document = scope.document
    first, last = document.subtree(head)
    end = head.index + 1
    while end < last and _goes_on(scope, end, last):
        end += 2
    held = document.tokens[first:end]
    return tuple(_bare(t.lower) for t in held if t.lower in OF_A_NAME or is_name(t))


def is_name(token: Token) -> bool:
    """Whether a word is a name: some, capital letter and all, are read as common nouns."""
    capital = token.text[:1].isupper()
    return capital and token.pos in NAMING


def _goes_on(scope: Scope, index: int, last: int) -> bool:
    """*Dépêche des Cols*: a foreign preposition and a further name."""
    tokens = scope.document.tokens
    if index + 1 >= last or tokens[index].lower not in OF_A_NAME:
        return False
    return tokens[index + 1].text[:1].isupper()


def _bare(word: str) -> str:
    """*l'écho*: the word behind an elided article."""
    return word[2:] if word[:2] in {"l'", "l’", "d'", "d’"} else word
