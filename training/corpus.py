"""PolNeAR as training needs it: articles with their marked attributions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.types import Article, TextSpan

Spans = tuple[TextSpan, ...]


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One attribution as people marked it; a role that the text does not name is empty."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its attributions."""

    id: str
    article: Article
    attributions: tuple[GoldAttribution, ...]


def read(path: Path) -> Iterator[GoldArticle]:
    """The articles of one file of PolNeAR in JSON lines.

    Raises:
        OSError: where the file cannot be read.
        KeyError, ValueError: where it is of another format.
    """
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            raw = json.loads(line)
            marked = tuple(
                GoldAttribution(*(_spans(a[role]) for role in ("source", "cue", "content")))
                for a in raw["attributions"]
            )
            yield GoldArticle(str(raw["id"]), Article(raw["text"]), marked)


def _spans(pairs: list[list[int]]) -> Spans:
    return tuple(TextSpan(start, end) for start, end in pairs if start < end)
