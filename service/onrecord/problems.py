"""What went wrong, as a caller reads it: problem details (RFC 9457), over HTTP or in a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from onrecord.errors import InvalidArticle, InvalidInput, NotJson, NotUtf8, OutOfTime

TYPE_PREFIX = "urn:onrecord:problem:"

MOST_FAULTS = 20
"""Faults that one problem lists; a body of nothing but faults is not answered by its like."""


class Kind(Enum):
    """The kinds of problem: name, title, HTTP status. Names never change their meaning."""

    BAD_REQUEST = ("bad-request", "The request cannot be understood", 400)
    NOT_JSON = ("not-json", "The body is not JSON", 400)
    NOT_UTF8 = ("not-utf8", "The body is not UTF-8", 400)
    UNAUTHORIZED = ("unauthorized", "A key is needed", 401)
    NOT_FOUND = ("not-found", "There is nothing at this path", 404)
    METHOD = ("method-not-allowed", "The path does not know this method", 405)
    NOT_ACCEPTABLE = ("not-acceptable", "The answer cannot be given in this form", 406)
    TOO_LARGE = ("too-large", "The body is too large", 413)
    URI_TOO_LONG = ("uri-too-long", "The path and the query are too long", 414)
    MEDIA_TYPE = ("unsupported-media-type", "The body is of a type that is not read", 415)
    INVALID = ("invalid-field", "A field has a value that cannot be used", 422)
    TOO_MANY = ("too-many-requests", "There were too many requests", 429)
    HEADERS = ("headers-too-large", "The header fields are too large", 431)
    OUT_OF_TIME = ("out-of-time", "The article took too long", 503)
    OUT_OF_MEMORY = ("out-of-memory", "The article needs too much memory", 503)
    INTERNAL = ("internal-error", "Something went wrong on our side", 500)
    OVERLOADED = ("overloaded", "Too many articles are waiting to be read", 503)

    def __init__(self, label: str, title: str, status: int) -> None:
        self.label = label
        self.title = title
        self.status = status


_KINDS: dict[type[InvalidInput], Kind] = {NotJson: Kind.NOT_JSON, NotUtf8: Kind.NOT_UTF8}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a request: where (a JSON pointer, RFC 6901) and what."""

    pointer: str
    detail: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem, ready to be told.

    Attributes:
        kind: which.
        detail: what happened this time, for a person; without anything internal.
        faults: the fields at fault, at most `MOST_FAULTS` of them.
    """

    kind: Kind
    detail: str
    faults: tuple[Fault, ...] = ()

    def body(self, instance: str | None = None) -> dict[str, Any]:
        """The members of `application/problem+json`.

        Args:
            instance: a URI reference of this occurrence.
        """
        members: dict[str, Any] = {
            "type": TYPE_PREFIX + self.kind.label,
            "title": self.kind.title,
            "status": self.kind.status,
            "detail": self.detail,
        }
        if instance is not None:
            members["instance"] = instance
        if self.faults:
            members["errors"] = [{"pointer": f.pointer, "detail": f.detail} for f in self.faults]
        return members


def invalid(faults: Iterable[Fault]) -> Problem:
    """The problem of fields at fault, told in one sentence and one by one."""
    found = tuple(faults)
    first = found[0]
    more = "" if len(found) == 1 else f" ({len(found) - 1:,} more)"
    where = f"{first.pointer[1:]} " if first.pointer else ""
    return Problem(Kind.INVALID, f"{where}{first.detail}{more}", found[:MOST_FAULTS])


def of(error: InvalidInput) -> Problem:
    """The problem that tells of input that cannot be read."""
    if isinstance(error, InvalidArticle):
        return invalid([Fault(pointer(error.field), error.detail)])
    return Problem(_KINDS.get(type(error), Kind.BAD_REQUEST), str(error))


def late(error: OutOfTime) -> Problem:
    """The problem of an article that took too long."""
    return Problem(Kind.OUT_OF_TIME, str(error))


def heavy() -> Problem:
    """The problem of an article that needs more memory than a process is given."""
    return Problem(Kind.OUT_OF_MEMORY, "the article needs more memory than a process is given")


def pointer(*steps: str | int) -> str:
    """The JSON pointer (RFC 6901) of a member; long names are cut, unpaired surrogates replaced."""
    return "".join("/" + shown(str(s)).replace("~", "~0").replace("/", "~1") for s in steps)


def shown(name: str, longest: int = 60) -> str:
    """A name out of a request, fit to be repeated in an answer."""
    clean = name.encode("utf-8", "replace").decode("utf-8")
    return clean if len(clean) <= longest else clean[:longest] + "…"
