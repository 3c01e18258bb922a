"""British spellings as American ones, which the parsers that we know were trained on.

*Apologise* ends otherwise than what a parser has read, so that it may take it for a noun in *asked
the board to apologise*. Only words that keep their length are written anew: offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from onrecord.document.attributes import Attributes

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TABLE = "lexeme_norm"
"""Of spaCy: a word by its hash -> how it is written elsewhere."""

_IN_S = re.compile(r"\b[a-z]+is(?:e[ds]?|ing|ers?|ations?|able)\b")


def american(nlp: Language) -> Callable[[str], str]:
    """What writes -ise as -ize in the words of which a pipeline knows that it may."""
    if TABLE not in nlp.vocab.lookups.tables:
        return str
    table: Any = nlp.vocab.lookups.get_table(TABLE)

    def in_z(found: re.Match[str]) -> str:
        word = found.group()
        norm: str = table.get(word, word)
        alike = len(norm) == len(word) and norm.replace("z", "s") == word
        return norm if alike else word

    return lambda text: _IN_S.sub(in_z, text)


def as_spelled(text: str, doc: Doc, told: Sequence[Attributes]) -> list[Attributes]:
    """What is told of the tokens of a document, each as it stands in a text of the same length."""
    places = ((token.idx, token.idx + len(token)) for token in doc)
    return [
        attributes._replace(text=text[start:end])
        for attributes, (start, end) in zip(told, places, strict=True)
    ]
