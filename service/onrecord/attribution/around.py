"""Which quotations stand around a statement: words inside the words of somebody else."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.types import Statement, TextSpan


def around(statements: Sequence[Statement]) -> tuple[tuple[int, ...], ...]:
    """For each statement those whose quoted words hold its first piece, the longest first.

    A quotation is held by one that is longer; two pieces of what one tag reports hold nothing of
    each other. One pass over the text: only marks that are open at a place are looked at there.
    """
    pieces = sorted(
        ((piece, place) for place, other in enumerate(statements) for piece in other.quoted),
        key=lambda row: row[0].start,
    )
    found: list[tuple[int, ...]] = [()] * len(statements)
    open_: list[tuple[TextSpan, int]] = []
    following = 0
    for number in sorted(range(len(statements)), key=lambda n: statements[n].parts[0].start):
        part = statements[number].parts[0]
        while following < len(pieces) and pieces[following][0].start <= part.start:
            open_.append(pieces[following])
            following += 1
        open_ = [row for row in open_ if row[0].end > part.start]
        holders = {place for piece, place in open_ if piece.contains(part)} - {number}
        held = [p for p in sorted(holders) if _is_inner(statements[p], statements[number])]
        found[number] = tuple(sorted(held, key=lambda p: -_length(statements[p])))
    return tuple(found)


def _is_inner(outer: Statement, inner: Statement) -> bool:
    """Whether one is less than the other, and not reported by the same tag."""
    shared = outer.report is not None and outer.report == inner.report
    return not shared and _length(inner) < _length(outer)


def _length(statement: Statement) -> int:
    return sum(map(len, statement.parts))
