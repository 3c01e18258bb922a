"""Examples of "is it speech" from the annotated articles of our own.

They mark what stands in quotation marks and nobody says, which PolNeAR does not. Their speakers
teach nothing: the ranker of tags knows PolNeAR alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation import corpora
from onrecord.attribution import Scene, candidates
from onrecord.document.parse import Parser
from onrecord.tagging.learned.model import LearnedTagger
from onrecord.types import Article, QuotedString, TextSpan
from training.examples import COVERED, Example
from training.scenes import scene

_ALIKE = 0.5
"""Share of the characters of two stretches together that are in both, where they are the same."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An article with the strings that somebody says and those that nobody says."""

    id: str
    article: Article
    said: tuple[TextSpan, ...]
    unsaid: tuple[TextSpan, ...]


def read(path: Path) -> Iterator[Marked]:
    """The articles of a set in JSON lines.

    Raises:
        OSError: where the file cannot be read.
        EvaluationError, KeyError: where it is of another format.
    """
    for raw in corpora.read(path):
        said = (q["quoted"] or q["parts"] for q in raw["quotes"] if q["type"] != "indirect")
        yield Marked(
            str(raw["id"]),
            Article(raw["text"]),
            tuple(TextSpan(*pair) for pairs in said for pair in pairs),
            tuple(TextSpan(*d["span"]) for d in raw["distractors"]),
        )


def examples(path: Path, parser: Parser, tagger: LearnedTagger) -> Iterator[Example]:
    """One example for each string of a set of which it is plain whether somebody says it."""
    for marked in read(path):
        yield from labelled(marked, scene(parser, marked.article, tagger))


def labelled(marked: Marked, seen: Scene) -> Iterator[Example]:
    """The examples of one article."""
    for string, offered in zip(seen.strings, candidates(seen), strict=True):
        is_speech = _is_speech(string, marked)
        if is_speech is not None:
            right = tuple(not c.spoken and not is_speech for c in offered)
            yield Example(marked.id, offered, right, is_speech)


def _is_speech(string: QuotedString, marked: Marked) -> bool | None:
    """None where it is not plain. A string inside another one has to be marked by itself."""
    said = _most_alike(string.parts, marked.said)
    if _most_alike(string.parts, marked.unsaid) > max(said, _ALIKE):
        return False
    if string.depth:
        return True if said > _ALIKE else None
    size = sum(map(len, string.parts))
    covered = max((_common(string.parts, span) / size for span in marked.said), default=0.0)
    return True if covered > COVERED else None


def _most_alike(parts: Sequence[TextSpan], spans: Iterable[TextSpan]) -> float:
    size = sum(map(len, parts))
    return max((_common(parts, span) / max(size, len(span)) for span in spans), default=0.0)


def _common(parts: Sequence[TextSpan], span: TextSpan) -> int:
    """Characters of a span that stand in the parts."""
    return sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in parts)
