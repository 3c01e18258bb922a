"""Answers of the engine under test, through its own command line."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpora import Json, read, write
from evaluation.errors import EvaluationError
from evaluation.processes import run

INCLUDE = "quotes,attributions,speakers,relations"


@dataclass(frozen=True, slots=True)
class Answers:
    """What an engine gave for some articles.

    Attributes:
        articles: the file of the articles that were asked about.
        responses: the file of its answers, one article a line.
        asked: how many articles there are.
        answered: how many of them have an answer that is no error.
        seconds: wall-clock time, start of the program included.
        about: version and model, as the first answer gives them.
    """

    articles: Path
    responses: Path
    asked: int
    answered: int
    seconds: float
    about: Json


def batch(command: Sequence[str], asked: Sequence[Json], folder: Path) -> Answers:
    """Run `onrecord batch` on the articles and keep what it answers in the folder.

    Raises:
        EvaluationError: where the program fails before every article has its line.
    """
    given, raw = folder / "articles.jsonl", folder / "batch.jsonl"
    raw.unlink(missing_ok=True)
    write(given, list(asked))
    began = time.perf_counter()
    done = run([*command, "batch", "--include", INCLUDE, str(given), str(raw)])
    seconds = time.perf_counter() - began
    lines = list(read(raw)) if raw.exists() else []
    if len(lines) != len(asked):
        raise EvaluationError(
            f"{done.command} ended with status {done.status} after {len(lines)} of"
            f" {len(asked)} articles:\n{done.tail}"
        )
    return kept(lines, given, folder / "responses.jsonl", seconds)


def kept(lines: Sequence[Json], asked: Path, responses: Path, seconds: float) -> Answers:
    """Keep those lines that are answers; an error line has no quotations."""
    good = [line for line in lines if "quotes" in line]
    write(responses, good)
    about = good[0].get("meta", {}) if good else {}
    known = {key: about[key] for key in ("version", "model") if key in about}
    return Answers(asked, responses, len(lines), len(good), seconds, known)
