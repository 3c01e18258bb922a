"""Clocks, cores and memory."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds that something took: of this process's processor time, and on the clock."""

    processor: float
    clock: float


def spent(action: Callable[[], object]) -> Spent:
    """What an action costs this process."""
    processor, clock = time.process_time(), time.perf_counter()
    action()
    return Spent(time.process_time() - processor, time.perf_counter() - clock)


def pin(cores: Iterable[int], process: int = 0) -> None:
    """Keep a process and those that it starts to these cores."""
    os.sched_setaffinity(process, set(cores))


def cores() -> tuple[int, int]:
    """A core for what is measured, and another for what measures; the same where there is one."""
    usable = sorted(os.sched_getaffinity(0))
    return usable[0], usable[-1]


def children(process: int) -> list[int]:
    """The processes that a process has started."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        fields = _stat(int(place.name))
        if fields and int(fields[1]) == process:
            found.append(int(place.name))
    return found


def processor(process: int) -> float:
    """Processor seconds of a process so far; 0 of one that has gone."""
    fields = _stat(process)
    if not fields:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICK


def memory(process: int) -> dict[str, float]:
    """Memory of a process in megabytes: `rss`, `pss` (shared pages by their share) and `uss` (its
    alone)."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]
    kilobytes = {name: int(rest.split()[0]) for name, _, rest in (x.partition(":") for x in lines)}
    alone = kilobytes["Private_Clean"] + kilobytes["Private_Dirty"]
    sizes = {"rss": kilobytes["Rss"], "pss": kilobytes["Pss"], "uss": alone}
    return {name: round(size / 1024, 1) for name, size in sizes.items()}


def quantiles(seconds: list[float]) -> dict[str, float]:
    """Milliseconds within which a half, 95 and 99 of a hundred were."""
    ordered = sorted(seconds)
    if not ordered:
        return {}
    last = len(ordered) - 1
    return {
        "p50_ms": round(1000 * median(ordered), 1),
        "p95_ms": round(1000 * ordered[round(0.95 * last)], 1),
        "p99_ms": round(1000 * ordered[round(0.99 * last)], 1),
    }


def _stat(process: int) -> list[str]:
    """The fields of a process behind its name; none of one that has gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
