"""A quoted string in the making."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.quotations.costs import Lead
from onrecord.quotations.readings import Mark
from onrecord.types import TextSpan


@dataclass(slots=True)
class Draft:
    """A quoted string while its paragraphs are gathered."""

    opening: Mark
    start: int
    end: int
    parts: list[TextSpan]
    closed: bool
    runs_on: bool


def reopens(mark: Mark, running: Draft) -> bool:
    """Whether a mark goes on at the start of a paragraph with what the one before left open."""
    return mark.lead is Lead.START and mark.glyph is running.opening.glyph
