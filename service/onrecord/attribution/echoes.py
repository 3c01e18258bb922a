"""Words of a headline that come again below it: the body tells whose they are.

Headlines quote what the article quotes, and name the speaker by a role or not at all (*“We shut
it ourselves”: plant chief speaks out*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.attribution.features import is_label_of
from onrecord.attribution.scene import Scene
from onrecord.attribution.ties import is_untied, ties
from onrecord.types import Construction, QuotedString

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_FEWEST = 3
"""Words below which the same words may be said twice, unless they are all of the string below."""
_FEW = 4
"""Words up to which a string is little more than the one word that comes again."""
_MOST_STRINGS = 60
_ARTICLES = frozenset({"a", "an", "the"})


def echo(scene: Scene, number: int) -> int | None:
    """The string of the body that says the words of a headline again, if no verb is their tag.

    Args:
        scene: the article.
        number: position of the string.

    Returns:
        The position of the first string that begins with these words or holds them, or None.
    """
    string = scene.strings[number]
    if not _in_headline(scene, string) or _has_verb(scene, string):
        return None
    words = _words(scene, string)
    for other in _below(scene, number):
        below = _words(scene, scene.strings[other])
        if scene.strings[other].depth == 0 and _holds(below, words):
            if len(words) >= _FEWEST or below == words:
                return other
    return None


def again(scene: Scene, number: int) -> str | None:
    """How the quoted words of a headline come again below it, in a few words.

    Returns:
        None for a string of the body.
    """
    string = scene.strings[number]
    if not _in_headline(scene, string):
        return None
    words = _words(scene, string)
    found = [o for o in _below(scene, number) if words and _holds(_said(scene, o), words)]
    tied = [o for o in found if not is_untied(ties(scene, o))]
    if tied:
        alone = len(words) > 1 or any(len(_said(scene, o)) <= _FEW for o in tied)
        return "again in quoted words" if alone else "again among quoted words"
    if found:
        return "again in quoted words without a tie"
    plain = re.compile(r"\W+".join(map(re.escape, words)), re.IGNORECASE)
    told = words and plain.search(scene.document.text, scene.document.paragraphs[1].start)
    return "again in plain words" if told else "not again"


def _said(scene: Scene, number: int) -> list[str]:
    return _words(scene, scene.strings[number])


def _in_headline(scene: Scene, string: QuotedString) -> bool:
    """Whether an outermost string stands in the first of several paragraphs."""
    several = len(scene.document.paragraphs) > 1
    return several and not string.depth and scene.paragraph(string.outer.start) == 0


def _below(scene: Scene, number: int) -> Iterator[int]:
    """The strings of the body, a bounded number."""
    for other in range(number + 1, min(len(scene.strings), number + 1 + _MOST_STRINGS)):
        if scene.paragraph(scene.strings[other].outer.start):
            yield other


def _words(scene: Scene, string: QuotedString) -> list[str]:
    """Words of a string in lower case, an article at its start left out."""
    text = scene.document.text
    said = [w.replace("’", "'") for p in string.parts for w in _WORD.findall(p.of(text).lower())]
    return said[1:] if said[:1] and said[0] in _ARTICLES else said


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
