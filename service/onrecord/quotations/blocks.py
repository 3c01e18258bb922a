"""Block quotations without marks: *The mayor wrote:* and a paragraph in the words of the mayor.

Type sets them apart by an indent, of which plain text keeps nothing. So only what leaves little
doubt counts: the paragraph before ends with a colon behind a reporting verb or what is issued, and
this one speaks of *I* or *we*, or *the following statement* was told. Where a picture or a post was
cut out behind the colon, the article itself goes on. Lines behind *>* are quoted whatever they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.lexicon import cues
from onrecord.quotations.endings import reporting_forms
from onrecord.quotations.glyphs import Family, Glyph, Shape
from onrecord.types import TextSpan

BLOCK = Glyph("", Family.BLOCK, Shape.OPEN, False)

_WORDS = re.compile(r"[\w\[(…]")
_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|me)\b(?!\.)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*|[.!?]\s")
_LINE = re.compile(r">{1,3}\s{0,4}(?=[\w\[(…])")
"""What a mailer puts before the lines that it quotes."""

_TAIL = 160
"""Characters that hold the last clause of a paragraph, its colon and white space."""
_LONGEST = 4_000
_MOST_LINES = 40

_ISSUES = frozenset({
    "issued", "released", "posted", "published", "sent", "shared", "read", "gave", "circulated",
    "issues", "releases", "posts", "publishes", "sends", "shares", "reads", "gives",
})  # fmt: skip
"""What one does with a statement."""


def blocks(text: str, paragraphs: Sequence[TextSpan]) -> Iterator[tuple[int, TextSpan]]:
    """The block quotations, a paragraph each, or lines behind *>*.

    Returns:
        The position of each paragraph, and its words.
    """
    until = 0
    for number in range(1, len(paragraphs)):
        before = paragraphs[number - 1]
        if number < until or text[before.end - 1] != ":":
            continue
        words = _last_clause(text, before)
        lines = list(_quoted_lines(text, paragraphs[number : number + _MOST_LINES]))
        if lines and _announces(words):
            until = number + len(lines)
            yield from enumerate(lines, number)
        elif not lines and _is_spoken(text, words, paragraphs[number]):
            yield number, paragraphs[number]


def _quoted_lines(text: str, paragraphs: Sequence[TextSpan]) -> Iterator[TextSpan]:
    """The words of the lines behind *>* with which the paragraphs start."""
    for paragraph in paragraphs:
        found = _LINE.match(text, paragraph.start, paragraph.end)
        if found is None:
            return
        yield TextSpan(found.end(), paragraph.end)


def _last_clause(text: str, paragraph: TextSpan) -> list[str]:
    """The last words of a paragraph back to a full stop, in lower case."""
    start = max(paragraph.start, paragraph.end - _TAIL)
    words: list[str] = []
    for found in _WORD.finditer(text, start, paragraph.end):
        word = found.group().lower()
        if word[0] in ".!?":
            words.clear()
        else:
            words.append(word)
    return words


def _announces(words: Sequence[str]) -> bool:
    """*wrote:*, *said in a statement:*, *issued the following statement on her page:*."""
    if not words:
        return False
    if words[-1] in reporting_forms():
        return True
    verb = next((n for n, w in enumerate(words) if w in reporting_forms() or w in _ISSUES), None)
    return verb is not None and any(word in cues.load().medium for word in words[verb + 1 :])


def _is_spoken(text: str, words: Sequence[str], paragraph: TextSpan) -> bool:
    if not _announces(words):
        return False
    opens = _WORDS.match(text, paragraph.start) and text[paragraph.end - 1] != ":"
    told = words[-1] not in reporting_forms() and "following" in words
    speaks = told or _PERSON.search(text, paragraph.start, paragraph.end)
    return bool(opens and speaks) and len(paragraph) <= _LONGEST
