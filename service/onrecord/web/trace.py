"""Every request leaves an id with the caller, one line in the log, and its count; never the
article."""

from __future__ import annotations

import re
import time
import uuid

import structlog
from flask import Flask, Response, g, request

from onrecord.web import metrics

HEADER = "X-Request-ID"

GUARDS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
}
"""What every answer tells a browser: take it for what it says it is, frame it nowhere, run nothing
in it, tell nobody where it was. Pages of ours set a policy of their own; who may read answers from
pages of others is a setting (CORS)."""

_SANE = re.compile(r"[A-Za-z0-9._~:@-]{1,128}")
_PARENT = re.compile(r"(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(?:-.*)?")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
_LONGEST_PATH = 200

_log = structlog.get_logger("onrecord.access")


def register(app: Flask) -> None:
    """Trace every request of `app`."""
    app.before_request(_begin)
    app.after_request(_end)
    app.teardown_request(_leave)


def count_words(words: int) -> None:
    """Note how many words the article of the current request had."""
    g.words = words


class Batch:
    """Counts the lines of a batch as they are answered, and logs it when the last one is, or when
    the client has gone."""

    def __init__(self) -> None:
        self._lines = self._errors = self._words = 0
        self._first: float | None = None

    def count(self, words: int | None) -> None:
        """Count one line: the words of its article, or None where it was refused."""
        if self._first is None:
            self._first = time.perf_counter() - g.started
            metrics.FIRST_LINE.observe(self._first)
        metrics.LINES.labels("refused" if words is None else "answered").inc()
        self._lines += 1
        self._errors += words is None
        self._words += words or 0

    def log(self) -> None:
        """Leave one line in the log."""
        _log.info(
            "batch",
            request_id=g.request_id,
            lines=self._lines,
            errors=self._errors,
            words=self._words,
            first_ms=None if self._first is None else round(self._first * 1000, 1),
            ms=round((time.perf_counter() - g.started) * 1000, 1),
        )


def _begin() -> None:
    g.started = time.perf_counter()
    sent = request.headers.get(HEADER, "")
    g.request_id = sent if _SANE.fullmatch(sent) else uuid.uuid4().hex
    g.trace_id = _trace(request.headers.get("traceparent", ""))
    metrics.IN_FLIGHT.inc()
    g.counted = True


def _trace(parent: str) -> str | None:
    """The id of the trace that a request belongs to (W3C Trace Context), or None."""
    found = _PARENT.fullmatch(parent)
    if found is None or not found.group(1).strip("0") or not found.group(2).strip("0"):
        return None
    return found.group(1)


def _end(response: Response) -> Response:
    response.headers[HEADER] = g.request_id
    for name, value in GUARDS.items():
        response.headers.setdefault(name, value)
    seconds = time.perf_counter() - g.started
    path = request.url_rule.rule if request.url_rule else "none"
    method = request.method if request.method in _METHODS else "other"
    metrics.REQUESTS.labels(method, path, response.status_code).inc()
    if not response.is_streamed:  # of a batch, `onrecord_batch_first_line_seconds` tells
        metrics.LATENCY.labels(path).observe(seconds)
    traced = {} if g.trace_id is None else {"trace_id": g.trace_id}
    _log.info(
        "request",
        request_id=g.request_id,
        **traced,
        method=request.method,
        path=request.path[:_LONGEST_PATH],
        status=response.status_code,
        ms=round(seconds * 1000, 1),
        words=g.get("words"),
    )
    return response


def _leave(_: BaseException | None) -> None:
    if g.pop("counted", False):
        metrics.IN_FLIGHT.dec()
