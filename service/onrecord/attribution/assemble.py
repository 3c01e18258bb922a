"""From decisions to statements: quoted strings under one tag become one quotation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.attribution.context import brought_in
from onrecord.attribution.decide import Decision
from onrecord.attribution.dialogue import in_turn
from onrecord.attribution.echoes import said_again
from onrecord.attribution.extent import (
    clause_around,
    closes_sentence,
    earlier_clause,
    further_clause,
    has_finite,
    is_fragment,
)
from onrecord.attribution.going_on import is_parted, runs_on
from onrecord.attribution.indirect import indirect_statements, reported
from onrecord.attribution.scene import Scene, anchor
from onrecord.attribution.settle import settled
from onrecord.types import (
    Construction,
    QuotationType,
    QuotedString,
    Report,
    Statement,
    TextSpan,
)

_LINKS = 2
"""Words that may stand between coordinated fragments."""


@dataclass(slots=True)
class _Draft:
    """A quotation while its strings are gathered.

    `behind`: the report whose statement, complete without quoted words, stands before them.
    """

    strings: list[int]
    report: int | None
    clause: TextSpan | None
    follows: int | None
    mixed: bool = False
    behind: int | None = None
    context: bool = False
    echoes: int | None = None


def assemble(scene: Scene, decisions: Sequence[Decision]) -> tuple[Statement, ...]:
    """Direct, mixed and indirect statements, in order of position.

    A string goes on with the quotation before it where both stand in one paragraph under one
    tag; after an indirect or mixed report, or in a paragraph of its own without a tag, it is a
    quotation of its own that shares the speaker (`follows`).
    """
    decisions = settled(scene, in_turn(scene, decisions))
    drafts = _drafts(scene, decisions)
    indirect = _indirect(scene, drafts)
    quoted = [
        _statement(scene, decisions, draft, _told_of(scene, drafts, draft)) for draft in drafts
    ]
    behind = {n: draft.behind for n, draft in enumerate(drafts) if draft.behind is not None}
    return _in_order(quoted, indirect, behind)


def _indirect(scene: Scene, drafts: Sequence[_Draft]) -> list[Statement]:
    """The statements without quotation marks.

    A draft behind a report that turns out to state nothing takes that report for its tag.
    """
    taken = frozenset(d.report for d in drafts if d.report is not None and not d.context)
    made = list(indirect_statements(scene, taken))
    stated = {statement.report for statement in made}
    for draft in drafts:
        if draft.behind is not None and draft.behind not in stated:
            draft.report, draft.behind, draft.context = draft.behind, None, True
    return [*_besides(scene, drafts), *made]


def _besides(scene: Scene, drafts: Sequence[_Draft]) -> Iterator[Statement]:
    """What a tag reports besides a mixed quotation, in a clause of its own without marks."""
    for draft in drafts:
        if not draft.mixed or draft.report is None or draft.clause is None:
            continue
        report = scene.reports[draft.report]
        besides = (
            earlier_clause(scene, draft.clause, report),
            further_clause(scene, draft.clause, report),
        )
        for rest in besides:
            if rest is not None and not any(rest.overlaps(outer) for outer in scene.outermost):
                yield reported(report, draft.report, (rest,))


def _in_order(
    quoted: list[Statement], indirect: list[Statement], behind: Mapping[int, int]
) -> tuple[Statement, ...]:
    """Sort by position and make `follows` point at the new positions.

    `behind`: quoted statement -> the report of the indirect one that it follows.
    """
    order = sorted(
        [(s.parts[0].start, 0, i, s) for i, s in enumerate(quoted)]
        + [(s.parts[0].start, 1, i, s) for i, s in enumerate(indirect)],
        key=lambda row: row[:3],
    )
    place = {i: new for new, (_, kind, i, _) in enumerate(order) if kind == 0}
    stated = {s.report: new for new, (_, kind, _, s) in enumerate(order) if kind == 1}
    followed = {i: stated[report] for i, report in behind.items()}
    followed |= {i: place[s.follows] for i, s in enumerate(quoted) if s.follows is not None}
    return tuple(_placed(s, place, followed.get(i)) if kind == 0 else s for _, kind, i, s in order)


def _placed(statement: Statement, place: Mapping[int, int], follows: int | None) -> Statement:
    """The statement with its references to others by their new positions."""
    echoes = statement.echoes
    if follows is None and echoes is None:
        return statement
    return replace(
        statement,
        follows=follows,
        echoes=None if echoes is None else place[echoes],
    )


def _drafts(scene: Scene, decisions: Sequence[Decision]) -> list[_Draft]:
    drafts: list[_Draft] = []
    draft_of: dict[int, int] = {}
    by_report: dict[int, int] = {}
    echoes: dict[int, int] = {}
    for number, decision in enumerate(decisions):
        if decision.chosen is None:
            continue
        position, follows = decision.chosen.report, decision.chosen.follows
        held = _run_on(scene, drafts, number, position)
        if held is not None:
            drafts[held].strings.append(number)
            place = held
        elif position is not None:
            place = _under_report(scene, drafts, by_report, number, position)
        elif follows is not None and follows > number:
            place = len(drafts)
            drafts.append(_Draft([number], None, None, None))
            echoes[place] = follows
        else:
            before = draft_of.get(follows) if follows is not None else None
            place = _following(scene, drafts, before, number)
        draft_of[number] = place
    for place, string in echoes.items():
        drafts[place].follows = draft_of.get(string)
    for draft in drafts:
        again = said_again(scene, draft.strings[0]) if draft.report is not None else None
        draft.echoes = draft_of.get(again) if again is not None else None
    return drafts


def _run_on(
    scene: Scene, drafts: Sequence[_Draft], number: int, position: int | None
) -> int | None:
    """The draft before, where a string with another tag only goes on with its sentence."""
    if position is None or not drafts or drafts[-1].report is None or drafts[-1].mixed:
        return None
    before = scene.strings[drafts[-1].strings[-1]]
    string = scene.strings[number]
    if drafts[-1].report == position or before.parent != string.parent:
        return None
    report = scene.reports[position]
    return len(drafts) - 1 if runs_on(scene, before, string, report) else None


def _under_report(
    scene: Scene, drafts: list[_Draft], by_report: dict[int, int], number: int, position: int
) -> int:
    """The string has a tag: it joins what stands under that tag already, or starts a draft."""
    string = scene.strings[number]
    position = _complete(scene, string, position)
    report = scene.reports[position]
    clause = clause_around(scene, string, report)
    known = by_report.get(position)
    if known is not None:
        if _joins(scene, drafts[known], number, clause):
            drafts[known].strings.append(number)
            drafts[known].clause = _cover(drafts[known].clause, clause)
            return known
        if clause is not None and not drafts[known].mixed and _is_held(report, string):
            drafts.append(_Draft([number], position, clause, None, mixed=True))
        else:
            drafts.append(_Draft([number], None, None, known))
        return len(drafts) - 1
    if _stands_behind(scene, string, report):
        drafts.append(_Draft([number], None, None, None, behind=position))
        by_report[position] = len(drafts) - 1
        return len(drafts) - 1
    mixed = clause is not None or _is_mixed_fragment(scene, number, report)
    context = not mixed and _is_context(scene, number, report)
    drafts.append(_Draft([number], position, clause, None, mixed, context=context))
    by_report[position] = len(drafts) - 1
    return len(drafts) - 1


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
    return outer if _stands_behind(scene, string, scene.reports[outer]) else position


def _stands_behind(scene: Scene, string: QuotedString, report: Report) -> bool:
    """*Ruiz denied that he had left. “I stayed.”*: a new sentence behind a complete report."""
    if report.construction is not Construction.CLAUSE or not report.content:
        return False
    end = report.content[-1].end
    if end > string.outer.start or anchor(report).start > string.outer.start:
        return False
    gap = scene.document.text[end : string.outer.start]
    return any(mark in gap for mark in ".?!") and "\n" not in gap and ":" not in gap


def _is_context(scene: Scene, number: int, report: Report) -> bool:
    """*Quill denied it. “No.”*: a full stop parts what tells of the speaker from the words."""
    string, place = scene.strings[number].outer, anchor(report)
    if report.construction is Construction.LABEL or report.reach.overlaps(string):
        return False
    gap = scene.document.text[place.end : max(place.end, string.start)]
    return ":" not in gap and any(mark in gap for mark in (". ", "? ", "! ", "\n"))


def _is_mixed_fragment(scene: Scene, number: int, report: Report) -> bool:
    string = scene.strings[number]
    behind = report.cue is not None and anchor(report).start < string.outer.start
    return behind and is_fragment(scene, string)


def _joins(scene: Scene, draft: _Draft, number: int, clause: TextSpan | None) -> bool:
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
    if _is_said_anew(scene, last, string):
        return False
    apart = scene.paragraph(string.outer.start) - scene.paragraph(last.outer.end - 1)
    return apart == 0 or not scene.between(last.outer.end, string.outer.start)


def _ends_between(scene: Scene, draft: _Draft, number: int) -> bool:
    """Whether a sentence or paragraph ends between a draft's last string and another one."""
    gap = (scene.strings[draft.strings[-1]].outer.end, scene.strings[number].outer.start)
    return any(mark in scene.document.text[slice(*gap)] for mark in ".?!\n")


def _cover(one: TextSpan | None, other: TextSpan | None) -> TextSpan | None:
    if one is None or other is None:
        return one or other
    return TextSpan(min(one.start, other.start), max(one.end, other.end))


def _following(scene: Scene, drafts: list[_Draft], before: int | None, number: int) -> int:
    """The string has no tag of its own: part of the quotation before it, or one that follows."""
    if before is not None and _coordinated(scene, drafts[before], number):
        drafts[before].strings.append(number)
        drafts[before].clause = _cover(drafts[before].clause, scene.strings[number].outer)
        return before
    if before is not None and not drafts[before].mixed:
        last = scene.strings[drafts[before].strings[-1]]
        string = scene.strings[number]
        same = scene.paragraph(string.outer.start) == scene.paragraph(last.outer.end - 1)
        if same and not _is_said_anew(scene, last, string):
            drafts[before].strings.append(number)
            return before
    drafts.append(_Draft([number], None, None, before))
    return len(drafts) - 1


def _is_said_anew(scene: Scene, last: QuotedString, string: QuotedString) -> bool:
    """*“No,” he said. Then, after a while: “…”*, and behind a sentence that tells of a deed."""
    left, right = last.outer.end, string.outer.start
    gap = scene.document.text[left:right].rstrip()
    tagged = gap.endswith(":") and any(mark in gap for mark in ".?!")
    return tagged or is_parted(scene, left, right)


def _coordinated(scene: Scene, draft: _Draft, number: int) -> bool:
    """*called it “harmless” and “overdue”*: a further fragment beside one of a mixed quotation."""
    string, last = scene.strings[number], scene.strings[draft.strings[-1]]
    if not draft.mixed or last.outer.end >= string.outer.start or closes_sentence(scene, last):
        return False
    if _ends_between(scene, draft, number):
        return False
    gap = scene.between(last.outer.end, string.outer.start)
    return len(gap) <= _LINKS and all(t.pos in {"CCONJ", "ADV", "PART"} for t in gap)


def _told_of(scene: Scene, drafts: Sequence[_Draft], draft: _Draft) -> TextSpan | None:
    """Whom the sentence before an untagged string tells of, if nobody speaks in its paragraph."""
    string = scene.strings[draft.strings[0]]
    if draft.report is not None or draft.behind is not None:
        return None
    if draft.follows is not None:
        followed = scene.strings[drafts[draft.follows].strings[-1]].outer
        paragraph = scene.paragraph(string.outer.start)
        if followed.start > string.outer.start or scene.paragraph(followed.end - 1) == paragraph:
            return None
    return brought_in(scene, string)


def _statement(
    scene: Scene, decisions: Sequence[Decision], draft: _Draft, told: TextSpan | None
) -> Statement:
    strings = [scene.strings[number] for number in draft.strings]
    first = decisions[draft.strings[0]]
    report = scene.reports[draft.report] if draft.report is not None else None
    if draft.mixed:
        whole = draft.clause or strings[0].outer
        start = min(whole.start, strings[0].outer.start)
        clause = TextSpan(start, max(whole.end, strings[-1].outer.end))
        parts: tuple[TextSpan, ...] = tuple(sorted((clause, *_rest(scene, report, clause))))
    else:
        parts = tuple(part for string in strings for part in string.parts)
    return Statement(
        type=QuotationType.MIXED if draft.mixed else QuotationType.DIRECT,
        parts=parts,
        quoted=tuple(part for string in strings for part in string.parts),
        report=draft.report,
        follows=draft.follows,
        source=report.source if report else told,
        cue=report.cue if report else None,
        addressee=report.addressee if report else None,
        medium=report.medium if report else None,
        negated=report.negated if report and not draft.context else False,
        scores=tuple(_scores(decisions, draft)),
        evidence=first.chosen.evidence if first.chosen else (),
        context=draft.context or told is not None,
        echoes=draft.echoes,
    )


def _rest(scene: Scene, report: Report | None, clause: TextSpan) -> Iterator[TextSpan]:
    """*The boat came, she said, but it was “a bath”*: the clause on the other side of the tag."""
    if report is None or report.construction is not Construction.TAG:
        return
    opening = scene.between(clause.start, clause.end)[:1]
    if not opening or opening[0].pos != "CCONJ":
        return
    for piece in report.content:
        quoted = any(piece.overlaps(outer) for outer in scene.outermost)
        if piece.end <= clause.start and not quoted and has_finite(scene, piece):
            yield piece


def _scores(decisions: Sequence[Decision], draft: _Draft) -> Iterator[tuple[str, float]]:
    """Raw probabilities of the strings' decisions: the least certain one counts."""
    made = [decisions[number] for number in draft.strings]
    yield "speech", min(d.speech for d in made)
    yield "choice", min(d.choice for d in made)
