"""`onrecord archive`: every partition that has no answers yet, with progress."""

from __future__ import annotations

import fcntl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tqdm import tqdm

from onrecord.archive import outputs
from onrecord.archive.cluster import outcomes, workers
from onrecord.archive.errors import ArchiveError
from onrecord.archive.partitions import Partition, partitions
from onrecord.archive.plan import settle
from onrecord.archive.work import Job


def run(job: Job, size: int, count: int, address: str | None) -> None:
    """Answer an archive.

    Args:
        job: from where to where, and how.
        size: bytes of a partition.
        count: processes of this machine, where there is no address.
        address: of a running scheduler.

    Raises:
        ArchiveError: where it cannot be answered; what is finished stands.
        OSError: where a file cannot be read or written.
    """
    try:
        if job.source.is_dir() and job.target.is_relative_to(job.source):
            raise ArchiveError(f"{job.target}: is within {job.source}, and would be read with it")
        outputs.check_links(job.target)
        settle(job, size)
        with _alone(job.target):
            outputs.clear(job.target)
            planned = list(partitions(job.source, size))
            left = [p for p in planned if not outputs.place(job.target, p, job.form).exists()]
            _answer(job, left, len(planned), (count, address))
    except OSError as error:
        where = error.filename or job.source
        raise ArchiveError(f"{where}: {error.strerror or error}") from error


def _answer(job: Job, left: list[Partition], planned: int, where: tuple[int, str | None]) -> None:
    articles = errors = words = 0
    done = planned - len(left)
    bar = tqdm(initial=done, total=planned, unit="partition", file=sys.stderr, disable=None)
    if left:
        with bar, workers(*where) as client:
            for outcome in outcomes(client, job, left):
                articles += outcome.articles
                errors += outcome.errors
                words += outcome.words
                bar.set_postfix(articles=articles, errors=errors, refresh=False)
                bar.update()
    resumed = f"; {done:,} of {planned:,} partitions were done before" if done else ""
    aside = f", {errors:,} of them set aside in {outputs.ERRORS}/" if errors else ""
    print(f"onrecord: {articles:,} articles, {words:,} words{aside}{resumed}", file=sys.stderr)


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Hold the folder against a second run.

    Raises:
        ArchiveError: where there is one.
    """
    with (target / outputs.LOCK).open("wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ArchiveError(f"{target}: another run is at work here") from None
        yield
