"""What a spaCy pipeline learns of the words that it reads: kept for a while, then forgotten."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

ZONE = 400_000
"""Characters that are read before what the pipeline has learned of their words is forgotten."""

MOST_FORGOTTEN = 50_000
"""Strings that have been forgotten before the tables that held them are made anew."""

_PARTS = ("vectors", "lookups")
"""Of a vocabulary, what is no table of its strings."""


class MemoryOfWords:
    """Keeps what a pipeline learns of words for `ZONE` characters, so that it stays small.

    It is the same for a hundred articles as for one, and costs a tenth of the time of a parse.
    spaCy's tables keep the places of what was forgotten and double when those fill them, 33 bytes
    for each word that was ever new; so they are made anew now and then.
    """

    def __init__(self, nlp: Language) -> None:
        """Of the words of a pipeline, which must not be in a memory zone."""
        self._nlp = nlp
        self._own = len(nlp.vocab.strings)
        self._zone = ExitStack()
        self._left = 0
        self._forgotten = 0

    def use(self, length: int) -> None:
        """Before a text of some length is read; no document of one before is valid afterwards."""
        self._left -= length
        if self._left < 0:
            self._forget()
            self._zone.enter_context(self._nlp.memory_zone())
            self._left = ZONE - length

    def _forget(self) -> None:
        self._forgotten += len(self._nlp.vocab.strings) - self._own
        self._zone.close()
        self._own = len(self._nlp.vocab.strings)
        if self._forgotten > MOST_FORGOTTEN:
            _make_anew(self._nlp.vocab)
            self._forgotten = 0


def _make_anew(vocab: Any) -> None:
    """The tables of spaCy's `Vocab`, with what is in them and no more; outside of a memory zone."""
    getters = dict(vocab.lex_attr_getters)
    vocab.from_bytes(vocab.to_bytes(exclude=_PARTS), exclude=_PARTS)
    # It wraps one of them each time, to the same effect.
    vocab.lex_attr_getters.update(getters)
