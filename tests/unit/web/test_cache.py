from __future__ import annotations

from typing import Any

import pytest
from redis.exceptions import ConnectionError as Unreachable

from onrecord.errors import InvalidSettings
from onrecord.settings import Settings
from onrecord.web import cache
from onrecord.web.cache import MemoryCache, NoCache, RedisCache, made


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_what_was_put_is_got() -> None:
    kept = MemoryCache(most=10, seconds=1)
    assert kept.get("a") is None
    kept.put("a", b"1")
    kept.put("a", b"22")
    assert kept.get("a") == b"22"


def test_what_was_not_asked_for_the_longest_goes_first() -> None:
    kept = MemoryCache(most=4, seconds=1)
    kept.put("a", b"11")
    kept.put("b", b"22")
    kept.get("a")
    kept.put("c", b"33")
    assert [kept.get(key) for key in "abc"] == [b"11", None, b"33"]


def test_what_is_larger_than_the_cache_is_not_kept() -> None:
    kept = MemoryCache(most=2, seconds=1)
    kept.put("a", b"1")
    kept.put("b", b"333")
    assert (kept.get("a"), kept.get("b")) == (b"1", None)


def test_what_is_too_old_is_gone() -> None:
    clock = Clock()
    kept = MemoryCache(most=2, seconds=5, clock=clock)
    kept.put("a", b"11")
    clock.now = 6
    assert kept.get("a") is None
    kept.put("b", b"22")
    assert kept.get("b") == b"22"


class Redis:
    def __init__(self, is_there: bool = True) -> None:
        self.is_there = is_there
        self.kept: dict[str, tuple[bytes, int]] = {}

    def get(self, key: str) -> bytes | None:
        if not self.is_there:
            raise Unreachable
        return self.kept.get(key, (None,))[0]

    def set(self, key: str, value: bytes, ex: int) -> None:
        if not self.is_there:
            raise Unreachable
        self.kept[key] = value, ex


def test_a_redis_keeps_answers_for_a_time() -> None:
    client = Redis()
    kept = RedisCache(client, 7)
    kept.put("a", b"1")
    assert kept.get("a") == b"1"
    assert kept.get("b") is None
    assert client.kept == {"onrecord:answer:a": (b"1", 7)}


def test_a_redis_that_is_away_keeps_nothing() -> None:
    kept = RedisCache(Redis(is_there=False), 7)
    kept.put("a", b"1")
    assert kept.get("a") is None


def test_settings_choose_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    none = made(Settings())
    none.put("a", b"1")
    assert isinstance(none, NoCache)
    assert none.get("a") is None
    assert isinstance(made(Settings(cache="memory://")), MemoryCache)
    assert isinstance(made(Settings(cache="redis://localhost:1/0")), RedisCache)
    monkeypatch.setattr(cache, "find_spec", _absent)
    with pytest.raises(InvalidSettings, match=r"onrecord\[redis\]"):
        made(Settings(cache="redis://localhost:1/0"))


def _absent(_: str) -> Any:
    return None
