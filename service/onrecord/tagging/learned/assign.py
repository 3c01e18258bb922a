"""Gives each of some seekers one of its options, where options are shared at a cost."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

Option = TypeVar("Option", bound=Hashable)

ROUNDS = 4
"""Times that all seekers are looked at; what changes later on changes little."""


def assign(
    wishes: Sequence[Mapping[Option, float]],
    cost: Callable[[Option, Sequence[int]], float],
) -> list[Option]:
    """The option of each seeker, by steps that each make the whole better.

    Args:
        wishes: how much each seeker wants each of its options, the more the better.
        cost: of an option for the positions of its seekers, in order; none at all included.

    Returns:
        one option a seeker. At the start each has what it wants most.
    """
    chosen = [max(wish, key=lambda option: wish[option]) for wish in wishes]
    seekers: dict[Option, list[int]] = {}
    for number, option in enumerate(chosen):
        seekers.setdefault(option, []).append(number)
    for _ in range(ROUNDS):
        changed = False
        for number, wish in enumerate(wishes):
            if len(wish) > 1:
                better = _better(number, wish, chosen[number], seekers, cost)
                changed |= better != chosen[number]
                chosen[number] = better
        if not changed:
            break
    return chosen


def _better(
    number: int,
    wish: Mapping[Option, float],
    now: Option,
    seekers: dict[Option, list[int]],
    cost: Callable[[Option, Sequence[int]], float],
) -> Option:
    """Move one seeker to the option that makes the whole best; keeps `seekers` up to date."""
    others = [other for other in seekers[now] if other != number]
    stay = wish[now] - cost(now, seekers[now]) + cost(now, others)
    best, gain = now, 0.0
    for option, value in wish.items():
        if option == now:
            continue
        held = seekers.get(option, [])
        grown = sorted([*held, number]) if held else [number]
        moved = value - cost(option, grown) + cost(option, held) - stay
        if moved > gain + 1e-9:
            best, gain = option, moved
    if best != now:
        seekers[now] = others
        seekers[best] = sorted([*seekers.get(best, []), number])
    return best
