"""Lines -> answers in the same order, in this process or in several, within bounded memory."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process

from onrecord.cli.answering import Answered, Work, answer
from onrecord.cli.errors import CommandError
from onrecord.stream.lines import Line
from onrecord.types import Extractor

AHEAD = 4
"""Lines for each process that are read before the first of them is answered."""


def answers(lines: Iterable[Line], work: Work, workers: int) -> Generator[Answered, None, None]:
    """The answers to the lines.

    Raises:
        CommandError: where a process is lost; what was answered before stands.
    """
    if workers == 1:
        pipeline: Extractor | None = None
        for line in lines:
            pipeline = pipeline or work.loader(work.settings)
            yield answer(line, pipeline, work.options)
        return
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _Process.start, (work,))
    try:
        yield from _in_order(lines, pool, workers * AHEAD)
    except BrokenProcessPool as error:
        raise CommandError("a worker process was lost; run again to go on from here") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _in_order(lines: Iterable[Line], pool: ProcessPoolExecutor, ahead: int) -> Iterator[Answered]:
    waiting: deque[Future[Answered]] = deque()
    for line in lines:
        waiting.append(pool.submit(_Process.answer, line))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


class _Process:
    """One worker process: its work, and the pipeline, loaded with its first line."""

    work: Work
    pipeline: Extractor | None = None

    @classmethod
    def start(cls, work: Work) -> None:
        """Get ready; leave interrupts to the parent, and never outlive it."""
        cls.work = work
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        threading.Thread(target=_end_with_parent, daemon=True).start()

    @classmethod
    def answer(cls, line: Line) -> Answered:
        """Answer one line."""
        cls.pipeline = cls.pipeline or cls.work.loader(cls.work.settings)
        return answer(line, cls.pipeline, cls.work.options)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
