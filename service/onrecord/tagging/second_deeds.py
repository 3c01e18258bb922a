"""A further report by the same source, which the parser puts into what the first one reports.

*Ruiz said the roof leaked, warned that money was short and urged members to wait*: what she said
ends where she warned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.document.tree import FINITE, SUBJECTS, Token
from onrecord.lexicon import cues
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, Report, TextSpan

_PAST = frozenset({"VBD", "VBN"})
_NOW = frozenset({"VBZ", "VBP"})
_JOINTS = frozenset({"and", "but"})


def ended(scope: Scope, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports, each up to the verb of a further one that shares its source.

    Args:
        scope: the article.
        reports: all that are known.
    """
    deeds: dict[TextSpan, list[Token]] = {}
    for report in reports:
        verb = _verb(scope, report)
        if report.source is not None and verb is not None and _is_linked(scope, verb):
            deeds.setdefault(report.source, []).append(verb)
    for report in reports:
        further = deeds.get(report.source, []) if report.source else []
        yield _up_to(scope, report, further)


def _up_to(scope: Scope, report: Report, deeds: Sequence[Token]) -> Report:
    """The report without what stands behind the first of such verbs in its content."""
    verb = _verb(scope, report)
    if verb is None or report.construction is not Construction.CLAUSE:
        return report
    inside = (
        deed.start
        for deed in deeds
        if deed.index > verb.index and _is_in_tense(verb, deed) and scope.same(deed, verb)
        if any(piece.contains(deed.span) for piece in report.content)
    )
    end = min(inside, default=None)
    kept = tuple(_before(scope, report.content, end)) if end is not None else ()
    words = (token for piece in kept for token in scope.document.tokens_in(piece))
    return replace(report, content=kept) if any(t.tag in FINITE for t in words) else report


def _before(scope: Scope, pieces: Sequence[TextSpan], end: int) -> Iterator[TextSpan]:
    """What of the pieces stands before the comma or the conjunction in front of a verb."""
    for piece in (piece for piece in pieces if piece.start < end):
        held = list(scope.document.tokens_in(TextSpan(piece.start, min(piece.end, end))))
        while held and piece.end > end and (held[-1].pos == "CCONJ" or held[-1].text == ","):
            held.pop()
        if held:
            yield TextSpan(piece.start, held[-1].end if piece.end > end else piece.end)


def _verb(scope: Scope, report: Report) -> Token | None:
    return None if report.cue is None else scope.document.tokens_in(report.cue)[0]


def _is_in_tense(first: Token, second: Token) -> bool:
    """Whether two verbs stand in one tense; the parser takes *accused* for a participle."""
    past = first.tag in _PAST and second.tag in _PAST
    return past or (first.tag in _NOW and second.tag in _NOW)


def _is_linked(scope: Scope, verb: Token) -> bool:
    """Whether a verb of speech without a subject of its own stands behind a comma.

    *said a boy had fallen in and asked for a towel*: without one it may be what another does.
    """
    if not cues.load().classes(verb.lemma) or verb.index == 0:
        return False
    bound = any(c.dep in SUBJECTS or c.dep == "aux" for c in scope.document.children(verb))
    before = scope.document.tokens[max(0, verb.index - 2) : verb.index]
    joint = before[:-1] if before[-1].lower in _JOINTS else before
    return not bound and bool(joint) and joint[-1].text == ","
