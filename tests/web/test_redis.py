"""The rate limit and the kept answers in a real Redis: shared by processes, and what happens where
it is away."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pace import patience, until, within
from tests.web.server import Server

PROGRAM = shutil.which("redis-server")
RATE = 5

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="needs: apt-get install redis-server")


class Redis:
    """A Redis of our own, which keeps nothing."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._folder = folder
        self.start()

    def start(self) -> None:
        """Start it, and wait until it listens."""
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", "."]
        self.process = subprocess.Popen(
            [str(PROGRAM), *options], cwd=self._folder, stdout=subprocess.DEVNULL
        )
        until(self._listens, 10)

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self) -> None:
        """End it, frozen or not."""
        self.process.kill()
        self.process.wait(patience(10))


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Redis]:
    running = Redis(tmp_path)
    yield running
    running.stop()


@pytest.fixture
def limited(redis: Redis, tmp_path: Path) -> Iterator[Server]:
    settings = {"ONRECORD_RATE_LIMIT": f"{RATE}/day", "ONRECORD_RATE_LIMIT_STORAGE": redis.url}
    running = Server("tests.web.fake_wsgi:app", tmp_path / "log", ONRECORD_WORKERS="2", **settings)
    running.wait(30)
    yield running
    assert running.stop() == 0


def statuses(server: Server, number: int) -> list[int]:
    return [server.post({"text": "Ada"}).status for _ in range(number)]


def test_two_processes_count_together(limited: Server) -> None:
    assert statuses(limited, RATE + 3) == [200] * RATE + [429] * 3
    assert limited.post({"text": "Ada"}).headers["ratelimit"].startswith('"default";r=0;t=')


def test_everything_is_let_through_while_redis_is_away(redis: Redis, limited: Server) -> None:
    assert statuses(limited, RATE + 1)[-1] == 429
    redis.stop()
    assert statuses(limited, 3) == [200] * 3
    told = [line for line in limited.lines() if line["event"] == "rate limit storage"]
    assert len(told) == 3
    assert told[0]["level"] == "error"
    redis.start()  # it has forgotten everything
    assert statuses(limited, RATE + 1) == [200] * RATE + [429]


@pytest.fixture
def keeping(redis: Redis, tmp_path: Path) -> Iterator[Server]:
    settings = {"ONRECORD_CACHE": redis.url, "ONRECORD_WORKERS": "2"}
    running = Server("tests.web.fake_wsgi:app", tmp_path / "kept", **settings)
    running.wait(30)
    yield running
    assert running.stop() == 0


def elapsed(server: Server) -> list[float]:
    article = {"text": "Ada said “Yes.”"}
    return [server.post(article).json["meta"]["elapsed_ms"] for _ in range(6)]


def test_two_processes_keep_answers_together_and_read_anew_while_redis_is_away(
    redis: Redis, keeping: Server
) -> None:
    kept = elapsed(keeping)
    assert len(set(kept)) == 1
    redis.stop()
    with within(5, time.monotonic):
        assert statuses(keeping, 3) == [200] * 3
    told = [line for line in keeping.lines() if line["event"] == "answer cache"]
    assert len(told) == 6
    redis.start()
    redis.process.send_signal(signal.SIGSTOP)
    with within(5, time.monotonic):
        assert statuses(keeping, 2) == [200] * 2
    redis.process.send_signal(signal.SIGCONT)


def test_a_redis_that_hangs_holds_nobody_up(redis: Redis, limited: Server) -> None:
    assert statuses(limited, 1) == [200]
    redis.process.send_signal(signal.SIGSTOP)
    with within(5, time.monotonic):
        assert statuses(limited, 2) == [200, 200]
    redis.process.send_signal(signal.SIGCONT)
