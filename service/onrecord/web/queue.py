"""The queue in front of the pipeline: one article is read at a time, a few wait, no more get in."""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from onrecord.deadline import NEVER, Deadline
from onrecord.errors import OutOfTime
from onrecord.problems import Kind, Problem
from onrecord.types import Article, Extraction, Extractor
from onrecord.web import metrics
from onrecord.web.errors import ProblemError
from onrecord.web.patience import REFUSALS

_WEIGHT = 0.1
"""Of the last article, in the mean of the seconds that one takes."""

_LONGEST_WAIT = 60


class Queue:
    """Counts the requests that are read or wait to be, and lets them through one by one, first
    come, first served."""

    def __init__(self, waiting: int) -> None:
        """A queue.

        Args:
            waiting: requests that may wait while one is read.
        """
        self._places = waiting + 1
        self._taken = 0
        self._is_busy = False
        self._line: deque[threading.Lock] = deque()
        self._guard = threading.Lock()
        self._mean = 0.1

    def enter(self) -> None:
        """Take a place, to be given back by `leave`.

        Raises:
            ProblemError: where there is none: 503, with the seconds after which it is worth trying
                again.
        """
        with self._guard:
            if self._taken < self._places:
                self._taken += 1
                metrics.QUEUED.inc()
                return
        self._refuse()

    def check(self) -> None:
        """Raise as `enter` would, and take no place: to refuse at once whom `enter` would refuse
        after the work of reading what he sends. A place is not taken for one who is still sending,
        so that slow clients keep nobody out."""
        with self._guard:
            if self._taken < self._places:
                return
        self._refuse()

    def _refuse(self) -> NoReturn:
        REFUSALS.note()
        seconds = min(_LONGEST_WAIT, max(1, math.ceil(self._mean * self._places)))
        problem = Problem(Kind.OVERLOADED, f"{self._places} requests are under way; try again")
        raise ProblemError(problem, {"Retry-After": str(seconds)})

    def leave(self) -> None:
        """Give the place back."""
        with self._guard:
            self._taken -= 1
            metrics.QUEUED.dec()

    @contextmanager
    def place(self) -> Iterator[None]:
        """A place for as long as this lasts; raises as `enter` does."""
        self.enter()
        try:
            yield
        finally:
            self.leave()

    @contextmanager
    def turn(self, deadline: Deadline = NEVER) -> Iterator[None]:
        """Wait for one's turn, and keep everybody else waiting for as long as this lasts.

        Raises:
            OutOfTime: where the deadline came first.
        """
        mine = threading.Lock()
        with self._guard:
            if self._is_busy:
                mine.acquire()
                self._line.append(mine)
            self._is_busy = True
        came = time.perf_counter()
        self._wait(mine, deadline)
        started = time.perf_counter()
        metrics.WAIT.observe(started - came)
        try:
            yield
        finally:
            self._next(time.perf_counter() - started)

    def _wait(self, mine: threading.Lock, deadline: Deadline) -> None:
        try:
            while not mine.acquire(timeout=-1 if (left := deadline.left) is None else left):
                deadline.check()
        except OutOfTime:
            with self._guard:
                if mine in self._line:
                    self._line.remove(mine)
                else:  # it has come this moment
                    self._pass_on()
            raise

    def _next(self, seconds: float) -> None:
        with self._guard:
            self._mean += _WEIGHT * (seconds - self._mean)
            self._pass_on()

    def _pass_on(self) -> None:
        if self._line:
            self._line.popleft().release()
        else:
            self._is_busy = False


class InTurn:
    """A pipeline that reads one article at a time: several at once would only hold each other up,
    since one process has one core's worth of Python."""

    def __init__(self, pipeline: Extractor, queue: Queue) -> None:
        self._pipeline = pipeline
        self._queue = queue

    @property
    def model(self) -> str:
        """Names and versions of the models in use."""
        return self._pipeline.model

    def extract(
        self, article: Article, deadline: Deadline = NEVER, *, explain: bool = False
    ) -> Extraction:
        """As the pipeline does, when it is its turn; the wait for it counts."""
        with self._queue.turn(deadline):
            return self._pipeline.extract(article, deadline, explain=explain)
