"""The corpora and scorers, by path, and articles as the command line reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.errors import EvaluationError

Json = dict[str, Any]

ARTICLES = Path(__file__).parent / "articles"
"""The annotated articles of our own; its README tells what each set is for."""


TEST = "test"
"""Name of the set of them that nothing is fitted on, and whose errors nobody reads."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A set of annotated articles.

    Attributes:
        name: name of its folder.
        title: the field that holds an article's headline, where the text does not begin with it.
        form: name of its scorer and of its form for `adapt.py`; its own name where empty.
        place: its file, where it is one of ours and not in the folder of corpora.
    """

    name: str
    title: str | None
    form: str = ""
    place: Path | None = None

    @property
    def scored_as(self) -> str:
        """The corpus whose scorer and form it has."""
        return self.form or self.name


OWN: Mapping[str, Corpus] = {
    f"own-{place.stem}": Corpus(f"own-{place.stem}", None, "gold", place)
    for place in sorted(ARTICLES.glob("*.jsonl"))
}
"""The sets of our own articles, in the form of `gold`."""

CORPORA: Mapping[str, Corpus] = {
    "gold": Corpus("gold", None),
    "polnear": Corpus("polnear", "title"),
    "sourcing": Corpus("sourcing", "headline"),
    **OWN,
}


@dataclass(frozen=True, slots=True)
class Data:
    """A folder with the corpora under `data` and the scorers under `evaluate`."""

    root: Path

    def gold(self, corpus: Corpus) -> Path:
        """The annotated articles of a corpus."""
        if corpus.place is not None:
            return self._present(corpus.place)
        return self._present(self.root / "data" / corpus.name / "dev.jsonl")

    def readme(self, corpus: Corpus) -> Path:
        """The description of a corpus, which gives the figures of its peers, if there are any."""
        if corpus.place is not None:
            return self._present(corpus.place.parent / "README.md")
        return self._present(self.root / "data" / corpus.name / "README.md")

    def seed(self) -> Path:
        """The article that the project was begun for."""
        return self._present(self.root / "data" / "seed" / "article.txt")

    def adapter(self) -> Path:
        """The script that turns responses into the scorers' forms."""
        return self._present(self.root / "evaluate" / "adapt.py")

    def scorer(self, corpus: Corpus) -> Path:
        """The script that scores a corpus."""
        return self._present(self.root / "evaluate" / f"{corpus.scored_as}.py")

    def check(self, corpus: Corpus) -> None:
        """Raise `EvaluationError` where a file that measuring the corpus takes is missing."""
        for find in (self.gold, self.readme, self.scorer):
            find(corpus)
        self.adapter()

    def _present(self, path: Path) -> Path:
        if not path.is_file():
            raise EvaluationError(
                f"{path} is missing: {self.root} must hold the corpora under data/ and the"
                " scorers under evaluate/; --only leaves out what you do not have"
            )
        return path


def read(path: Path) -> Iterator[Json]:
    """The objects of a file of JSON lines.

    Raises:
        EvaluationError: where a line is no JSON object.
    """
    with path.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                value = json.loads(line)
            except ValueError as error:
                raise EvaluationError(f"{path}, line {number}: {error}") from error
            if not isinstance(value, dict):
                raise EvaluationError(f"{path}, line {number}: not a JSON object")
            yield value


def write(path: Path, values: Iterator[Json] | list[Json]) -> None:
    """Write objects as JSON lines."""
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(v, ensure_ascii=False) + "\n" for v in values)


def articles(corpus: Corpus, path: Path) -> list[Json]:
    """The articles of a corpus as `onrecord batch` reads them, without any annotation."""
    return [article(str(raw["id"]), raw["text"], _title(corpus, raw)) for raw in read(path)]


def article(identifier: str, text: str, title: str | None = None) -> Json:
    """One article as `onrecord batch` reads it."""
    made: Json = {"id": identifier, "text": text}
    if title:
        made["title"] = title
    return made


def _title(corpus: Corpus, raw: Json) -> str | None:
    return raw.get(corpus.title) if corpus.title else None
