"""Many more new words than a process keeps, through the parser and the tagger's table of words.

python -m tests.robustness.flat [WORDS]

In one process, as fast as it goes: ten times as many as the largest table of words has room for, in
five minutes. Tells the memory and the time of the processor as it goes; then, from where all tables
are full and spaCy's have been made anew once, what a hundred thousand words more take,
each with its standard error.
"""

from __future__ import annotations

import random
import statistics
import string
import sys
import time

from onrecord.bootstrap import load_pipeline
from onrecord.settings import Settings
from onrecord.types import Article
from onrecord.web import memory

WORDS, STEP, FULL = 600_000, 20_000, 100_000
"""In all, between two lines, and until everything has happened once."""

LINE = (
    "“The {} of {} is {},” said {} {}, a spokesman for {}. "
    "{} {} {}ed the {}s and said “it {}s.”\n\n"
)
NAMES = frozenset({1, 3, 4, 5, 6, 7})
"""Places of `LINE` that hold names."""


def line(chance: random.Random) -> str:
    """A paragraph whose eleven words are new."""
    words = ["".join(chance.choices(string.ascii_lowercase, k=8)) for _ in range(LINE.count("{}"))]
    return LINE.format(*(w.title() if at in NAMES else w for at, w in enumerate(words)))


def fitted(xs: list[float], ys: list[float]) -> str:
    """What a hundred thousand words more take, and its standard error."""
    of = statistics.linear_regression(xs, ys)
    left = sum((y - of.slope * x - of.intercept) ** 2 for x, y in zip(xs, ys, strict=True))
    spread = sum((x - statistics.fmean(xs)) ** 2 for x in xs)
    error = (left / (len(xs) - 2) / spread) ** 0.5
    return f"{of.slope * 100_000:+.2f} ± {error * 100_000:.2f}"


def main() -> None:
    """Read, and tell."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else WORDS
    memory.keep_little()
    pipeline = load_pipeline(Settings())
    parser, table = pipeline._parser, pipeline._tagger._parameters.vocabulary
    chance, new = random.Random(1), LINE.count("{}")
    rows: list[tuple[float, float, float]] = []
    for words in range(STEP, most + 1, STEP):
        started = time.process_time()
        for _ in range(STEP // (20 * new)):
            for token in parser.parse(Article("".join(line(chance) for _ in range(20)))).tokens:
                table.pieces_of(token.lower)
        spent = 1000 * (time.process_time() - started) / (STEP / 1000)
        rows.append((words, memory.resident(), spent))
        print(
            f"{words:>9,} words  {rows[-1][1]:>5.0f} MB  {spent:6.1f} ms for a thousand", flush=True
        )
    later = [row for row in rows if row[0] >= FULL]
    xs, megabytes, times = (list(column) for column in zip(*later, strict=True))
    print(f"from {FULL:,} on, for 100,000 more: {fitted(xs, megabytes)} MB", end=", ")
    print(f"{fitted(xs, times)} ms for a thousand")


if __name__ == "__main__":
    main()
