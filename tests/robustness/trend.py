"""Whether something grows with time, and how sure that is."""

from __future__ import annotations

import math
import statistics
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

FEWEST_MINUTES = 5
"""Without as many there is no slope."""

SURE = 2.0
"""Standard errors on either side: 95 %."""

Points = Sequence[tuple[float, float]]
"""Seconds since the start, and what was measured then."""


class Slope(NamedTuple):
    """What is gained in an hour, and its standard error."""

    an_hour: float
    standard_error: float


def quantile(share: float) -> Callable[[Sequence[float]], float]:
    """What so large a share of some values is below."""
    return lambda values: sorted(values)[int(len(values) * share)]


def slope(points: Points, of: Callable[[Sequence[float]], float]) -> Slope | None:
    """The least-squares slope of one figure `of` the points of each minute; None of few minutes.

    Minutes are not independent of each other where something comes in steps, or dies away slowly:
    the standard error is widened by what neighbours have in common (their lag-1 correlation).
    """
    minutes: dict[int, list[float]] = defaultdict(list)
    for moment, value in points:
        minutes[int(moment // 60)].append(value)
    if len(minutes) < FEWEST_MINUTES:
        return None
    xs = [minute / 60 for minute in minutes]
    ys = [of(values) for values in minutes.values()]
    line = statistics.linear_regression(xs, ys)
    left = [y - line.slope * x - line.intercept for x, y in zip(xs, ys, strict=True)]
    spread = sum((x - statistics.fmean(xs)) ** 2 for x in xs)
    squares = sum(y * y for y in left)
    error = math.sqrt(squares / (len(xs) - 2) / spread)
    common = sum(a * b for a, b in zip(left, left[1:], strict=False)) / squares if squares else 0.0
    common = min(0.9, max(0.0, common))
    return Slope(line.slope, error * math.sqrt((1 + common) / (1 - common)))


def verdict(found: Slope | None, most: float) -> str:
    """Whether something gains more than `most` an hour: `flat`, `grows`, or `undecided`."""
    if found is None:
        return "undecided"
    if found.an_hour + SURE * found.standard_error <= most:
        return "flat"
    return "grows" if found.an_hour - SURE * found.standard_error > most else "undecided"
