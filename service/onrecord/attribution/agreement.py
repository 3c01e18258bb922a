"""What the trained tagger says for and against a candidate, in features that a person can read.

Where no tagger was asked there are none.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.attribution.scene import Scene
from onrecord.types import Report, TextSpan

PREFIX = "tagger: "
"""With which the names of these features start: their weights are fitted by themselves."""


def report_agreement(scene: Scene, number: int, report: Report) -> dict[str, float]:
    """Features of "the report is the tag of the string"."""
    if scene.tagged is None:
        return {}
    holder = scene.holders[number]
    if holder is None:
        return _named("no relation holds the string, tag")
    relation = scene.tagged[holder]
    return _named(*_of_report(report, holder, relation.source))


def follow_agreement(scene: Scene, number: int, previous: int) -> dict[str, float]:
    """Features of "the string goes on with, or has the speaker of, the string before it"."""
    if scene.tagged is None:
        return {}
    holder, before = scene.holders[number], scene.holders[previous]
    if holder is None:
        return _named("no relation holds the string, follows")
    relation = scene.tagged[holder]
    if holder == before:
        return _named("one relation holds both strings")
    if relation.source is None:
        return _named("the relation has no source, follows")
    if before is not None and _overlap(relation.source, scene.tagged[before].source):
        return _named("both relations have the source")
    return _named("the relation has another source, follows")


def none_agreement(scene: Scene, number: int) -> dict[str, float]:
    """Features of "the string is nobody's speech"."""
    if scene.tagged is None or scene.holders[number] is not None:
        return {}
    return _named("no relation holds the string")


def _of_report(report: Report, holder: int, source: TextSpan | None) -> Iterator[str]:
    if report.tagged == holder:
        yield "the relation has this cue"
    if source is None:
        yield "the relation has no source, tag"
    elif _overlap(source, report.source):
        yield "the relation has this source"
    else:
        yield "the relation has another source"


def _named(*names: str) -> dict[str, float]:
    return dict.fromkeys((PREFIX + name for name in names), 1.0)


def _overlap(one: TextSpan | None, other: TextSpan | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)
