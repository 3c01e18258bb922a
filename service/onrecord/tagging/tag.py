"""The tagging stage: every report in the article, by the parse and the cue lexicon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.document.tree import Document
from onrecord.lexicon import cues
from onrecord.tagging import scope as scopes
from onrecord.tagging.fuse import fuse
from onrecord.tagging.labels import label_reports
from onrecord.tagging.phrasal import according_reports, nominal_reports
from onrecord.tagging.verbs import verbal_reports
from onrecord.types import QuotedString, Report, TaggedRelation


def tag(
    document: Document,
    strings: Sequence[QuotedString],
    tagged: Sequence[TaggedRelation] = (),
) -> tuple[Report, ...]:
    """All reports of speech and thought, in order of position.

    Args:
        document: the parsed article.
        strings: its quoted strings, as `quotations.find` gives them: a report inside a string
            belongs to the one who utters the string.
        tagged: relations of the trained tagger.

    Returns:
        The reports; each knows the nearest one whose content holds its cue (`outer`).
    """
    scope = scopes.lay(document, strings)
    lexicon = cues.load()
    found = [
        *verbal_reports(scope, lexicon),
        *according_reports(scope, lexicon),
        *nominal_reports(scope, lexicon),
        *label_reports(scope),
    ]
    ordered = sorted(found, key=_position)
    return _nested(sorted(fuse(document, ordered, tagged), key=_position))


def _position(report: Report) -> tuple[int, int]:
    anchor = report.cue or report.source or report.reach
    return anchor.start, anchor.end


def _nested(reports: list[Report]) -> tuple[Report, ...]:
    """Give each report the narrowest one of the same sentence whose content holds its cue."""
    made: list[Report] = []
    for number, report in enumerate(reports):
        near = range(max(0, number - 12), min(len(reports), number + 13))
        holders = [i for i in near if i != number and _holds(reports[i], report)]
        outer = min(holders, key=lambda i: sum(map(len, reports[i].content)), default=None)
        made.append(replace(report, outer=outer))
    return tuple(made)


def _holds(outer: Report, inner: Report) -> bool:
    if inner.cue is None or not outer.reach.overlaps(inner.reach):
        return False
    cue = inner.cue
    return any(piece.contains(cue) for piece in outer.content)
