"""Which names of an article are newspapers, stations and agencies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.document.tree import Token
from onrecord.lexicon.cues import CueLexicon
from onrecord.tagging.scope import Scope

_AIRS = frozenset({"radio", "television", "tv", "news", "press", "newspaper", "broadcasting"})
_PUBLISHES = frozenset({"report", "publish", "print", "broadcast"})


@dataclass(frozen=True, slots=True)
class Outlets:
    """The outlets that an article names.

    Attributes:
        scope: the article.
        lexicon: last words of outlets' names, and nouns for outlets.
        known: the words of each name, in lower case.
    """

    scope: Scope
    lexicon: CueLexicon
    known: frozenset[frozenset[str]]

    def has(self, head: Token) -> bool:
        """Whether a noun is an outlet: *the Spark* where the Sunday Spark reports something."""
        if head.pos == "NOUN":
            return head.lower in self.lexicon.press
        if head.pos not in {"PROPN", "X"}:
            return False
        if head.lower in self.lexicon.outlet:
            return True
        name = _name(self.scope, head)
        if name & _AIRS:
            return True
        return any(name <= known for known in self.known)


def gather(scope: Scope, lexicon: CueLexicon) -> Outlets:
    """The names that end like an outlet's, stand beside a word for one, or report and cite."""
    known = frozenset(_name(scope, head) for head in _heads(scope, lexicon))
    return Outlets(scope, lexicon, known)


def _heads(scope: Scope, lexicon: CueLexicon) -> Iterator[Token]:
    document = scope.document
    persons = {i for e in document.entities if e.label == "PERSON" for i in range(e.first, e.last)}
    for token in document.tokens:
        if token.pos != "PROPN":
            continue
        head = document.head(token)
        ends_so = token.lower in lexicon.outlet and token.dep != "compound"
        beside = token.dep in {"appos", "compound"} and head.lower in lexicon.press
        publishes = token.dep == "nsubj" and head.lemma in _PUBLISHES
        if ends_so or beside or (publishes and token.index not in persons):
            yield token


def _name(scope: Scope, head: Token) -> frozenset[str]:
    """The words of the name that ends in `head`."""
    first, _ = scope.document.subtree(head)
    tokens = scope.document.tokens[first : head.index + 1]
    return frozenset(t.lower for t in tokens if t.pos in {"PROPN", "X"} and t.text[:1].isupper())
