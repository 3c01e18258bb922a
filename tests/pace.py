"""How slow the machine is now, so that bounds of time hold on a slow or a busy one as well.

A test that allows an absolute number of seconds fails wherever other work shares the machine, and
a bound that is wide enough for the slowest one finds nothing on any other. Here bounds are told in
seconds of an idle machine, and the machine is measured beside the test.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

IDLE = 0.040
"""Seconds that `_work` takes on an idle machine of ours: 0.036, and a little for rest.
On a faster machine bounds are no tighter than told."""

_WORD = re.compile(r"\b(\w+)[ ,.]+(?=\w)")
_TEXT = "We sail at dawn, said Ilse Randow, the mate of the Tar Barge. " * 60


def _work() -> None:
    """What our code does for the most part: expressions, strings, dicts, lists, sorting. Always the
    same."""
    for turn in range(35):
        counts: dict[str, int] = {}
        words: list[tuple[int, str]] = []
        for found in _WORD.finditer(_TEXT):
            word = f"{found[1].lower()}{found.start() % 97}"
            counts[word] = counts.get(word, turn) + 1
            words.append((counts[word], word))
        words.sort()
        " ".join([word for count, word in words if count > turn]).split()


def slowness() -> float:
    """How many times as long as on an idle machine of ours the same work takes now; at least 1.

    By the clock on the wall, so that waiting for a core counts too; without what a coverage tracer
    takes, which is no slowness of the machine.
    """
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        started = time.perf_counter()
        _work()
        return max(1.0, (time.perf_counter() - started) / IDLE)
    finally:
        sys.settrace(tracer)


def patience(seconds: float) -> float:
    """How long to wait now for what an idle machine has done in so many seconds; never less."""
    return seconds * slowness()


def in_time(spent: float, seconds: float) -> bool:
    """Whether what took so long would have taken an idle machine fewer seconds than these.

    For what has been timed already, very often: the machine is measured only where it took longer.
    """
    return spent < seconds or spent < patience(seconds)


def comes(condition: Callable[[], bool], seconds: float, pause: float = 0.02) -> bool:
    """Whether a condition holds within `patience` of so many seconds; it is asked after every
    pause."""
    end = time.monotonic() + patience(seconds)
    while not condition():
        if time.monotonic() >= end:
            return False
        time.sleep(pause)
    return True


def until(condition: Callable[[], bool], seconds: float, pause: float = 0.02) -> None:
    """Wait until a condition holds, as `comes` does.

    Raises:
        AssertionError: it does not hold even then.
    """
    assert comes(condition, seconds, pause), f"waited for what takes less than {seconds} s"


@contextmanager
def within(seconds: float, clock: Callable[[], float] = time.process_time) -> Iterator[None]:
    """The body may take so many seconds of an idle machine.

    They are stretched by the slowness before or after it, whichever is larger: other work comes and
    goes. Processor time is what a promise about our code is held to; where the promise is about
    waiting, `clock` is one of the wall.

    Raises:
        AssertionError: it took longer.
    """
    before = slowness()
    started = clock()
    yield
    spent = clock() - started
    slow = max(before, slowness())
    allowed = seconds * slow
    assert spent < allowed, f"{spent:.2f} s, of {allowed:.2f}: the machine is {slow:.1f} times slow"
