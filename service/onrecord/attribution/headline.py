"""Quoted words of a headline or crosshead beside those of the body, for echoes and repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.attribution.scene import Scene
from onrecord.types import QuotedString

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_MOST_STRINGS = 60
"""Strings of the body that are looked at."""
_MOST_IN_CROSSHEAD = 8
"""Words of a line of its own that heads what stands below it."""
_NEAR_CROSSHEAD = 20
"""Strings on each side of such a line that are looked at."""
_CLOSED = (".", "!", "?", "…", ",")


def in_headline(scene: Scene, number: int) -> bool:
    """Whether an outermost string stands in the first of several paragraphs."""
    string = scene.strings[number]
    several = len(scene.document.paragraphs) > 1
    return several and not string.depth and not _in_body(scene, string)


def is_crosshead(scene: Scene, number: int) -> bool:
    """Whether a string is a line of its own between paragraphs, short and without a full stop.

    Editors break up long articles so, mostly with words that somebody says in them.
    """
    string, document = scene.strings[number], scene.document
    place = scene.paragraph(string.outer.start)
    if string.depth or len(string.parts) > 1 or not 0 < place < len(document.paragraphs) - 1:
        return False
    if string.outer != document.paragraphs[place] or string.outer == string.parts[0]:
        return False
    said = string.parts[0].of(document.text)
    if said.rstrip().endswith(_CLOSED):
        return False
    return said[:1].isupper() and len(words_of(said)) <= _MOST_IN_CROSSHEAD


def below(scene: Scene, number: int) -> Iterator[int]:
    """The strings of the body behind a string of the headline, a bounded number."""
    for other in range(number + 1, min(len(scene.strings), number + 1 + _MOST_STRINGS)):
        if _in_body(scene, scene.strings[other]):
            yield other


def around(scene: Scene, number: int) -> Iterator[int]:
    """The strings with the words of a crosshead in them, those behind it first, some each side."""
    said = scene.strings[number].parts[0].of(scene.document.text).lower()
    behind = range(number + 1, min(len(scene.strings), number + 1 + _NEAR_CROSSHEAD))
    before = range(number - 1, max(-1, number - 1 - _NEAR_CROSSHEAD), -1)
    for other in (*behind, *before):
        text = scene.strings[other].outer.of(scene.document.text)
        if said in text.lower() and _in_body(scene, scene.strings[other]):
            yield other


def quoted_words(scene: Scene, number: int) -> list[str]:
    """The words of a string, as `words_of` gives them."""
    parts = scene.strings[number].parts
    return [word for part in parts for word in words_of(part.of(scene.document.text))]


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, with straight apostrophes."""
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


def holds(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether some words stand in others, one after another."""
    starts = range(len(longer) - len(shorter) + 1)
    return any(longer[at : at + len(shorter)] == shorter for at in starts)


def _in_body(scene: Scene, string: QuotedString) -> bool:
    return scene.paragraph(string.outer.start) > 0
