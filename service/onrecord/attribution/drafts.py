"""Which quoted strings make up one quotation: those under one tag, and those that go on with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attribution.asides import is_interrupted
from onrecord.attribution.decide import Decision
from onrecord.attribution.echoes import said_again
from onrecord.attribution.extent import (
    clause_around,
    closes_sentence,
    is_fragment,
    told_by_what,
)
from onrecord.attribution.going_on import goes_on_with, is_parted, runs_on, spoken_before
from onrecord.attribution.scene import Scene, anchor
from onrecord.types import Construction, QuotedString, Report, TextSpan

COMPLETE = "the sentence before is a report that is complete, and the words go on with it"
"""The rule that gives words to the report around a verb, in words."""

_LINKS = 2
"""Words that may stand between coordinated fragments."""
_LINKING = frozenset({"CCONJ", "ADV", "PART", "ADP", "DET"})


@dataclass(slots=True)
class Draft:
    """A quotation while its strings are gathered.

    `behind`: the report whose statement, complete without quoted words, stands before them.
    `complete`: the report that the words are of, where it is one around the report decided for.
    """

    strings: list[int]
    report: int | None
    clause: TextSpan | None
    follows: int | None
    mixed: bool = False
    behind: int | None = None
    context: bool = False
    echoes: int | None = None
    complete: int | None = None


def gather(scene: Scene, decisions: Sequence[Decision]) -> list[Draft]:
    """The quotations that the strings make up, in order of their first string."""
    drafts: list[Draft] = []
    draft_of: dict[int, int] = {}
    by_report: dict[int, int] = {}
    echoes: dict[int, int] = {}
    for number, decision in enumerate(decisions):
        if decision.chosen is None:
            continue
        position, follows = decision.chosen.report, decision.chosen.follows
        held = _run_on(scene, drafts, number, position)
        held = _in_clause(scene, drafts, number, position) if held is None else held
        if held is not None:
            _add(scene, drafts[held], number)
            place = held
        elif position is not None:
            whole = _complete(scene, scene.strings[number], position)
            place = _under_report(scene, drafts, by_report, number, whole)
            if whole != position and drafts[place].strings == [number]:
                drafts[place].complete = whole
        elif follows is not None and follows > number:
            place = len(drafts)
            drafts.append(Draft([number], None, None, None))
            echoes[place] = follows
        else:
            spoken = spoken_before(scene, decisions, follows)
            before = draft_of.get(spoken) if spoken is not None else None
            place = _following(scene, drafts, before, number)
        draft_of[number] = place
    for place, string in echoes.items():
        drafts[place].follows = draft_of.get(string)
    for draft in drafts:
        again = said_again(scene, draft.strings[0]) if draft.report is not None else None
        draft.echoes = draft_of.get(again) if again is not None else None
    return drafts


def _run_on(scene: Scene, drafts: Sequence[Draft], number: int, position: int | None) -> int | None:
    """The draft before, where a string with another tag only goes on with its sentence."""
    if position is None or not drafts or drafts[-1].report is None or drafts[-1].mixed:
        return None
    before = scene.strings[drafts[-1].strings[-1]]
    string = scene.strings[number]
    if drafts[-1].report == position or before.parent != string.parent:
        return None
    report = scene.reports[position]
    return len(drafts) - 1 if runs_on(scene, before, string, report) else None


def _in_clause(
    scene: Scene, drafts: Sequence[Draft], number: int, position: int | None
) -> int | None:
    """*said it was “a shame” for “our town”*: the draft before, whose clause holds the string.

    Not where the string has a tag of its own.
    """
    before = drafts[-1] if drafts else None
    if before is None or before.clause is None or not before.mixed:
        return None
    string = scene.strings[number]
    same = scene.strings[before.strings[-1]].parent == string.parent
    inside = before.clause.start <= string.outer.start < before.clause.end
    return len(drafts) - 1 if same and inside and position in {None, before.report} else None


def _add(scene: Scene, draft: Draft, number: int) -> None:
    """Let a string go on with a draft."""
    draft.strings.append(number)
    draft.clause = _cover(draft.clause, scene.strings[number].outer) if draft.mixed else None


def _under_report(
    scene: Scene, drafts: list[Draft], by_report: dict[int, int], number: int, position: int
) -> int:
    """The string has a tag: it joins what stands under that tag already, or starts a draft."""
    string = scene.strings[number]
    report = scene.reports[position]
    whole = is_interrupted(scene, number)
    clause = None if whole else clause_around(scene, string, report)
    known = by_report.get(position)
    if known is not None:
        if _joins(scene, drafts[known], number, clause):
            drafts[known].strings.append(number)
            drafts[known].clause = _cover(drafts[known].clause, clause)
            return known
        own = _is_held(report, string) or _is_elsewhere(scene, drafts[known], report)
        if clause is not None and not drafts[known].mixed and own:
            drafts.append(Draft([number], position, clause, None, mixed=True))
        else:
            drafts.append(Draft([number], None, None, known))
        return len(drafts) - 1
    if _stands_behind(scene, string, report):
        drafts.append(Draft([number], None, None, None, behind=position))
        by_report[position] = len(drafts) - 1
        return len(drafts) - 1
    mixed = clause is not None or _is_mixed_fragment(scene, number, report)
    mixed = not whole and (mixed or goes_on_with(scene, string, report))
    context = not mixed and _is_context(scene, number, report)
    drafts.append(Draft([number], position, clause, None, mixed, context=context))
    by_report[position] = len(drafts) - 1
    return len(drafts) - 1


def _is_elsewhere(scene: Scene, draft: Draft, report: Report) -> bool:
    """Whether a draft under the same report stands outside of its sentence."""
    return not scene.strings[draft.strings[0]].outer.overlaps(report.reach)


def _is_held(report: Report, string: QuotedString) -> bool:
    """Whether a string stands inside the reported clause."""
    return any(p.start < string.outer.start < p.end for p in report.content)


def _complete(scene: Scene, string: QuotedString, position: int) -> int:
    """*Ruiz denied she had opened it. “I slept.”*: the report that holds a verb of the sentence.

    A verb inside a complete report of an earlier sentence has nothing to say of the string.
    """
    outer = scene.reports[position].outer
    if scene.reports[position].content or outer is None:
        return position
    if told_by_what(scene, scene.reports[position]):
        return position
    return outer if _stands_behind(scene, string, scene.reports[outer]) else position


def _stands_behind(scene: Scene, string: QuotedString, report: Report) -> bool:
    """*Ruiz denied that he had left. “I stayed.”*: a new sentence behind a complete report."""
    if report.construction is not Construction.CLAUSE or not report.content:
        return False
    end = report.content[-1].end
    if end > string.outer.start or anchor(report).start > string.outer.start:
        return False
    gap = scene.document.text[end : string.outer.start]
    return any(mark in gap for mark in ".?!") and "\n" not in gap


def _is_context(scene: Scene, number: int, report: Report) -> bool:
    """*Quill denied it. “No.”*: a full stop parts what tells of the speaker from the words.

    So does a sentence behind them that says something of its own: *“No.” She said that …*
    """
    string, place = scene.strings[number].outer, anchor(report)
    if report.construction is Construction.LABEL or report.reach.overlaps(string):
        return False
    if string.end <= report.reach.start:
        return report.construction is Construction.CLAUSE and _governs(scene, report)
    gap = scene.document.text[place.end : max(place.end, string.start)]
    return ":" not in gap and any(mark in gap for mark in (". ", "? ", "! ", "\n"))


def _governs(scene: Scene, report: Report) -> bool:
    """Whether no comma parts a cue from its clause (as it does in *she said, when I asked*)."""
    if not report.content:
        return False
    gap = scene.document.text[anchor(report).end : report.content[0].start]
    return "," not in gap


def _is_mixed_fragment(scene: Scene, number: int, report: Report) -> bool:
    string = scene.strings[number]
    behind = report.cue is not None and anchor(report).start < string.outer.start
    return behind and is_fragment(scene, string)


def _joins(scene: Scene, draft: Draft, number: int, clause: TextSpan | None) -> bool:
    """Whether a further string under the same tag goes on with the same content."""
    string = scene.strings[number]
    if draft.mixed:
        if _ends_between(scene, draft, number):
            return False
        inside = draft.clause is not None and draft.clause.contains(string.outer)
        return inside or clause is not None or is_fragment(scene, string)
    if (
        clause is not None
        and draft.report is not None
        and _is_held(scene.reports[draft.report], string)
    ):
        return False
    last = scene.strings[draft.strings[-1]]
    if _is_said_anew(scene, last, string) or _is_one_of_several(scene, last, string):
        return False
    apart = scene.paragraph(string.outer.start) - scene.paragraph(last.outer.end - 1)
    return apart == 0 or not scene.between(last.outer.end, string.outer.start)


def _ends_between(scene: Scene, draft: Draft, number: int) -> bool:
    """Whether a sentence or paragraph ends between a draft's last string and another one."""
    gap = (scene.strings[draft.strings[-1]].outer.end, scene.strings[number].outer.start)
    return any(mark in scene.document.text[slice(*gap)] for mark in ".?!\n")


def _cover(one: TextSpan | None, other: TextSpan | None) -> TextSpan | None:
    if one is None or other is None:
        return one or other
    return TextSpan(min(one.start, other.start), max(one.end, other.end))


def _following(scene: Scene, drafts: list[Draft], before: int | None, number: int) -> int:
    """The string has no tag of its own: part of the quotation before it, or one that follows."""
    if before is not None and _coordinated(scene, drafts[before], number):
        _add(scene, drafts[before], number)
        return before
    if before is not None and not drafts[before].mixed:
        last = scene.strings[drafts[before].strings[-1]]
        string = scene.strings[number]
        same = scene.paragraph(string.outer.start) == scene.paragraph(last.outer.end - 1)
        anew = _is_said_anew(scene, last, string) or _is_one_of_several(scene, last, string)
        if same and not anew:
            drafts[before].strings.append(number)
            return before
    drafts.append(Draft([number], None, None, before))
    return len(drafts) - 1


def _is_said_anew(scene: Scene, last: QuotedString, string: QuotedString) -> bool:
    """*“No,” he said. Then, after a while: “…”*, and behind a sentence that tells of a deed."""
    left, right = last.outer.end, string.outer.start
    gap = scene.document.text[left:right].rstrip()
    tagged = gap.endswith(":") and any(mark in gap for mark in ".?!")
    return tagged or is_parted(scene, left, right)


def _is_one_of_several(scene: Scene, last: QuotedString, string: QuotedString) -> bool:
    """*Placards read: “Pay us now” and “Enough.”*: sentences joined by *and* are said apart."""
    text = scene.document.text
    gap = text[last.outer.end : string.outer.start].strip(" ,;")
    both = (text[s.parts[0].start : s.parts[0].start + 1] for s in (last, string))
    return gap in {"and", "or"} and all(first.isupper() for first in both)


def _coordinated(scene: Scene, draft: Draft, number: int) -> bool:
    """*called it “harmless” and “overdue”*: a further fragment beside one of a mixed quotation."""
    string, last = scene.strings[number], scene.strings[draft.strings[-1]]
    if not draft.mixed or last.outer.end >= string.outer.start or closes_sentence(scene, last):
        return False
    if _ends_between(scene, draft, number):
        return False
    gap = scene.between(last.outer.end, string.outer.start)
    return len(gap) <= _LINKS and all(t.pos in _LINKING for t in gap)
