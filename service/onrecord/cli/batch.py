"""`onrecord batch`: JSON lines in, one answer a line out, in the same order; resumes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from tqdm import tqdm

from onrecord.cli.answering import Work
from onrecord.cli.errors import CommandError
from onrecord.cli.resume import resume
from onrecord.cli.workers import answers
from onrecord.stream.lines import Line, read_lines

MOST_WORKERS = 256


def run(source: Path, target: Path, work: Work, workers: int) -> None:
    """Answer every line of `source` that has no answer in `target` yet.

    Args:
        source: JSON lines with `text`, and `id`, `title`, `byline`, `published_at`, `language`
            where they are known; other members are left alone.
        target: gets one answer a line, in the same order; a line that cannot be read gets
            `{"id", "error"}`. What an earlier run has written is kept.
        work: settings, options and loader.
        workers: processes; with one, the work is done in this one.

    Raises:
        CommandError: where a file cannot be read or written, or the target is of another source.
    """
    limit = work.settings.body_limit
    try:
        if target.exists() and source.samefile(target):
            raise CommandError(f"{source}: cannot be read and written at once")
        with source.open("rb") as incoming:
            total = sum(1 for _ in read_lines(incoming, limit))
            done = resume(source, target, limit)
            incoming.seek(0)
            left = islice(read_lines(incoming, limit), done, None)
            with target.open("ab") as outgoing:
                errors = _write(left, outgoing, work, workers, (done, total))
    except OSError as error:
        raise CommandError(f"{error.filename or target}: {error.strerror or error}") from error
    resumed = f", {done:,} of them by an earlier run" if done else ""
    bad = f"; {errors:,} could not be read" if errors else ""
    print(f"onrecord: {total:,} lines answered{resumed}{bad}", file=sys.stderr)


def _write(
    left: Iterable[Line],
    outgoing: BinaryIO,
    work: Work,
    workers: int,
    progress: tuple[int, int],
) -> int:
    """Write the answers as they come, whole lines only; return how many of them are errors."""
    errors, (done, total) = 0, progress
    bar = tqdm(initial=done, total=total, unit="article", file=sys.stderr, disable=None)
    with bar, closing(answers(left, work, workers)) as stream:
        for answered in stream:
            outgoing.write(answered.line)
            outgoing.flush()
            errors += answered.is_error
            bar.update()
        os.fsync(outgoing.fileno())
    return errors
