"""Which article a worker had in hand when it was lost.

An article that takes the process with it (memory, a fault in native code) would be tried for ever.
So before each article its number in the partition is noted in a small file, one record an attempt;
one that was in hand at the end of several attempts is not tried again.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MOST = 3
"""Attempts that an article may cost."""

_RECORD = 12


class Attempt:
    """One attempt at a partition."""

    def __init__(self, descriptor: int, before: tuple[int, ...]) -> None:
        self._descriptor = descriptor
        self._place = len(before) * _RECORD
        self._lost = Counter(before)

    def may_take(self, number: int) -> bool:
        """Note that an article is taken in hand; False where it has cost too much already."""
        if self._lost[number] >= MOST:
            return False
        os.pwrite(self._descriptor, b"%011d\n" % number, self._place)
        return True


@contextmanager
def attempt(path: Path) -> Iterator[Attempt]:
    """An attempt, with its file; the file goes where the attempt comes to an end of its own."""
    path.parent.mkdir(exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    try:
        yield Attempt(descriptor, _before(descriptor))
    finally:
        os.close(descriptor)
    path.unlink(missing_ok=True)


def _before(descriptor: int) -> tuple[int, ...]:
    """What was in hand when earlier attempts were lost."""
    size = os.fstat(descriptor).st_size
    raw = os.pread(descriptor, size - size % _RECORD, 0)
    return tuple(map(int, raw.split()))
