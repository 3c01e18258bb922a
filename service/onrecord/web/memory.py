"""How much memory a process may take: a limit that nothing gets past, and one that wears it out."""

from __future__ import annotations

import ctypes
import os
import resource
import time
from pathlib import Path

import structlog

from onrecord.errors import InvalidSettings
from onrecord.settings import Settings, variable

MEGABYTE = 1024 * 1024

_PAGE = os.sysconf("SC_PAGE_SIZE")
_RESIDENT, _DATA = 1, 5
"""Fields of `statm`, see proc(5)."""

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""Parameters of mallopt(3)."""

_BREATH = 10.0
"""Seconds after which what is free may be given back again; to look for it takes milliseconds."""

_log = structlog.get_logger("onrecord.web")


def resident() -> int:
    """Megabytes of this process in memory, those that it shares with others included."""
    return _pages(_RESIDENT) * _PAGE // MEGABYTE


def data() -> int:
    """Megabytes of data and stacks that this process has asked for: what the kernel limits."""
    return _pages(_DATA) * _PAGE // MEGABYTE


def check(settings: Settings) -> None:
    """See that the limits leave room for what is loaded already.

    Raises:
        InvalidSettings: where they do not; names the variable.
    """
    for name, taken in (("recycle_megabytes", resident()), ("max_megabytes", data())):
        limit = getattr(settings, name)
        if 0 < limit <= taken:
            raise InvalidSettings(
                f"{variable(name)} is {limit}; what is loaded at the start takes {taken}"
            )


def keep_little() -> None:
    """Have the C library keep little of what is given back to it; before there are threads.

    glibc gives each of many threads one of up to eight arenas a processor, and keeps in each what
    the largest article took that was ever read there. Articles are read one at a time, so that
    nobody waits for another: one arena is enough. And it takes large pieces from the system one by
    one, until they are given back; then it counts as small whatever is no larger, up to 32 MB, and
    what lives long comes to lie between them. Does nothing where the C library is another one.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_ARENA_MAX, 1)
        mallopt(_MMAP_THRESHOLD, MEGABYTE)
        mallopt(_TRIM_THRESHOLD, MEGABYTE)


class Breath:
    """Gives what is free in the heap back to the system, now and then."""

    def __init__(self) -> None:
        self._trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        self._next = 0.0

    def take(self) -> bool:
        """Give back, where that has not been done of late; whether it was done."""
        now = time.monotonic()
        if self._trim is None or now < self._next:
            return False
        self._next = now + _BREATH
        self._trim(0)
        return True


def restrict(megabytes: int) -> None:
    """Let this process have no more data than so much; 0 for any. What asks for more gets
    `MemoryError`, or where a library knows none, ends the process."""
    if megabytes:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        limit = megabytes * MEGABYTE
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))


def is_worn(megabytes: int) -> bool:
    """Whether this process has grown past so many megabytes and is to be replaced; 0 for never."""
    if not megabytes or (taken := resident()) <= megabytes:
        return False
    _log.info("process to be replaced", megabytes=taken, limit=megabytes)
    return True


def _pages(field: int) -> int:
    return int(Path("/proc/self/statm").read_text("ascii").split()[field])
