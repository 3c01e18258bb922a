"""gunicorn's threaded worker, with our words for what is no HTTP request at all."""

from __future__ import annotations

import errno
import json
import selectors
import socket
import threading
import time
import uuid
from functools import cache, partial
from http import HTTPStatus
from typing import Any

from gunicorn.http.errors import LimitRequestHeaders, LimitRequestLine, ParseException
from gunicorn.util import close_graceful, write_nonblock
from gunicorn.workers.gthread import TConn, ThreadWorker

from onrecord.problems import Kind, Problem
from onrecord.settings import Settings
from onrecord.web.bodies import LONGEST_DISCARD
from onrecord.web.errors import MEDIA_TYPE
from onrecord.web.lobby import has_head
from onrecord.web.patience import HASTY_LINGER, LINGER, Impatient
from onrecord.web.trace import GUARDS, HEADER

_NO_ROOM = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})
_NOTHING = frozenset({errno.EAGAIN, errno.EWOULDBLOCK, errno.ECONNABORTED})

_DETAILS = {
    Kind.URI_TOO_LONG: "put the options into a JSON body",
    Kind.HEADERS: "a header field, or all of them, are larger than is read",
    Kind.BAD_REQUEST: "this is no HTTP request that can be read",
    Kind.INTERNAL: "the request id tells us where to look",
}


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Keeps slow clients from the threads, and answers a request that never reaches the
    application with a problem as well.

    A connection waits with the poller until the head of a request has come, and gets a thread then.
    Where there are as many connections as there may be, the one that has waited longest for its
    client goes. At its end it stops listening at once: gunicorn's own would keep the socket open to
    its last answer, and with it let clients in whom nobody serves any more.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """As gunicorn makes it."""
        super().__init__(*args, **kwargs)
        self._is_stopped = False
        self._waiting = 0
        self._guard = threading.Lock()

    def accept(self, listener: socket.socket) -> bool:
        """Accept a connection; whether there was one."""
        if self.nr_conns >= self.worker_connections - 1:
            self._give_up_one()
        try:
            client, address = listener.accept()
        except OSError as error:
            if error.errno in _NO_ROOM:
                self._give_up_one()
            elif error.errno not in _NOTHING:
                raise
            return False
        self.nr_conns += 1
        self._watch(TConn(self.cfg, client, address, listener.getsockname()))
        return True

    def set_accept_enabled(self, enabled: bool) -> None:
        """Accept connections from now on, or none; at its end, after those that are waiting."""
        super().set_accept_enabled(enabled)
        if self.alive:
            return
        for listener in self.sockets:
            while self._is_stopped and self.accept(listener):
                pass
            listener.close()

    def handle_exit(self, sig: int, frame: Any) -> None:
        """The service ends, or its processes are replaced."""
        self._is_stopped = True
        super().handle_exit(sig, frame)

    def _watch(self, conn: TConn) -> None:
        """Wait until there is a head, or patience is at its end."""
        conn.timeout = time.monotonic() + read_timeout()
        self.pending_conns.append(conn)
        came = partial(self.on_pending_socket_readable, conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, came)

    def on_pending_socket_readable(self, conn: TConn, client: socket.socket) -> None:
        """Something has come on a connection that waits for a head."""
        if has_head(client):
            super().on_pending_socket_readable(conn, client)

    def on_client_socket_readable(self, conn: TConn, client: socket.socket) -> None:
        """Something has come on a connection that was kept for another request."""
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        if has_head(client):
            self.enqueue_req(conn)
        else:
            self._watch(conn)

    def _give_up_one(self) -> None:
        """Close the connection that has waited longest for its client, if one does."""
        waiting = self.pending_conns or self.keepalived_conns
        if waiting:
            conn = waiting.popleft()
            self.poller.unregister(conn.sock)
            self.nr_conns -= 1
            conn.close()

    def _cap_keepalive(self, deadline: float) -> None:
        """At its end, a worker waits no longer for heads than for another request."""
        super()._cap_keepalive(deadline)
        for conn in self.pending_conns:
            conn.timeout = min(conn.timeout, deadline)

    def enqueue_req(self, conn: TConn) -> None:
        """Have a thread handle a connection, when one is free."""
        with self._guard:
            self._waiting += 1
        super().enqueue_req(conn)

    def has_others(self) -> bool:
        """Whether a connection waits for a thread."""
        return self._waiting > 0

    def handle(self, conn: Any) -> Any:
        """Answer what has come on a connection, with a limit on the wait for the rest.

        A connection that is at its end is closed here: gunicorn would wait for the client to take
        its leave in the loop that accepts all others. What a client that was refused still sends is
        thrown away meanwhile, so that it comes to read why.
        """
        with self._guard:
            self._waiting -= 1
        if not isinstance(conn.sock, Impatient):
            conn.sock = Impatient.of(conn.sock, read_timeout(), self.has_others)
        conn.sock.begin()
        kept = super().handle(conn) and not conn.sock.lost
        if kept is False:
            linger = HASTY_LINGER if self.has_others() else LINGER
            conn.sock.begin(linger)
            close_graceful(conn.sock, linger, LONGEST_DISCARD)
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
