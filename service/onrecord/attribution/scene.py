"""The article as the attribution stage looks at it: strings and reports side by side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.document.tree import Document, Token
from onrecord.types import QuotedString, Report, TaggedRelation, TextSpan

_REACH = 8
"""Strings before a stretch that may still reach into it: those around it, and their like."""

TURN = "turn"
"""Style of the words of a transcript behind a label."""

_NEAR = 8
"""Reports on each side of a string that may share its sentence."""


def anchor(report: Report) -> TextSpan:
    """Where a report stands: its cue, or its source where it has none."""
    return report.cue or report.source or report.reach


def core(report: Report) -> TextSpan:
    """The tag proper: cue and source, and the addressee between them."""
    spans = [s for s in (report.cue, report.source) if s is not None] or [report.reach]
    return TextSpan(min(s.start for s in spans), max(s.end for s in spans))


@dataclass(frozen=True)
class Scene:
    """Document, strings and reports, with what is looked up often."""

    document: Document
    strings: Sequence[QuotedString]
    reports: Sequence[Report]
    tagged: Sequence[TaggedRelation] | None = None

    @cached_property
    def outermost(self) -> tuple[TextSpan, ...]:
        """The strings that stand in no other, marks included, in order."""
        return tuple(string.outer for string in self.strings if string.depth == 0)

    @cached_property
    def voices(self) -> tuple[int | None, ...]:
        """For each report the innermost string around its anchor, or None."""
        return tuple(self._innermost(anchor(report)) for report in self.reports)

    @cached_property
    def holders(self) -> tuple[int | None, ...]:
        """For each string the relation of the tagger that holds most of it, at least half."""
        best: list[tuple[int, int | None]] = [(0, None)] * len(self.strings)
        for number, relation in enumerate(self.tagged or ()):
            held: dict[int, int] = {}
            for piece in relation.content:
                for string, shared in self._strings_in(piece):
                    held[string] = held.get(string, 0) + shared
            for string, shared in held.items():
                if shared > best[string][0]:
                    best[string] = shared, number
        lengths = [sum(map(len, string.parts)) for string in self.strings]
        return tuple(
            number if 2 * shared >= length else None
            for (shared, number), length in zip(best, lengths, strict=True)
        )

    def _strings_in(self, piece: TextSpan) -> Iterator[tuple[int, int]]:
        """Strings that share characters with a stretch, and how many."""
        last = bisect_left(self._starts, piece.end)
        for number in range(max(0, bisect_left(self._starts, piece.start) - _REACH), last):
            parts = self.strings[number].parts
            shared = sum(max(0, min(p.end, piece.end) - max(p.start, piece.start)) for p in parts)
            if shared:
                yield number, shared

    @cached_property
    def _anchors(self) -> tuple[int, ...]:
        return tuple(anchor(report).start for report in self.reports)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(string.outer.start for string in self.strings)

    def reports_from(self, offset: int) -> int:
        """Position of the first report at or behind `offset`."""
        return bisect_left(self._anchors, offset)

    def strings_before(self, string: QuotedString) -> tuple[TextSpan, ...]:
        """The last few outermost strings before this one, marks included."""
        last = bisect_left(self.outermost, string.outer)
        return self.outermost[max(0, last - _NEAR) : last]

    def reports_near(self, string: QuotedString) -> Iterator[tuple[int, Report]]:
        """The reports around a string with their positions, in order; a bounded number."""
        first = max(0, self.reports_from(string.outer.start) - _NEAR)
        last = self.reports_from(string.outer.end) + _NEAR
        yield from enumerate(self.reports[first:last], first)

    def paragraph(self, offset: int) -> int:
        """Position of the paragraph around `offset`."""
        return self.document.paragraph_at(offset)

    def between(self, left: int, right: int) -> tuple[Token, ...]:
        """Words (no punctuation, no space) that start in a stretch of the text."""
        if right <= left:
            return ()
        tokens = self.document.tokens_in(TextSpan(left, right))
        return tuple(
            t for t in tokens if t.pos not in {"PUNCT", "SPACE"} and left <= t.start < right
        )

    def _innermost(self, span: TextSpan) -> int | None:
        last = bisect_left(self._starts, span.start + 1)
        for number in range(last - 1, max(last - 9, -1), -1):
            string = self.strings[number]
            if any(part.contains(span) for part in string.parts):
                return number
        return None
