"""Whose words stand in quotation marks, so far as the statements tell."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.speakers.places import Layout
from onrecord.types import TextSpan


class Voices:
    """The sources that utter the quoted words of one article."""

    def __init__(self, uttered: Mapping[TextSpan, TextSpan], layout: Layout) -> None:
        self._uttered = uttered
        self._by_string: dict[int, TextSpan] = {}
        for quoted in sorted(uttered, key=len):
            number = layout.quotation(quoted)
            if number is not None:
                self._by_string[number] = uttered[quoted]

    def of(self, number: int | None) -> TextSpan | None:
        """The source that utters most of the outermost quoted string at a position."""
        return None if number is None else self._by_string.get(number)

    def around(self, span: TextSpan) -> TextSpan | None:
        """The source that utters the longest words around a stretch."""
        around = [quoted for quoted in self._uttered if quoted.contains(span)]
        return self._uttered[max(around, key=len)] if around else None
