"""Quotation marks -> quoted strings, on characters, in time linear in the length of the text.

The state is one paragraph's: an odd mark spoils no other one. `glyphs` finds the marks,
`readings` says how odd it would be to read each as opening, closing or neither, and `pairing`
finds the cheapest reading of all marks of a paragraph. What is still open where a paragraph ends
goes on in the next one where that opens the mark again, or closes it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.quotations.blocks import BLOCK, blocks
from onrecord.quotations.costs import NEVER, Costs, Lead
from onrecord.quotations.dashes import DASH, dash_speech
from onrecord.quotations.effort import widths
from onrecord.quotations.endings import before_mark, before_tag, is_tag
from onrecord.quotations.glyphs import Glyph, Shape
from onrecord.quotations.interviews import answers
from onrecord.quotations.pairing import Pair, pairs
from onrecord.quotations.readings import Mark, readings
from onrecord.quotations.turns import TURN, turns
from onrecord.types import QuotedString, TextSpan

_AHEAD = 8
"""Characters of the next paragraph by which one sees whether it opens a mark again."""

_CARRIED, _UNOPENED = 1.5, 3.0
"""Costs of a string that is open where its paragraph starts without a mark; see `pairing`."""

_SAYS = re.compile(r"[^\W_]|[\u2600-\u27bf\U0001f000-\U0001faff]")
"""A letter, a digit or a pictogram."""


_ITEM = re.compile(
    r"(?:[•*·▪►◦‣∙●○■□→–—-]\s{0,4}|\(?(?:\d{1,2}|[a-zA-Z])[.)]\s{1,4})(?=[\"“”„‘'’`«»])"
)
"""What stands before the mark of an item of a list."""


@dataclass(slots=True)
class _Draft:
    """A quoted string while its paragraphs are gathered."""

    opening: Mark
    start: int
    end: int
    parts: list[TextSpan]
    closed: bool
    runs_on: bool


def find(text: str, paragraphs: Sequence[TextSpan]) -> tuple[QuotedString, ...]:
    """All strings in quotation marks, in order of position, the outer before the inner.

    Args:
        text: the article; any string will do.
        paragraphs: its paragraphs in order, as `document.paragraphs.split` gives them.
    """
    spoken = {p.start: pieces for p, pieces in dash_speech(text, paragraphs).items()}
    labelled = {p.start: words for p, words in turns(text, paragraphs).items()}
    if not labelled:
        labelled = {p.start: p for p in answers(text, paragraphs)}
    set_off = {paragraph.start for paragraph in blocks(text, paragraphs)}
    drafts: list[_Draft] = []
    running: list[_Draft] = []
    following = chain(paragraphs[1:], (None,))
    for paragraph, after, (_, width) in zip(
        paragraphs, following, widths(text, paragraphs), strict=False
    ):
        here: list[_Draft] = []
        if running and _ITEM.match(text, paragraph.start, paragraph.end):
            running = []
        if width:
            ahead = text[after.start : after.start + _AHEAD] if after is not None else ""
            marks = readings(text, paragraph.start, paragraph.end, ahead)
            here = _drafts(text, paragraph, marks, running, width)
        for dash, piece in spoken.get(paragraph.start, ()):
            _add_spoken(here, DASH, dash.start, piece)
        if paragraph.start in labelled:
            _add_turn(here, paragraph, labelled[paragraph.start])
        elif paragraph.start in set_off:
            _add_spoken(here, BLOCK, paragraph.start, paragraph)
        running = _joined(running, here, drafts) if here else []
    return _nested(drafts)


def _drafts(
    text: str, paragraph: TextSpan, marks: list[Mark], running: Sequence[_Draft], width: int
) -> list[_Draft]:
    """The strings of one paragraph, in order of position, the outer before the inner."""
    if not marks:
        return []
    entry = _entry(text, paragraph, marks, running)
    if entry is not None:
        marks.insert(0, entry)
    found = [
        _draft(text, paragraph, marks, pair)
        for pair in pairs(text, marks, entry is not None, width)
    ]
    drafts = sorted((d for d in found if d), key=lambda draft: (draft.start, -draft.end))
    return _without_doubled(drafts)


def _entry(
    text: str, paragraph: TextSpan, marks: Sequence[Mark], running: Sequence[_Draft]
) -> Mark | None:
    """A mark for what may be open where a paragraph starts that does not open it.

    That is a string of the paragraph before, or one whose opening mark is missing: *We sail," she
    said.*
    """
    at = paragraph.start
    if running:
        if _reopens(marks[0], running[0]):
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


def _without_doubled(drafts: list[_Draft]) -> list[_Draft]:
    """One string where every mark is written twice: *""We sail,"" she said*."""
    kept: list[_Draft] = []
    for draft in drafts:
        outer = kept[-1] if kept else None
        if (
            outer is not None
            and outer.parts == [TextSpan(draft.start, draft.end)]
            and outer.opening.glyph is draft.opening.glyph
            and outer.closed
            and draft.closed
        ):
            outer.parts = draft.parts
        else:
            kept.append(draft)
    return kept


def _add_turn(here: list[_Draft], paragraph: TextSpan, words: TextSpan) -> None:
    """Put in a turn of a transcript.

    Where quotation marks hold the label too, what they hold behind it is the turn; where they
    hold the words alone, there is nothing to put in.
    """
    around = next((d for d in here if d.start <= words.start and words.end <= d.end), None)
    if around is None:
        _add_spoken(here, TURN, words.start, words)
    elif around.start == paragraph.start:
        around.opening = around.opening._replace(glyph=TURN)
        around.parts = [TextSpan(words.start, around.parts[-1].end)]
        around.start, around.runs_on = words.start, False
        here[:] = [d for d in here if d is around or d.start >= words.start]


def _add_spoken(here: list[_Draft], glyph: Glyph, start: int, piece: TextSpan) -> None:
    """Put in a piece of speech without marks, unless it would cross a string in marks."""
    for draft in here:
        within = piece.start <= draft.start and draft.end <= piece.end
        around = draft.start < start and piece.end <= draft.parts[-1].end
        if draft.end > start and draft.start < piece.end and not within and not around:
            return
    costs = Costs(0, NEVER, 0)
    opening = Mark(start, piece.start, glyph, costs, NEVER, NEVER, Lead.START)
    here.append(_Draft(opening, start, piece.end, [piece], True, False))
    here.sort(key=lambda draft: (draft.start, -draft.end))


def _draft(text: str, paragraph: TextSpan, marks: Sequence[Mark], pair: Pair) -> _Draft | None:
    opening = marks[pair.opening]
    if pair.closing is not None:
        closing = marks[pair.closing]
        part = _trimmed(text, opening.end, closing.start)
        return _Draft(opening, opening.start, closing.end, [part], True, False) if part else None
    end = _missing_end(text, paragraph, marks, pair)
    part = _trimmed(text, opening.end, end)
    runs_on = end == paragraph.end and _may_run_on(opening)
    return _Draft(opening, opening.start, part.end, [part], False, runs_on) if part else None


def _missing_end(text: str, paragraph: TextSpan, marks: Sequence[Mark], pair: Pair) -> int:
    """Where a string without a closing mark ends, behind all marks that stand inside it."""
    if pair.until is None:
        tag = before_tag(text, marks[-1].end, paragraph.end)
        return paragraph.end if tag is None else tag
    until = marks[pair.until]
    if until.costs.opens < until.costs.closes:
        return before_mark(text, marks[pair.until - 1].end, until.start)
    return until.start


def _trimmed(text: str, start: int, end: int) -> TextSpan | None:
    """The stretch without white space at its edges, or None where it says nothing."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return TextSpan(start, end) if _SAYS.search(text, start, end) else None


def _may_run_on(mark: Mark) -> bool:
    """Whether the next paragraph may go on with what the mark opens.

    Not where it stands in mid-sentence and could be a slip.
    """
    return mark.lead is not Lead.INSIDE or mark.glyph.shape is Shape.OPEN


def _reopens(mark: Mark, running: _Draft) -> bool:
    return mark.lead is Lead.START and mark.glyph is running.opening.glyph


def _joined(
    running: Sequence[_Draft], here: Sequence[_Draft], drafts: list[_Draft]
) -> list[_Draft]:
    """Take what goes on with the running strings into them and the rest into `drafts`.

    Returns:
        what this paragraph leaves open, the outer before the inner.
    """
    level, left_open, settled = 0, [], 0
    for draft in here:
        target = draft
        if (
            level < len(running)
            and draft is here[level]
            and _reopens(draft.opening, running[level])
        ):
            target = running[level]
            target.parts += draft.parts
            target.end, target.closed, target.runs_on = draft.end, draft.closed, draft.runs_on
            level += 1
        else:
            drafts.append(draft)
        if not draft.runs_on:
            settled = max(settled, draft.end)
        elif draft.end > settled:
            left_open.append(target)
    return left_open


def _nested(drafts: Sequence[_Draft]) -> tuple[QuotedString, ...]:
    """Order the strings and give each its depth and the string around it."""
    found: list[QuotedString] = []
    around: list[int] = []
    for draft in sorted(drafts, key=lambda draft: (draft.start, -draft.end)):
        while around and found[around[-1]].outer.end <= draft.start:
            around.pop()
        found.append(
            QuotedString(
                parts=tuple(draft.parts),
                outer=TextSpan(draft.start, draft.end),
                depth=len(around),
                parent=around[-1] if around else None,
                closed=draft.closed,
                style=draft.opening.glyph.family.value,
            )
        )
        around.append(len(found) - 1)
    return tuple(found)
