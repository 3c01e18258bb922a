"""An archive on one worker and on two: what the second one brings."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.articles import articles
from benchmarks.engines import words
from onrecord.strict_json import encode

Json = dict[str, Any]

WORKERS = (1, 2)
LITTLE, PARTITION = 0.25, 20_000
"""Share of the articles in the smaller of two runs, and bytes of a partition."""


def scaled(number: int, length: int) -> Json:
    """Words a second of `onrecord archive` by its number of workers.

    Two archives are read, of all articles and of a quarter of them: the difference leaves out what
    it takes to start.

    Args:
        number: made-up articles in the larger one.
        length: words of each, about.
    """
    made = list(articles(number, length))
    few = made[: round(number * LITTLE)]
    more = sum(words(article["text"]) for article in made[len(few) :])
    told: Json = {}
    for workers in WORKERS:
        seconds = _seconds(made, workers) - _seconds(few, workers)
        told[str(workers)] = round(more / seconds)
    return {
        "words_a_second_by_workers": told,
        "two_are_times_one": round(told["2"] / told["1"], 2),
    }


def _seconds(made: list[Json], workers: int) -> float:
    """Clock time of one archive, from start to end."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "in.jsonl")
        source.write_bytes(b"".join(encode(article) + b"\n" for article in made))
        command = [sys.executable, "-m", "onrecord.cli", "archive", str(source)]
        command += [str(Path(folder, "out")), "--workers", str(workers)]
        command += ["--partition-bytes", str(PARTITION)]
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - began
