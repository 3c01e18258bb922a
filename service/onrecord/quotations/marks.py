"""Quotation marks -> quoted strings, on characters, in time linear in the length of the text.

The state is one paragraph's: an odd mark spoils no other one. `glyphs` finds the marks,
`readings` says how odd it would be to read each as opening, closing or neither, and `pairing`
finds the cheapest reading of all marks of a paragraph. What is still open where a paragraph ends
goes on in the next one where that opens the mark again, or closes it, and through paragraphs
without such a mark up to one that only closes it (`bridges`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.quotations.bridges import bridges, closed_in, ready
from onrecord.quotations.costs import Lead
from onrecord.quotations.drafts import Draft, reopens
from onrecord.quotations.effort import widths
from onrecord.quotations.endings import before_mark, before_tag
from onrecord.quotations.glyphs import Shape
from onrecord.quotations.pairing import Pair, pairs
from onrecord.quotations.readings import Mark, readings
from onrecord.quotations.supplied import at_start, behind_tag
from onrecord.quotations.unmarked import add_unmarked, unmarked
from onrecord.types import QuotedString, TextSpan

_AHEAD = 8
"""Characters of the next paragraph by which one sees whether it opens a mark again."""

_SAYS = re.compile(r"[^\W_]|[\u2600-\u27bf\U0001f000-\U0001faff]")
"""A letter, a digit or a pictogram."""


_ITEM = re.compile(
    r"(?:[•*·▪►◦‣∙●○■□→–—-]\s{0,4}|\(?(?:\d{1,2}|[a-zA-Z])[.)]\s{1,4})(?=[\"“”„‘'’`«»])"
)
"""What stands before the mark of an item of a list."""


@dataclass(slots=True, frozen=True)
class _Running:
    """What is open where a paragraph starts.

    Attributes:
        drafts: the strings, the outer before the inner.
        since: the paragraph that left them open.
        until: the paragraph that closes what is marked once, or 0.
    """

    drafts: Sequence[Draft]
    since: int
    until: int = 0


def find(text: str, paragraphs: Sequence[TextSpan]) -> tuple[QuotedString, ...]:
    """All strings in quotation marks, in order of position, the outer before the inner.

    Args:
        text: the article; any string will do.
        paragraphs: its paragraphs in order, as `document.paragraphs.split` gives them.
    """
    looked = list(_looked_at(text, paragraphs))
    marked = [marks for marks, _ in looked]
    without = unmarked(text, paragraphs, marked)
    across = bridges(
        text, paragraphs, marked, {*without.spoken, *without.labelled, *without.going_on}
    )
    drafts: list[Draft] = []
    running = _Running([], 0)
    for number, paragraph in enumerate(paragraphs):
        marks, width = looked[number]
        if not (marks or running.drafts or without.holds(paragraph.start)):
            continue
        here: list[Draft] = []
        if running.drafts and _ITEM.match(text, paragraph.start, paragraph.end):
            running = _Running([], 0)
        inside = number < running.until
        if marks:
            marks = ready(marks, number, across[number])
            here = _drafts(text, paragraph, marks, () if inside else running.drafts, width)
        if inside:
            drafts += here
            continue
        add_unmarked(here, paragraph, without)
        between = paragraphs[running.since + 1 : number] if number == running.until else ()
        left_open = _joined(running.drafts, here, between, drafts)
        outer = left_open[0].opening if left_open else None
        until = closed_in(outer, number, across[number]) if outer is not None else None
        running = _Running(left_open, number, until or 0)
    return _nested(drafts)


def _looked_at(
    text: str, paragraphs: Sequence[TextSpan]
) -> Iterator[tuple[list[Mark] | None, int]]:
    """The marks of each paragraph, None where they are too many, and how many readings to keep."""
    following = chain(paragraphs[1:], (None,))
    held = widths(text, paragraphs)
    for paragraph, after, (count, width) in zip(paragraphs, following, held, strict=False):
        if width:
            ahead = text[after.start : after.start + _AHEAD] if after is not None else ""
            yield readings(text, paragraph.start, paragraph.end, ahead), width
        else:
            yield None if count else [], 0


def _drafts(
    text: str, paragraph: TextSpan, marks: list[Mark], running: Sequence[Draft], width: int
) -> list[Draft]:
    """The strings of one paragraph, in order of position, the outer before the inner."""
    if not marks:
        return []
    entry = at_start(text, paragraph, marks, running)
    supplied = None if entry is not None else behind_tag(text, marks)
    if supplied is not None:
        marks.insert(*supplied)
    if entry is not None:
        marks.insert(0, entry)
    found = [
        _draft(text, paragraph, marks, pair)
        for pair in pairs(text, marks, entry is not None, width)
    ]
    drafts = sorted((d for d in found if d), key=lambda draft: (draft.start, -draft.end))
    return _without_doubled(drafts)


def _without_doubled(drafts: list[Draft]) -> list[Draft]:
    """One string where every mark is written twice: *""We sail,"" she said*."""
    kept: list[Draft] = []
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


def _draft(text: str, paragraph: TextSpan, marks: Sequence[Mark], pair: Pair) -> Draft | None:
    opening = marks[pair.opening]
    if pair.closing is not None:
        closing = marks[pair.closing]
        part = _trimmed(text, opening.end, closing.start)
        return Draft(opening, opening.start, closing.end, [part], True, False) if part else None
    end = _missing_end(text, paragraph, marks, pair)
    part = _trimmed(text, opening.end, end)
    runs_on = end == paragraph.end and _may_run_on(opening)
    return Draft(opening, opening.start, part.end, [part], False, runs_on) if part else None


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


def _joined(
    running: Sequence[Draft],
    here: Sequence[Draft],
    between: Sequence[TextSpan],
    drafts: list[Draft],
) -> list[Draft]:
    """Take what goes on with the running strings into them and the rest into `drafts`.

    Args:
        running: what the paragraph before left open.
        here: the strings of this paragraph.
        between: paragraphs without marks that lie between the two.
        drafts: the strings of the article so far.

    Returns:
        what this paragraph leaves open, the outer before the inner.
    """
    level, left_open, settled = 0, [], 0
    for draft in here:
        target = draft
        if level < len(running) and draft is here[level] and reopens(draft.opening, running[level]):
            target = running[level]
            target.parts += [*(between if not level else ()), *draft.parts]
            target.end, target.closed, target.runs_on = draft.end, draft.closed, draft.runs_on
            level += 1
        else:
            drafts.append(draft)
        if not draft.runs_on:
            settled = max(settled, draft.end)
        elif draft.end > settled:
            left_open.append(target)
    return left_open


def _nested(drafts: Sequence[Draft]) -> tuple[QuotedString, ...]:
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
