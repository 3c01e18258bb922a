"""Where the paragraphs of a text are: its lines, or its blocks where lines are broken by width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.types import TextSpan

_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""The line ends of Unicode (UAX 14, classes BK, CR, LF, NL) and those of `str.splitlines`."""

_LINE = re.compile(rf"[^{_LINE_ENDS}]+")
_LINE_END = re.compile(rf"\r\n|[{_LINE_ENDS}]")
_ENDS_SENTENCE = re.compile(r"[.!?:…]['\"”’»)\]]{0,3}\Z")
_ITEM = re.compile(r"[•*·▪►◦‣●○■>–—-]+\s|\(?\d{1,2}[.)]\s|[A-Z]:\s")
_FIRST_WORD = re.compile(r"\S+")

NARROWEST, WIDEST = 50, 100
"""Widths in characters between which a text may have been broken by hand or by a mailer."""

FEWEST = 3
"""Line breaks inside blocks from which on one can tell that they are due to width."""

_FULL_SHARE = 0.75
"""Share of the lines inside blocks on which the next word would not have fitted."""

_BROKEN_SHARE = 0.5
"""Share of the breaks inside blocks that fall in mid-sentence."""

_SLACK = 10
"""Characters by which a line may fall short of the width, where a hand broke it."""


class _Break(NamedTuple):
    """What stands between two lines: how many line ends, and how far the second is indented."""

    ends: int
    indent: int


def split(text: str) -> tuple[TextSpan, ...]:
    """The paragraphs of a text, edges trimmed of white space, in order.

    Every line that holds something is a paragraph, but for a text whose lines are broken by
    width, which shows over the whole of it: there a block between empty lines is one, and an
    indented line, an item of a list or what follows a short line starts a new one.
    """
    lines = tuple(_lines(text))
    width = _widest(lines)
    if not NARROWEST <= width <= WIDEST:
        return lines
    breaks = [_between(text, line, after) for line, after in pairwise(lines)]
    if not _is_wrapped(text, lines, breaks, width):
        return lines
    return tuple(_blocks(text, lines, breaks, width))


def _lines(text: str) -> Iterator[TextSpan]:
    for found in _LINE.finditer(text):
        line = found.group()
        held = line.strip()
        if held:
            start = found.start() + len(line) - len(line.lstrip())
            yield TextSpan(start, start + len(held))


def _widest(lines: Sequence[TextSpan]) -> int:
    """The length that all lines but one in 20 keep within."""
    lengths = sorted(map(len, lines))
    return lengths[-1 - len(lengths) // 20] if lengths else 0


def _between(text: str, line: TextSpan, after: TextSpan) -> _Break:
    pieces = _LINE_END.split(text[line.end : after.start])
    return _Break(len(pieces) - 1, len(pieces[-1]))


def _is_wrapped(text: str, lines: Sequence[TextSpan], breaks: Sequence[_Break], width: int) -> bool:
    """Whether the lines of a text are broken by width.

    Of the lines with another one right behind them that is no item of a list, most have no room
    for its first word, and half or more end in mid-sentence.
    """
    inner = [
        (line, after)
        for (line, after), between in zip(pairwise(lines), breaks, strict=True)
        if between.ends == 1 and not _ITEM.match(text, after.start)
    ]
    if len(inner) < FEWEST:
        return False
    full = sum(_is_full(text, line, after, width) for line, after in inner)
    broken = sum(_in_sentence(text, line, after) for line, after in inner)
    return full >= _FULL_SHARE * len(inner) and broken >= _BROKEN_SHARE * len(inner)


def _blocks(
    text: str, lines: Sequence[TextSpan], breaks: Sequence[_Break], width: int
) -> Iterator[TextSpan]:
    """The paragraphs of a text that is broken by width."""
    usual = sorted(between.indent for between in breaks)[len(breaks) // 2]
    start = lines[0].start
    for (line, after), between in zip(pairwise(lines), breaks, strict=True):
        apart = between.ends != 1 or between.indent > usual + 1
        if apart or _ITEM.match(text, after.start) or not _is_full(text, line, after, width):
            yield TextSpan(start, line.end)
            start = after.start
    yield TextSpan(start, lines[-1].end)


def _is_full(text: str, line: TextSpan, after: TextSpan, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    word = _FIRST_WORD.match(text, after.start, min(after.end, after.start + width))
    longer = len(line) + 1 + (word.end() - after.start if word else 0)
    return longer > width - _SLACK


def _in_sentence(text: str, line: TextSpan, after: TextSpan) -> bool:
    """Whether the break between two lines falls in mid-sentence, by what stands on both sides.

    A capital does not tell: it may start a name, or the next item of a list without stops.
    """
    if _ENDS_SENTENCE.search(text, max(line.start, line.end - 5), line.end):
        return False
    return text[after.start].islower()
