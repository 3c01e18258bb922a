"""The lines of a batch: bytes in, one answer or one problem out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from onrecord.errors import InvalidInput
from onrecord.problems import Fault, Kind, Problem, invalid, of, pointer, shown
from onrecord.rendering import LONGEST_ID, article_id
from onrecord.strict_json import decode, parse
from onrecord.types import Article

TEXTS = ("title", "byline", "published_at", "language")
"""Fields of a line that may stand beside `id` and `text`; others are left alone."""


class Line(NamedTuple):
    """One line of a batch.

    Attributes:
        raw: its bytes, cut where it is longer than a line may be.
        whole: whether that is all of it.
    """

    raw: bytes
    whole: bool = True


class Item(NamedTuple):
    """What a line says: its id, and an article or what is wrong with it."""

    identity: str | int | None
    asked: Article | Problem


def read_lines(file: BinaryIO, limit: int) -> Iterator[Line]:
    """The lines that hold something, one at a time, never more than `limit` bytes of one."""
    while raw := file.readline(limit + 1):
        whole = len(raw) <= limit or raw.endswith(b"\n")
        end = raw
        while not whole and end and not end.endswith(b"\n"):
            end = file.readline(limit)
        if raw.strip():
            yield Line(raw, whole)


def understand(line: Line) -> Item:
    """What a line says."""
    if not line.whole:
        return Item(None, Problem(Kind.TOO_LARGE, f"the line is over {len(line.raw) - 1:,} bytes"))
    try:
        members = parse(decode(line.raw))
    except InvalidInput as error:
        return Item(None, of(error))
    if not isinstance(members, dict):
        return Item(None, invalid([Fault("", "the line is no JSON object")]))
    identity = _identity(members)
    faults = list(_faults(members))
    if faults:
        return Item(identity, invalid(faults))
    given = {name: members[name] for name in TEXTS if members.get(name) is not None}
    return Item(identity, Article(members["text"], **given))


def _identity(members: dict[str, Any]) -> str | int | None:
    given, text = members.get("id"), members.get("text")
    if isinstance(given, str):
        return shown(given, LONGEST_ID)
    if isinstance(given, int) and not isinstance(given, bool):
        return given
    return article_id(text) if given is None and isinstance(text, str) else None


def _faults(members: dict[str, Any]) -> Iterator[Fault]:
    identity = members.get("id")
    if identity is not None and not isinstance(identity, str):
        yield Fault(pointer("id"), "is no string")
    elif identity is not None and not 1 <= len(identity) <= LONGEST_ID:
        yield Fault(pointer("id"), f"is not 1 to {LONGEST_ID} characters long")
    if "text" not in members:
        yield Fault(pointer("text"), "is missing")
    elif not isinstance(members["text"], str):
        yield Fault(pointer("text"), "is no string")
    for name in TEXTS:
        if not isinstance(members.get(name), str | None):
            yield Fault(pointer(name), "is no string")
