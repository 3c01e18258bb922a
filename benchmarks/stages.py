"""Where the time goes: `python -m benchmarks.stages [ARTICLES.jsonl]`, beside bare spaCy."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks.articles import articles
from benchmarks.engines import words
from benchmarks.measure import cores, pin, spent
from onrecord import quotations
from onrecord.bootstrap import load_parser, load_pipeline, load_tagger, settle
from onrecord.document.paragraphs import split
from onrecord.settings import Settings
from onrecord.types import Article

Engine = Callable[[str], object]

BARE, WHOLE, PARSE, TAGGER = "bare spaCy", "onrecord", "parse", "learned tagger"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.stages", description="time by stage")
    parser.add_argument("articles", type=Path, nargs="?", help="JSON lines; made up without")
    parser.add_argument("--number", type=int, default=20, help="articles (default 20)")
    parser.add_argument("--rounds", type=int, default=5, help="of each stage (default 5)")
    given = parser.parse_args()
    pin(cores()[:1])
    if given.articles is None:
        texts = [article["text"] for article in articles(given.number, 500)]
    else:
        lines = given.articles.read_text("utf-8").splitlines()[: given.number]
        texts = [json.loads(line)["text"] for line in lines]
    print("\n".join(table(timed(engines(), texts, given.rounds), sum(map(words, texts)))))


def engines() -> dict[str, Engine]:
    """Bare spaCy, onrecord, and its two models alone."""
    import spacy  # noqa: PLC0415  # seconds to import

    model = Settings().spacy_model
    pipeline, tagger, (parser, _) = load_pipeline(), load_tagger(), load_parser(model)
    unnamed, _ = load_parser(model, with_names=False)

    def tag(text: str) -> object:
        paragraphs = split(text)
        return tagger.tag(text, paragraphs, quotations.find(text, paragraphs))

    bare = spacy.load(model)
    settle()
    return {
        BARE: bare,
        WHOLE: pipeline.extract,
        PARSE: lambda text: parser.parse(Article(text)),
        "parse without names": lambda text: unnamed.parse(Article(text)),
        TAGGER: tag,
    }


def timed(
    engines: Mapping[str, Engine], texts: Sequence[str], rounds: int
) -> dict[str, list[float]]:
    """Processor seconds that each takes for all texts, round by round, in turns."""
    for engine in engines.values():
        for text in texts:
            engine(text)
    seconds: dict[str, list[float]] = {name: [] for name in engines}
    for _ in range(rounds):
        for name, engine in engines.items():
            seconds[name].append(spent(lambda read=engine: list(map(read, texts))).processor)  # type: ignore[misc]
    others = zip(seconds[WHOLE], seconds[PARSE], seconds[TAGGER], strict=True)
    seconds["all other stages"] = [whole - parse - tag for whole, parse, tag in others]
    return seconds


def table(seconds: Mapping[str, Sequence[float]], number: int) -> Iterator[str]:
    """In Markdown: the middle round of each, and its share of bare spaCy's time in that round.

    Args:
        seconds: by name, as `timed` gives them.
        number: words that were read.
    """
    yield "| | microseconds a word | of bare spaCy |"
    yield "|---|---|---|"
    for name, spans in seconds.items():
        share = median(span / bare for span, bare in zip(spans, seconds[BARE], strict=True))
        yield f"| {name} | {1e6 * median(spans) / number:.0f} | {share:.2f} |"


if __name__ == "__main__":
    main()
