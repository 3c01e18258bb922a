"""Who may ask, and how often."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

import structlog
from flask import Request
from limits import RateLimitItem, parse
from limits.errors import StorageError
from limits.storage import Storage, storage_from_string
from limits.strategies import FixedWindowRateLimiter

from onrecord.errors import InvalidSettings
from onrecord.problems import Kind, Problem
from onrecord.settings import Settings
from onrecord.web import patient_redis

CHALLENGE = 'Bearer realm="onrecord"'

_log = structlog.get_logger("onrecord.web")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered, and the header fields that go with that."""

    problem: Problem
    headers: Mapping[str, str]


class Keys:
    """The keys that let in. Of each only its SHA-256 is known: keys are long and random, so that
    no salt and no slow hash is called for. One name may have several, while they are changed."""

    def __init__(self, setting: str) -> None:
        """Keys as a setting lists them: `NAME:HASH` separated by commas."""
        pairs = (pair.strip().partition(":") for pair in setting.split(",") if pair.strip())
        self._hashes = [(name, bytes.fromhex(digest)) for name, _, digest in pairs]

    def holder(self, request: Request) -> str | None:
        """The name of the key that a request brings; None where it brings none that is known.

        Takes as long for one key as for another, known or not.
        """
        sent = hashlib.sha256(_sent(request).encode("utf-8", "surrogateescape")).digest()
        found = None
        for name, known in self._hashes:
            if hmac.compare_digest(sent, known):
                found = name
        return found

    def __bool__(self) -> bool:
        """Whether there are any; where there are none, everybody is let in."""
        return bool(self._hashes)


def _sent(request: Request) -> str:
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    return key.strip() if scheme.lower() == "bearer" else request.headers.get("X-API-Key", "")


class Limiter:
    """Counts articles by key, or by address where there is none, in windows of fixed length."""

    def __init__(self, rate: str, storage: str) -> None:
        self._rate: RateLimitItem | None = parse(rate) if rate else None
        self._limiter = FixedWindowRateLimiter(_storage(storage))

    def spend(self, who: str) -> tuple[bool, Mapping[str, str]]:
        """Count one article; whether there was still one, and the `RateLimit` header fields.

        Where the storage cannot be reached everything is let through, and the log tells.
        """
        if self._rate is None:
            return True, MappingProxyType({})
        try:
            is_left = self._limiter.hit(self._rate, who)
            window = self._limiter.get_window_stats(self._rate, who)
        except (StorageError, OSError) as error:
            _log.error("rate limit storage", error=type(error).__name__)
            return True, MappingProxyType({})
        seconds = max(1, round(window.reset_time - time.time()))
        headers = {
            "RateLimit-Policy": f'"default";q={self._rate.amount};w={self._rate.get_expiry()}',
            "RateLimit": f'"default";r={max(0, window.remaining)};t={seconds}',
        }
        return is_left, headers if is_left else {**headers, "Retry-After": str(seconds)}


def _storage(address: str) -> Storage:
    """Where articles are counted; a Redis that is slow or away is not waited for.

    Raises:
        InvalidSettings: where what it needs is not installed.
    """
    if not address.startswith("redis"):
        return cast("Storage", storage_from_string(address))
    try:
        options = patient_redis.options()
    except ImportError:
        detail = "ONRECORD_RATE_LIMIT_STORAGE needs: pip install 'onrecord[redis]'"
        raise InvalidSettings(detail) from None
    return cast("Storage", storage_from_string(address, wrap_exceptions=True, **options))


class Gate:
    """Keys and limits of one application."""

    def __init__(self, settings: Settings) -> None:
        self._keys = Keys(settings.api_keys)
        self._limiter = Limiter(settings.rate_limit, settings.rate_limit_storage)

    def admit(self, request: Request) -> Refusal | None:
        """Look at the key of a request; why it is refused, or None."""
        if not self._keys or self._keys.holder(request) is not None:
            return None
        detail = "send a key as Authorization: Bearer or X-API-Key"
        if _sent(request):
            detail = "the key that was sent is not known here"
        problem = Problem(Kind.UNAUTHORIZED, detail)
        return Refusal(problem, {"WWW-Authenticate": CHALLENGE})

    def spend(self, request: Request) -> tuple[Refusal | None, Mapping[str, str]]:
        """Count one article of a request: why it is refused, or None, and the header fields."""
        holder = self._keys.holder(request) if self._keys else None
        who = f"key:{holder}" if holder else f"address:{request.remote_addr}"
        is_left, headers = self._limiter.spend(who)
        if is_left:
            return None, headers
        detail = f"there is room again in {headers['Retry-After']} seconds"
        return Refusal(Problem(Kind.TOO_MANY, detail), headers), headers
