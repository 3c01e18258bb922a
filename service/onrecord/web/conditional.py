"""Answers that the caller has already: entity tags and `If-None-Match` (RFC 9110)."""

from __future__ import annotations

import hashlib

from flask import request

from onrecord.version import __version__


def tag(*parts: str | bytes) -> str:
    """The entity tag of what is made of these parts by this version; weak, since it stands for
    every compression of it and for every `elapsed_ms`."""
    digest = hashlib.blake2b(__version__.encode(), digest_size=16)
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(raw) + raw)
    return f'W/"{digest.hexdigest()}"'


def conditional(etag: str) -> bool:
    """Whether the caller says that it has what the tag stands for.

    `POST /quotes` changes nothing on the server, so that it is answered as a GET would be.
    """
    value = etag.removeprefix('W/"').removesuffix('"')
    sent = request.if_none_match
    return bool(sent) and sent.contains_weak(value) and not sent.star_tag
