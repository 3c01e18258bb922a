"""A socket that waits no longer for its client than it is told to."""

from __future__ import annotations

import errno
import math
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

HASTE, LEAST_SPEED = 1.0, 50_000
"""Seconds that a client has where others wait for the thread that it keeps, and bytes for which it
has another one."""

LINGER, HASTY_LINGER = 1.0, 0.1
"""Seconds for which a client that has its last answer is still waited for: to read it, or to end
what it was sending; and where others wait for the thread."""

_SLICE = 0.25
"""Seconds after which it is looked whether others wait by now."""

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
    _spent = 0.0
    _received = 0
    _is_crowded: Callable[[], bool]

    @classmethod
    def of(
        cls, plain: socket.socket, seconds: float, is_crowded: Callable[[], bool] = lambda: False
    ) -> Impatient:
        """The same connection; `plain` is of no use afterwards.

        Args:
            seconds: for which the client is waited for.
            is_crowded: whether others wait for a thread; then it has to make haste.
        """
        made = cls(plain.family, plain.type, plain.proto, fileno=plain.detach())
        made._seconds = seconds
        made._is_crowded = is_crowded
        made.begin()
        return made

    def begin(self, seconds: float | None = None) -> None:
        """Have all patience again, or as many seconds of it."""
        self._left = self._seconds if seconds is None else seconds
        self._spent, self._received = 0.0, 0

    def setblocking(self, flag: bool, /) -> None:
        """Where gunicorn asks for one that blocks, one that does so for a while."""
        self.settimeout(self._seconds if flag else 0.0)

    def recv(self, *args: Any) -> bytes:
        """What has come; the time that it took is spent."""
        limit = self.gettimeout()
        if limit == 0.0:
            return super().recv(*args)
        end = math.inf if limit is None else time.monotonic() + limit
        try:
            while self._has_patience() and (rest := end - time.monotonic()) > 0:
                self.settimeout(min(self._left, _SLICE, rest))
                with suppress(TimeoutError), self._spending():
                    got = super().recv(*args)
                    self._received += len(got)
                    return got
            raise _too_slow()
        finally:
            self.settimeout(limit)

    @contextmanager
    def _spending(self) -> Iterator[None]:
        started = time.monotonic()
        try:
            yield
        finally:
            self._left -= time.monotonic() - started
            self._spent += time.monotonic() - started

    def _has_patience(self) -> bool:
        enough = HASTE + self._received / LEAST_SPEED
        return self._left > 0 and not (self._spent >= enough and self._is_crowded())

    def sendall(self, *args: Any) -> None:
        """Send all of it, or give the client up."""
        try:
            super().sendall(*args)
        except TimeoutError:
            raise _too_slow() from None

    def send(self, *args: Any) -> int:
        """Send some of it, or give the client up."""
        try:
            return super().send(*args)
        except TimeoutError:
            raise _too_slow() from None


def _too_slow() -> ConnectionResetError:
    return ConnectionResetError(errno.ECONNRESET, "the client is too slow")


def begin(environ: dict[str, Any], seconds: float | None = None) -> None:
    """Let the client of a request begin anew, where it has done its part: between two lines. Or
    leave it some seconds, where it is refused and what it still sends is of no use."""
    connection = environ.get(ENVIRON)
    if isinstance(connection, Impatient):
        connection.begin(seconds)
