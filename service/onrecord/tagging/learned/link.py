"""Spans -> relations: which cue and which source belong to which content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.tagging.learned.decode import Tagged
from onrecord.tagging.learned.scores import CONTENT, CUE, SOURCE, Floats, Scores, View


@dataclass(frozen=True, slots=True)
class Linked:
    """One relation of spans.

    Attributes:
        source, cue: None where the text names none.
        content: its pieces in order; empty where only source and cue were found.
        chance: how probable the links are, 0 to 1.
    """

    source: Tagged | None
    cue: Tagged | None
    content: tuple[Tagged, ...]
    chance: float


@dataclass(slots=True)
class _Draft:
    content: list[Tagged]
    source_shares: dict[Tagged | None, float]
    chance: float


def link(spans: Sequence[Tagged], scores: Scores) -> list[Linked]:
    """The relations of a text, in order of their first content.

    Each content takes the cue that its words point at, contents with one cue are pieces of one
    relation, and its source is the one that they point at together.
    """
    by_role = [[span for span in spans if span.role == role] for role in range(3)]
    drafts: dict[Tagged | None | int, _Draft] = {}
    for number, content in enumerate(by_role[CONTENT]):
        view, pointers = scores.pointers(content.first, content.last)
        cues = _shares(by_role[CUE], view, pointers[CUE])
        cue = max(cues, key=lambda span: cues[span])
        draft = drafts.setdefault(number if cue is None else cue, _Draft([], defaultdict(float), 1))
        draft.content.append(content)
        draft.chance = min(draft.chance, cues[cue])
        for source, share in _shares(by_role[SOURCE], view, pointers[SOURCE]).items():
            draft.source_shares[source] += share
    return [_linked(cue, draft) for cue, draft in drafts.items()]


def _shares(spans: Sequence[Tagged], view: View, pointers: Floats) -> dict[Tagged | None, float]:
    """How probable each span that the view shows is, and that there is none."""
    found: dict[Tagged | None, float] = {None: float(pointers[0])}
    for span in spans:
        if view.first <= span.last and span.first <= view.last:
            first = max(span.first, view.first)
            held = pointers[1 + first - view.first : 2 + span.last - view.first]
            found[span] = float(held.sum())
    return found


def _linked(cue: Tagged | None | int, draft: _Draft) -> Linked:
    shares = draft.source_shares
    source = max(shares, key=lambda span: shares[span])
    chance = draft.chance * shares[source] / len(draft.content)
    held = None if isinstance(cue, int) else cue
    return Linked(source, held, tuple(draft.content), chance)
