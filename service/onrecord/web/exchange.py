"""What every answer gets on its way out: cross-origin fields, compression, notice of ends."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from http import HTTPStatus
from types import MappingProxyType
from typing import cast

import zstandard
from flask import Flask, Response, request
from flask.typing import ResponseReturnValue

from onrecord.settings import Settings
from onrecord.web.lists import is_short
from onrecord.web.trace import HEADER

SMALLEST = 1_024
"""Bytes of an answer below which compression is not worth its time."""

_LEVELS = {"zstd": 3, "gzip": 5}
_EXPOSED = f"{HEADER}, ETag, RateLimit, RateLimit-Policy, Retry-After, Deprecation, Sunset, Link"
_ASKED = (
    "Accept, Authorization, Content-Encoding, Content-Type, If-None-Match, X-API-Key, "
    f"{HEADER}, traceparent"
)
_PREFLIGHT_SECONDS = "600"


@dataclass(frozen=True, slots=True)
class Ending:
    """What is told of an operation that will go: since when it is deprecated (RFC 9745), when it
    will answer no more (RFC 8594), and where that is explained."""

    deprecated: datetime
    sunset: datetime | None = None
    explained: str | None = None

    def headers(self) -> Mapping[str, str]:
        """The header fields that tell it."""
        told = {"Deprecation": f"@{int(self.deprecated.timestamp())}"}
        if self.sunset is not None:
            told["Sunset"] = format_datetime(self.sunset, usegmt=True)
        if self.explained is not None:
            told["Link"] = f'<{self.explained}>; rel="deprecation"; type="text/html"'
        return told


ENDINGS: Mapping[str, Ending] = MappingProxyType({})
"""By name of the endpoint (`onrecord.quotes`); nothing is deprecated in this version."""


def register(app: Flask, settings: Settings, endings: Mapping[str, Ending] = ENDINGS) -> None:
    """Do all this for every answer of `app`."""
    origins = frozenset(o.strip() for o in settings.cors_origins.split(",") if o.strip())

    def preflight() -> ResponseReturnValue | None:
        wanted = "Access-Control-Request-Method" in request.headers
        return Response(status=204) if request.method == "OPTIONS" and wanted and origins else None

    def leave(response: Response) -> Response:
        _share(response, origins)
        ending = endings.get(request.endpoint or "")
        if ending is not None:
            response.headers.update(ending.headers())
        return _compress(response)

    app.before_request(preflight)
    app.after_request(leave)


def _share(response: Response, origins: frozenset[str]) -> None:
    """Let pages of the origins that are set read the answer; keys go in header fields, not in
    cookies, so that credentials are never allowed."""
    if not origins:
        return
    origin = request.headers.get("Origin")
    if "*" not in origins:
        response.vary.add("Origin")
    if origin is None or not {"*", origin} & origins:
        return
    response.headers["Access-Control-Allow-Origin"] = "*" if "*" in origins else origin
    response.headers["Access-Control-Expose-Headers"] = _EXPOSED
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, POST, OPTIONS"
        response.headers["Access-Control-Allow-Headers"] = _ASKED
        response.headers["Access-Control-Max-Age"] = _PREFLIGHT_SECONDS


def _compress(response: Response) -> Response:
    if response.status_code == HTTPStatus.NO_CONTENT:
        return response
    response.vary.add("Accept-Encoding")
    if response.status_code == HTTPStatus.NOT_MODIFIED:
        return response
    if not is_short(request, "Accept-Encoding"):
        return response
    accepted = request.accept_encodings
    chosen = max(_LEVELS, key=lambda name: accepted[name])  # the first of those liked best
    if not accepted.provided or accepted[chosen] <= 0:
        return response
    if response.is_streamed:
        pieces = cast("Generator[bytes]", response.response)
        response.call_on_close(pieces.close)
        response.response = _squeezed(pieces, chosen)
    elif len(body := response.get_data()) >= SMALLEST:
        response.set_data(_packed(body, chosen))
    else:
        return response
    response.headers["Content-Encoding"] = chosen
    return response


def _packed(body: bytes, coding: str) -> bytes:
    level = _LEVELS[coding]
    if coding == "gzip":
        return gzip.compress(body, level, mtime=0)
    return zstandard.ZstdCompressor(level=level).compress(body)


def _squeezed(pieces: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """The pieces, compressed as one body of which each can be read as soon as it is there."""
    level = _LEVELS[coding]
    if coding == "gzip":
        deflated = zlib.compressobj(level, wbits=31)
        for piece in pieces:
            yield deflated.compress(piece) + deflated.flush(zlib.Z_SYNC_FLUSH)
        yield deflated.flush()
        return
    packed = zstandard.ZstdCompressor(level=level).compressobj()
    for piece in pieces:
        yield packed.compress(piece) + packed.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
    yield packed.flush()
