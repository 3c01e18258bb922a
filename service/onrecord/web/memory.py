"""How much memory a process may take: a limit that nothing gets past, and one that wears it out."""

from __future__ import annotations

import ctypes
import os
import resource
from pathlib import Path

import structlog

from onrecord.errors import InvalidSettings
from onrecord.settings import Settings, variable

MEGABYTE = 1024 * 1024

_PAGE = os.sysconf("SC_PAGE_SIZE")
_RESIDENT, _DATA = 1, 5
"""Fields of `statm`, see proc(5)."""

_ARENA_MAX = -8
"""`M_ARENA_MAX` of mallopt(3)."""

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


def share_arena() -> None:
    """Have all threads take their memory from one arena; before there are threads.

    glibc gives each of many threads one of up to eight arenas a processor, and keeps in each what
    the largest article took that was ever read there. Articles are read one at a time, so that
    nobody waits for another. Does nothing where the C library is another one.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_ARENA_MAX, 1)


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
