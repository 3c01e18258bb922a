"""The annotated articles that training reads: PolNeAR, and the gold articles with speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation import corpora
from evaluation.agreement import agree, alike
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


@dataclass(frozen=True, slots=True)
class GoldSpeech:
    """One quotation of the gold articles with the names that are right for its speaker."""

    parts: Spans
    names: tuple[str, ...]

    def is_named(self, name: str | None) -> bool:
        """Whether a name is the speaker's, a letter misread or not; none where nobody is known."""
        if agree(name, list(self.names) or None):
            return True
        return name is not None and any(alike(name, one) for one in self.names)


@dataclass(frozen=True, slots=True)
class GoldChain:
    """One attribution of the gold articles, with the names that are right for each hop."""

    content: Spans
    hops: tuple[tuple[str, ...], ...]

    @property
    def speech(self) -> GoldSpeech:
        """Its content as a quotation of the one from whom the words come."""
        return GoldSpeech(self.content, self.hops[-1] if self.hops else ())

    def is_of(self, names: Sequence[str | None]) -> bool:
        """Whether hops of these names are those of the chain, in the same order."""
        pairs = zip(names, self.hops, strict=False)
        return len(names) == len(self.hops) and all(agree(n, list(h) or None) for n, h in pairs)


@dataclass(frozen=True, slots=True)
class GoldAnswers:
    """What the answer to a gold article should hold: quotations and attributions.

    Attributes:
        id, genre: of the article.
    """

    id: str
    genre: str
    speeches: tuple[GoldSpeech, ...]
    chains: tuple[GoldChain, ...]


def read(path: Path) -> Iterator[GoldArticle]:
    """The articles of one file of PolNeAR in JSON lines.

    Raises:
        OSError: where the file cannot be read.
        EvaluationError, KeyError: where it is of another format.
    """
    for raw in corpora.read(path):
        marked = tuple(
            GoldAttribution(*(_spans(a[role]) for role in ("source", "cue", "content")))
            for a in raw["attributions"]
        )
        yield GoldArticle(str(raw["id"]), Article(raw["text"]), marked)


def read_answers(path: Path) -> Iterator[tuple[Article, GoldAnswers]]:
    """The gold articles of a file in JSON lines, with what the answer should hold.

    Raises:
        OSError: where the file cannot be read.
        EvaluationError, KeyError: where it is of another format.
    """
    for raw in corpora.read(path):
        names = {s["id"]: (s["name"], *s["aliases"]) for s in raw["speakers"]}
        speeches = (
            GoldSpeech(_spans(quote["parts"]), names.get(quote["speaker"], ()))
            for quote in raw["quotes"]
        )
        chains = (
            GoldChain(
                _spans(attributed["content"]),
                tuple(names.get(hop["source"], ()) for hop in attributed["chain"]),
            )
            for attributed in raw["attributions"]
        )
        about = str(raw.get("id", "")), str(raw.get("genre", ""))
        yield Article(raw["text"]), GoldAnswers(*about, tuple(speeches), tuple(chains))


def _spans(pairs: list[list[int]]) -> Spans:
    return tuple(TextSpan(start, end) for start, end in pairs if start < end)
