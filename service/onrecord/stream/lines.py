"""JSON lines: bytes in, the members of one article, or what is wrong with the line, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from onrecord.errors import InvalidInput
from onrecord.problems import Kind, Problem, of
from onrecord.rendering import Json
from onrecord.stream.answering import Answerer, refusal
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
    while raw := file.readline(limit + 1):
        whole = len(raw) <= limit or raw.endswith(b"\n")
        end = raw
        while not whole and end and not end.endswith(b"\n"):
            end = file.readline(limit)
        if raw.strip():
            yield Line(raw, whole)


def members(line: Line) -> object | Problem:
    """The JSON value that a line is."""
    if not line.whole:
        return Problem(Kind.TOO_LARGE, f"the line is over {len(line.raw) - 1:,} bytes")
    try:
        return parse(decode(line.raw))
    except InvalidInput as error:
        return of(error)


def answered(line: Line, answerer: Answerer) -> Json:
    """The answer to a line, whatever is wrong with it."""
    found = members(line)
    return refusal(None, found) if isinstance(found, Problem) else answerer.answer(found)
