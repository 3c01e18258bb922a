"""Processes that end: killed, stopped, replaced; what is lost, and what is not."""

from __future__ import annotations

import http.client
import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.pace import patience
from tests.web.server import Server

pytestmark = pytest.mark.long

APPLICATION = "tests.robustness.killing_wsgi:app"
GOOD = {"text": "Ada said “Yes.”"}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = Server(APPLICATION, tmp_path / "log", ONRECORD_WORKERS="2", ONRECORD_THREADS="4")
    running.wait(30)
    yield running
    assert running.stop() == 0


def post(server: Server, text: str, seconds: float = 10) -> int:
    """The status of one request on a connection of its own; tried again where it is cut off or
    refused, as every client of ours is told to do."""
    deadline = time.monotonic() + patience(seconds)
    while True:
        try:
            return server.post({"text": text}).status
        except (http.client.HTTPException, ConnectionError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def test_a_process_killed_at_work_loses_its_requests_alone(server: Server) -> None:
    with ThreadPoolExecutor(8) as pool:
        good = [pool.submit(post, server, f"Ada said “{n}.”") for n in range(60)]
        for _ in range(3):
            with pytest.raises((http.client.HTTPException, ConnectionError)):
                server.post({"text": "kill me"})
        assert Counter(f.result() for f in good) == {200: 60}
    assert server.log.read_text().count("Booting worker") >= 5
    assert server.get("/readyz").status == 200


def test_a_batch_cut_off_is_told_by_its_length_and_can_be_sent_again(server: Server) -> None:
    lines = b'{"id": "a", "text": "Ada"}\n{"id": "b", "text": "kill me"}\n{"id": "c", "text": "B"}'
    headers = {"Content-Type": "application/x-ndjson"}
    with pytest.raises((http.client.HTTPException, ConnectionError)):
        server.ask("POST", "/quotes/batch", lines, headers)
    again = lines.replace(b"kill me", b"Cy")
    assert server.ask("POST", "/quotes/batch", again, headers).body.count(b'"quotes"') == 3


class Load:
    """Clients that ask one request after another, each on a connection of its own."""

    def __init__(self, server: Server, clients: int) -> None:
        self.statuses: Counter[int] = Counter()
        self.cut: list[str] = []
        self._server = server
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._ask) for _ in range(clients)]
        for thread in self._threads:
            thread.start()

    def _ask(self) -> None:
        while not self._stop.is_set():
            connection = self._server.connect()
            try:
                connection.connect()
            except ConnectionRefusedError:  # it listens no more: nothing was sent, nothing lost
                return
            try:
                body = '{"text": "Ada said “Yes.”"}'.encode()
                connection.request("POST", "/quotes", body, {"Content-Type": "application/json"})
                self.statuses[connection.getresponse().status] += 1
            except (http.client.HTTPException, ConnectionError) as error:
                self.cut.append(type(error).__name__)
            finally:
                connection.close()

    def end(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(patience(30))


@pytest.mark.parametrize("_", range(5))
def test_a_stop_under_load_drops_nothing_in_flight(tmp_path: Path, _: int) -> None:
    """What has been sent to a process before it stops listening is answered."""
    server = Server(APPLICATION, tmp_path / "log", ONRECORD_WORKERS="2")
    server.wait(30)
    load = Load(server, 8)
    time.sleep(1.5)
    assert server.stop() == 0
    load.end()
    assert load.statuses.keys() == {200}
    assert load.statuses[200] > 20
    assert load.cut == []


def test_processes_are_replaced_without_a_failed_request(server: Server) -> None:
    """SIGHUP, three times under load."""
    load = Load(server, 6)
    for _ in range(3):
        time.sleep(1.5)
        os.kill(server.pid, signal.SIGHUP)
    time.sleep(2)
    load.end()
    assert load.statuses.keys() == {200}
    assert load.cut == []
    assert server.log.read_text().count("Booting worker") >= 6


def test_processes_are_recycled_without_a_failed_request(tmp_path: Path) -> None:
    server = Server(APPLICATION, tmp_path / "log", ONRECORD_WORKERS="2", ONRECORD_MAX_REQUESTS="20")
    server.wait(30)
    load = Load(server, 6)
    time.sleep(5)
    load.end()
    assert server.stop() == 0
    assert load.statuses.keys() == {200}
    assert load.cut == []
    assert server.log.read_text().count("Booting worker") >= 4
