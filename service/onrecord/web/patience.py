"""A socket that waits no longer for its client than it is told to."""

from __future__ import annotations

import errno
import math
import socket
import time
from typing import Any, NoReturn

LINGER = 1.0
"""Seconds for which a client that has its last answer is still waited for: to read it, or to end
what it was sending."""

ENVIRON = "gunicorn.socket"
"""Where gunicorn leaves the socket of a request."""


class Impatient(socket.socket):
    """Waits for a client a number of seconds, all pauses of one request together: without that, a
    client that sends a byte now and then, or takes no answer, would keep a thread for ever.

    What it raises is what the client's own going would be: gunicorn knows what to do then.
    """

    lost = False
    """Whether nobody knows where the body of the last request ends: what is behind it must not be
    taken for the next one (request smuggling, CWE-444)."""

    _seconds = 0.0
    _left = 0.0

    @classmethod
    def of(cls, plain: socket.socket, seconds: float) -> Impatient:
        """The same connection; `plain` is of no use afterwards."""
        made = cls(plain.family, plain.type, plain.proto, fileno=plain.detach())
        made._seconds = seconds
        made.begin()
        return made

    def begin(self, seconds: float | None = None) -> None:
        """Have all patience again, or as many seconds of it."""
        self._left = self._seconds if seconds is None else seconds

    def setblocking(self, flag: bool, /) -> None:
        """Where gunicorn asks for one that blocks, one that does so for a while."""
        self.settimeout(self._seconds if flag else 0.0)

    def recv(self, *args: Any) -> bytes:
        """What has come; the time that it took is spent."""
        limit = self.gettimeout()
        if limit == 0.0:
            return super().recv(*args)
        if self._left <= 0:
            _give_up()
        self.settimeout(min(self._left, math.inf if limit is None else limit))
        started = time.monotonic()
        try:
            return super().recv(*args)
        except TimeoutError:
            _give_up()
        finally:
            self._left -= time.monotonic() - started
            self.settimeout(limit)

    def sendall(self, *args: Any) -> None:
        """Send all of it, or give the client up."""
        try:
            super().sendall(*args)
        except TimeoutError:
            _give_up()

    def send(self, *args: Any) -> int:
        """Send some of it, or give the client up."""
        try:
            return super().send(*args)
        except TimeoutError:
            _give_up()


def _give_up() -> NoReturn:
    raise ConnectionResetError(errno.ECONNRESET, "the client is too slow")


def begin(environ: dict[str, Any], seconds: float | None = None) -> None:
    """Let the client of a request begin anew, where it has done its part: between two lines. Or
    leave it some seconds, where it is refused and what it still sends is of no use."""
    connection = environ.get(ENVIRON)
    if isinstance(connection, Impatient):
        connection.begin(seconds)
