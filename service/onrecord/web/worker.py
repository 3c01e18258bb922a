"""gunicorn's threaded worker, with our words for what is no HTTP request at all."""

from __future__ import annotations

import json
import socket
import uuid
from functools import cache
from http import HTTPStatus
from typing import Any

from gunicorn.http.errors import LimitRequestHeaders, LimitRequestLine, ParseException
from gunicorn.util import close_graceful, write_nonblock
from gunicorn.workers.gthread import ThreadWorker

from onrecord.problems import Kind, Problem
from onrecord.settings import Settings
from onrecord.web.bodies import LONGEST_DISCARD
from onrecord.web.errors import MEDIA_TYPE
from onrecord.web.patience import LINGER, Impatient
from onrecord.web.trace import GUARDS, HEADER

_DETAILS = {
    Kind.URI_TOO_LONG: "put the options into a JSON body",
    Kind.HEADERS: "a header field, or all of them, are larger than is read",
    Kind.BAD_REQUEST: "this is no HTTP request that can be read",
    Kind.INTERNAL: "the request id tells us where to look",
}


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Answers a request that never reaches the application with a problem as well."""

    def handle(self, conn: Any) -> Any:
        """Answer what has come on a connection, with a limit on the wait for the rest.

        A connection that is at its end is closed here: gunicorn would wait for the client to take
        its leave in the loop that accepts all others. What a client that was refused still sends is
        thrown away meanwhile, so that it comes to read why.
        """
        if not isinstance(conn.sock, Impatient):
            conn.sock = Impatient.of(conn.sock, read_timeout())
        conn.sock.begin()
        kept = super().handle(conn) and not conn.sock.lost
        if kept is False:
            conn.sock.begin(LINGER)
            close_graceful(conn.sock, LINGER, LONGEST_DISCARD)
        return kept

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: BaseException) -> None:
        """Tell the client what is wrong; log the kind of error alone, which quotes nothing."""
        kind, identity = _kind(exc), uuid.uuid4().hex
        self.log.warning("%s refused: %s", identity, type(exc).__name__)
        try:
            write_nonblock(client, _response(Problem(kind, _DETAILS[kind]), identity))
        except OSError:
            self.log.debug("%s is gone", identity)


@cache
def read_timeout() -> float:
    """Seconds that a client may make us wait; the settings have been looked at before."""
    return float(Settings.from_environment().read_timeout)


def _kind(error: BaseException) -> Kind:
    match error:
        case LimitRequestLine():
            return Kind.URI_TOO_LONG
        case LimitRequestHeaders():
            return Kind.HEADERS
        case ParseException():
            return Kind.BAD_REQUEST
    return Kind.INTERNAL


def _response(problem: Problem, identity: str) -> bytes:
    status = HTTPStatus(problem.kind.status)
    body = json.dumps(problem.body(f"#{identity}")).encode("ascii")
    head = (
        f"HTTP/1.1 {status.value} {status.phrase}",
        "Connection: close",
        f"Content-Type: {MEDIA_TYPE}",
        f"Content-Length: {len(body)}",
        f"{HEADER}: {identity}",
        *(f"{name}: {value}" for name, value in GUARDS.items()),
    )
    return "\r\n".join((*head, "", "")).encode("ascii") + body
