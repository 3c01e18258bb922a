"""Tags around another report: *She said it was shut, the writ states* ends before the tag."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.types import Construction, Report, TextSpan

_MOST = 8
"""Tags of one sentence that are looked at."""


def before_tags(reports: Sequence[Report]) -> Iterator[Report]:
    """The reports, what each says cut before the tag that reports it and closes its sentence.

    A tag counts where the tagger sees it, too.
    """
    reports = [*_whole(reports)]
    tags: dict[int, list[Report]] = {}
    for report in reports:
        if report.construction is Construction.TAG and report.tagged is not None:
            tags.setdefault(report.reach.start, []).append(report)
    for report in reports:
        near = tags.get(report.reach.start, [])[:_MOST]
        around = [tag for tag in near if tag is not report and _reports(tag, report)]
        yield _cut(report, around) if around else report


def _whole(reports: Sequence[Report]) -> Iterator[Report]:
    """The reports, a closing tag's with the words before its content that report the content.

    *Quill said she was lost, the log states*: the tagger may have the log state what she said only.
    So it may where her words close with a tag of their own.
    """
    openings: dict[int, Report] = {}
    tags: dict[int, Report] = {}
    for report in reports:
        if report.construction is Construction.CLAUSE and report.source and report.content:
            openings.setdefault(report.content[0].start, report)
        if report.construction is Construction.TAG and report.content:
            tags.setdefault(report.content[0].start, report)
    for report in reports:
        first = next(iter(report.content), None)
        inner = openings.get(first.start) if first else None
        if first and inner and inner.source and _closes(report, inner):
            start = min(inner.source.start, first.start)
            yield replace(report, content=(TextSpan(start, first.end), *report.content[1:]))
        else:
            yield _with_tag(report, tags.get(first.start) if first else None)


def _with_tag(report: Report, inner: Report | None) -> Report:
    """*The dam will go, officials said, the log states*: the log states that they said so."""
    if inner is None or inner.source is None or inner.cue is None or not _closes(report, inner):
        return report
    begin = min(inner.source.start, inner.cue.start)
    end = max(inner.source.end, inner.cue.end)
    last = report.content[-1]
    if report.source is None or report.cue is None or not last.end <= begin:
        return report
    if end > min(report.source.start, report.cue.start):
        return report
    return replace(report, content=(*report.content[:-1], TextSpan(last.start, end)))


def _closes(tag: Report, inner: Report) -> bool:
    """Whether a tag that the tagger sees stands behind all of a report of its sentence."""
    if tag.construction is not Construction.TAG or tag.tagged is None or tag.cue is None:
        return False
    if tag is inner or tag.reach.start != inner.reach.start:
        return False
    return inner.content[-1].end <= tag.cue.start


def _reports(tag: Report, report: Report) -> bool:
    """Whether a tag reports the other report, or what that one says."""
    if report.cue is None or not report.content:
        return False
    said = report.content[-1]
    return any(piece.contains(report.cue) or piece.overlaps(said) for piece in tag.content)


def _cut(report: Report, tags: Sequence[Report]) -> Report:
    """The report up to where the content of the first tag behind it ends."""
    pieces = list(report.content)
    for tag in tags:
        if tag.source is None or tag.cue is None:
            continue
        end, last = tag.content[-1].end, pieces[-1]
        first, closing = sorted((tag.source.start, tag.cue.start))
        if last.start < end <= first and closing < last.end:
            pieces[-1] = TextSpan(last.start, end)
    return replace(report, content=tuple(pieces))
