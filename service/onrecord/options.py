"""What of an answer a caller wants, and how it is to be given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.document.offsets import OffsetUnit
from onrecord.types import QuotationType


class Section(StrEnum):
    """What an answer can hold, beside `id`, `language` and `meta`."""

    QUOTES = "quotes"
    ATTRIBUTIONS = "attributions"
    SPEAKERS = "speakers"
    RELATIONS = "relations"
    EXPLANATIONS = "explanations"


class OffsetsIn(StrEnum):
    """What offsets point into where an article came as HTML."""

    SOURCE = "source"
    TEXT = "text"


DEFAULT_SECTIONS = frozenset({Section.QUOTES, Section.ATTRIBUTIONS, Section.SPEAKERS})


@dataclass(frozen=True, slots=True)
class Options:
    """How an answer is to be given.

    Attributes:
        include: the sections wanted.
        types: the types of quotation wanted; attributions and relations are of no type.
        min_confidence: quotations, attributions and relations below it are left out (0 to 1).
        offset_unit: what `start` and `end` count.
        offsets_in: for HTML, whether they point into its source or into the text that it shows.
    """

    include: frozenset[Section] = DEFAULT_SECTIONS
    types: frozenset[QuotationType] = frozenset(QuotationType)
    min_confidence: float = 0.0
    offset_unit: OffsetUnit = OffsetUnit.CODEPOINT
    offsets_in: OffsetsIn = OffsetsIn.SOURCE

    @property
    def explain(self) -> bool:
        """Whether the pipeline is to tell why."""
        return Section.EXPLANATIONS in self.include
