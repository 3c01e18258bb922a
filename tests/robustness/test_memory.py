"""Processes that grow, and articles that want more memory than there is."""

from __future__ import annotations

import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.robustness.growing_wsgi import KEPT
from tests.web.server import Server

APPLICATION = "tests.robustness.growing_wsgi:app"
RECYCLE, MOST = 300, 1_200
CLIENTS, EACH = 6, 20


def start(folder: Path, **settings: str) -> Server:
    server = Server(APPLICATION, folder / "log", False, **settings)
    server.wait(30)
    return server


@pytest.mark.long
def test_a_process_that_has_grown_is_replaced_without_a_failed_request(tmp_path: Path) -> None:
    """Twice as much in all as two processes may hold together, under load, one try each."""
    limits = {"ONRECORD_RECYCLE_MEGABYTES": str(RECYCLE), "ONRECORD_WORKERS": "2"}
    server = start(tmp_path, **limits)
    statuses: Counter[int] = Counter()

    def client() -> None:
        for _ in range(EACH):
            statuses[server.post({"text": "Ada said “keep.”"}).status] += 1

    threads = [threading.Thread(target=client) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert server.stop() == 0
    assert statuses == {200: CLIENTS * EACH}
    replaced = [x for x in server.lines() if x["event"] == "process to be replaced"]
    assert len(replaced) >= CLIENTS * EACH * KEPT // RECYCLE // 2
    assert all(x["megabytes"] < RECYCLE + (CLIENTS + 1) * KEPT for x in replaced)
    assert server.log.read_text("utf-8").count("Booting worker") >= 2 + len(replaced) // 2


def test_an_article_that_wants_more_than_there_is_is_given_up_alone(tmp_path: Path) -> None:
    server = start(tmp_path, ONRECORD_MAX_MEGABYTES=str(MOST))
    for _ in range(5):
        refused = server.post({"text": "take all"})
        assert (refused.status, refused.json["title"]) == (503, "The article needs too much memory")
    lines = b'{"text": "take all"}\n{"text": "Ada said \xe2\x80\x9cYes.\xe2\x80\x9d"}\n'
    headers = {"Content-Type": "application/x-ndjson"}
    batch = server.ask("POST", "/quotes/batch", lines, headers).body.splitlines()
    assert b"urn:onrecord:problem:out-of-memory" in batch[0]
    assert b'"quotes"' in batch[1]
    time.sleep(0.1)
    assert server.stop() == 0
    log = server.log.read_text("utf-8")
    assert log.count("Booting worker") == 1
    assert '"event": "exception"' not in log


@pytest.mark.long
@pytest.mark.parametrize("name", ["ONRECORD_RECYCLE_MEGABYTES", "ONRECORD_MAX_MEGABYTES"])
def test_a_limit_without_room_for_the_models_ends_the_start(tmp_path: Path, name: str) -> None:
    server = Server("onrecord.web.wsgi:app", tmp_path / "log", False, **{name: "100"})
    with pytest.raises(AssertionError) as caught:
        server.wait(60)
    told = [line for line in str(caught.value).splitlines() if line.startswith("onrecord: ")]
    assert len(told) == 1
    assert f"{name} is 100; what is loaded at the start takes " in told[0]
