"""What each reading of a mark costs, before one looks at the other marks.

The costs are set by hand, in steps that keep one order: a usual reading costs nothing, an unusual
one 1 to 2, a slip of the writer 3 to 6. Only their sums over a paragraph matter.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from onrecord.quotations.glyphs import Family, Shape

NEVER = 50.0
"""A cost above any sum of the others."""


class Costs(NamedTuple):
    """What it costs to read a mark as opening, as closing, or as no quotation mark."""

    opens: float
    closes: float
    ignored: float


class Flank(IntEnum):
    """What stands on the two sides of a mark."""

    LEFT = 0
    """Before a word: *said "We*."""
    RIGHT = 1
    """Behind a word: *went," he*."""
    FLOATING = 2
    """Between spaces."""
    INNER = 3
    """No space on either side: *said,"We*."""
    EITHER = 4
    """Between a dash or bracket and a stop."""


class Lead(IntEnum):
    """Where an opening mark stands in its paragraph."""

    START = 0
    INTRODUCED = 1
    """Behind a colon, a comma or a dash."""
    SENTENCE = 2
    """Where a sentence starts."""
    INSIDE = 3


READINGS: dict[tuple[Family, Shape, bool], tuple[Costs, ...]] = {
    (Family.DOUBLE, Shape.EITHER, False): (
        Costs(0, 6, 5), Costs(6, 0, 5), Costs(1, 1, 4), Costs(1.5, 1.5, 4), Costs(1, 1, 4),
    ),
    (Family.PTB, Shape.EITHER, False): (
        Costs(0, 6, 5), Costs(6, 0, 5), Costs(1, 1, 4), Costs(1.5, 1.5, 3), Costs(1, 1, 4),
    ),
    (Family.DOUBLE, Shape.OPEN, False): (
        Costs(0, 5, 6), Costs(4, 2.5, 6), Costs(0.5, 3, 5), Costs(0.7, 4, 5), Costs(0.3, 4, 5),
    ),
    (Family.DOUBLE, Shape.CLOSE, False): (
        Costs(1.5, 4, 5), Costs(6, 0, 6), Costs(4, 0.5, 5), Costs(4, 0.7, 5), Costs(4, 0.3, 5),
    ),
    (Family.PTB, Shape.OPEN, False): (Costs(0, NEVER, 5),) * 5,
    (Family.LOW, Shape.OPEN, False): (
        Costs(0, NEVER, 4), *(Costs(1, NEVER, 4),) * 4,
    ),
    (Family.LOW, Shape.OPEN, True): (
        Costs(0, NEVER, 2), *(Costs(NEVER, NEVER, 0.5),) * 4,
    ),
    (Family.GUILLEMET, Shape.OPEN, False): (
        Costs(0, 4, 5), Costs(4, 0.5, 5), Costs(0.3, 4, 5), Costs(0.3, 3, 5), Costs(0.3, 3, 5),
    ),
    (Family.GUILLEMET, Shape.CLOSE, False): (
        Costs(0.5, 4, 5), Costs(4, 0, 5), Costs(4, 0.3, 5), Costs(3, 0.3, 5), Costs(3, 0.3, 5),
    ),
    (Family.CJK, Shape.OPEN, False): (Costs(0, NEVER, 4),) * 5,
    (Family.CJK, Shape.CLOSE, False): (Costs(NEVER, 0, 4),) * 5,
    (Family.SINGLE, Shape.EITHER, True): (
        Costs(0.5, 5, 3), Costs(NEVER, 0, 5), Costs(2, 1.5, 1.5), Costs(1.5, 1, 2), Costs(1, 1, 2),
    ),
    (Family.SINGLE, Shape.OPEN, True): (
        Costs(0, 5, 4), Costs(NEVER, 2.5, 3), Costs(1, 2, 3), Costs(0.7, 5, 3), Costs(0.5, 4, 3),
    ),
    (Family.SINGLE, Shape.CLOSE, True): (
        Costs(4, 4, 2), Costs(NEVER, 0, 5), Costs(5, 1.5, 1.5), Costs(5, 0.7, 3), Costs(5, 0.7, 3),
    ),
}  # fmt: skip
"""By family, shape and whether the glyph is single, then by flank."""

UNCLOSED = {
    (False, Shape.OPEN): (2.5, 3.0, 3.2, 4.5),
    (False, Shape.EITHER): (3.0, 3.5, 4.0, 5.5),
    (False, Shape.CLOSE): (4.0, 4.5, 5.0, 6.0),
    (True, Shape.OPEN): (3.0, 3.5, 5.0, 7.0),
    (True, Shape.EITHER): (2.4, 5.0, 8.0, 9.0),
    (True, Shape.CLOSE): (9.0, 9.0, 9.0, 9.0),
}
"""By whether the glyph is single and by its shape, then by lead: a missing closing mark."""

REOPENED = 1.0
"""The cost of a missing end where the next paragraph starts with the same mark."""
