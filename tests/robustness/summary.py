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
            "| minutes | good requests | failed | tried again | latency p50, p95, p99, most |",
            end="",
        )
        print(" its slope an hour | memory | its slope an hour |")
        print("|---|---|---|---|---|---|---|---|")
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
    latency, (first, last) = of["latency_seconds"], of["memory_first_and_last_mb"]
    minutes = round(of["latency"][-1][0] / 60)
    cells = [
        str(minutes),
        f"{sum(good.values()):,} at {of['capacity'] * of['load']:.1f} a second",
        str(failed),
        str(again),
        ", ".join(f"{latency[name]:.2f} s" for name in ("p50", "p95", "p99", "max")),
        f"{slope(of['latency_slope_seconds'], 's', 2)}: {of['latency_is']}",
        f"{first:.0f} MB to {last:.0f} MB",
        f"{slope(of['memory_slope_mb'], 'MB', 1)}: {of['memory_is']}",
    ]
    return f"| {' | '.join(cells)} |"


def slope(of: list[float] | None, unit: str, digits: int) -> str:
    """A slope and its standard error; a dash where there were too few minutes."""
    if of is None:
        return "–"
    return f"{of[0]:+.{digits}f} ± {of[1]:.{digits}f} {unit}"


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
