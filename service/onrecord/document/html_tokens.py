"""HTML source -> tags and stretches of text, each with its place, in linear time.

Follows the tokenisation of the HTML standard (section 13.2.5), errors included: what is left open
at the end of the source is read as a browser reads it. No parser on PyPI tells where in the source
a character stands, or reads hostile markup in linear time as well; the tests hold this one to
lexbor's reading of the same source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from html.entities import html5

from onrecord.document.html_tags import RAW

SPACE = " \t\n\f\r"
"""What HTML takes for white space; a no-break space is none."""

_NAME = re.compile(rf"[A-Za-z][^{SPACE}/>]*")
_GAP = re.compile(rf"[{SPACE}/]*")
_ATTRIBUTE = re.compile(rf"(=?[^{SPACE}/>=]*)[{SPACE}]*")
_VALUE = re.compile(rf"=[{SPACE}]*(?:\"([^\"]*)\"?|'([^']*)'?|([^{SPACE}>]*))")
_COMMENT_END = re.compile(r"--!?>")
_RAW_END = {name: re.compile(rf"</{name}(?=[{SPACE}/>])", re.IGNORECASE) for name in RAW}
_REFERENCE = re.compile(r"&(?:#[xX]([0-9A-Fa-f]+);?|#([0-9]+);?|([A-Za-z][A-Za-z0-9]{0,31};?))")
_LAST_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag or an end tag at `start` to `end` of the source; its name in lower case."""

    name: str
    start: int
    end: int
    closing: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Source between tags, in which character references may stand."""

    start: int
    end: int


def tokens(source: str) -> Iterator[Tag | Stretch]:
    """The tags and stretches of text of a source, in order; comments are left out."""
    start = place = 0
    while (less := source.find("<", place)) >= 0:
        end, tag = _markup(source, less)
        if end is None:
            place = less + 1
            continue
        if start < less:
            yield Stretch(start, less)
        if tag is not None:
            yield tag
        start = place = end
        if tag is not None and not tag.closing and tag.name in RAW:
            found = _RAW_END[tag.name].search(source, end)
            start, place = end, found.start() if found else len(source)
    if start < len(source):
        yield Stretch(start, len(source))


def _markup(source: str, less: int) -> tuple[int | None, Tag | None]:
    """Where the markup at a `<` ends, and the tag that it is; no end where it is text."""
    if source.startswith("<!--", less):
        return _comment_end(source, less), None
    if source.startswith(("<!", "<?"), less):
        return _after(source, ">", less), None
    closing = source.startswith("</", less)
    found = _NAME.match(source, less + 1 + closing)
    if found is None:
        is_bogus = closing and less + 2 < len(source)
        return (_after(source, ">", less), None) if is_bogus else (None, None)
    attributes, end = _attributes(source, found.end())
    if end is None:  # the source ends inside the tag: a browser drops it
        return len(source), None
    name = found.group().lower()
    return end, Tag(name, less, end, closing, attributes)


def _comment_end(source: str, less: int) -> int:
    for short in ("<!-->", "<!--->"):
        if source.startswith(short, less):
            return less + len(short)
    found = _COMMENT_END.search(source, less + 4)
    return found.end() if found else len(source)


def _after(source: str, mark: str, place: int) -> int:
    found = source.find(mark, place)
    return len(source) if found < 0 else found + 1


def _attributes(source: str, place: int) -> tuple[dict[str, str], int | None]:
    """The attributes from a place on, and where the tag ends; None where it does not."""
    attributes: dict[str, str] = {}
    while True:
        place = _end_of(_GAP, source, place)
        if place >= len(source):
            return attributes, None
        if source[place] == ">":
            return attributes, place + 1
        found = _ATTRIBUTE.match(source, place)
        assert found is not None  # noqa: S101  # it matches everything, and more than nothing here
        name, place, value = found.group(1).lower(), found.end(), ""
        given = _VALUE.match(source, place)
        if given is not None:
            place = given.end()
            value = next((v for v in given.groups() if v is not None), "")
        attributes.setdefault(name, value)


def _end_of(pattern: re.Pattern[str], source: str, place: int) -> int:
    found = pattern.match(source, place)
    return found.end() if found else place


def references(source: str, stretch: Stretch) -> Iterator[tuple[str, int, int]]:
    """What each character reference in a stretch stands for, and its place."""
    for found in _REFERENCE.finditer(source, stretch.start, stretch.end):
        hexadecimal, decimal, name = found.groups()
        if name is None:
            character = _numbered(hexadecimal or decimal, 16 if hexadecimal else 10)
            yield character, found.start(), found.end()
            continue
        known = next((name[:n] for n in range(len(name), 1, -1) if name[:n] in html5), None)
        if known is not None:
            yield html5[known], found.start(), found.start() + 1 + len(known)


def _numbered(digits: str, base: int) -> str:
    digits = digits.lstrip("0") or "0"
    if len(digits) > _LAST_DIGITS:
        return "\ufffd"
    number = int(digits, base)
    return unescape(f"&#{number};") or chr(number)
