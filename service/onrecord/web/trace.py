"""Every request leaves an id with the caller and one line in the log; never the article."""

from __future__ import annotations

import re
import time
import uuid

import structlog
from flask import Flask, Response, g, request

HEADER = "X-Request-ID"

_SANE = re.compile(r"[A-Za-z0-9._~:@-]{1,128}")
_LONGEST_PATH = 200

_log = structlog.get_logger("onrecord.access")


def register(app: Flask) -> None:
    """Trace every request of `app`."""
    app.before_request(_begin)
    app.after_request(_end)


def count_words(words: int) -> None:
    """Note how many words the article of the current request had."""
    g.words = words


def _begin() -> None:
    g.started = time.perf_counter()
    sent = request.headers.get(HEADER, "")
    g.request_id = sent if _SANE.fullmatch(sent) else uuid.uuid4().hex


def _end(response: Response) -> Response:
    response.headers[HEADER] = g.request_id
    response.headers["X-Content-Type-Options"] = "nosniff"
    _log.info(
        "request",
        request_id=g.request_id,
        method=request.method,
        path=request.path[:_LONGEST_PATH],
        status=response.status_code,
        ms=round((time.perf_counter() - g.started) * 1000, 1),
        words=g.get("words"),
    )
    return response
