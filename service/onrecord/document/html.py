"""HTML -> the text that a browser shows, and where in the source each character of it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from enum import IntEnum
from html import unescape

from onrecord.document.html_tags import (
    BLOCKS,
    BOUNDARIES,
    CELLS,
    ENDS,
    INSIDE,
    KEEPING,
    OF_TABLES,
    RAW,
    VOID,
    is_unseen,
)
from onrecord.document.html_tokens import SPACE, Stretch, Tag, references, tokens
from onrecord.types import TextSpan

DEEPEST = 256
"""Open elements that an end tag looks through; a limit keeps hostile nesting cheap."""

_QUOTING = frozenset({"q", "blockquote"})
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]{1,2000}", re.IGNORECASE)
"""What `cite` is given back for: a reader of the answer may make a link of it."""

_WORDS = re.compile(rf"[^{SPACE}]+(?: [^{SPACE}]+)*")
_PARAGRAPHS = frozenset({"p"})
_MARKS = {False: "“", True: "”"}


class Reading:
    """The text of an HTML source. It is made of pieces, each of which stands in the source.

    Attributes:
        source: the HTML, as it came.
        text: what a browser shows of it: white space is collapsed, blocks are parted by an empty
            line, `<br>` by a line break, cells by a tab; `<q>` has its quotation marks.
    """

    def __init__(
        self,
        source: str,
        pieces: list[tuple[str, int, int]],
        cited: Sequence[tuple[int, int, str]] = (),
    ) -> None:
        self.source = source
        self.text = "".join(piece for piece, _, _ in pieces)
        self._places = [(start, end) for _, start, end in pieces]
        self._starts: list[int] = []
        place = 0
        for piece, _, _ in pieces:
            self._starts.append(place)
            place += len(piece)
        self._cited = sorted(cited, key=lambda c: (c[0], -c[1]))
        self._outer = _outer(self._cited)

    def cite(self, span: TextSpan) -> str | None:
        """The address that the innermost `<q cite>` or `<blockquote cite>` around a span of the
        text names as its source, or None."""
        place = bisect_right(self._cited, span.start, key=lambda c: c[0]) - 1
        for _ in range(DEEPEST):
            if place < 0 or span.end <= self._cited[place][1]:
                break
            place = self._outer[place]
        return self._cited[place][2] if place >= 0 else None

    def at(self, span: TextSpan) -> TextSpan:
        """The stretch of the source in which a span of the text stands, markup included."""
        first, last = self._piece(span.start), self._piece(span.end - 1)
        start, end = self._places[first][0], self._places[last][1]
        if self._is_literal(first):
            start += span.start - self._starts[first]
        if self._is_literal(last):
            end = self._places[last][0] + span.end - self._starts[last]
        return TextSpan(start, end)

    def _piece(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _is_literal(self, piece: int) -> bool:
        """Whether the piece stands in the source character by character."""
        start, end = self._places[piece]
        begins = self._starts[piece]
        following = self._starts[piece + 1 : piece + 2]
        length = (following[0] if following else len(self.text)) - begins
        return self.text.startswith(self.source[start:end], begins) and length == end - start


def _outer(stretches: Sequence[tuple[int, int, str]]) -> list[int]:
    """For each of nested stretches, sorted, the position of the one around it, or -1."""
    outer: list[int] = []
    around: list[int] = []
    for place, (_, end, _) in enumerate(stretches):
        while around and stretches[around[-1]][1] < end:
            around.pop()
        outer.append(around[-1] if around else -1)
        around.append(place)
    return outer


def read(source: str) -> Reading:
    """The reading of an HTML source, a document or a fragment, in linear time."""
    reader = _Reader(source)
    for token in tokens(source):
        if isinstance(token, Stretch):
            reader.read(token)
        elif token.closing:
            reader.close(token)
        else:
            reader.open(token)
    reader.end()
    return Reading(source, reader.pieces, reader.cited)


class _Break(IntEnum):
    """What parts two words, the weaker first."""

    NONE = 0
    SPACE = 1
    CELL = 2
    LINE = 3
    BLOCK = 4


_SHOWN = {_Break.SPACE: " ", _Break.CELL: "\t", _Break.LINE: "\n", _Break.BLOCK: "\n\n"}


class _Reader:
    """Follows the tags: what is open, what is hidden, what parts the words."""

    def __init__(self, source: str) -> None:
        self.pieces: list[tuple[str, int, int]] = []
        self.cited: list[tuple[int, int, str]] = []
        self._source = source
        self._length = 0
        self._citing: dict[int, tuple[int, str]] = {}
        self._open: list[tuple[str, bool]] = []
        self._count: Counter[str] = Counter()
        self._unseen = 0
        self._break = _Break.NONE
        self._end = 0

    def open(self, tag: Tag) -> None:
        """A start tag."""
        self._end_implied(tag.name)
        if tag.name in VOID:
            self._part(_Break.BLOCK if tag.name == "hr" else self._of_void(tag.name))
            return
        unseen = is_unseen(tag.name, tag.attributes)
        self._part_at(tag.name)
        if unseen or self._unseen or tag.name in BLOCKS | CELLS | BOUNDARIES | RAW | {"q"}:
            self._cite(tag)
            self._open.append((tag.name, unseen))
            self._count[tag.name] += 1
            self._unseen += unseen
        if tag.name == "q":
            self._show(_MARKS[False], tag.start, tag.end)

    def close(self, tag: Tag) -> None:
        """An end tag; one that ends nothing is passed over."""
        if tag.name == "br":  # as the standard has it
            self._part(_Break.LINE)
        depth = self._depth(tag.name)
        if depth is not None:
            if tag.name == "q":
                self._show_mark(tag)
            self._pop(depth)
        self._part_at(tag.name)

    def end(self) -> None:
        """The end of the source, which ends all that is open."""
        self._pop(0)

    def _cite(self, tag: Tag) -> None:
        """Note where the text begins that a `cite` names the source of."""
        address = unescape(tag.attributes.get("cite", "")).strip() if tag.name in _QUOTING else ""
        if _ADDRESS.fullmatch(address):
            self._citing[len(self._open)] = (self._length, address)

    def read(self, stretch: Stretch) -> None:
        """Text, with its character references."""
        if self._unseen:
            return
        place = stretch.start
        is_raw = bool(self._open) and self._open[-1][0] in RAW
        for shown, start, end in () if is_raw else references(self._source, stretch):
            self._words(place, start)
            if shown in SPACE:
                self._white(start, end, shown)
            else:
                self._show(shown, start, end)
            place = end
        self._words(place, stretch.end)

    def _words(self, start: int, end: int) -> None:
        """Text without references: words parted by single spaces go in one piece."""
        place = start
        for found in _WORDS.finditer(self._source, start, end):
            self._white(place, found.start())
            self._show(found.group(), *found.span())
            place = found.end()
        self._white(place, end)

    def _white(self, start: int, end: int, shown: str | None = None) -> None:
        if start == end:
            return
        if any(self._count[name] for name in KEEPING):
            self._show(shown or self._source[start:end], start, end)
        else:
            self._part(_Break.SPACE)

    def _show(self, shown: str, start: int, end: int) -> None:
        if self._unseen:
            return
        if self.pieces and self._break:
            self.pieces.append((_SHOWN[self._break], self._end, start))
            self._length += len(_SHOWN[self._break])
        self._break = _Break.NONE
        self.pieces.append((shown, start, end))
        self._length += len(shown)
        self._end = end

    def _show_mark(self, tag: Tag) -> None:
        """A closing mark stands at the word before it, as a browser sets it."""
        self._show(_MARKS[True], tag.start, tag.end)

    def _part(self, parting: _Break) -> None:
        if not self._unseen:
            self._break = max(self._break, parting)

    def _part_at(self, name: str) -> None:
        if name in BLOCKS:
            self._part(_Break.BLOCK)
        elif name in CELLS:
            self._part(_Break.CELL)

    def _of_void(self, name: str) -> _Break:
        return _Break.LINE if name == "br" else _Break.NONE

    def _depth(self, name: str, beyond: frozenset[str] = frozenset()) -> int | None:
        """The position of the innermost open element of a name that an end tag reaches."""
        if not self._count[name]:
            return None
        lowest = max(0, len(self._open) - DEEPEST)
        for depth in range(len(self._open) - 1, lowest - 1, -1):
            is_open = self._open[depth][0]
            if is_open == name:
                return depth
            if is_open in beyond or (is_open in BOUNDARIES and name not in OF_TABLES):
                return None
        return None

    def _end_implied(self, name: str) -> None:
        """End what the start tag of an element ends without saying so."""
        ended = ENDS.get(name, frozenset()) | (_PARAGRAPHS if name in BLOCKS else frozenset())
        for other in ended:
            beyond = INSIDE.get(name, frozenset()) | ({"table"} if other in OF_TABLES else set())
            depth = self._depth(other, beyond)
            if depth is not None:
                self._pop(depth)
                self._part_at(other)

    def _pop(self, depth: int) -> None:
        for place, (name, unseen) in enumerate(self._open[depth:], depth):
            self._count[name] -= 1
            self._unseen -= unseen
            start, address = self._citing.pop(place, (0, ""))
            if address:
                self.cited.append((start, self._length, address))
        del self._open[depth:]
