"""Pairs the marks of one paragraph: the reading of all of them that costs least.

The marks are read from left to right. A state is a stack of open marks with the cost of all that
was read so far; of states with the same stack the cheapest survives, and of all states those near
the best, so that the work grows in line with the number of marks (Viterbi's algorithm with a beam).
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from onrecord.quotations.costs import NEVER
from onrecord.quotations.fits import fit, nesting
from onrecord.quotations.readings import Mark

DEEPEST = 5
"""Marks that can be open at a time."""

WIDTH, NARROW = 8, 3
"""States kept at each mark: as a rule, and in texts with thousands of marks."""

_MARGIN = 8.0
"""How much dearer than the best a state may be and still win by what follows."""

_IMPLIED = 0.7
"""Cost of ending a string before an opening mark, over that of its missing closing mark."""

_OTHER_GLYPH = 1.0
"""Added where that mark is written another way, so that it could open an inner string."""

_EMPTY = 3.0
"""Cost of a pair with nothing between its marks."""


class Pair(NamedTuple):
    """An opening mark and the closing one; where that is missing, the mark that ended the string.

    Attributes:
        opening: position of the opening mark.
        closing: position of the closing mark, or None where the text lacks it.
        until: position of the mark before which a string without closing mark ends, or None where
            it ends with its paragraph.
    """

    opening: int
    closing: int | None
    until: int | None = None


_Stack = tuple[int, ...]
_Ending = tuple[int, int | None, int | None]
_History = tuple[Any, _Ending] | None
"""The pairs so far, the last one outermost."""

_State = tuple[float, _Stack, _History]


def pairs(
    text: str, marks: Sequence[Mark], entered: bool = False, width: int = WIDTH
) -> list[Pair]:
    """The pairs of the cheapest reading, in the order in which they end.

    Args:
        text: the article.
        marks: the marks of one paragraph, in order.
        entered: whether the first of `marks` is none of the text, but stands for a string that
            may be open where the paragraph starts; reading it so costs what it costs to open.
        width: how many states to keep at each mark.
    """
    plain = None if entered else _plain(marks)
    if plain is not None:
        return plain
    states: list[_State] = [(0.0, (), None)]
    if entered:
        states.append((marks[0].costs.opens, (0,), None))
    for number in range(1 if entered else 0, len(marks)):
        states = _advance(text, marks, number, states)[:width]
    best = min((_finished(marks, state) for state in states), key=itemgetter(0))
    return _told(best[2])


def _plain(marks: Sequence[Mark]) -> list[Pair] | None:
    """The reading that costs nothing, or None where there is none."""
    found: list[Pair] = []
    stack: list[int] = []
    for number, mark in enumerate(marks):
        glyph, costs = mark.glyph, mark.costs
        if costs.closes == 0 and stack and fit(marks[stack[-1]].glyph, glyph) == 0:
            if marks[stack[-1]].end == mark.start:
                return None
            found.append(Pair(stack.pop(), number))
        elif costs.opens == 0 and len(stack) < DEEPEST:
            if stack and nesting(marks[stack[-1]].glyph, glyph):
                return None
            stack.append(number)
        elif costs.ignored:
            return None
    return None if stack else found


def _advance(
    text: str, marks: Sequence[Mark], number: int, states: Sequence[_State]
) -> list[_State]:
    """The states behind one more mark, the cheapest first."""
    best: dict[_Stack, _State] = {}
    limit = states[0][0] + marks[number].costs.ignored + _MARGIN
    for state in states:
        for after in _after(text, marks, number, state):
            known = best.get(after[1])
            if after[0] <= limit and (known is None or after[0] < known[0]):
                best[after[1]] = after
    return sorted(best.values(), key=itemgetter(0))


def _after(text: str, marks: Sequence[Mark], number: int, state: _State) -> list[_State]:
    """What one mark can be to one state."""
    mark = marks[number]
    opens, closes, ignored = mark.costs
    cost, stack, history = state
    after = [(cost + ignored, stack, history)]
    if opens < NEVER and len(stack) < DEEPEST:
        extra = nesting(marks[stack[-1]].glyph, mark.glyph) if stack else 0.0
        after.append((cost + opens + extra, (*stack, number), history))
    if stack and opens < NEVER:
        _cut_short(marks, number, state, after)
    if stack and closes < NEVER:
        _close(text, marks, number, state, after)
    return after


def _close(
    text: str, marks: Sequence[Mark], number: int, state: _State, after: list[_State]
) -> None:
    """The mark closes what is open; what is open within that ends there too."""
    cost, stack, history = state
    mark = marks[number]
    cost += mark.costs.closes
    if _is_empty(text, marks[stack[-1]], mark):
        cost += _EMPTY
    innermost = True
    for depth in range(len(stack) - 1, -1, -1):
        opening = marks[stack[depth]]
        unfit = fit(opening.glyph, mark.glyph)
        if innermost or unfit < 1:
            told = (history, (stack[depth], number, None))
            after.append((cost + unfit, stack[:depth], told))
        innermost = False
        cost += opening.unclosed
        history = (history, (stack[depth], None, number))


def _cut_short(marks: Sequence[Mark], number: int, state: _State, after: list[_State]) -> None:
    """The mark opens a new string, and what is open of its kind ends before it."""
    cost, stack, history = state
    mark = marks[number]
    cost += mark.costs.opens
    for depth in range(len(stack) - 1, -1, -1):
        opening = marks[stack[depth]]
        cost += opening.unclosed + _IMPLIED
        history = (history, (stack[depth], None, number))
        if opening.glyph.family is mark.glyph.family:
            rest = stack[:depth]
            extra = nesting(marks[rest[-1]].glyph, mark.glyph) if rest else 0.0
            extra += 0.0 if opening.glyph is mark.glyph else _OTHER_GLYPH
            after.append((cost + extra, (*rest, number), history))


def _is_empty(text: str, opening: Mark, closing: Mark) -> bool:
    between = closing.start - opening.end
    return between <= 1 and not text[opening.end : closing.start].strip()


def _finished(marks: Sequence[Mark], state: _State) -> _State:
    """The state with all that is still open ended by the end of the paragraph."""
    cost, stack, history = state
    for number in reversed(stack):
        cost += marks[number].left_open
        history = (history, (number, None, None))
    return cost, (), history


def _told(history: _History) -> list[Pair]:
    found: list[Pair] = []
    while history is not None:
        history, ending = history
        found.append(Pair(*ending))
    found.reverse()
    return found
