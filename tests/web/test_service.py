"""What surrounds `/quotes`, over a real socket: state, contract, request ids, logs, faults."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.fakes import BUG
from tests.pace import patience
from tests.web import contract
from tests.web.server import Server

SECRET = "Wilhelmina Featherstonehaugh"


def test_it_is_alive_and_ready(server: Server) -> None:
    assert server.get("/healthz").json == {"status": "alive"}
    assert server.get("/readyz").json == {"status": "ready", "model": "fake 1"}


def test_it_gives_out_its_contract(server: Server) -> None:
    as_yaml, as_json = server.get("/openapi.yaml"), server.get("/openapi.json")
    assert as_yaml.body == contract.PLACE.read_bytes()
    assert as_json.json == yaml.safe_load(as_yaml.body)


def test_head_is_answered_without_a_body(server: Server) -> None:
    answer = server.ask("HEAD", "/healthz", None, {})
    assert (answer.status, answer.body) == (200, b"")


@pytest.mark.parametrize("sent", ["desk-7", "a" * 128, "0b3:x@y~z_"])
def test_a_sane_request_id_is_kept(server: Server, sent: str) -> None:
    assert server.get("/healthz", **{"X-Request-ID": sent}).headers["x-request-id"] == sent


@pytest.mark.parametrize("sent", ["", "a b", "a" * 129, '"}', "é"])
def test_an_insane_request_id_is_replaced(server: Server, sent: str) -> None:
    got = server.get("/healthz", **{"X-Request-ID": sent}).headers["x-request-id"]
    assert re.fullmatch(r"[0-9a-f]{32}", got)


def test_request_ids_differ(server: Server) -> None:
    assert len({server.get("/healthz").headers["x-request-id"] for _ in range(20)}) == 20


def test_a_fault_of_ours_says_nothing_internal(server: Server) -> None:
    answer = server.post({"text": f"{SECRET} says: {BUG}"})
    assert answer.status == 500
    assert answer.json["type"] == "urn:onrecord:problem:internal-error"
    assert not re.search(r"Runtime|fakes|Traceback|cannot read|Wilhelmina", answer.body.decode())


def test_a_fault_of_ours_is_logged_with_its_place_and_without_the_article(server: Server) -> None:
    server.post({"text": f"{SECRET} says: {BUG}"}, **{"X-Request-ID": "fault-1"})
    entry = _logged(server, "fault-1", "exception")
    assert entry["error"] == "RuntimeError"
    assert "fakes.py" in entry["frames"][-1]
    assert "Wilhelmina" not in server.log.read_text()


def test_a_request_is_logged_in_one_line_without_the_article(server: Server) -> None:
    headers = {"Content-Type": "text/plain", "X-Request-ID": "logged-1"}
    body = f"“We lost,” {SECRET} said.".encode()
    server.ask("POST", "/quotes?title=Featherstonehaugh", body, headers)
    entry = _logged(server, "logged-1", "request")
    assert (entry["method"], entry["path"], entry["status"]) == ("POST", "/quotes", 200)
    assert (entry["words"], entry["level"]) == (5, "info")
    assert entry["ms"] >= 0
    assert "Featherstonehaugh" not in server.log.read_text()


def _logged(server: Server, identity: str, event: str) -> dict[str, Any]:
    deadline = time.monotonic() + patience(2)
    while time.monotonic() < deadline:
        for line in server.log.read_text("utf-8").splitlines():
            entry: dict[str, Any] = json.loads(line)
            if entry.get("request_id") == identity and entry["event"] == event:
                return entry
        time.sleep(0.02)
    raise AssertionError(f"nothing logged as {identity}")


def test_every_line_of_the_log_is_json(server: Server) -> None:
    assert all("event" in entry for entry in server.lines())


def test_a_connection_can_be_kept(server: Server) -> None:
    connection = server.connect()
    for _ in range(3):
        connection.request("GET", "/healthz")
        assert connection.getresponse().read() == b'{"status":"alive"}'
    connection.close()


def test_limits_come_from_the_environment(tmp_path: Path) -> None:
    limits = {"ONRECORD_MAX_CHARACTERS": "10", "ONRECORD_LOG_LEVEL": "warning"}
    small = Server("tests.web.fake_wsgi:app", tmp_path / "log", **limits)
    small.wait(30)
    try:
        assert "at most 10 are read" in small.post({"text": "a" * 11}).json["detail"]
        assert "larger than 65,656 bytes" in small.post({"text": "a" * 66_000}).json["detail"]
    finally:
        assert small.stop() == 0
    assert small.log.read_text() == ""


@pytest.mark.parametrize("name", ["ONRECORD_THREADS", "ONRECORD_BIND"])
def test_a_setting_that_cannot_be_used_is_told_in_one_line(tmp_path: Path, name: str) -> None:
    broken = Server("tests.web.fake_wsgi:app", tmp_path / "log", **{name: "many"})
    with pytest.raises(AssertionError):
        broken.wait(30)
    assert broken.log.read_text().startswith(f"onrecord: {name} is 'many'; ")
    assert broken.log.read_text().count("\n") == 1
