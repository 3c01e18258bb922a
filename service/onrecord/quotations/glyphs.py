"""The glyphs that news uses for quotation marks, and where they stand in a paragraph."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from enum import IntEnum, StrEnum
from typing import NamedTuple


class Family(StrEnum):
    """Glyphs that serve as opening mark alike; its value is the style of a quoted string."""

    DOUBLE = "double"
    SINGLE = "single"
    GUILLEMET = "guillemet"
    LOW = "low"
    CJK = "cjk"
    PTB = "ptb"
    DASH = "dash"
    TURN = "turn"
    BLOCK = "block"


class Shape(IntEnum):
    """What the form of a glyph says about the side of the quotation on which it stands."""

    EITHER = 0
    OPEN = 1
    CLOSE = 2


class Glyph(NamedTuple):
    """One way to write a quotation mark; single marks may be apostrophes."""

    written: str
    family: Family
    shape: Shape
    single: bool


class Place(NamedTuple):
    """Where a glyph stands.

    Attributes:
        start, end: of all that is written for it, backslash or entity included.
        glyph: which it is.
        run_start, run_end: of the marks that touch one another around it, itself included.
        before, after: the characters on both sides of that run, "" at the edges of the paragraph.
    """

    start: int
    end: int
    glyph: Glyph
    run_start: int
    run_end: int
    before: str
    after: str


_TABLE: tuple[tuple[Family, Shape, bool, str], ...] = (
    (Family.DOUBLE, Shape.EITHER, False, '" ＂ ″'),
    (Family.DOUBLE, Shape.OPEN, False, "“ ‟ ❝ 〝 ‘‘ \x93"),
    (Family.DOUBLE, Shape.CLOSE, False, "” ❞ 〞 ’’ \x94"),
    (Family.PTB, Shape.EITHER, False, "''"),
    (Family.PTB, Shape.OPEN, False, "``"),
    (Family.SINGLE, Shape.EITHER, True, "' ＇ ′ ´"),
    (Family.SINGLE, Shape.OPEN, True, "‘ ‛ ❛ ` \x91"),
    (Family.SINGLE, Shape.CLOSE, True, "’ ❜ \x92"),
    (Family.LOW, Shape.OPEN, False, "„ ,,"),
    (Family.LOW, Shape.OPEN, True, "‚"),
    (Family.GUILLEMET, Shape.OPEN, False, "« ‹"),
    (Family.GUILLEMET, Shape.CLOSE, False, "» ›"),
    (Family.CJK, Shape.OPEN, False, "「 『 ﹁ ﹃"),
    (Family.CJK, Shape.CLOSE, False, "」 』 ﹂ ﹄"),
)
GLYPHS = {
    written: Glyph(written, family, shape, single)
    for family, shape, single, all_written in _TABLE
    for written in all_written.split(" ")
}

_MOJIBAKE = {
    "œ": "“", "\x9c": "“", "\x9d": "”", "€": "”", "\x80": "”",
    "˜": "‘", "\x98": "‘", "™": "’", "\x99": "’",
}  # fmt: skip
"""UTF-8 read as Windows-1252 or Latin-1: the last character that is left, and what was meant."""

_LETTER = r"0-9A-Za-z\u00c0-\u02af\u0370-\u1fff"
"""Of scripts that set words apart by spaces, so that a mark between two is an apostrophe."""

_FIRST = r"\d<=&\\â,'’‘´`′“”\"„«»‹›「」『』＂″‟❝❞〝〞＇‛❛❜‚﹁﹃﹂﹄\x91-\x94"
"""Characters with which all begins that `_SCAN` is to find."""

_SCAN = re.compile(
    rf"(?=[{_FIRST}])(?:"
    r"(?P<none>"
    r"<[a-zA-Z/!][^<>]{0,400}>|(?<=\w)=\"[^\"<>\n]{0,200}\""  # left-over mark-up
    r"|\d['’′]\s?\d{1,2}(?:[.,]\d{1,2}|\s?[½¼¾])?\s?(?:[\"”″]|''|’’|′′)"  # feet and inches
    r"|\d\s?(?:ft|feet|foot)\.?\s?\d{1,2}[\"”″]"
    r"|\d[\"”″]\s?[x×]\s?\d+(?:\.\d+)?[\"”″]?"
    r"|(?<=\w[ \u00a0-])['’‘`]n['’](?=[ \u00a0-]\w)"  # rock 'n' roll
    r"|â€[“”]"  # a dash read in the wrong encoding
    r")"
    r"|(?P<escaped>\\{1,3}(?:[\"'“”‘’]|u20(?:1[89a-fA-F])|u00(?:22|27|[aA][bB]|[bB][bB])))"
    r"|(?P<entity>&(?:amp;)?(?:[a-zA-Z]{3,7}|#\d{2,5}|#[xX][0-9a-fA-F]{2,5});)"
    r"|(?P<mojibake>â[€\x80](?:[œ\x9c\x9d˜\x98™\x99]|(?=[\s.,;:!?)]|\Z)))"
    r"|(?P<straight>'{2,})|``|‘‘|’’(?!’)|(?<![\w,]),,(?=\w)"
    rf"|(?<![{_LETTER}])['’‘´`′]|['’‘´`′](?![{_LETTER}])"
    r"|[“”\"„«»‹›「」『』＂″‟❝❞〝〞＇‛❛❜‚﹁﹃﹂﹄\x91-\x94]"
    r")"
)

_IS_LETTER = re.compile(rf"[{_LETTER}]")

_ANY = re.compile(r"[“”\"‘’'«»‹›„‚「」『』`´′″‟❝❞〝〞＂＇‛❛❜﹁﹃﹂﹄\x91-\x94&\\â]|,,")

LONGEST_RUN = 8
"""Marks that touch one another: more than three deep, closing and opening, are no quotation."""


def places(text: str, start: int, end: int) -> list[Place]:
    """The marks of one paragraph, in order, without those that are apostrophes by their place.

    Left-overs of entities, of escapes and of a wrong encoding count as the glyph meant. Marks
    within left-over mark-up, feet and inches and runs of many marks are left out.
    """
    found: list[Place] = []
    run: list[tuple[int, int, Glyph]] = []
    for at, to, glyph in _glyphs(text, start, end):
        if run and run[-1][1] != at:
            found.extend(_placed(text, run, start, end))
            run = []
        run.append((at, to, glyph))
    found.extend(_placed(text, run, start, end))
    return found


def count(text: str, start: int, end: int) -> int:
    """How many characters of the paragraph could be marks, apostrophes included."""
    return len(_ANY.findall(text, start, end))


def _glyphs(text: str, start: int, end: int) -> Iterator[tuple[int, int, Glyph]]:
    for match in _SCAN.finditer(text, start, end):
        kind = match.lastgroup
        if kind == "none":
            continue
        at, to = match.span()
        if kind == "straight":
            yield from _straight(text, at, to)
            continue
        written = match.group() if kind is None else _meant(kind, match.group())
        glyph = GLYPHS.get(written)
        if glyph is None or (kind and glyph.single and _within_word(text, at, to)):
            continue
        yield at, to, glyph


def _straight(text: str, start: int, end: int) -> Iterator[tuple[int, int, Glyph]]:
    """Two single marks are a double one; of an odd number the one next to the word is single."""
    double, single = GLYPHS["''"], GLYPHS["'"]
    even = end - (end - start) % 2
    opens = not start or text[start - 1].isspace()
    if even < end and not opens:
        yield start, start + 1, single
        start += 1
        even += 1
    for at in range(start, even, 2):
        yield at, at + 2, double
    if even < end:
        yield even, end, single


def _meant(kind: str, written: str) -> str:
    """The glyph for which an entity, an escape or a sequence in the wrong encoding stands."""
    if kind == "mojibake":
        return _MOJIBAKE[written[-1]]
    if kind == "entity":
        return html.unescape("&" + written.removeprefix("&").removeprefix("amp;"))
    bare = written.lstrip("\\")
    return bare if len(bare) == 1 else chr(int(bare[1:], 16))


def _within_word(text: str, start: int, end: int) -> bool:
    before = start > 0 and _IS_LETTER.match(text[start - 1])
    return bool(before and end < len(text) and _IS_LETTER.match(text[end]))


def _placed(text: str, run: list[tuple[int, int, Glyph]], start: int, end: int) -> Iterator[Place]:
    if not run or len(run) > LONGEST_RUN:
        return
    first, last = run[0][0], run[-1][1]
    before = text[first - 1] if first > start else ""
    after = text[last] if last < end else ""
    for at, to, glyph in run:
        yield Place(at, to, glyph, first, last, before, after)
