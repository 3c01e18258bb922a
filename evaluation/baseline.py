"""A live peer: textacy's direct quotations, in the form of our own answers."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evaluation.corpora import Json, write
from evaluation.engine import Answers, kept
from evaluation.errors import EvaluationError

if TYPE_CHECKING:
    from spacy.language import Language


def load(model: str) -> Language:
    """A spaCy pipeline by name or path.

    Raises:
        EvaluationError: where it is not installed.
    """
    import spacy

    try:
        return spacy.load(model)
    except (OSError, ImportError) as error:
        raise EvaluationError(f"the spaCy pipeline {model!r} cannot be loaded: {error}") from error


def answers(nlp: Language, asked: Sequence[Json], folder: Path) -> Answers:
    """What textacy finds in the articles; one that it raises on in part still counts."""
    given = folder / "articles.jsonl"
    write(given, list(asked))
    began = time.perf_counter()
    lines = [{"id": a["id"], "quotes": list(_quotes(nlp, a["text"]))} for a in asked]
    return kept(lines, given, folder / "responses.jsonl", time.perf_counter() - began)


def _quotes(nlp: Language, text: str) -> Iterator[Json]:
    """Direct quotations paragraph by paragraph, so that an odd mark costs one paragraph only."""
    from textacy.extract.triples import direct_quotations

    start = 0
    for paragraph in text.splitlines(keepends=True):
        doc = nlp(paragraph)
        try:
            triples: list[Any] = list(direct_quotations(doc))
        except ValueError:
            triples = []
        for speaker, cue, content in triples:
            yield _quote(
                _span(start, speaker, paragraph),
                _span(start, cue, paragraph),
                _inside(start, list(content), paragraph),
            )
        start += len(paragraph)


def _quote(speaker: Json, cue: Json, content: Json) -> Json:
    return {
        "type": "direct",
        "parts": [content],
        "speaker": {"name": speaker["text"], "kind": "person", "named": True, "title": None},
        "speaker_mention": speaker,
        "cue": cue,
        "confidence": None,
    }


def _span(start: int, tokens: Sequence[Any], paragraph: str) -> Json:
    first, last = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    return {"start": start + first, "end": start + last, "text": paragraph[first:last]}


def _inside(start: int, tokens: Sequence[Any], paragraph: str) -> Json:
    """The quoted words without the two marks around them."""
    return _span(start, tokens[1:-1], paragraph)
