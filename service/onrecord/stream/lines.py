"""JSON lines: bytes in, the members of one article, or what is wrong with it, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from onrecord.errors import InvalidInput
from onrecord.problems import Kind, Problem, of
from onrecord.stream.reading import Unreadable
from onrecord.strict_json import decode, parse


class Line(NamedTuple):
    """One line of a file.

    Attributes:
        raw: its bytes, cut where it is longer than a line may be.
        whole: whether that is all of it.
    """

    raw: bytes
    whole: bool = True


def read_lines(file: BinaryIO, limit: int) -> Iterator[Line]:
    """The lines that hold something, one at a time, never more than `limit` bytes of one."""
    while line := read_line(file, limit):
        if line.raw.strip():
            yield line


def read_line(file: BinaryIO, limit: int) -> Line | None:
    """The next line, cut to `limit` bytes and one; None at the end."""
    raw = file.readline(limit + 1)
    whole = len(raw) <= limit or raw.endswith(b"\n")
    end = raw
    while not whole and end and not end.endswith(b"\n"):
        end = file.readline(limit)
    return Line(raw, whole) if raw else None


def members(line: Line) -> object:
    """The JSON value that a line is, or an `Unreadable`."""
    if not line.whole:
        detail = f"the line is over {len(line.raw) - 1:,} bytes"
        return Unreadable(Problem(Kind.TOO_LARGE, detail))
    try:
        return parse(decode(line.raw))
    except InvalidInput as error:
        return Unreadable(of(error))
