"""Words of a headline or crosshead that come again in the body, which tells whose they are.

Headlines quote what the article quotes, and name the speaker by a role or not at all (*“We shut
it ourselves”: plant chief speaks out*).
"""

from __future__ import annotations

import re

from onrecord.attribution.features import is_label_of
from onrecord.attribution.headline import (
    around,
    below,
    holds,
    in_headline,
    is_crosshead,
    quoted_words,
    words_of,
)
from onrecord.attribution.scene import Scene, anchor
from onrecord.types import Construction, QuotedString, Report

AGAIN = "the article says the same words again below, and tells whose they are"
"""The rule, in words."""

_FEWEST = 3
"""Words below which the same words may be said twice."""
_TELLS = re.compile(r" *+(?:[:–—]|- )")
"""What parts quoted words from the story behind them."""
_LONGEST_LINE = 8
"""Words before the quoted ones in the line of a subheading."""
_FEWEST_OPENING = 2
"""Words that are said again where a string of the body opens with them."""


def echo(scene: Scene, number: int) -> int | None:
    """The string of the body that says the words of a headline again, if no tag stands by them.

    Args:
        scene: the article.
        number: position of the string.

    Returns:
        The position of the first string that opens with these words or holds them, or None.
    """
    string = scene.strings[number]
    again = said_again(scene, number) or _of_subheading(scene, number)
    if again is None or (_is_tagged(scene, string) and not _is_slogan(scene, string)):
        return None
    return again


def said_again(scene: Scene, number: int) -> int | None:
    """The same, whatever stands by the words: *Minister: “Go upstairs”*, *Rival vows ‘clean town’*.

    The tag of a headline names a role or a surname; the body tells who that is.
    """
    heads = in_headline(scene, number)
    if not heads and not is_crosshead(scene, number):
        return None
    words = quoted_words(scene, number)
    if len(words) < _FEWEST_OPENING:
        return None
    inside = None
    for other in (below if heads else around)(scene, number):
        said = quoted_words(scene, other)
        if said[: len(words)] == words:
            return other
        if inside is None and len(words) >= _FEWEST and holds(said, words):
            inside = other
    return inside


def _of_subheading(scene: Scene, number: int) -> int | None:
    """*8.05 pm — “We heard the tanks”* / *“We heard the tanks go off,” says Ada Quill*.

    The string that ends a short line of its own, and opens a longer one of the next paragraph.
    """
    string, behind = scene.strings[number], number + 1
    if string.depth or behind >= len(scene.strings) or in_headline(scene, number):
        return None
    here, there = (scene.paragraph(s.outer.start) for s in (string, scene.strings[behind]))
    line = scene.document.paragraphs[here]
    if there != here + 1 or string.outer.end != line.end:
        return None
    if len(words_of(scene.document.text[line.start : string.outer.start])) > _LONGEST_LINE:
        return None
    words, said = quoted_words(scene, number), quoted_words(scene, behind)
    longer = _FEWEST <= len(words) < len(said)
    return behind if longer and said[: len(words)] == words else None


def _is_slogan(scene: Scene, string: QuotedString) -> bool:
    """*“We shut it ourselves”: villagers fight …*: what comes after the mark tells the story."""
    return _TELLS.match(scene.document.text, string.outer.end) is not None


def _is_tagged(scene: Scene, string: QuotedString) -> bool:
    """Whether a report can be the tag: one with a verb, or a label before the words."""
    return any(
        report.reach.overlaps(string.outer)
        and (report.source is not None or (report.lemma == "tell" and report.content))
        and scene.voices[position] is None
        and not _is_behind(report, string)
        for position, report in scene.reports_near(string)
    )


def _is_behind(report: Report, string: QuotedString) -> bool:
    """Whether a report is a label that stands behind the words."""
    label = report.construction is Construction.LABEL or is_label_of(report, string)
    return label and anchor(report).start >= string.outer.end
