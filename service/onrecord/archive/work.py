"""What a worker does: one partition, with models that it loads once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.archive import attempts, outputs
from onrecord.archive.attempts import Attempt
from onrecord.archive.errors import ArchiveError
from onrecord.archive.inputs import Entry, entries
from onrecord.archive.outputs import Form
from onrecord.archive.partitions import Partition, root
from onrecord.options import Options
from onrecord.problems import Kind, Problem
from onrecord.rendering import Json
from onrecord.settings import Settings
from onrecord.stream import Unreadable, extract_stream, identity
from onrecord.types import Extractor
from onrecord.version import __version__

Loader = Callable[[Settings], Extractor]
"""Makes a pipeline. Workers import it by its name: a function of a module."""

LOST = f"the process that read it was lost {attempts.MOST} times"


@dataclass(frozen=True, slots=True)
class Job:
    """What every worker of an archive needs to know.

    Attributes:
        source: a file or a folder, under the same path on every machine.
        target: the folder of the answers, likewise.
        form: what answers are written as.
        options: how every answer is to be given.
        settings: limits, and where the models are.
        loader: makes the pipeline.
        models: names and versions of those that the work was started with.
        version: of the onrecord that started the work.
    """

    source: Path
    target: Path
    form: Form
    options: Options
    settings: Settings
    loader: Loader
    models: tuple[str, ...] = ()
    version: str = __version__


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one partition came to: its articles, how many of them were set aside, and the words and
    seconds of the work."""

    number: int
    articles: int
    errors: int
    words: int
    seconds: float


_loaded: dict[str, Extractor] = {}
"""The pipeline of this process, by what makes it."""


def do(job: Job, partition: Partition) -> Outcome:
    """Answer one partition.

    Raises:
        ArchiveError: where this worker has another version of onrecord.
        ModelUnavailable: where a model is missing.
        OSError: where a file cannot be read or written.
    """
    if job.version != __version__:
        raise ArchiveError(f"a worker has onrecord {__version__}, not {job.version}")
    if outputs.place(job.target, partition, job.form).exists():
        return Outcome(partition.number, 0, 0, 0, 0.0)
    pipeline = _pipeline(job)
    started = time.perf_counter()
    note = job.target / outputs.ATTEMPTS / partition.name
    answers: list[Json] = []
    errors: list[Json] = []
    with attempts.attempt(note) as attempt:
        found = entries(root(job.source), partition, job.settings.body_limit)
        for at, answer in _answered(found, attempt, pipeline, job.options):
            if "error" in answer:
                errors.append({**answer, "file": partition.file, "at": at})
            else:
                answers.append(answer)
        outputs.write(job.target, partition, job.form, answers, errors)
    words = sum(answer["meta"]["words"] for answer in answers)
    seconds = time.perf_counter() - started
    return Outcome(partition.number, len(answers) + len(errors), len(errors), words, seconds)


def _pipeline(job: Job) -> Extractor:
    known = repr((job.settings, job.loader))
    if known not in _loaded:
        _loaded[known] = job.loader(job.settings)
    return _loaded[known]


def _answered(
    found: Iterable[Entry], attempt: Attempt, pipeline: Extractor, options: Options
) -> Iterator[tuple[int, Json]]:
    """Where each article stands, and its answer."""
    places: list[int] = []

    def taken() -> Iterator[object]:
        for number, entry in enumerate(found):
            places.append(entry.at)
            if attempt.may_take(number):
                yield entry.members
            else:
                yield Unreadable(Problem(Kind.INTERNAL, LOST), identity(entry.members))

    for answer in extract_stream(taken(), pipeline, options):
        yield places.pop(), answer
