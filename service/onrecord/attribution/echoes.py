"""Words of a headline that come again below it: the body tells whose they are.

Headlines quote what the article quotes, and name the speaker by a role or not at all (*“We shut
it ourselves”: plant chief speaks out*).
"""

from __future__ import annotations

import re

from onrecord.attribution.features import is_label_of
from onrecord.attribution.scene import Scene, anchor
from onrecord.types import Construction, QuotedString, Report

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_FEWEST = 3
"""Words below which the same words may be said twice."""
_FEWEST_OPENING = 2
"""Words that are said again where a string of the body opens with them."""
_MOST_STRINGS = 60


def echo(scene: Scene, number: int) -> int | None:
    """The string of the body that says the words of a headline again, if no tag stands by them.

    Args:
        scene: the article.
        number: position of the string.

    Returns:
        The position of the first string that opens with these words or holds them, or None.
    """
    if not _in_headline(scene, number):
        return None
    string = scene.strings[number]
    tagged = _is_tagged(scene, string) and not _is_slogan(scene, string)
    return None if tagged else said_again(scene, number)


def said_again(scene: Scene, number: int) -> int | None:
    """The same, whatever stands by the words: *Minister: “Go upstairs”*, *Rival vows ‘clean town’*.

    The tag of a headline names a role or a surname; the body tells who that is.
    """
    words = _words(scene, scene.strings[number])
    if not _in_headline(scene, number) or len(words) < _FEWEST_OPENING:
        return None
    for other in range(number + 1, min(len(scene.strings), number + 1 + _MOST_STRINGS)):
        below = scene.strings[other]
        if below.depth or not scene.paragraph(below.outer.start):
            continue
        said = _words(scene, below)
        if said[: len(words)] == words or (len(words) >= _FEWEST and _holds(said, words)):
            return other
    return None


def _in_headline(scene: Scene, number: int) -> bool:
    string = scene.strings[number]
    several = len(scene.document.paragraphs) > 1
    return several and not string.depth and not scene.paragraph(string.outer.start)


def _is_slogan(scene: Scene, string: QuotedString) -> bool:
    """*“We shut it ourselves”: villagers fight …*: what comes after the mark tells the story."""
    return scene.document.text[string.outer.end :].lstrip(" ").startswith((":", "–", "—", "- "))


def _words(scene: Scene, string: QuotedString) -> list[str]:
    text = scene.document.text
    return [w.replace("’", "'") for p in string.parts for w in _WORD.findall(p.of(text).lower())]


def _holds(longer: list[str], shorter: list[str]) -> bool:
    starts = range(len(longer) - len(shorter) + 1)
    return any(longer[at : at + len(shorter)] == shorter for at in starts)


def _is_tagged(scene: Scene, string: QuotedString) -> bool:
    """Whether a report can be the tag: one with a verb, or a label before the words."""
    return any(
        report.reach.overlaps(string.outer)
        and report.source is not None
        and scene.voices[position] is None
        and not _is_behind(report, string)
        for position, report in scene.reports_near(string)
    )


def _is_behind(report: Report, string: QuotedString) -> bool:
    """Whether a report is a label that stands behind the words."""
    label = report.construction is Construction.LABEL or is_label_of(report, string)
    return label and anchor(report).start >= string.outer.end
