"""Spans -> relations: which cue and which source belong to which content."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.tagging.learned.assign import assign
from onrecord.tagging.learned.best import Tagged
from onrecord.tagging.learned.scores import CONTENT, CUE, SOURCE, Floats, Scores, View

Nobody = int
"""Stands for a cue or a source that the text does not name, one for each that lacks it."""

Choice = Tagged | Nobody
Shares = dict[Choice, float]

LEAST = 1e-4
"""Shares below this count as this."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What it costs, in log-probability, to use a span in another way than once.

    Attributes:
        idle_cue, idle_source: for one that belongs to nothing.
        across: for a second piece of content on the other side of the cue.
        beside: for each further piece of content on the same side of the cue.
        shared: for each further relation with the same source.
    """

    idle_cue: float = 1.5
    idle_source: float = 0.5
    across: float = 0.5
    beside: float = 2.0
    shared: float = 0.5


DEFAULT = Costs()


@dataclass(frozen=True, slots=True)
class Linked:
    """One relation of spans.

    Attributes:
        source, cue: None where the text names none.
        content: its pieces in order.
        chance: how probable the links are, 0 to 1.
    """

    source: Tagged | None
    cue: Tagged | None
    content: tuple[Tagged, ...]
    chance: float


def link(spans: Sequence[Tagged], scores: Scores, costs: Costs = DEFAULT) -> list[Linked]:
    """The relations of a text.

    Each content takes a cue that its words point at; contents with one cue are pieces of one
    relation, which takes a source that they point at together. Cues and sources would rather be
    used, and used once, which `costs` weighs against what the words point at. A content that
    finds neither cue nor source makes no relation.
    """
    by_role = [[span for span in spans if span.role == role] for role in range(3)]
    contents = by_role[CONTENT]
    of_cues: list[Shares] = []
    of_sources: list[Shares] = []
    for number, content in enumerate(contents):
        view, pointers = scores.pointers(content.first, content.last)
        of_cues.append(_shares(by_role[CUE], view, pointers[CUE], number))
        of_sources.append(_shares(by_role[SOURCE], view, pointers[SOURCE], number))
    cues = assign([_logs(shares) for shares in of_cues], _cue_cost(contents, costs))
    pieces: dict[Choice, list[int]] = {}
    for number, choice in enumerate(cues):
        pieces.setdefault(choice, []).append(number)
    common = [_mean([of_sources[n] for n in numbers]) for numbers in pieces.values()]
    sources = assign([_logs(shares) for shares in common], _source_cost(costs))
    found = []
    for (cue, numbers), source, shares in zip(pieces.items(), sources, common, strict=True):
        chance = shares[source] * min(of_cues[n][cue] for n in numbers)
        held = tuple(contents[n] for n in numbers)
        found.append(Linked(_named(source), _named(cue), held, chance))
    return [linked for linked in found if linked.source or linked.cue]


def _named(choice: Choice) -> Tagged | None:
    return None if isinstance(choice, int) else choice


def _shares(spans: Sequence[Tagged], view: View, pointers: Floats, nobody: Nobody) -> Shares:
    """How probable each span that the view shows is; the rest is for one that no span names.

    The spans are in order, and none holds another.
    """
    found: Shares = {}
    start, end = view.first, view.last
    shown = bisect_left(spans, start, key=lambda span: span.last)
    for position in range(shown, len(spans)):
        span = spans[position]
        if span.first > end:
            break
        held = pointers[1 + max(0, span.first - start) : 2 + span.last - start]
        found[span] = float(np.add.reduce(held))
    found[nobody] = max(0.0, 1.0 - sum(found.values()))
    return found


def _mean(rows: Sequence[Shares]) -> Shares:
    """The mean of some shares; what the contents leave to nobody is under the first one's."""
    total: Shares = {}
    nobody = min(choice for choice in rows[0] if isinstance(choice, int))
    for row in rows:
        for choice, share in row.items():
            key = nobody if isinstance(choice, int) else choice
            total[key] = total.get(key, 0.0) + share / len(rows)
    return total


def _logs(shares: Shares) -> Shares:
    return {choice: math.log(max(share, LEAST)) for choice, share in shares.items()}


def _cue_cost(contents: Sequence[Tagged], costs: Costs) -> Callable[[Choice, Sequence[int]], float]:
    """The cost of a cue by the contents that it has."""

    def cost(cue: Choice, seekers: Sequence[int]) -> float:
        if isinstance(cue, int):
            return 0.0
        if len(seekers) < 2:
            return 0.0 if seekers else costs.idle_cue
        before = sum(contents[n].first < cue.first for n in seekers)
        behind = len(seekers) - before
        further = max(0, before - 1) + max(0, behind - 1)
        return costs.beside * further + costs.across * bool(before and behind)

    return cost


def _source_cost(costs: Costs) -> Callable[[Choice, Sequence[int]], float]:
    """The cost of a source by the number of its relations."""

    def cost(source: Choice, seekers: Sequence[int]) -> float:
        if isinstance(source, int):
            return 0.0
        return costs.shared * (len(seekers) - 1) if seekers else costs.idle_source

    return cost
