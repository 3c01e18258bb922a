"""Strings marked once over several paragraphs: *The family said: “He was kind.* … *We miss him.”*

Print opens the mark again with each paragraph; statements that are pasted in often do not. A
paragraph that only closes a mark, with no mark of its kind in the few paragraphs before, says
that what was open there goes on through them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from onrecord.quotations.costs import REOPENED, Lead
from onrecord.quotations.endings import is_tag
from onrecord.quotations.fits import fit
from onrecord.quotations.glyphs import Glyph
from onrecord.quotations.readings import APOSTROPHE, Mark
from onrecord.types import TextSpan

LONGEST = 12
"""Paragraphs behind the one that opens the mark."""

_CLOSES, _OPENS = 0.2, 4.0
"""The most that closing may cost, and the least that opening must, where a mark only closes."""

_ENDS = re.compile(r"\W{0,8}(?:\Z|[—–-])")
"""Nothing more in the paragraph, or a dash before a name."""

_NEXT_SENTENCE = re.compile(r"[.!?…]\W{1,8}\s[A-Z]")
"""A mark behind a stop, and a new sentence."""


class Closing(NamedTuple):
    """The mark that may close what an earlier paragraph leaves open.

    Attributes:
        paragraph: the position of its paragraph.
        glyph: how it is written.
        followed: whether a tag or another sentence stands behind it.
    """

    paragraph: int
    glyph: Glyph
    followed: bool


Bridge = tuple[Closing | None, Closing | None]
"""What closes a double mark and a single one."""


def bridges(
    text: str,
    paragraphs: Sequence[TextSpan],
    marked: Sequence[Sequence[Mark] | None],
    others: Collection[int],
) -> list[Bridge]:
    """For each paragraph, which of those behind it closes what it may leave open.

    Args:
        text: the article.
        paragraphs: its paragraphs.
        marked: the marks of each; None where they are not looked at.
        others: where paragraphs start that are speech without marks.
    """
    found: list[Bridge] = [(None, None)] * len(paragraphs)
    for number in range(len(paragraphs) - 1, 0, -1):
        marks = marked[number]
        if marks is None or paragraphs[number].start in others:
            continue
        if not marks:
            found[number - 1] = found[number]
            continue
        double, single = found[number]
        found[number - 1] = (
            _closing(text, paragraphs[number], number, _first_double(marks), double),
            _closing(text, paragraphs[number], number, _first_single(marks), single),
        )
    return found


def closed_in(opening: Mark, number: int, bridge: Bridge) -> int | None:
    """The paragraph that closes what a mark opens in paragraph `number`, if one may.

    A mark in mid-sentence could be a slip. Words behind a tag with another tag, or the article's
    own words, at their end are as likely two strings that both lost a mark.
    """
    closing = bridge[opening.glyph.single]
    if closing is None or closing.paragraph - number > LONGEST or opening.lead is Lead.INSIDE:
        return None
    if fit(opening.glyph, closing.glyph) > 0:
        return None
    return None if closing.followed and opening.lead is Lead.SENTENCE else closing.paragraph


def ready(marks: list[Mark], number: int, bridge: Bridge) -> list[Mark]:
    """The marks of a paragraph, those at which a bridge may start cheap to leave open."""
    if bridge == (None, None):
        return marks
    return [
        mark._replace(left_open=min(mark.left_open, REOPENED))
        if closed_in(mark, number, bridge) is not None
        else mark
        for mark in marks
    ]


def _first_double(marks: Sequence[Mark]) -> Mark | None:
    return next((mark for mark in marks if not mark.glyph.single), None)


def _first_single(marks: Sequence[Mark]) -> Mark | None:
    """The first single mark that is hardly an apostrophe."""
    return next((m for m in marks if m.glyph.single and m.costs.ignored > APOSTROPHE), None)


def _closing(
    text: str, paragraph: TextSpan, number: int, first: Mark | None, behind: Closing | None
) -> Closing | None:
    """What closes a mark of one kind, seen from the paragraph before this one.

    Args:
        text: the article.
        paragraph: this one.
        number: its position.
        first: the first of its marks of that kind.
        behind: the same, seen from this paragraph.
    """
    if first is None:
        return behind
    if first.costs.closes > _CLOSES or first.costs.opens < _OPENS:
        return None
    if _ENDS.match(text, first.end, paragraph.end):
        return Closing(number, first.glyph, followed=False)
    stops = _NEXT_SENTENCE.match(text, first.start - 1, paragraph.end)
    followed = stops or is_tag(text, first.end, paragraph.end)
    return Closing(number, first.glyph, followed=True) if followed else None
