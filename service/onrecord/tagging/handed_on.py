"""What a second cue shares with the first: *In the letter she wrote …, and recalled that …*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.document.tree import Token
from onrecord.tagging.scope import Scope
from onrecord.types import RelationKind, Report, TextSpan

_LINKS = frozenset({"and", "but"})


def handed_on(scope: Scope, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports, those behind "and" with medium and time of the one whose source they share.

    Args:
        scope: the article.
        reports: in order of position.
    """
    before: Report | None = None
    for report in reports:
        given = report
        if before is not None and _goes_on(scope, before, report):
            given = _with(report, before)
        if given.cue is not None and given.source is not None:
            before = given
        yield given


def _with(report: Report, before: Report) -> Report:
    """A report with what it lacks and the one before it has.

    A medium is shared where it opens the sentence: of *said in a statement that it was late and
    denied that …* the second has none.
    """
    told_anew = report.addressee is not None or report.outlet is not None
    other = report.medium is not None or told_anew or before.outlet is not None
    medium = report.medium if other or not _opens(before) else _outside(before.medium, report)
    time = report.time if report.time is not None or told_anew else _outside(before.time, report)
    return (
        report
        if (medium, time) == (report.medium, report.time)
        else replace(report, medium=medium, time=time)
    )


def _opens(report: Report) -> bool:
    """Whether a report has its medium before its source."""
    source, medium = report.source, report.medium
    return source is not None and medium is not None and medium.end <= source.start


def _outside(span: TextSpan | None, report: Report) -> TextSpan | None:
    """A phrase of the first report that stands before the second, and is no part of its words."""
    if span is None or report.cue is None or span.end > report.cue.start:
        return None
    return None if any(piece.overlaps(span) for piece in report.content) else span


def _goes_on(scope: Scope, before: Report, report: Report) -> bool:
    """Whether a report is joined by "and" to one before it in the sentence, and has its source."""
    first, second = _verb(scope, before), _verb(scope, report)
    if first is None or second is None or first.sentence != second.sentence:
        return False
    spoken = before.kind is RelationKind.SPEECH is report.kind
    alike = spoken and before.source == report.source and scope.same(first, second)
    return alike and first.index < second.index and _is_linked(scope, second)


def _verb(scope: Scope, report: Report) -> Token | None:
    return None if report.cue is None else scope.document.tokens_in(report.cue)[0]


def _is_linked(scope: Scope, verb: Token) -> bool:
    """Whether "and" or "but" stands before a verb, auxiliaries and adverbs between them apart."""
    for token in reversed(scope.document.tokens[max(0, verb.index - 4) : verb.index]):
        if token.lower in _LINKS:
            return True
        if token.pos not in {"AUX", "ADV", "PART"}:
            return False
    return False
