"""Compressed bodies, inflated piece by piece and no further than a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

import zstandard

from onrecord.problems import Kind, Problem
from onrecord.web.errors import ProblemError

CODINGS = ("gzip", "zstd")

_PIECE = 65_536
_LARGEST_WINDOW = 8 * 1024 * 1024
"""Bytes that a zstd frame may make us keep: what RFC 8878 asks every reader to support."""


class Readable(Protocol):
    """A stream of bytes."""

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes; none at the end."""


def pieces(stream: Readable, coding: str) -> Iterator[bytes]:
    """The plain bytes of a stream, a small piece at a time.

    Args:
        coding: one of `CODINGS`, or `identity`.

    Raises:
        ProblemError: where the stream is not coded so, or ends before its end.
    """
    if coding == "identity":
        while piece := stream.read(_PIECE):
            yield piece
        return
    try:
        yield from _gzip(stream) if coding == "gzip" else _zstd(stream)
    except (zlib.error, zstandard.ZstdError, EOFError):
        raise ProblemError(Problem(Kind.BAD_REQUEST, f"the body is not {coding}")) from None


def _gzip(stream: Readable) -> Iterator[bytes]:
    """Members one after another, as RFC 1952 has it."""
    reader, at_start = zlib.decompressobj(wbits=31), True
    while raw := stream.read(_PIECE):
        while raw:
            if reader.eof:
                reader = zlib.decompressobj(wbits=31)
            yield reader.decompress(raw, _PIECE)
            raw = reader.unconsumed_tail or reader.unused_data
        at_start = False
    while not reader.eof and (rest := reader.decompress(b"", _PIECE)):
        yield rest
    if at_start or not reader.eof:
        raise EOFError


def _zstd(stream: Readable) -> Iterator[bytes]:
    reader = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
    is_whole = False
    with reader.stream_reader(stream, read_across_frames=True, read_size=_PIECE) as plain:  # type: ignore[arg-type]
        while piece := plain.read(_PIECE):
            is_whole = True
            yield piece
    if not is_whole:
        raise EOFError
