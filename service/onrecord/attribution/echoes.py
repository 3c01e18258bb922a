"""Words of a headline that come again below it: the body tells whose they are.

Headlines quote what the article quotes, and name the speaker by a role or not at all (*“We shut
it ourselves”: plant chief speaks out*).
"""

from __future__ import annotations

import re

from onrecord.attribution.features import is_label_of
from onrecord.attribution.scene import Scene
from onrecord.types import Construction, QuotedString

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_FEWEST = 3
"""Words below which the same words may be said twice."""
_FEWEST_OPENING = 2
"""Words that are said again where a string of the body opens with them."""
_MOST_STRINGS = 60


def echo(scene: Scene, number: int) -> int | None:
    """The string of the body that says the words of a headline again, if no verb is their tag.

    Args:
        scene: the article.
        number: position of the string.

    Returns:
        The position of the first string that begins with these words or holds them, or None.
    """
    string = scene.strings[number]
    if scene.paragraph(string.outer.start) or len(scene.document.paragraphs) < 2 or string.depth:
        return None
    words = _words(scene, string)
    opens = len(words) < _FEWEST
    if len(words) < _FEWEST_OPENING or (_has_verb(scene, string) and not _is_slogan(scene, string)):
        return None
    for other in range(number + 1, min(len(scene.strings), number + 1 + _MOST_STRINGS)):
        below = scene.strings[other]
        if below.depth or not scene.paragraph(below.outer.start):
            continue
        said = _words(scene, below)
        if said[: len(words)] == words or (not opens and _holds(said, words)):
            return other
    return None


def _is_slogan(scene: Scene, string: QuotedString) -> bool:
    """*“We shut it ourselves”: villagers fight …*: what comes after the mark tells the story."""
    return scene.document.text[string.outer.end :].lstrip(" ").startswith((":", "–", "—", "- "))


def _words(scene: Scene, string: QuotedString) -> list[str]:
    text = scene.document.text
    return [w.replace("’", "'") for p in string.parts for w in _WORD.findall(p.of(text).lower())]


def _holds(longer: list[str], shorter: list[str]) -> bool:
    starts = range(len(longer) - len(shorter) + 1)
    return any(longer[at : at + len(shorter)] == shorter for at in starts)


def _has_verb(scene: Scene, string: QuotedString) -> bool:
    """Whether a report other than a label can be the tag."""
    return any(
        report.reach.overlaps(string.outer)
        and report.source is not None
        and report.construction is not Construction.LABEL
        and not is_label_of(report, string)
        and scene.voices[position] is None
        for position, report in scene.reports_near(string)
    )
