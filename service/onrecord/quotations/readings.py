"""How each mark of a paragraph may be read, and what each reading costs.

A mark opens a quotation, closes one, or is neither. What stands around it and the form of its
glyph say how odd each reading would be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.quotations import apostrophes
from onrecord.quotations.costs import NEVER, READINGS, REOPENED, UNCLOSED, Costs, Flank, Lead
from onrecord.quotations.glyphs import GLYPHS, Family, Glyph, Place, Shape, places


class Mark(NamedTuple):
    """One mark with the costs of its readings.

    Attributes:
        start, end, glyph: as in `Place`.
        costs: of its readings.
        unclosed: what it costs to have it open a string that the text does not close.
        left_open: the same where the string goes on to the end of the paragraph.
        lead: what stands before it.
    """

    start: int
    end: int
    glyph: Glyph
    costs: Costs
    unclosed: float
    left_open: float
    lead: Lead


APOSTROPHE = 2.0
"""A single mark that costs no more to ignore is as well an apostrophe."""

_OPENING = frozenset("([{<>=|~•*_/:—–―-¡¿")
_CLOSING = frozenset(".,;:!?…)]}<|~*_/—–―-。、，！？；：）")
_TURNED = {
    GLYPHS[glyph]: GLYPHS[glyph]._replace(shape=shape)
    for glyph, shape in (
        ("«", Shape.CLOSE), ("‹", Shape.CLOSE), ("»", Shape.OPEN), ("›", Shape.OPEN),
    )
}  # fmt: skip

_STOPS = frozenset(",;:!?)]、。，！？")

_BULLET = re.compile(r"[\s•*·▪►◦‣∙●○■□→>–—-]*(?:\(?(?:\d{1,2}|[a-zA-Z])[.)]\s+)?\Z")
_INTRODUCING = frozenset(",:;—–―-(")
_ENDING = frozenset(".!?…)]")
_BESIDE = "\"'“‘”’`«»‹›\\ \t\xa0\u202f\u2009"
_LEAD_LENGTH = 12


def readings(text: str, start: int, end: int, following: str) -> list[Mark]:
    """The marks of one paragraph with the costs of their readings.

    Args:
        text: the article.
        start, end: the paragraph.
        following: how the next paragraph starts.
    """
    found = places(text, start, end)
    if any(place.glyph.family is Family.GUILLEMET for place in found) and _point_inwards(found):
        found = [place._replace(glyph=_TURNED.get(place.glyph, place.glyph)) for place in found]
    return [_mark(text, start, place, following) for place in found]


def _point_inwards(found: Sequence[Place]) -> bool:
    """Whether guillemets stand as in German, »so«, by those that touch a word on one side."""
    balance = 0
    for place in found:
        if place.glyph.family is not Family.GUILLEMET:
            continue
        flank = _flank(place.before, place.after, "")
        word = {Flank.LEFT: place.after, Flank.RIGHT: place.before}.get(flank)
        edge = not place.before or not place.after
        if word and (edge or word.isalnum() or word in ".,!?…"):
            opens = place.glyph.shape is Shape.OPEN
            balance += 1 if opens is (flank is Flank.LEFT) else -1
    return balance < 0


def _mark(text: str, start: int, place: Place, following: str) -> Mark:
    glyph = place.glyph
    costs = _costs(text, place)
    if costs.opens >= NEVER:
        return Mark(place.start, place.end, glyph, costs, NEVER, NEVER, Lead.INSIDE)
    lead = _lead(text, start, place.start)
    unclosed = UNCLOSED[glyph.single, glyph.shape][lead]
    slip = lead is Lead.INSIDE and glyph.single
    reopened = not slip and following.startswith(text[place.start : place.end])
    left_open = min(unclosed, REOPENED) if reopened else unclosed
    return Mark(place.start, place.end, glyph, costs, unclosed, left_open, lead)


def _costs(text: str, place: Place) -> Costs:
    glyph, before = place.glyph, place.before
    flank = _flank(before, place.after, text[place.run_end + 1 : place.run_end + 2])
    costs = READINGS[glyph.family, glyph.shape, glyph.single][flank]
    if glyph.family is Family.SINGLE:
        return _single_costs(text, place, flank, costs)
    if before.isnumeric() and glyph.family is Family.DOUBLE and glyph.shape is not Shape.OPEN:
        opens = 9 if flank is Flank.RIGHT else 6
        return Costs(opens, 0.3 + costs.closes, 0 if glyph.written == "″" else 2)
    return costs


def _single_costs(text: str, place: Place, flank: Flank, costs: Costs) -> Costs:
    """The costs of a mark that may be an apostrophe or a prime."""
    if flank is Flank.LEFT:
        return apostrophes.opening(text, place.end, costs)
    if flank is Flank.INNER:
        return apostrophes.inside(text, place.end, costs)
    if flank is Flank.FLOATING:
        return apostrophes.floating(text, place.start, costs)
    if flank is Flank.RIGHT and place.glyph.shape is not Shape.OPEN and place.before.isalnum():
        return apostrophes.closing(text, place.run_start, place.run_end, place.after)
    return costs


def _flank(before: str, after: str, beyond: str) -> Flank:
    space_before = not before or before.isspace()
    space_after = not after or after.isspace() or (space_before and _stops(after, beyond))
    if space_before and space_after:
        if bool(before) is bool(after):
            return Flank.FLOATING
        return Flank.RIGHT if before else Flank.LEFT
    left = not space_after and (space_before or before in _OPENING)
    right = not space_before and (space_after or after in _CLOSING)
    if left and right:
        return Flank.EITHER
    if not left and not right:
        return Flank.INNER
    return Flank.LEFT if left else Flank.RIGHT


def _stops(after: str, beyond: str) -> bool:
    """Whether a mark between a space and a stop ends something: *« so », he said*."""
    return after in _STOPS or (after == "." and (not beyond or beyond.isspace()))


def _lead(text: str, start: int, at: int) -> Lead:
    window = text[max(start, at - _LEAD_LENGTH) : at]
    head = window.rstrip(_BESIDE)
    if len(window) < _LEAD_LENGTH and _BULLET.match(head + " "):
        return Lead.START
    last = head[-1:]
    if last in _INTRODUCING:
        return Lead.INTRODUCED
    return Lead.SENTENCE if last in _ENDING else Lead.INSIDE
