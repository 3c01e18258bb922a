"""Clauses that a tag reports besides the one with the quoted words."""

from __future__ import annotations

import re

from onrecord.attribution.scene import Scene
from onrecord.types import Report, TextSpan

_BESIDES = re.compile(r"[\s\"”’'»,;]*(?:and|but)\s+(?:also\s+)?that\s+")
_LINK_AT_END = re.compile(r",?\s{1,40}(?:and|but)\s{1,40}that\s{1,40}\Z")


def further_clause(scene: Scene, clause: TextSpan, report: Report) -> TextSpan | None:
    """*…, and that he would stay*: the clause that the same tag reports besides, if any."""
    text = scene.document.text
    for piece in report.content:
        found = _BESIDES.match(text, clause.end, piece.end) if clause.end < piece.end else None
        if found is not None and found.end() < piece.end and clause.start < piece.end:
            return TextSpan(found.end(), piece.end)
    return None


def earlier_clause(scene: Scene, clause: TextSpan, report: Report) -> TextSpan | None:
    """*that it rained and that it was “dead”*: the clause before the one with the string."""
    for piece in report.content:
        if piece.start < clause.start < piece.end:
            before = scene.document.text[piece.start : clause.start]
            link = _LINK_AT_END.search(before)
            if link is not None and link.start() > 0:
                return TextSpan(piece.start, piece.start + link.start())
    return None
