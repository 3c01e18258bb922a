"""The slopes of a soak: what grows is found, what does not is not, and steps fool nobody."""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable

import pytest

from tests.robustness.trend import Points, Slope, quantile, slope, verdict

MINUTES, MOST = 28, 10.0


def points(level: Callable[[float], float], noise: float = 1.0, seed: int = 1) -> Points:
    """Twelve a minute, of a level that hangs on the minute, with noise."""
    chance = random.Random(seed)
    moments = [5.0 * n for n in range(12 * MINUTES)]
    return [(moment, level(moment / 60) + chance.gauss(0, noise)) for moment in moments]


def found(level: Callable[[float], float], noise: float = 1.0, seed: int = 1) -> str:
    return verdict(slope(points(level, noise, seed), statistics.median), MOST)


def test_of_what_gains_nothing_the_slope_is_nothing() -> None:
    of = slope(points(lambda _: 400.0), statistics.median)
    assert of is not None
    assert abs(of.an_hour) < 3 * of.standard_error < 6
    assert found(lambda _: 400.0) == "flat"


@pytest.mark.parametrize("seed", range(20))
def test_a_leak_is_found(seed: int) -> None:
    assert found(lambda minute: 400 + 40 * minute / 60, 2.0, seed) == "grows"


def test_one_step_is_no_leak_for_sure_and_not_flat_either() -> None:
    assert found(lambda minute: 400.0 + 30 * (minute > 14)) != "flat"


def test_neighbours_that_are_alike_widen_the_error() -> None:
    step = slope(points(lambda minute: 400.0 + 30 * (minute > 14)), statistics.median)
    mixed = slope(points(lambda minute: 400.0 + 30 * (int(minute) % 2)), statistics.median)
    assert step is not None
    assert mixed is not None
    assert step.standard_error > mixed.standard_error / 2


def test_so_few_minutes_are_undecided() -> None:
    few = [(60.0 * n, 400.0) for n in range(4)]
    assert slope(few, statistics.median) is None
    assert verdict(None, MOST) == "undecided"


def test_what_is_not_sure_is_undecided() -> None:
    assert verdict(Slope(5.0, 4.0), MOST) == "undecided"
    assert verdict(Slope(5.0, 2.0), MOST) == "flat"
    assert verdict(Slope(20.0, 4.0), MOST) == "grows"


def test_a_quantile_is_one_of_the_values() -> None:
    assert quantile(0.95)([float(n) for n in range(100)]) == 95.0
