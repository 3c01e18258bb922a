"""Which words a name is made of, where the parser reads some of them wrongly."""

from __future__ import annotations

from onrecord.document.tree import PROPER, Token
from onrecord.lexicon import cues
from onrecord.lexicon.grammar import without_elided
from onrecord.tagging.phrases import OF_A_NAME
from onrecord.tagging.scope import Scope
from onrecord.types import TextSpan

NAMING = frozenset({"PROPN", "X", "NOUN"})
"""What words of a name are read as, some of them wrongly."""

_NAMED = frozenset({"ORG", "PERSON", "PRODUCT"})
TIMES = frozenset({"DATE", "TIME"})
"""Labels of the recogniser for times."""


def name_of(scope: Scope, head: Token) -> tuple[str, ...]:
    """The words of the name that ends in `head`, lower case, articles left out."""
    document = scope.document
    first, last = document.subtree(head)
    end = head.index + 1
    while end < last and _goes_on(scope, end, last):
        end += 2
    held = document.tokens[first:end]
    return tuple(without_elided(t.lower) for t in held if t.lower in OF_A_NAME or is_name(t))


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


def with_name(scope: Scope, phrase: TextSpan) -> TextSpan:
    """*the sports daily | La Pista,*: a phrase with the name behind it that the parse cut off.

    A comma or the end of the sentence must close it; a day is no name.
    """
    document = scope.document
    *_, noun = document.tokens_in(phrase)
    last, end = noun.index + 1, document.sentence_of(noun).last
    while last < end and _goes_on_with(scope, noun, document.tokens[last]):
        last += 1
    closed = last == end or document.tokens[last].text in {",", "."}
    common = noun.pos == "NOUN" or noun.lower in cues.load().newsrooms
    named = common and noun.text.islower() and last > noun.index + 1 and closed
    return TextSpan(phrase.start, document.tokens[last - 1].end) if named else phrase


def _goes_on_with(scope: Scope, noun: Token, token: Token) -> bool:
    label = scope.document.label_of(token)
    known = token.pos in PROPER or label in _NAMED
    return known and token.text[:1].isupper() and label not in TIMES and scope.same(noun, token)
