"""Domain error, HTTP error or bug -> `application/problem+json` (RFC 9457)."""

from __future__ import annotations

import json
import traceback
from collections.abc import Mapping
from types import TracebackType
from urllib.parse import quote

import structlog
from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException

from onrecord.errors import InvalidInput, OutOfTime
from onrecord.problems import Kind, Problem, heavy, late, of

MEDIA_TYPE = "application/problem+json"

_KINDS = {kind.status: kind for kind in (Kind.NOT_FOUND, Kind.METHOD, Kind.TOO_LARGE)}
_REFUSALS = range(400, 500)
_LONGEST_PATH = 200

_log = structlog.get_logger("onrecord.web")


class ProblemError(Exception):
    """Ends a request with a problem."""

    def __init__(self, problem: Problem, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(problem.detail)
        self.problem = problem
        self.headers = headers or {}


def register(app: Flask) -> None:
    """Make every error of `app` a problem."""
    app.register_error_handler(ProblemError, _refused)
    app.register_error_handler(InvalidInput, lambda error: answer(of(error)))
    app.register_error_handler(OutOfTime, lambda error: answer(late(error)))
    app.register_error_handler(MemoryError, lambda _: answer(heavy()))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _bug)


def _refused(error: ProblemError) -> Response:
    response = answer(error.problem)
    response.headers.update(error.headers)
    return response


def answer(problem: Problem) -> Response:
    """The response that tells a problem."""
    instance = f"{quote(request.path[:_LONGEST_PATH])}#{g.request_id}"
    body = json.dumps(problem.body(instance), ensure_ascii=False)
    return Response(body, status=problem.kind.status, mimetype=MEDIA_TYPE)


def _http(error: HTTPException) -> Response:
    """An error that the framework found: keeps its headers, such as `Allow`."""
    if error.code is None or error.code not in _REFUSALS:
        return _bug(error)
    kind = _KINDS.get(error.code, Kind.BAD_REQUEST)
    response = answer(Problem(kind, _details(error, kind)))
    for name, value in error.get_headers():
        if name.lower() != "content-type":
            response.headers[name] = value
    if "Allow" in response.headers:  # made of a set, of no order
        response.headers["Allow"] = ", ".join(sorted(response.headers["Allow"].split(", ")))
    return response


def _details(error: HTTPException, kind: Kind) -> str:
    if kind is Kind.NOT_FOUND:
        return "the paths are listed in /openapi.yaml"
    if kind is Kind.METHOD:
        methods = ", ".join(sorted(getattr(error, "valid_methods", None) or ()))
        return f"this path knows {methods}"
    return error.name.lower()


def _bug(error: Exception) -> Response:
    return answer(log_bug(error))


def log_bug(error: Exception) -> Problem:
    """The problem of a fault of ours: says nothing internal. The log gets the place but no message,
    which could quote the text."""
    _log.error(
        "exception",
        request_id=g.request_id,
        error=type(error).__name__,
        frames=_frames(error.__traceback__),
    )
    return Problem(Kind.INTERNAL, "the request id tells us where to look")


def _frames(trace: TracebackType | None) -> list[str]:
    return [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
