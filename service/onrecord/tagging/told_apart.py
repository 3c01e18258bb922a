"""Where who is told ends: *told a hearing | the mill would close*, *told a paper | on Monday*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.document.tree import Token
from onrecord.lexicon import cues
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, Report, TextSpan

_OPENERS = frozenset({"that", "whether"})
_OPENS_A_CLAUSE = frozenset({"DET", "PRON", "PROPN", "ADP", "SCONJ"})
_DATING = frozenset({"VERB", "ADP", "AUX"})
"""Behind which a time belongs to what is dated by it (*dated Monday*, *published last week*)."""


def apart(scope: Scope, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports, none with a clause in the name of who is told it.

    The parser may take the clause for a relative one (*told a hearing the mill would close*), and
    the end of a name for its beginning (*told the Courier's Dawn programme the mill would close*).
    """
    for report in reports:
        if report.construction is not Construction.CLAUSE or not report.content:
            yield report
            continue
        whole = _with_show(scope, report)
        told, through, outlet = (
            before_words(scope, span, whole.content) if span is not None else None
            for span in (whole.addressee, whole.medium, whole.outlet)
        )
        yield replace(whole, addressee=told, medium=through, outlet=outlet)


def before_words(scope: Scope, span: TextSpan, content: Sequence[TextSpan]) -> TextSpan:
    """*told the desk | that it was late*, *said at the quay | that …*: up to what is said."""
    first, *rest = scope.document.tokens_in(span)
    begin = next((piece.start for piece in content if span.start < piece.start), span.end)
    end = first.end
    for token in rest:
        if token.lower in _OPENERS or token.start >= begin:
            return TextSpan(span.start, end)
        end = token.end
    return span


def without_time(scope: Scope, span: TextSpan | None, time: TextSpan | None) -> TextSpan | None:
    """*told a meeting | on Monday*, *in an email | on Monday*: what carries words, without when.

    But *in a circular dated Monday*, *in a report published last week*.
    """
    if span is None or time is None or not span.start < time.start < time.end == span.end:
        return span
    *_, before = scope.document.tokens_in(TextSpan(span.start, time.start))
    if before.pos in _DATING or not any(map(str.isalnum, before.text)):
        return span
    return TextSpan(span.start, before.end)


def _with_show(scope: Scope, report: Report) -> Report:
    """*told the Courier's Dawn | programme the mill would close*: the noun is of the name."""
    name, (first, *more) = report.outlet, report.content
    if name is None or report.medium != name or name.end + 1 != first.start:
        return report
    tokens = scope.document.tokens
    noun = scope.document.token_at(first.start)
    behind = tokens[noun.index + 1 : noun.index + 2]
    if not _is_a_show(noun) or not behind or behind[0].pos not in _OPENS_A_CLAUSE:
        return report
    if not tokens[noun.index - 1].text[:1].isupper() or behind[0].end > first.end:
        return report
    whole = TextSpan(name.start, noun.end)
    rest = TextSpan(behind[0].start, first.end)
    return replace(report, medium=whole, outlet=whole, content=(rest, *more))


def _is_a_show(noun: Token) -> bool:
    return noun.lower in cues.load().newsrooms
