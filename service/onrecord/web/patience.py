"""A socket that waits no longer for its client than it is told to."""

from __future__ import annotations

import errno
import math
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, TypeVar

HASTE, LEAST_SPEED = 1.0, 50_000
"""Seconds that a client has where others wait, and bytes for which it has another one."""

LINGER, HASTY_LINGER = 1.0, 0.1
"""Seconds for which a client that has its last answer is still waited for: to read it, or to end
what it was sending; and where others wait for the thread."""

RECENT = 1.0
"""Seconds for which a refusal is remembered."""

_SLICE = 0.25
"""Seconds after which it is looked whether others wait by now."""

ENVIRON = "gunicorn.socket"
"""Where gunicorn leaves the socket of a request."""


T = TypeVar("T")


class Refusals:
    """When a request was last refused because there was no place for it."""

    def __init__(self) -> None:
        self._last = -math.inf

    def note(self) -> None:
        """One is refused now."""
        self._last = time.monotonic()

    def are_recent(self) -> bool:
        """Whether one has been of late."""
        return time.monotonic() - self._last < RECENT


REFUSALS = Refusals()
"""Of this process."""


class _Pace:
    """Bytes that a client moves, and the seconds for which it is waited for."""

    def __init__(self) -> None:
        self._seconds = 0.0
        self._bytes = 0

    @contextmanager
    def spending(self) -> Iterator[None]:
        """The time within counts."""
        started = time.monotonic()
        try:
            yield
        finally:
            self._seconds += time.monotonic() - started

    def move(self, count: int) -> None:
        """So many bytes are done."""
        self._bytes += count

    def left_of(self, seconds: float) -> float:
        """What is left of so many seconds."""
        return seconds - self._seconds

    @property
    def is_slow(self) -> bool:
        """Whether it is no pace for a crowd."""
        return self._seconds >= HASTE + self._bytes / LEAST_SPEED


class Impatient(socket.socket):
    """Waits for a client a number of seconds, all pauses of one request together: without that, a
    client that sends a byte now and then, or takes no answer, would keep a thread for ever. Where
    others wait for a thread or were refused a place, those who are slow have to go at once.

    What it raises is what the client's own going would be: gunicorn knows what to do then.
    """

    lost = False
    """Whether nobody knows where the body of the last request ends: what is behind it must not be
    taken for the next one (request smuggling, CWE-444)."""

    _seconds = 0.0
    _patience = 0.0
    _pace: _Pace
    _has_others: Callable[[], bool]

    @classmethod
    def of(
        cls, plain: socket.socket, seconds: float, has_others: Callable[[], bool] = lambda: False
    ) -> Impatient:
        """The same connection; `plain` is of no use afterwards.

        Args:
            seconds: for which the client is waited for.
            has_others: whether there are those who wait for a thread.
        """
        made = cls(plain.family, plain.type, plain.proto, fileno=plain.detach())
        made._seconds = seconds
        made._has_others = has_others
        made.begin()
        return made

    def begin(self, seconds: float | None = None) -> None:
        """Have all patience again, or as many seconds of it."""
        self._patience = self._seconds if seconds is None else seconds
        self._pace = _Pace()

    def setblocking(self, flag: bool, /) -> None:
        """Where gunicorn asks for one that blocks, one that does so for a while. It asks that of a
        connection that is closed already, too, and would count it twice if it raised."""
        if self.fileno() >= 0:
            self.settimeout(self._seconds if flag else 0.0)

    def recv(self, *args: Any) -> bytes:
        """What has come; the time that it took is spent."""
        limit = self.gettimeout()
        if limit == 0.0:
            return super().recv(*args)
        most = min(self._pace.left_of(self._patience), math.inf if limit is None else limit)
        got = self._tried(partial(super().recv, *args), self._pace, most)
        self._pace.move(len(got))
        return got

    def sendall(self, *args: Any) -> None:
        """Send all of it, or give the client up."""
        rest, pace = memoryview(args[0]).cast("B"), _Pace()
        while rest:
            action = partial(super().send, rest)
            sent = self._tried(action, pace, pace.left_of(self._seconds))
            pace.move(sent)
            rest = rest[sent:]

    def send(self, *args: Any) -> int:
        """Send some of it, or give the client up."""
        return self._tried(partial(super().send, *args), _Pace(), self._seconds)

    def _tried(self, action: Callable[[], T], pace: _Pace, most: float) -> T:
        """What comes of an action in so many seconds, or less where it has to make haste."""
        limit, end = self.gettimeout(), time.monotonic() + most
        try:
            while (left := end - time.monotonic()) > 0 and not (pace.is_slow and self._is_crowded):
                self.settimeout(min(left, _SLICE))
                with suppress(TimeoutError), pace.spending():
                    return action()
            raise _too_slow()
        finally:
            self.settimeout(limit)

    @property
    def _is_crowded(self) -> bool:
        return REFUSALS.are_recent() or self._has_others()


def _too_slow() -> ConnectionResetError:
    return ConnectionResetError(errno.ECONNRESET, "the client is too slow")


def begin(environ: dict[str, Any], seconds: float | None = None) -> None:
    """Let the client of a request begin anew, where it has done its part: between two lines. Or
    leave it some seconds, where it is refused and what it still sends is of no use."""
    connection = environ.get(ENVIRON)
    if isinstance(connection, Impatient):
        connection.begin(seconds)
