"""From decisions to statements: quoted strings under one tag become one quotation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.attribution.besides import clause_before_colon, earlier_clause, further_clause
from onrecord.attribution.brief_reports import brief_reports
from onrecord.attribution.context import TOLD_BEFORE, brought_in, in_context
from onrecord.attribution.crossheads import without_crossheads
from onrecord.attribution.decide import Decision
from onrecord.attribution.dialogue import in_turn
from onrecord.attribution.drafts import COMPLETE, Draft, gather
from onrecord.attribution.extent import has_finite
from onrecord.attribution.features import TAGS
from onrecord.attribution.going_on import is_complete
from onrecord.attribution.indirect import indirect_statements, outside, reported
from onrecord.attribution.interviewee import MOST_NAMED, interviewee
from onrecord.attribution.point_by_point import point_by_point
from onrecord.attribution.right_behind import with_own_tags
from onrecord.attribution.scene import Scene, core
from onrecord.attribution.settle import settled
from onrecord.attribution.surely import surely_said
from onrecord.attribution.views import FOR_WHOM, view_of
from onrecord.document.tree import FINITE
from onrecord.types import (
    Candidate,
    Feature,
    QuotationType,
    Report,
    Statement,
    TextSpan,
)


def assemble(scene: Scene, decisions: Sequence[Decision]) -> tuple[Statement, ...]:
    """Direct, mixed and indirect statements, in order of position.

    A string goes on with the quotation before it where both stand in one paragraph under one
    tag; after an indirect or mixed report, or in a paragraph of its own without a tag, it is a
    quotation of its own that shares the speaker (`follows`).
    """
    decisions = surely_said(scene, without_crossheads(scene, decisions))
    decisions = with_own_tags(scene, in_turn(scene, decisions))
    decisions = settled(scene, in_context(scene, decisions))
    drafts = gather(scene, decisions)
    pairs = zip(scene.strings, decisions, strict=True)
    unsaid = frozenset(string.outer for string, decision in pairs if decision.chosen is None)
    indirect = _indirect(scene, drafts, unsaid)
    quoted = [
        _statement(scene, decisions, draft, _told_of(scene, drafts, draft)) for draft in drafts
    ]
    behind = {n: draft.behind for n, draft in enumerate(drafts) if draft.behind is not None}
    return _in_order(quoted, indirect, behind)


def _indirect(
    scene: Scene, drafts: Sequence[Draft], unsaid: Collection[TextSpan]
) -> list[Statement]:
    """The statements without quotation marks.

    A draft behind a report that turns out to state nothing takes that report for its tag.
    """
    taken = frozenset(d.report for d in drafts if d.report is not None and not d.context)
    made = list(indirect_statements(scene, taken, unsaid))
    stated = {statement.report for statement in made}
    for draft in drafts:
        if draft.behind is not None and draft.behind not in stated:
            draft.report, draft.behind, draft.context = draft.behind, None, True
    return point_by_point(scene, [*_besides(scene, drafts), *made, *brief_reports(scene)])


def _besides(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Statement]:
    """What a tag reports besides quoted words, in a clause of its own without marks."""
    for draft in drafts:
        if draft.report is None:
            continue
        for rest in _clauses_beside(scene, draft, scene.reports[draft.report]):
            if rest is not None and not any(rest.overlaps(outer) for outer in scene.outermost):
                yield reported(scene.reports[draft.report], draft.report, (rest,))


def _clauses_beside(scene: Scene, draft: Draft, report: Report) -> Iterator[TextSpan | None]:
    if not draft.mixed:
        yield clause_before_colon(scene, scene.strings[draft.strings[0]], report)
    elif draft.clause is not None:
        yield earlier_clause(scene, draft.clause, report)
        yield further_clause(scene, draft.clause, report)


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
    points = {i: new for new, (_, kind, i, _) in enumerate(order) if kind == 1}
    stated = {s.report: points[i] for i, s in enumerate(indirect)}
    followed = {(0, i): stated[report] for i, report in behind.items()}
    followed |= {(0, i): place[s.follows] for i, s in enumerate(quoted) if s.follows is not None}
    followed |= {(1, i): points[s.follows] for i, s in enumerate(indirect) if s.follows is not None}
    return tuple(_placed(s, place, followed.get((kind, i))) for _, kind, i, s in order)


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


def _told_of(scene: Scene, drafts: Sequence[Draft], draft: Draft) -> TextSpan | None:
    """Whom the sentence before an untagged string tells of, if nobody speaks in its paragraph."""
    string = scene.strings[draft.strings[0]]
    if draft.report is not None or draft.behind is not None:
        return None
    if scene.is_answer(string):
        return interviewee(scene)
    if draft.follows is not None:
        followed = scene.strings[drafts[draft.follows].strings[-1]].outer
        paragraph = scene.paragraph(string.outer.start)
        if followed.start > string.outer.start or scene.paragraph(followed.end - 1) == paragraph:
            return None
    return brought_in(scene, string)


def _statement(
    scene: Scene, decisions: Sequence[Decision], draft: Draft, told: TextSpan | None
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
    view = view_of(scene, strings[0], report) if report else None
    return Statement(
        type=QuotationType.MIXED if draft.mixed else QuotationType.DIRECT,
        parts=parts,
        quoted=tuple(part for string in strings for part in string.parts),
        report=draft.report,
        follows=draft.follows,
        source=view or (report.source if report else told),
        cue=report.cue if report and view is None else None,
        addressee=outside(report.addressee, parts) if report else None,
        medium=report.medium if report else None,
        time=outside(report.time, parts) if report else None,
        negated=report.negated if report and not draft.context else False,
        scores=tuple(_scores(decisions, draft)),
        evidence=first.chosen.evidence if first.chosen else (),
        context=draft.context or told is not None,
        echoes=draft.echoes,
        taken=_taken(scene, first.chosen, draft, told, view),
    )


def _taken(
    scene: Scene,
    chosen: Candidate | None,
    draft: Draft,
    told: TextSpan | None,
    view: TextSpan | None,
) -> Candidate | None:
    """The way that was decided for, or what a rule of this stage has put in its place."""
    number = draft.strings[0]
    if told is not None:
        rule = MOST_NAMED if scene.is_answer(scene.strings[number]) else TOLD_BEFORE
        return Candidate(number, None, None, (Feature(rule, 1.0),), rule=rule)
    if chosen is not None and view is not None:
        return replace(chosen, rule=FOR_WHOM)
    if chosen is not None and draft.complete is not None:
        return replace(chosen, report=draft.complete, rule=COMPLETE)
    return chosen


def _rest(scene: Scene, report: Report | None, clause: TextSpan) -> Iterator[TextSpan]:
    """*The boat came, she said, but it was “a bath”*: the clause on the other side of the tag.

    Or its subject (*His client, she said, had “no luck”*).
    """
    if report is None or report.construction not in TAGS:
        return
    opening = next(iter(scene.between(clause.start, clause.end)), None)
    bare = opening is not None and opening.tag in FINITE
    for piece in report.content:
        quoted = any(piece.overlaps(outer) for outer in scene.outermost)
        if piece.end > clause.start or quoted or has_finite(scene, piece) == bare:
            continue
        if bare or _is_gone_on_with(scene, report, piece, clause):
            yield piece


def _is_gone_on_with(scene: Scene, report: Report, piece: TextSpan, clause: TextSpan) -> bool:
    """Whether the clause behind a tag, and the comma that closes it, goes on with one before."""
    tag = core(report)
    gap = scene.document.text[tag.end : clause.start]
    return "," in gap and ". " not in gap and is_complete(scene, piece, tag.start)


def _scores(decisions: Sequence[Decision], draft: Draft) -> Iterator[tuple[str, float]]:
    """Raw probabilities of the strings' decisions: the least certain one counts."""
    made = [decisions[number] for number in draft.strings]
    yield "speech", min(d.speech for d in made)
    yield "choice", min(d.choice for d in made)
