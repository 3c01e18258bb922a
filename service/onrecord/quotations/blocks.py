"""Block quotations without marks: *The mayor wrote:* and a paragraph in the words of the mayor.

Type sets them apart by an indent, of which plain text keeps nothing. So only what leaves little
doubt counts: the paragraph before ends with a reporting verb and a colon, and this one speaks of
*I* or *we*. Where a picture or a post was cut out behind the colon, the article itself goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.quotations.endings import reporting_forms
from onrecord.quotations.glyphs import Family, Glyph, Shape
from onrecord.types import TextSpan

BLOCK = Glyph("", Family.BLOCK, Shape.OPEN, False)

_WORDS = re.compile(r"[\w\[(…]")
_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|me)\b(?!\.)")
_LAST = re.compile(r"(\w{2,20}):\Z")
_TAIL = 24
"""Characters that hold the last word of a paragraph, its colon and white space."""
_LONGEST = 4_000


def blocks(text: str, paragraphs: Sequence[TextSpan]) -> Iterator[TextSpan]:
    """The paragraphs that are block quotations."""
    for before, paragraph in pairwise(paragraphs):
        if text[before.end - 1] == ":" and _is_spoken(text, before, paragraph):
            yield paragraph


def _is_spoken(text: str, before: TextSpan, paragraph: TextSpan) -> bool:
    last = _LAST.search(text, max(before.start, before.end - _TAIL), before.end)
    if last is None or last[1].lower() not in reporting_forms():
        return False
    opens = _WORDS.match(text, paragraph.start) and text[paragraph.end - 1] != ":"
    speaks = _PERSON.search(text, paragraph.start, paragraph.end)
    return bool(opens and speaks) and len(paragraph) <= _LONGEST
