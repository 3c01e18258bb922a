"""Which quotations stand around a statement."""

from __future__ import annotations

from onrecord.attribution.around import around
from onrecord.types import QuotationType, Statement, TextSpan

OUTER, MIDDLE, INNER = TextSpan(0, 90), TextSpan(10, 60), TextSpan(20, 30)


def said(*parts: TextSpan, report: int | None = None) -> Statement:
    return Statement(type=QuotationType.DIRECT, parts=parts, quoted=parts, report=report)


def test_the_longest_stands_first() -> None:
    assert around([said(MIDDLE), said(INNER), said(OUTER)]) == ((2,), (2, 0), ())


def test_only_quoted_words_hold_others() -> None:
    told = Statement(type=QuotationType.INDIRECT, parts=(OUTER,))
    assert around([told, said(INNER)]) == ((), ())


def test_what_one_tag_reports_holds_nothing_of_each_other() -> None:
    assert around([said(OUTER, report=3), said(INNER, report=3)]) == ((), ())


def test_words_behind_a_quotation_stand_in_none() -> None:
    assert around([said(INNER), said(TextSpan(30, 40)), said(TextSpan(25, 35))]) == ((), (), ())


def test_a_quotation_of_many_pieces_counts_once() -> None:
    pieces = tuple(TextSpan(at, at + 8) for at in range(0, 40, 10))
    assert around([said(*pieces), said(TextSpan(22, 26))]) == ((), (0,))
