from __future__ import annotations

import ctypes
import resource
import time
from types import SimpleNamespace

import pytest

from onrecord.errors import InvalidSettings
from onrecord.settings import Settings
from onrecord.web import gunicorn_conf, memory

ROOMY = 1_000_000


def test_it_knows_what_this_process_takes() -> None:
    assert 10 < memory.resident() < ROOMY
    assert 10 < memory.data() < ROOMY


def test_a_process_is_worn_past_its_limit_alone() -> None:
    assert memory.is_worn(1)
    assert not memory.is_worn(ROOMY)
    assert not memory.is_worn(0)


@pytest.mark.parametrize("name", ["recycle_megabytes", "max_megabytes"])
def test_a_limit_must_leave_room_for_what_is_loaded(name: str) -> None:
    memory.check(Settings(**{name: 0}))  # type: ignore[arg-type]
    memory.check(Settings(**{name: ROOMY}))  # type: ignore[arg-type]
    with pytest.raises(InvalidSettings, match=f"^ONRECORD_{name.upper()} is 1; what is loaded"):
        memory.check(Settings(**{name: 1}))  # type: ignore[arg-type]


@pytest.mark.parametrize(("hard", "limit"), [(resource.RLIM_INFINITY, 5 * memory.MEGABYTE), (7, 7)])
def test_the_limit_is_never_above_that_of_the_system(
    monkeypatch: pytest.MonkeyPatch, hard: int, limit: int
) -> None:
    got: list[tuple[int, tuple[int, int]]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (hard, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda what, limits: got.append((what, limits)))
    memory.restrict(0)
    assert got == []
    memory.restrict(5)
    assert got == [(resource.RLIMIT_DATA, (limit, hard))]


def test_a_c_library_without_arenas_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace())
    memory.keep_little()


def test_what_is_free_is_given_back_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[int] = []
    moments = iter([100.0, 101.0, 111.0, 122.0])
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace(malloc_trim=given.append))
    monkeypatch.setattr(time, "monotonic", lambda: next(moments))
    breath = memory.Breath()
    assert [breath.take() for _ in range(3)] == [True, False, True]
    assert given == [0, 0]
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace())
    assert not memory.Breath().take()


def test_a_worker_that_is_worn_takes_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = SimpleNamespace(alive=True)
    gunicorn_conf.post_request(worker, None, None, None)
    assert worker.alive
    monkeypatch.setattr(memory, "is_worn", lambda _: True)
    gunicorn_conf.post_request(worker, None, None, None)
    assert not worker.alive
