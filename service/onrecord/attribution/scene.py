"""The article as the attribution stage looks at it: strings and reports side by side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.document.tree import Document, Token
from onrecord.types import QuotedString, RelationKind, Report, TaggedRelation, TextSpan

TURN = "turn"
"""Style of the words of a transcript behind a label."""

DASH = "dash"
"""Style of the words that a dash opens."""

_NEAR = 8
"""Reports on each side of a string that may share its sentence."""


def anchor(report: Report) -> TextSpan:
    """Where a report stands: its cue, or its source where it has none."""
    return report.cue or report.source or report.reach


def core(report: Report) -> TextSpan:
    """The tag proper: cue and source, and the addressee between them."""
    cue, source = report.cue, report.source
    if cue is None or source is None:
        return anchor(report)
    return TextSpan(min(cue.start, source.start), max(cue.end, source.end))


def holds(report: Report, string: QuotedString) -> bool:
    """Whether the reported clause, by the parse, shares words with the string."""
    return any(piece.overlaps(part) for piece in report.content for part in string.parts)


@dataclass(frozen=True)
class Scene:
    """Document, strings and reports, with what is looked up often."""

    document: Document
    strings: Sequence[QuotedString]
    reports: Sequence[Report]
    tagged: Sequence[TaggedRelation] = ()
    heard: Sequence[float] = ()
    """By string, how much like the content of a report its words look to the trained tagger."""

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that are names somewhere in the article, in lower case."""
        return frozenset(t.lower for t in self.document.tokens if t.pos == "PROPN")

    @cached_property
    def outlets(self) -> frozenset[str]:
        """The names of the outlets that are told something in the article, in lower case."""
        spans = (report.outlet for report in self.reports if report.outlet is not None)
        return frozenset(map(self.named, spans))

    def named(self, span: TextSpan) -> str:
        """A phrase without its article, in lower case."""
        return span.of(self.document.text).lower().removeprefix("the ")

    @cached_property
    def outermost(self) -> tuple[TextSpan, ...]:
        """The strings that stand in no other, marks included, in order."""
        return tuple(string.outer for string in self.strings if string.depth == 0)

    @cached_property
    def first_answer(self) -> int:
        """Where the first answer of an interview without labels starts, or the text ends."""
        found = (s.outer.start for s in self.strings if self.is_answer(s))
        return next(found, len(self.document.text))

    @cached_property
    def voices(self) -> tuple[int | None, ...]:
        """For each report the innermost string around its anchor, or None."""
        return tuple(self._innermost(anchor(report)) for report in self.reports)

    @cached_property
    def _anchors(self) -> tuple[int, ...]:
        return tuple(anchor(report).start for report in self.reports)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(string.outer.start for string in self.strings)

    @cached_property
    def places(self) -> tuple[int, ...]:
        """For each report the paragraph of its anchor."""
        return tuple(map(self.paragraph, self._anchors))

    @cached_property
    def held(self) -> tuple[bool, ...]:
        """For each string whether a report of speech near it, in its voice, has it for content."""
        return tuple(map(self._is_held, self.strings))

    def _is_held(self, string: QuotedString) -> bool:
        return any(
            report.kind is RelationKind.SPEECH
            and holds(report, string)
            and self.voices[position] == string.parent
            for position, report in self.reports_near(string)
        )

    @cached_property
    def _words(self) -> tuple[Token, ...]:
        return tuple(t for t in self.document.tokens if t.pos not in {"PUNCT", "SPACE"})

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self._words]

    def is_answer(self, string: QuotedString) -> bool:
        """Whether a string is a whole paragraph of an interview, without marks and label."""
        if string.style != TURN or string.depth:
            return False
        return (
            string.outer.start == self.document.paragraphs[self.paragraph(string.outer.start)].start
        )

    def reports_from(self, offset: int) -> int:
        """Position of the first report at or behind `offset`."""
        return bisect_left(self._anchors, offset)

    def outermost_in(self, stretch: TextSpan) -> tuple[TextSpan, ...]:
        """The outermost strings that start in a stretch of the text, marks included."""
        first = bisect_left(self.outermost, stretch.start, key=lambda outer: outer.start)
        last = bisect_left(self.outermost, stretch.end, key=lambda outer: outer.start)
        return self.outermost[first:last]

    def strings_over(self, stretch: TextSpan) -> Iterator[QuotedString]:
        """The strings that share a character with a stretch, in order."""
        first = bisect_left(self.outermost, stretch.start, key=lambda outer: outer.end - 1)
        begin = self.outermost[first].start if first < len(self.outermost) else stretch.end
        for number in range(bisect_left(self._starts, begin), len(self.strings)):
            if self.strings[number].outer.start >= stretch.end:
                return
            if self.strings[number].outer.overlaps(stretch):
                yield self.strings[number]

    def strings_before(self, string: QuotedString) -> tuple[TextSpan, ...]:
        """The last few outermost strings before this one, marks included."""
        last = bisect_left(self.outermost, string.outer)
        return self.outermost[max(0, last - _NEAR) : last]

    def reports_near(self, string: QuotedString) -> Iterator[tuple[int, Report]]:
        """The reports around a string with their positions, in order; a bounded number."""
        first = max(0, self.reports_from(string.outer.start) - _NEAR)
        last = self.reports_from(string.outer.end) + _NEAR
        return enumerate(self.reports[first:last], first)

    def paragraph(self, offset: int) -> int:
        """Position of the paragraph around `offset`."""
        return self.document.paragraph_at(offset)

    def between(self, left: int, right: int) -> tuple[Token, ...]:
        """Words (no punctuation, no space) that start in a stretch of the text."""
        starts = self._word_starts
        first = bisect_left(starts, left)
        return self._words[first : bisect_left(starts, right, first)]

    def _innermost(self, span: TextSpan) -> int | None:
        last = bisect_left(self._starts, span.start + 1)
        for number in range(last - 1, max(last - 9, -1), -1):
            string = self.strings[number]
            if any(part.contains(span) for part in string.parts):
                return number
        return None
