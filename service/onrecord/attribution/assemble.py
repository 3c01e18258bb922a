"""From decisions to statements: quoted strings under one tag become one quotation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.attribution.besides import earlier_clause, further_clause
from onrecord.attribution.context import brought_in, in_context
from onrecord.attribution.decide import Decision
from onrecord.attribution.dialogue import in_turn
from onrecord.attribution.drafts import Draft, gather
from onrecord.attribution.extent import has_finite
from onrecord.attribution.features import TAGS
from onrecord.attribution.indirect import indirect_statements, reported
from onrecord.attribution.interviewee import interviewee
from onrecord.attribution.right_behind import with_own_tags
from onrecord.attribution.scene import Scene
from onrecord.attribution.settle import settled
from onrecord.attribution.views import view_of
from onrecord.document.tree import FINITE
from onrecord.types import Construction, QuotationType, Report, Statement, TextSpan


def assemble(scene: Scene, decisions: Sequence[Decision]) -> tuple[Statement, ...]:
    """Direct, mixed and indirect statements, in order of position.

    A string goes on with the quotation before it where both stand in one paragraph under one
    tag; after an indirect or mixed report, or in a paragraph of its own without a tag, it is a
    quotation of its own that shares the speaker (`follows`).
    """
    decisions = with_own_tags(scene, in_turn(scene, decisions))
    decisions = settled(scene, in_context(scene, decisions))
    drafts = gather(scene, decisions)
    indirect = _indirect(scene, drafts)
    quoted = [
        _statement(scene, decisions, draft, _told_of(scene, drafts, draft)) for draft in drafts
    ]
    behind = {n: draft.behind for n, draft in enumerate(drafts) if draft.behind is not None}
    return _in_order(quoted, indirect, behind)


def _indirect(scene: Scene, drafts: Sequence[Draft]) -> list[Statement]:
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


def _besides(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Statement]:
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
        addressee=_outside(report.addressee, parts) if report else None,
        medium=report.medium if report else None,
        negated=report.negated if report and not draft.context else False,
        scores=tuple(_scores(decisions, draft)),
        evidence=first.chosen.evidence if first.chosen else (),
        context=draft.context or told is not None,
        echoes=draft.echoes,
    )


def _outside(told: TextSpan | None, parts: tuple[TextSpan, ...]) -> TextSpan | None:
    """Who is told, unless that is part of what is quoted (*urged colleagues to “keep going”*)."""
    return None if told is None or any(p.contains(told) for p in parts) else told


def _rest(scene: Scene, report: Report | None, clause: TextSpan) -> Iterator[TextSpan]:
    """*The boat came, she said, but it was “a bath”*: the clause on the other side of the tag.

    Or its subject (*His client, she said, had “no luck”*).
    """
    if report is None or report.construction not in TAGS:
        return
    opening = next(iter(scene.between(clause.start, clause.end)), None)
    joined = opening is not None and opening.pos == "CCONJ"
    copula = opening is not None and opening.lemma == "be"
    bare = opening is not None and opening.tag in FINITE
    bare = bare and not (copula and report.construction is Construction.TAG)
    for piece in report.content if joined or bare else ():
        quoted = any(piece.overlaps(outer) for outer in scene.outermost)
        if piece.end <= clause.start and not quoted and has_finite(scene, piece) == joined:
            yield piece


def _scores(decisions: Sequence[Decision], draft: Draft) -> Iterator[tuple[str, float]]:
    """Raw probabilities of the strings' decisions: the least certain one counts."""
    made = [decisions[number] for number in draft.strings]
    yield "speech", min(d.speech for d in made)
    yield "choice", min(d.choice for d in made)
