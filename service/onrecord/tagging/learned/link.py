"""Spans -> relations: which cue and which source belong to which content."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.tagging.learned.assign import assign
from onrecord.tagging.learned.decode import Tagged
from onrecord.tagging.learned.scores import CONTENT, CUE, SOURCE, Floats, Scores, View

Nobody = int
"""Stands for a cue or a source that the text does not name, one for each that lacks it."""

Choice = Tagged | Nobody

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
    idle_source: float = 1.0
    across: float = 0.5
    beside: float = 2.0
    shared: float = 1.0


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


def link(spans: Sequence[Tagged], scores: Scores, costs: Costs = Costs()) -> list[Linked]:
    """The relations of a text.

    Each content takes a cue that its words point at; contents with one cue are pieces of one
    relation, which takes a source that they point at together. Cues and sources would rather be
    used, and used once, which `costs` weighs against what the words point at.
    """
    contents = [span for span in spans if span.role == CONTENT]
    views = [scores.pointers(span.first, span.last) for span in contents]
    of_cues = [
        _shares((s for s in spans if s.role == CUE), view, pointers[CUE], -1 - number)
        for number, (view, pointers) in enumerate(views)
    ]
    cues = assign([_logs(shares) for shares in of_cues], _cue_cost(contents, costs))
    relations: dict[Choice, list[int]] = {}
    for number, cue in enumerate(cues):
        relations.setdefault(cue, []).append(number)
    of_sources = [
        _mean(
            _shares((s for s in spans if s.role == SOURCE), *_one(views[n], SOURCE), -1 - row)
            for n in numbers
        )
        for row, numbers in enumerate(relations.values())
    ]
    sources = assign([_logs(shares) for shares in of_sources], _source_cost(costs))
    return [
        Linked(
            source=None if isinstance(source, int) else source,
            cue=None if isinstance(cue, int) else cue,
            content=tuple(contents[n] for n in numbers),
            chance=shares[source] * min(of_cues[n][cue] for n in numbers),
        )
        for (cue, numbers), source, shares in zip(
            relations.items(), sources, of_sources, strict=True
        )
    ]


def _one(pair: tuple[View, Floats], role: int) -> tuple[View, Floats]:
    return pair[0], pair[1][role]


def _shares(
    spans: Iterable[Tagged], view: View, pointers: Floats, nobody: Nobody
) -> dict[Choice, float]:
    """How probable each span that the view shows is, and that there is none."""
    found: dict[Choice, float] = {nobody: float(pointers[0])}
    for span in spans:
        if view.first <= span.last and span.first <= view.last:
            first = max(span.first, view.first)
            held = pointers[1 + first - view.first : 2 + span.last - view.first]
            found[span] = float(held.sum())
    return found


def _mean(rows: Iterable[dict[Choice, float]]) -> dict[Choice, float]:
    total: dict[Choice, float] = {}
    count = 0
    for row in rows:
        count += 1
        for choice, share in row.items():
            total[choice] = total.get(choice, 0.0) + share
    return {choice: share / count for choice, share in total.items()}


def _logs(shares: dict[Choice, float]) -> dict[Choice, float]:
    return {choice: math.log(max(share, LEAST)) for choice, share in shares.items()}


class _cue_cost:
    """The cost of a cue by the contents that it has."""

    def __init__(self, contents: Sequence[Tagged], costs: Costs) -> None:
        self._contents = contents
        self._costs = costs

    def __call__(self, cue: Choice, seekers: Sequence[int]) -> float:
        if isinstance(cue, int):
            return 0.0
        if not seekers:
            return self._costs.idle_cue
        before = sum(self._contents[n].first < cue.first for n in seekers)
        behind = len(seekers) - before
        further = max(0, before - 1) + max(0, behind - 1)
        return self._costs.beside * further + self._costs.across * bool(before and behind)


class _source_cost:
    """The cost of a source by the number of its relations."""

    def __init__(self, costs: Costs) -> None:
        self._costs = costs

    def __call__(self, source: Choice, seekers: Sequence[int]) -> float:
        if isinstance(source, int):
            return 0.0
        if not seekers:
            return self._costs.idle_source
        return self._costs.shared * (len(seekers) - 1)
