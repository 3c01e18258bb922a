"""Texts into tokens as by spaCy, each stretch without white space looked at once.

spaCy's tokeniser remembers such stretches too, but not while a pipeline keeps its words in a zone
(see `zone`); it then searches each of them again for what can be cut off.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.lexicon import people

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MOST = 40_000
"""Stretches kept; with one more, all are forgotten."""

_RUN = re.compile(r"(\S+)( ?)|(\s+)")
"""A stretch and the one space that is no token; or white space that is one."""


class Chunk(NamedTuple):
    """The tokens of a stretch.

    Attributes:
        words: their texts.
        spaces: False for each but the last.
        norms: by place, those that differ from the norm of the word.
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    norms: tuple[tuple[int, str], ...]


class ChunkMemory:
    """Makes documents of texts, as a pipeline would. Threads must take turns."""

    def __init__(self, nlp: Language) -> None:
        """Of a pipeline with spaCy's tokeniser; another one is asked anew for each text."""
        self._nlp = nlp
        self._known: dict[str, Chunk] = {}

    def doc(self, text: str) -> Doc:
        """The tokens of a text."""
        from spacy.tokens import Doc  # noqa: PLC0415  # spaCy takes a second to import

        words: list[str] = []
        spaces: list[bool] = []
        norms: list[tuple[int, str]] = []
        known = self._known
        for stretch, space, blank in _RUN.findall(text):
            chunk = known.get(stretch or blank) or self._cut(stretch or blank)
            if chunk.norms:
                norms += [(len(words) + at, norm) for at, norm in chunk.norms]
            words += chunk.words
            spaces += chunk.spaces
            spaces.append(bool(space))
        doc = Doc(self._nlp.vocab, words, spaces)
        for at, norm in norms:
            doc[at].norm_ = norm
        return doc

    def _cut(self, stretch: str) -> Chunk:
        """What the tokeniser makes of a stretch that was not seen before."""
        doc = self._nlp.make_doc(stretch)
        words = (stretch,) if len(doc) == 1 else tuple(token.text for token in doc)
        norms = ((token.i, token.norm_) for token in doc if token.norm_ != token.lex.norm_)
        chunk = Chunk(words, (False,) * (len(doc) - 1), tuple(norms))
        if len(self._known) == MOST:
            self._known.clear()
        self._known[stretch] = chunk
        return chunk


def reader(nlp: Language) -> Callable[[str], Doc]:
    """What makes documents of texts for a pipeline: by memory where its tokeniser is spaCy's.

    That one is taught the short titles that it does not know, for good: it would cut the stop of
    *Sgt. Randow* off, and a sentence would end there.
    """
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # noqa: PLC0415

    tokenizer: Any = nlp.tokenizer
    if type(tokenizer) is not Tokenizer:
        return nlp.make_doc
    for title in people.load().with_stop:
        tokenizer.add_special_case(title, [{"ORTH": title}])
    if any(len(rule.split()) > 1 for rule in tokenizer.rules):
        return nlp.make_doc
    return ChunkMemory(nlp).doc
