"""Bodies of requests, read no further than they may go."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Request
from gunicorn.http.body import ChunkedReader
from gunicorn.http.errors import ParseException

from onrecord.problems import Kind, Problem
from onrecord.web.errors import ProblemError
from onrecord.web.inflation import CODINGS, pieces
from onrecord.web.patience import ENVIRON, Impatient

LONGEST_DISCARD = 33_554_432
"""Bytes of a body too large that are thrown away as they come, so that a client which is still
sending gets to read the answer instead of a connection reset."""

_CHUNK = 65_536
_CHARSETS = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})


def read(request: Request, limit: int) -> bytes:
    """The body, inflated.

    Args:
        request: one of an application whose `MAX_CONTENT_LENGTH` is beyond the limit.
        limit: most bytes that it may have, as sent and inflated.

    Raises:
        ProblemError: where it is larger, not all there, or coded in a way that is not read.
    """
    parts, length = [], 0
    declared = request.content_length
    if declared is not None and declared > limit:
        check_coding(request)
        raise _too_large(request, limit)
    for piece in stream(request):
        length += len(piece)
        if length > limit:
            raise _too_large(request, limit)
        parts.append(piece)
    return b"".join(parts)


def stream(request: Request) -> Iterator[bytes]:
    """The body as it comes, inflated, a small piece at a time.

    Raises:
        ProblemError: where it is not all there, or coded in a way that is not read.
    """
    coding = check_coding(request)
    counted = _Counted(request)
    try:
        yield from pieces(counted, coding)
    except (OSError, ParseException) as error:  # the client stopped sending; a broken chunk
        _lose(request)
        broken = _ENDLESS if isinstance(error, OSError) else _BROKEN
        detail = _SHORT if counted.is_short() else broken
        raise ProblemError(Problem(Kind.BAD_REQUEST, detail)) from None
    except ProblemError:
        if counted.is_short():
            raise ProblemError(Problem(Kind.BAD_REQUEST, _SHORT)) from None
        raise
    if counted.is_short():
        raise ProblemError(Problem(Kind.BAD_REQUEST, _SHORT))


_SHORT = "the body is shorter than announced"
_BROKEN = "the chunks of the body cannot be read"
_ENDLESS = "the body did not come to its end in time; nothing is missing of what came before"


class _Counted:
    """The body as sent, counted."""

    def __init__(self, request: Request) -> None:
        self._stream = request.environ["wsgi.input"]
        self._declared = request.content_length
        self._taken = 0

    def read(self, size: int = -1, /) -> bytes:
        """As a stream reads, but never beyond the announced end."""
        if self._declared is not None:
            left = self._declared - self._taken
            size = left if size < 0 else min(size, left)
        chunks = getattr(self._stream, "reader", None)
        if isinstance(chunks, ChunkedReader):
            return _next(chunks)
        raw: bytes = self._stream.read(size) if size else b""
        self._taken += len(raw)
        return raw

    def is_short(self) -> bool:
        """Whether less came than was announced."""
        return self._declared is not None and self._taken < self._declared


def _next(chunks: ChunkedReader) -> bytes:
    """What has come of a chunked body, at most one chunk; none at its end.

    `ChunkedReader.read` waits until as much has come as was asked for, so that a line would wait
    for the next one.
    """
    return next((bytes(piece) for piece in chunks.parser or () if piece), b"")


def check_coding(request: Request) -> str:
    """The content coding of a body.

    Raises:
        ProblemError: where that, or its charset, is not read.
    """
    coding = request.headers.get("Content-Encoding", "identity").strip().lower() or "identity"
    coding = {"x-gzip": "gzip"}.get(coding, coding)
    if coding not in {"identity", *CODINGS}:
        detail = f"Content-Encoding is not supported; supported: {', '.join(CODINGS)}"
        raise ProblemError(Problem(Kind.MEDIA_TYPE, detail))
    if request.mimetype_params.get("charset", "utf-8").lower() not in _CHARSETS:
        raise ProblemError(Problem(Kind.MEDIA_TYPE, "charset is not supported; supported: utf-8"))
    return coding


def _too_large(request: Request, limit: int) -> ProblemError:
    """The problem, once the client has finished sending; what it sends is not kept."""
    stream, left = request.environ["wsgi.input"], LONGEST_DISCARD
    if (request.content_length or 0) <= LONGEST_DISCARD:
        try:
            while left > 0 and (chunk := stream.read(_CHUNK)):
                left -= len(chunk)
        except (OSError, ParseException):
            _lose(request)
    return ProblemError(Problem(Kind.TOO_LARGE, f"the body is larger than {limit:,} bytes"))


def _lose(request: Request) -> None:
    """The connection is closed behind the answer: where the body ends, cannot be told."""
    connection = request.environ.get(ENVIRON)
    if isinstance(connection, Impatient):
        connection.lost = True
