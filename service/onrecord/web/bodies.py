"""Bodies of requests, read no further than they may go."""

from __future__ import annotations

from contextlib import suppress

from flask import Request
from gunicorn.http.errors import ParseException

from onrecord.problems import Kind, Problem
from onrecord.web.errors import ProblemError

LONGEST_DISCARD = 33_554_432
"""Bytes of a body too large that are thrown away as they come, so that a client which is still
sending gets to read the answer instead of a connection reset."""

_CHUNK = 65_536
_CHARSETS = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})


def read(request: Request, limit: int) -> bytes:
    """The body.

    Args:
        request: one of an application whose `MAX_CONTENT_LENGTH` is beyond the limit.
        limit: most bytes that it may have.

    Raises:
        ProblemError: where it is larger, not all there, or coded in a way that is not read.
    """
    coding = request.headers.get("Content-Encoding", "identity").strip().lower()
    if coding != "identity":
        raise ProblemError(Problem(Kind.MEDIA_TYPE, "Content-Encoding is not supported"))
    if request.mimetype_params.get("charset", "utf-8").lower() not in _CHARSETS:
        raise ProblemError(Problem(Kind.MEDIA_TYPE, "charset is not supported; supported: utf-8"))
    declared = request.content_length
    is_larger = declared is not None and declared > limit
    body = b"" if is_larger else _data(request)
    if is_larger or len(body) > limit:
        _discard(request)
        raise ProblemError(Problem(Kind.TOO_LARGE, f"the body is larger than {limit:,} bytes"))
    if declared is not None and len(body) < declared:
        raise ProblemError(Problem(Kind.BAD_REQUEST, "the body is shorter than announced"))
    return body


def _data(request: Request) -> bytes:
    try:
        return request.get_data(cache=False)
    except ParseException:
        detail = "the chunks of the body cannot be read"
        raise ProblemError(Problem(Kind.BAD_REQUEST, detail)) from None


def _discard(request: Request) -> None:
    """Let the client finish sending, without keeping what it sends."""
    if (request.content_length or 0) > LONGEST_DISCARD:
        return
    stream, left = request.environ["wsgi.input"], LONGEST_DISCARD
    with suppress(OSError, ParseException):
        while left > 0 and (chunk := stream.read(_CHUNK)):
            left -= len(chunk)
