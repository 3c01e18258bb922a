"""What somebody told, inside what a tag reports: *A clerk told us it had gone, sources said*.

The parser gives the clause to the tag, and may leave the inner verb without any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.document.tree import FINITE, VERBAL, Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import SAYS_OR_TELLS, CueClass
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, Report, TextSpan

_TAGS = frozenset({Construction.TAG, Construction.ACCORDING_TO})
_PERSONS = frozenset({"he", "she", "they", "it", "we"})
_FARTHEST = 16
"""Words from the verb to its clause."""


def told_within(scope: Scope, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports, each without a clause that opens what a tag reports with the one it has there.

    Args:
        scope: the article.
        reports: all that are known.
    """
    pieces = (r.content[0] for r in reports if r.construction in _TAGS and len(r.content) == 1)
    told = {piece.start: piece for piece in pieces}
    for report in reports:
        piece = told.get(report.source.start) if report.source else None
        opens = piece is not None and _opens(scope, report, piece)
        clause = _clause(scope, report, piece) if piece is not None and opens else None
        if clause is None:
            yield report
        else:
            yield replace(report, content=(clause,), construction=Construction.CLAUSE)


def _opens(scope: Scope, report: Report, piece: TextSpan) -> bool:
    """Whether a report without a whole clause is told in a stretch that its source opens."""
    if report.cue is None or report.source is None:
        return False
    if not cues.load().classes(report.lemma) & SAYS_OR_TELLS or not _lacks(scope, report, piece):
        return False
    return report.source.end < report.cue.start < piece.end


def _lacks(scope: Scope, report: Report, piece: TextSpan) -> bool:
    """Whether a report has no clause, or only its end: *told us it had gone and | was lost*."""
    if not report.content:
        return report.construction is Construction.COLON
    *before, last = report.content
    behind = report.cue is not None and report.cue.end < last.start
    cut = not before and behind and last.end == piece.end
    return cut and scope.document.tokens_in(last)[0].tag in FINITE


def _clause(scope: Scope, report: Report, piece: TextSpan) -> TextSpan | None:
    """The clause behind "that", or behind who is told; none where a verb comes before it."""
    if report.cue is None or report.cue.end >= piece.end:
        return None
    rest = scope.document.tokens_in(TextSpan(report.cue.end, piece.end))
    told = CueClass.TELL in cues.load().classes(report.lemma)
    for number, token in enumerate(rest[:_FARTHEST]):
        behind = rest[number + 1 : number + 3]
        if token.lower == "that" and token.dep == "mark" and behind:
            return TextSpan(behind[0].start, piece.end)
        bare = told and number > 0 and token.lower in _PERSONS and _is_finite(behind)
        if bare:
            return TextSpan(token.start, piece.end)
        if token.pos in VERBAL:
            return None
    return None


def _is_finite(behind: Sequence[Token]) -> bool:
    return bool(behind) and behind[0].tag in FINITE
