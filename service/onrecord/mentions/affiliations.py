"""What stands behind a name besides an apposition: party, body, or what its bearer does.

*Ada Quill (D-Osmark)*; *Quill of Penhallow Capital*; *Quill, who leads the union*.
"""

from __future__ import annotations

import re

from onrecord.document.tree import VERBAL, Document
from onrecord.lexicon.forenames import is_forename
from onrecord.lexicon.people import PeopleLexicon, plain
from onrecord.mentions import shapes
from onrecord.mentions.appositions import ENDS
from onrecord.mentions.runs import Entities

LONGEST = 16
"""Tokens that what somebody does may have."""

LONGEST_TAG = 40
"""Characters after a name in which the tag of a party is looked for."""

_TAG = r"(?:[DRI]|Dem|Rep|Ind|Lab|Con)[-–—][A-Z]"
_PARTY = re.compile(rf"\s?(?:\(({_TAG}[\w. ]{{0,30}})\)|,\s({_TAG}[\w.]{{0,30}}))")
_WHOLE_TAG = re.compile(rf"{_TAG}[\w. ]{{0,30}}")
_BELONGS = frozenset({"of", "from", "with", "at"})
_BODIES = frozenset({"ORG"})


def is_party(text: str) -> bool:
    """Whether capitals are no name but tell of party and seat (*D-Osmark*)."""
    return _WHOLE_TAG.fullmatch(text) is not None


class Affiliations:
    """Finds what the names of one document are said to belong to and to do."""

    def __init__(self, document: Document, lexicon: PeopleLexicon, entities: Entities) -> None:
        self._document = document
        self._tokens = document.tokens
        self._lexicon = lexicon
        self._entities = entities

    def party(self, last: int) -> str | None:
        """Party and seat after a name that ends before token `last` (*D-Osmark*)."""
        end = self._tokens[last - 1].end
        found = _PARTY.match(self._document.text[end : end + LONGEST_TAG])
        return found[1] or found[2] if found else None

    def of(self, last: int) -> str | None:
        """The body that somebody is of, else what he or she does."""
        span = self._body(last) or self._office(last)
        return (
            " ".join(self._document.span_of(*span).of(self._document.text).split())
            if span
            else None
        )

    def _body(self, last: int) -> tuple[int, int] | None:
        index = last + (self._text(last) == ",")
        if self._text(index) not in _BELONGS:
            return None
        index += 1 + (self._text(index + 1) == "the")
        entity = self._entities.get(index)
        if entity is None or entity.label not in _BODIES:
            return None
        if not shapes.is_capitalised(self._tokens[max(entity.first, index)]):
            return None
        return max(entity.first, index), entity.last

    def _office(self, last: int) -> tuple[int, int] | None:
        """The words after *who* in *who leads the union*."""
        index = last + (self._text(last) == ",")
        if self._text(index) != "who" or index + 2 >= len(self._tokens):
            return None
        verb = self._tokens[index + 1]
        if plain(verb.lemma) not in self._lexicon.offices or verb.tag == "VB":
            return None
        stop = min(self._document.sentence_of(verb).last, index + LONGEST)
        end = next((i for i in range(index + 2, stop) if self._ends(i)), stop)
        return (index + 1, end) if end > index + 2 else None

    def _ends(self, index: int) -> bool:
        token, after = self._tokens[index], self._tokens[index + 1 : index + 2]
        joins = token.pos == "CCONJ" and any(t.pos in VERBAL for t in after)
        return token.text in shapes.BREAKS or token.tag in ENDS or joins

    def _text(self, index: int) -> str:
        return self._tokens[index].lower if index < len(self._tokens) else ""


def is_of_somebody(document: Document, role: int, start: int) -> bool:
    """*Ada Quill of | the broker Vane Ashby*, *Ada Quill of | Vane Ashby*: what a person is of.

    Args:
        role: first token of the name and of the role before it.
        start: first token of the name proper.
    """
    tokens, first = document.tokens, role
    while first and tokens[first - 1].tag == "DT":
        first -= 1
    of, before = tokens[max(0, first - 1)], tokens[max(0, first - 3) : max(0, first - 1)]
    full = [shapes.is_capitalised(t) and document.label_of(t) == "PERSON" for t in before]
    named = of.lower == "of" and len(full) == 2 and all(full)
    return named and not is_forename(tokens[start].text)
