"""Where a sentence proper begins: behind the place and agency, or the time, before it."""

from __future__ import annotations

import re

from onrecord.document.tree import Sentence
from onrecord.tagging.scope import Scope

_LONGEST = 90
_DATELINE = re.compile(
    r"(?:\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?|[A-Z][A-Z.'’-]{2,40}[^\n—–]{0,70}?)\s*(?:—|–|--|\s-)\s+"
)


def body_start(scope: Scope, sentence: Sentence) -> int:
    """Offset of the first word of the sentence behind *VALBORG, May 3 (Wire) —* or *18:05 —*.

    The form is that of news agencies: capitals first, a dash last, at the head of a paragraph.
    """
    start = scope.document.tokens[sentence.first].start
    if scope.document.paragraphs[sentence.paragraph].start != start:
        return start
    found = _DATELINE.match(scope.document.text, start, start + _LONGEST)
    return found.end() if found else start
