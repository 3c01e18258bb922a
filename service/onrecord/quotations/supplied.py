"""Marks that the text lacks: of what a paragraph goes on with, and before words behind a tag."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.lexicon import people
from onrecord.quotations.costs import NEVER, Costs, Lead
from onrecord.quotations.drafts import Draft, reopens
from onrecord.quotations.endings import is_tag
from onrecord.quotations.readings import APOSTROPHE, Mark
from onrecord.types import TextSpan

_CARRIED, _UNOPENED = 1.5, 3.0
"""Costs of a string that is open where its paragraph starts without a mark; see `pairing`."""

_CLOSED_TWICE = 3
"""Marks where one string has both of its own and the next one lost its first."""

_CLOSES = 0.2
"""The most that closing may cost the mark before a tag."""

_TAG_LENGTH = 200
_STOP = re.compile(r"(?P<word>[^\W\d_][\w’'-]{1,40})\.\s{1,4}(?=[A-Z])")
"""The end of a tag."""


def at_start(
    text: str, paragraph: TextSpan, marks: Sequence[Mark], running: Sequence[Draft]
) -> Mark | None:
    """A mark for what may be open where a paragraph starts that does not open it.

    That is a string of the paragraph before, or one whose opening mark is missing: *We sail," she
    said.*
    """
    at = paragraph.start
    if running:
        if reopens(marks[0], running[0]):
            return None
        costs = Costs(_CARRIED, NEVER, NEVER)
        return Mark(at, at, running[0].opening.glyph, costs, NEVER, NEVER, Lead.START)
    first = next((mark for mark in marks if not mark.glyph.single), None)
    if first is None or first.costs.closes or first.start == at:
        return None
    if text[first.start - 1] not in ",.?!":
        return None
    if not is_tag(text, first.end, paragraph.end):
        return None
    return Mark(at, at, first.glyph, Costs(_UNOPENED, NEVER, NEVER), NEVER, NEVER, Lead.START)


def behind_tag(text: str, marks: Sequence[Mark]) -> tuple[int, Mark] | None:
    """A mark for what may lack its opening mark behind a tag: *“A,” said Ruiz. B and C.”*

    Returns:
        Its place among the marks and the mark, or None where all marks may have a partner.
    """
    doubles = [mark for mark in marks if not mark.glyph.single]
    singles = [m for m in marks if m.glyph.single and m.costs.ignored > APOSTROPHE]
    made = _behind_tag(text, doubles) or _behind_tag(text, singles)
    if made is None:
        return None
    return sum(mark.start < made.start for mark in marks), made


def _behind_tag(text: str, marks: Sequence[Mark]) -> Mark | None:
    """The same for marks of one kind."""
    if len(marks) < _CLOSED_TWICE or len(marks) % 2 == 0:
        return None
    before, last = marks[-2:]
    if before.costs.closes > _CLOSES or last.costs.closes or text[last.start - 1] not in ",.?!":
        return None
    stops = _STOP.finditer(text, before.end, min(last.start, before.end + _TAG_LENGTH))
    stop = next((s for s in stops if not people.load().is_title(s["word"])), None)
    if stop is None or not is_tag(text, before.end, stop.end("word")):
        return None
    at, costs = stop.end(), Costs(_UNOPENED, NEVER, 0)
    return Mark(at, at, last.glyph, costs, NEVER, NEVER, Lead.SENTENCE)
