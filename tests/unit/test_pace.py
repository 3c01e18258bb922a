"""Bounds that stretch with the machine still bound."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from tests import pace


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """What the slowness is found to be, time after time."""
    told: list[float] = []
    monkeypatch.setattr(pace, "slowness", lambda: told.pop(0))
    yield told
    assert told == []


def clock(*times: float) -> Callable[[], float]:
    """One that shows these, one after another."""
    return iter(times).__next__


def test_no_machine_is_quicker_than_an_idle_one() -> None:
    assert pace.slowness() >= 1.0


def test_a_slow_machine_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_work", lambda: time.sleep(5 * pace.IDLE))
    assert pace.slowness() >= 5.0


def test_patience_is_never_shorter() -> None:
    assert pace.patience(3.0) >= 3.0


def test_patience_grows_with_the_slowness(slow: list[float]) -> None:
    slow += [4.0]
    assert pace.patience(3.0) == 12.0


@pytest.mark.parametrize("slower", [(1.0, 1.0), (3.0, 1.0), (1.0, 3.0)])
def test_a_body_may_take_its_seconds_times_the_larger_slowness(
    slow: list[float], slower: tuple[float, float]
) -> None:
    slow += slower
    with pace.within(2.0, clock(10.0, 10.0 + 1.9 * max(slower))):
        pass


@pytest.mark.parametrize("slower", [(1.0, 1.0), (3.0, 1.0), (1.0, 3.0)])
def test_a_body_that_takes_longer_fails_and_it_is_told_by_how_much(
    slow: list[float], slower: tuple[float, float]
) -> None:
    slow += slower
    most = max(slower)
    told = f"{2.1 * most:.2f} s, of {2 * most:.2f}: the machine is {most:.1f} times slow"
    with (
        pytest.raises(AssertionError, match=told),
        pace.within(2.0, clock(10.0, 10.0 + 2.1 * most)),
    ):
        pass


def test_what_is_timed_already_may_be_as_slow_as_the_machine(slow: list[float]) -> None:
    assert pace.in_time(1.9, 2.0)
    slow += [3.0, 3.0]
    assert pace.in_time(5.9, 2.0)
    assert not pace.in_time(6.1, 2.0)


def test_a_condition_is_waited_for() -> None:
    told = iter([False, False, True])
    pace.until(lambda: next(told), 5.0, 0.001)
    with pytest.raises(AssertionError, match="for what takes less than"):
        pace.until(lambda: False, 0.01, 0.001)


def test_what_fails_in_a_body_is_told_as_it_is(slow: list[float]) -> None:
    slow += [1.0]
    with pytest.raises(KeyError, match="lost"), pace.within(0.0, clock(0.0, 9.0)):
        raise KeyError("lost")
