"""Clauses that a tag reports besides the one with the quoted words."""

from __future__ import annotations

import re

from onrecord.attribution.extent import has_finite
from onrecord.attribution.scene import Scene, core
from onrecord.types import QuotedString, Report, TextSpan

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


def clause_before_colon(scene: Scene, string: QuotedString, report: Report) -> TextSpan | None:
    """*He cast her, Ruiz says: “She was good.”*: what the tag reports before the colon.

    So it does in *Ruiz says he cast her on a train: “She was good.”* Before the tag, the trained
    tagger tells it from words of the article.
    """
    text, tag = scene.document.text, core(report)
    seen = scene.tagged[report.tagged].content if report.tagged is not None else ()
    behind = [p for p in report.content if p.start >= tag.end]
    ahead = [p for p in seen if report.reach.contains(p) and p.end <= tag.start]
    for piece, end in (*((p, p.end) for p in behind), *((p, tag.end) for p in ahead)):
        colon = end <= string.outer.start and text[end : string.outer.start].strip() == ":"
        if colon and has_finite(scene, piece):
            return piece
    return None
