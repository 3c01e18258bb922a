"""Answers kept for articles that come again, where a setting asks for it; off without one.

The key is the entity tag: a hash of the article, the options, the models and the version.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any, Protocol

import structlog

from onrecord.errors import InvalidSettings
from onrecord.settings import Settings
from onrecord.web import patient_redis

_PREFIX = "onrecord:answer:"

_log = structlog.get_logger("onrecord.web")


class Cache(Protocol):
    """Keeps answers."""

    def get(self, key: str) -> bytes | None:
        """What is kept under a key."""

    def put(self, key: str, answer: bytes) -> None:
        """Keep an answer."""


class NoCache:
    """Keeps nothing."""

    def get(self, _: str) -> bytes | None:
        """Nothing."""
        return None

    def put(self, _: str, __: bytes) -> None:
        """Nothing is kept."""


class MemoryCache:
    """Keeps answers in this process; those that were not asked for the longest go first."""

    def __init__(
        self, most: int, seconds: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """A cache.

        Args:
            most: bytes of all answers together.
            seconds: for which an answer is kept at most.
            clock: tells the time in seconds.
        """
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._kept: OrderedDict[str, tuple[float, bytes]] = OrderedDict()
        self._size = 0
        self._guard = threading.Lock()

    def get(self, key: str) -> bytes | None:
        """What is kept under a key."""
        with self._guard:
            expires, answer = self._kept.get(key, (0.0, None))
            if answer is None:
                return None
            if expires < self._clock():
                self._drop(key)
                return None
            self._kept.move_to_end(key)
            return answer

    def put(self, key: str, answer: bytes) -> None:
        """Keep an answer, unless it is larger than all of the cache."""
        with self._guard:
            self._drop(key)
            if len(answer) > self._most:
                return
            self._kept[key] = self._clock() + self._seconds, answer
            self._size += len(answer)
            while self._size > self._most:
                self._drop(next(iter(self._kept)))

    def _drop(self, key: str) -> None:
        _, answer = self._kept.pop(key, (0.0, b""))
        self._size -= len(answer)


class RedisCache:
    """Keeps answers in a Redis, for all processes; where that cannot be reached, nothing is kept,
    and the log tells."""

    def __init__(self, client: Any, seconds: int) -> None:
        """A cache.

        Args:
            client: of the package `redis`.
            seconds: for which an answer is kept.
        """
        self._client = client
        self._seconds = seconds

    def get(self, key: str) -> bytes | None:
        """What is kept under a key."""
        found = self._tried(lambda: self._client.get(_PREFIX + key))
        return found if isinstance(found, bytes) else None

    def put(self, key: str, answer: bytes) -> None:
        """Keep an answer."""
        self._tried(lambda: self._client.set(_PREFIX + key, answer, ex=self._seconds))

    def _tried(self, action: Callable[[], object]) -> object:
        from redis.exceptions import RedisError  # noqa: PLC0415  # of an extra

        try:
            return action()
        except (RedisError, OSError) as error:
            _log.error("answer cache", error=type(error).__name__)
            return None


def made(settings: Settings) -> Cache:
    """The cache that the settings ask for.

    Raises:
        InvalidSettings: where what it needs is not installed.
    """
    if not settings.cache:
        return NoCache()
    if settings.cache.startswith("memory:"):
        return MemoryCache(settings.cache_bytes, settings.cache_seconds)
    if find_spec("redis") is None:
        raise InvalidSettings("ONRECORD_CACHE needs: pip install 'onrecord[redis]'")
    import redis  # noqa: PLC0415  # of an extra

    client = redis.Redis.from_url(settings.cache, **patient_redis.options())
    return RedisCache(client, settings.cache_seconds)
