"""How much work the marks of a text may cost: no more than its length warrants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.quotations.glyphs import count
from onrecord.quotations.pairing import NARROW, WIDTH
from onrecord.types import TextSpan

FREE = 4_000
"""Marks that are read in full in any text: news of 200,000 characters has about as many."""

_SPARSE = 32
"""A paragraph with more than one mark in so many characters is a thicket once many were read."""

_SHARE = 50
"""Characters of the text for each further mark in thickets."""


@dataclass(slots=True)
class Effort:
    """Counts the marks read so far and says how closely to look at the next ones."""

    allowed: int
    spent: int = 0

    @classmethod
    def for_length(cls, length: int) -> Effort:
        """The effort for a text of so many characters."""
        return cls(FREE + length // _SHARE)

    def spend(self, marks: int, length: int) -> int:
        """The number of readings to keep for the next paragraph; 0 where it is not worth reading.

        Args:
            marks: characters of the paragraph that could be marks.
            length: of the paragraph.
        """
        thicket = _SPARSE * marks > length
        if not marks or (thicket and self.spent + marks > self.allowed):
            return 0
        self.spent += marks
        return WIDTH if self.spent <= FREE else NARROW


def widths(text: str, paragraphs: Sequence[TextSpan]) -> Iterator[tuple[int, int]]:
    """For each paragraph, how many marks it may hold and how many readings of them to keep."""
    effort = Effort.for_length(len(text))
    for paragraph in paragraphs:
        marks = count(text, paragraph.start, paragraph.end)
        yield marks, effort.spend(marks, len(paragraph))


def left_alone(text: str, paragraphs: Sequence[TextSpan]) -> int:
    """The number of paragraphs whose marks are not looked at, for being too many."""
    return sum(marks > 0 and not width for marks, width in widths(text, paragraphs))
