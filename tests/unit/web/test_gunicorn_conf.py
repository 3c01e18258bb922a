from __future__ import annotations

import importlib
from types import ModuleType

import pytest

from onrecord.web import metrics_folder


def configured(monkeypatch: pytest.MonkeyPatch, **environ: str) -> ModuleType:
    monkeypatch.setattr(metrics_folder, "open_folder", lambda: None)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    return importlib.reload(importlib.import_module("onrecord.web.gunicorn_conf"))


def test_models_are_loaded_before_the_fork_and_health_checks_have_threads_of_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = configured(monkeypatch, ONRECORD_THREADS="3", ONRECORD_QUEUE="5")
    assert (made.preload_app, made.worker_class, made.threads) == (
        True,
        "onrecord.web.worker.Worker",
        9,
    )


def test_processes_are_replaced_now_and_then_but_not_all_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = configured(monkeypatch, ONRECORD_MAX_REQUESTS="100")
    assert (made.max_requests, made.max_requests_jitter) == (100, 10)


def test_what_the_environment_sets_is_what_gunicorn_gets(monkeypatch: pytest.MonkeyPatch) -> None:
    made = configured(
        monkeypatch,
        ONRECORD_BIND="[::1]:81",
        ONRECORD_WORKERS="5",
        ONRECORD_WORKER_TIMEOUT="6",
        ONRECORD_GRACEFUL_TIMEOUT="7",
        ONRECORD_KEEP_ALIVE="8",
    )
    assert (made.bind, made.workers) == ("[::1]:81", 5)
    assert (made.timeout, made.graceful_timeout, made.keepalive) == (6, 7, 8)


def test_a_setting_that_cannot_be_used_ends_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit, match="onrecord: ONRECORD_WORKERS is 'x'"):
        configured(monkeypatch, ONRECORD_WORKERS="x")


def test_no_control_socket_and_no_access_log_of_gunicorn(monkeypatch: pytest.MonkeyPatch) -> None:
    made = configured(monkeypatch)
    assert made.control_socket_disable
    assert made.accesslog is None
