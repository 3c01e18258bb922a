"""The tables of `docs/reliability.md` out of what the soak and the fuzzing left.

python -m tests.robustness.summary FOLDER
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

RUNS = re.compile(r"^Done (\d+) runs in (\d+) second", re.MULTILINE)
LAST = re.compile(r"^#(\d+)\s.*?cov: (\d+)", re.MULTILINE)
FOUND = re.compile(r"(?:crash|timeout|oom|leak|slow-unit)-[0-9a-f]{40}")


def main() -> None:
    """Print what there is."""
    folder = Path(sys.argv[1])
    soaks, fuzzed = sorted(folder.glob("soak*.json")), sorted(folder.glob("fuzz-*.log"))
    if soaks:
        print(
            "| minutes | good requests | failed | tried again | latency p10, p50, p95, p99, most |",
            "p10 an hour | p50 an hour | memory | an hour |",
        )
        print("|---|---|---|---|---|---|---|---|---|")
    for path in soaks:
        print(soaked(json.loads(path.read_text("utf-8"))))
    for path in soaks:
        filled = json.loads(path.read_text("utf-8"))["filled"]
        before, after, last = filled["memory_mb"]
        print(f"\nWarm-up: {filled['new_words']:,} new words took it", end=" ")
        print(
            f"from {before:.0f} MB to {after:.0f} MB, each hostile request once to {last:.0f} MB."
        )
    for path in soaks:
        print("\nHostile:", told(json.loads(path.read_text("utf-8"))["hostile"]))
    if fuzzed:
        print("\n| target | seconds | inputs | places reached | found |\n|---|---|---|---|---|")
    for path in fuzzed:
        print(fuzz(path.stem.removeprefix("fuzz-"), path.read_text("utf-8", "replace")))


def soaked(of: dict[str, Any]) -> str:
    """The row of a soak."""
    good = of["good"]
    again = sum(count for name, count in good.items() if name.startswith("200 at"))
    failed = sum(count for name, count in good.items() if not name.startswith("200"))
    minutes = round(of["latency"][-1][0] / 60)
    first, last = of["memory_first_and_last_mb"]
    cells = [
        str(minutes),
        f"{sum(good.values()):,} at {of['capacity'] * of['load']:.1f} a second",
        str(failed),
        str(again),
        ", ".join(f"{seconds:.2f} s" for seconds in of["latency_seconds"].values()),
        slope(of, "p10", "s", 3),
        slope(of, "p50", "s", 2),
        f"{first:.0f} MB to {last:.0f} MB",
        slope(of, "memory", "MB", 1),
    ]
    return f"| {' | '.join(cells)} |"


def slope(of: dict[str, Any], name: str, unit: str, digits: int) -> str:
    """A slope, its standard error and what was found; a dash where there were too few minutes."""
    if of["slopes"][name] is None:
        return "–"
    an_hour, error = of["slopes"][name]
    return f"{an_hour:+.{digits}f} ± {error:.{digits}f} {unit}: {of['found'][name]}"


def told(hostile: dict[str, int]) -> str:
    """How many of each kind, and what they got."""
    return ", ".join(f"{name} ({count})" for name, count in hostile.items()) + "."


def fuzz(target: str, log: str) -> str:
    """The row of a target."""
    done, last = RUNS.search(log), LAST.findall(log)
    runs, seconds = done.groups() if done else (last[-1][0] if last else "0", "cut off")
    places = last[-1][1] if last else "–"
    found = ", ".join(sorted(set(FOUND.findall(log)))) or "nothing"
    return f"| {target} | {seconds} | {int(runs):,} | {places} | {found} |"


if __name__ == "__main__":
    main()
