"""onrecord as a library and what it stands on, on the same articles in turns, on one core."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from statistics import median
from typing import Any

from benchmarks.articles import article
from benchmarks.measure import Spent, memory, spent
from onrecord.bootstrap import load_pipeline, settle
from onrecord.settings import Settings

Json = dict[str, Any]
Engine = Callable[[str], object]

LENGTHS = (1, 2, 4, 8, 16, 32, 64)
NUMBERS = (1, 10, 100, 1_000, 10_000, 100_000)
SHORT = 20
"""Words, about, of the articles of which there are more and more."""


def words(text: str) -> int:
    """Words as white space parts them."""
    return len(text.split())


def compared(texts: list[str], rounds: int) -> Json:
    """Speed of every engine, and of onrecord as a multiple of the others.

    In each round every engine reads all articles; ratios are made round by round and the middle
    one is told, so that what else the machine does cancels out.
    """
    engines = _engines()
    for engine in engines.values():
        engine(texts[0])
    seen: dict[str, list[Spent]] = {name: [] for name in engines}
    for _ in range(rounds):
        for name, engine in engines.items():
            seen[name].append(spent(lambda read=engine: [read(text) for text in texts]))  # type: ignore[misc]
    total, ours = sum(map(words, texts)), seen["onrecord"]
    return {
        name: {
            "words_a_second": round(total / median(s.processor for s in runs)),
            "ms_an_article": round(1000 * median(s.processor for s in runs) / len(texts), 2),
            "clock_ms_an_article": round(1000 * median(s.clock for s in runs) / len(texts), 2),
            "onrecord_is_times": round(
                median(
                    o.clock and s.processor / o.processor for s, o in zip(runs, ours, strict=True)
                ),
                3,
            ),
        }
        for name, runs in seen.items()
    }


def _engines() -> dict[str, Engine]:
    import spacy  # noqa: PLC0415  # seconds to import
    from textacy.extract.triples import direct_quotations  # noqa: PLC0415

    nlp = spacy.load(Settings().spacy_model)
    pipeline = load_pipeline()
    settle()

    def quotations(text: str) -> object:
        try:
            return list(direct_quotations(nlp(text)))
        except ValueError:  # it raises where it cannot pair the marks of an article
            return None

    return {
        "tokeniser": nlp.make_doc,
        "spaCy": nlp,
        "textacy": quotations,
        "onrecord": pipeline.extract,
    }


def growth(text: str, most: int) -> Json:
    """Milliseconds a thousand words, as articles get longer and as more of them are read.

    Args:
        text: a short article, which longer ones repeat.
        most: short articles of other text that are read one after another; after each tenfold
            number of them the megabytes of this process are told as well.
    """
    pipeline = load_pipeline()
    settle()
    pipeline.extract(text)
    length: Json = {}
    for times in LENGTHS:
        longer = "\n\n".join([text] * times)
        once = spent(lambda read=longer: pipeline.extract(read))  # type: ignore[misc]
        length[f"{times}x"] = round(1e6 * once.processor / words(longer), 1)
    many: Json = {}
    sizes: Json = {}
    read, seen, processor = 0, 0, 0.0
    for number in NUMBERS:
        if number > most:
            break
        more = [article(at, SHORT)["text"] for at in range(read, number)]
        processor += spent(partial(_each, pipeline.extract, more)).processor
        read, seen = number, seen + sum(map(words, more))
        many[str(number)] = round(1e6 * processor / seen, 1)
        sizes[str(number)] = round(memory(os.getpid())["rss"], 1)
    return {
        "ms_a_thousand_words_by_length": length,
        "ms_a_thousand_words_by_number": many,
        "mb_by_number": sizes,
    }


def _each(read: Engine, texts: list[str]) -> None:
    """Read texts one after another and keep nothing."""
    for text in texts:
        read(text)


def started(text: str) -> Json:
    """Seconds to load, and milliseconds of the first article and the next, in this process."""
    loading = time.perf_counter()
    processor = time.process_time()
    pipeline = load_pipeline()
    seconds = time.perf_counter() - loading
    loaded = time.process_time() - processor
    cold = spent(lambda: pipeline.extract(text))
    warm = [spent(lambda: pipeline.extract(text)).processor for _ in range(5)]
    return {
        "load_s": round(seconds, 2),
        "load_processor_s": round(loaded, 2),
        "cold_ms": round(1000 * cold.processor, 1),
        "warm_ms": round(1000 * median(warm), 1),
    }
