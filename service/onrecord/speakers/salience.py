"""Who has just been spoken of: what pronouns and short descriptions reach back to."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from onrecord.speakers.figures import Figure
from onrecord.speakers.sites import Place
from onrecord.types import SpeakerKind

REACH = 24
"""Mentions of its sort that a pronoun can reach back over."""

STILL = 60
"""Tokens within which a surname alone is of the namesake who spoke last: a paragraph or two."""

NEAR = 250
"""Tokens within which a namesake is still present to the reader."""


class Event(NamedTuple):
    """A figure mentioned at a place."""

    figure: Figure
    place: Place


class Sort(StrEnum):
    """What pronouns tell apart."""

    PERSON = "person"
    THING = "thing"
    SEVERAL = "several"

    @classmethod
    def of(cls, figure: Figure) -> Sort:
        """The sort of a figure."""
        if figure.plural:
            return cls.SEVERAL
        return cls.PERSON if figure.person else cls.THING


class Salience:
    """The mentions so far, the last first."""

    def __init__(self) -> None:
        self._events = {sort: deque[Event](maxlen=REACH) for sort in Sort}
        self._last: dict[Figure, int] = {}
        self._paragraph: dict[Figure, int] = {}
        self._spoke: tuple[int, set[Figure]] = (-1, set())
        self.speaking: Figure | None = None
        """Who was last the source of a statement outside quotations."""

    def note(self, figure: Figure, place: Place) -> None:
        """Remember a mention."""
        self._last[figure] = place.token
        self._paragraph[figure] = place.paragraph
        if not place.modifier:
            self._events[Sort.of(figure)].append(Event(figure, place))
            if figure.person and figure.kind is SpeakerKind.ORGANIZATION:
                # *The regulator* is *he*, *she* or *it*.
                self._events[Sort.THING].append(Event(figure, place))
        if place.source and place.quotation is None and not place.reported:
            self.speaking = figure
            if self._spoke[0] != place.paragraph:
                self._spoke = (place.paragraph, set())
            self._spoke[1].add(figure)

    def recent(self, sort: Sort) -> Iterator[Event]:
        """What of a sort can still be reached, the last mention first."""
        return reversed(self._events[sort])

    def spoke_in(self, figure: Figure, paragraph: int) -> bool:
        """Whether a figure has been a source in a paragraph, the one last read that has any."""
        return self._spoke[0] == paragraph and figure in self._spoke[1]

    def spoke_before(self, paragraph: int) -> Figure | None:
        """The only source of the paragraph before, where it is the last one that has any."""
        last, spoke = self._spoke
        return self.speaking if last == paragraph - 1 and len(spoke) == 1 else None

    def still_speaking(self, token: int) -> Figure | None:
        """Who was last the source of a statement, where that was shortly before a token."""
        speaking = self.speaking
        near = speaking is not None and token - self._last.get(speaking, -STILL) < STILL
        return speaking if near else None

    def near(self, figures: Sequence[Figure], token: int) -> list[Figure]:
        """Those of several figures that were mentioned shortly before a token."""
        return [f for f in figures if token - self._last.get(f, -NEAR) < NEAR]

    def nearest(self, figures: Sequence[Figure]) -> Figure:
        """The one of several figures that was mentioned last; the first if none was."""
        return max(figures, key=lambda figure: self._last.get(figure, -1))

    def is_in(self, figure: Figure, paragraph: int) -> bool:
        """Whether a figure was last mentioned in a paragraph, be it only beside a noun."""
        return self._paragraph.get(figure) == paragraph

    def mentioned(self, figure: Figure) -> bool:
        """Whether a figure has been mentioned yet."""
        return figure in self._last
