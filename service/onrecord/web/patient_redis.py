"""How long a Redis is waited for, whatever it keeps for us."""

from __future__ import annotations

from typing import Any

PATIENCE = 0.25
"""Seconds that Redis is given to connect, and then to answer; a request waits no longer for it."""


def options() -> dict[str, Any]:
    """What a client of the package `redis` is to be told: short waits, and no second try.

    Raises:
        ImportError: where the package is not installed.
    """
    from redis.backoff import NoBackoff  # noqa: PLC0415  # of an extra
    from redis.retry import Retry  # noqa: PLC0415

    waits = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}
    return {**waits, "retry": Retry(NoBackoff(), 0)}
