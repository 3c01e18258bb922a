"""What clients do to a connection: each costs itself alone, and no good request waits for it."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

from tests.fakes import DAWDLE
from tests.pace import patience, until, within
from tests.robustness import raw
from tests.web.server import Server

QUEUE = 3
THREADS = QUEUE + 2
"""All that a process has: one for each article that waits, one for that which is read, one more."""
PATIENCE = 2
BUDGET = 1
TEXT = b"Ada said: \xe2\x80\x9cYes.\xe2\x80\x9d"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    settings = {
        "ONRECORD_QUEUE": str(QUEUE),
        "ONRECORD_THREADS": "1",
        "ONRECORD_READ_TIMEOUT": str(PATIENCE),
        "ONRECORD_TIMEOUT": str(BUDGET),
    }
    running = Server("tests.web.fake_wsgi:app", tmp_path_factory.mktemp("raw") / "log", **settings)
    running.wait(30)
    yield running
    assert running.stop() == 0


@pytest.fixture(autouse=True)
def _the_worker_lives(server: Server) -> Any:
    yield
    assert server.post({"text": "Ada said “Yes.”"}).status == 200
    log = server.log.read_text("utf-8")
    assert log.count("Booting worker") == 1
    assert "Traceback" not in log
    assert '"event": "exception"' not in log


def is_answered_within(server: Server, seconds: float) -> None:
    """A good request is, in some seconds of the clock."""
    with within(seconds, time.monotonic):
        assert server.get("/healthz").status == 200


HEADS = {
    "nothing": b"",
    "half a line": b"GET /heal",
    "half a head": b"GET /healthz HTTP/1.1\r\nHost: a\r\n",
    "half a body": raw.post(TEXT, length=1_000),
    "half a chunk": b"POST /quotes HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n50\r\nAda",
}


@pytest.mark.parametrize("name", HEADS)
def test_clients_that_send_no_more_are_given_up(server: Server, name: str) -> None:
    """As many at once as there are threads, so that all of them are taken (slowloris)."""
    slow = [raw.connect(server) for _ in range(THREADS)]
    for connection in slow:
        connection.sendall(HEADS[name])
    time.sleep(0.2)
    # gunicorn gives five seconds to who sends nothing
    is_answered_within(server, 5.0 + PATIENCE + 3)
    for connection in slow:
        connection.close()


def test_clients_that_trickle_are_given_up(server: Server) -> None:
    slow = [raw.connect(server) for _ in range(THREADS)]
    end = time.monotonic() + patience(10)
    while slow and time.monotonic() < end:
        for connection in list(slow):
            try:
                connection.sendall(b"a")
            except ConnectionError:
                connection.close()
                slow.remove(connection)
        time.sleep(0.1)
    assert not slow
    is_answered_within(server, 3)


def test_clients_that_take_no_answer_are_given_up(server: Server) -> None:
    """A batch whose answers are not read: the server stops reading, then gives it up."""

    def told() -> list[dict[str, Any]]:
        return [x for x in server.lines() if x.get("request_id") == "takes-none"]

    with raw.connect(server, timeout=1) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        with suppress(TimeoutError):
            connection.sendall(raw.unread_batch("X-Request-ID: takes-none"))
        until(lambda: [entry["event"] for entry in told()] == ["request", "batch"], 20, 0.1)
    assert told()[-1]["lines"] < raw.UNREAD_LINES
    is_answered_within(server, 3)


def test_clients_that_never_close_hold_nobody_up(server: Server) -> None:
    """Each has its answer and stays: their ends must not be waited for one after another."""
    staying = []
    for _ in range(12):
        connection = raw.connect(server)
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        staying.append(connection)
    is_answered_within(server, 12 / THREADS + 3)
    for connection in staying:
        assert raw.answer(connection) is not None
        connection.close()


def test_a_batch_may_pause_between_two_lines_for_as_long_as_one_line_may(server: Server) -> None:
    line = b'{"text": "a"}\n'
    with raw.connect(server) as connection:
        head = b"POST /quotes/batch HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ndjson\r\n"
        connection.sendall(head + b"Transfer-Encoding: chunked\r\n\r\n")
        for _ in range(4):
            connection.sendall(b"%x\r\n%s\r\n" % (len(line), line))
            time.sleep(0.6 * PATIENCE)
        connection.sendall(b"0\r\n\r\n")
        got = raw.answer(connection)
    assert got is not None
    assert got.body.count(b'"id"') == 4
    assert b'"error"' not in got.body


def test_a_half_closed_connection_gets_its_answer(server: Server) -> None:
    with raw.connect(server) as connection:
        connection.sendall(raw.post(TEXT))
        connection.shutdown(socket.SHUT_WR)
        got = raw.answer(connection)
    assert got is not None
    assert got.status == 200


def test_a_client_that_goes_at_once_costs_nothing(server: Server) -> None:
    for body in (raw.post(TEXT), raw.post(TEXT, length=1_000), b"GET / HT", b""):
        for _ in range(25):
            connection = raw.connect(server)
            connection.sendall(body)
            linger = b"\x01\x00\x00\x00\x00\x00\x00\x00"  # closing resets the connection
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            connection.close()
    is_answered_within(server, 3)


def test_requests_in_a_pipeline_are_answered_in_order(server: Server) -> None:
    with raw.connect(server) as connection:
        last = raw.post(TEXT, "Connection: close")
        connection.sendall(raw.post(TEXT) * 9 + last)
        got = raw.answers(connection)
    assert got.count(b"HTTP/1.1 200 OK") == 10


@pytest.mark.parametrize("form", ["json", "x-ndjson"])
@pytest.mark.parametrize("path", ["/quotes", "/quotes/batch"])
def test_what_stands_behind_a_broken_chunk_is_no_request(
    server: Server, path: str, form: str
) -> None:
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/{form}\r\n"
    inner = b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Request-ID: smuggled\r\n\r\n"
    with raw.connect(server) as connection:
        connection.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n3;{'a' * 9_000}".encode())
        time.sleep(0.5)
        connection.sendall(b"\r\n" + inner + b"0\r\n\r\n")
        got = raw.answers(connection)
    assert got.startswith(b"HTTP/1.1 ")
    assert b"smuggled" not in got


def test_what_comes_behind_a_chunk_that_was_given_up_is_no_request(server: Server) -> None:
    inner = b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Request-ID: smuggled\r\n\r\n"
    with raw.connect(server) as connection:
        connection.sendall(HEADS["half a chunk"])
        time.sleep(PATIENCE + 0.5)
        with suppress(OSError):  # closed already
            connection.sendall(inner)
        got = raw.answers(connection)
    assert b"smuggled" not in got


LENGTHS = {
    "two lengths": (b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nAda", 400),
    "a length and chunks": (b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nAda", 400),
    "no number": (b"Content-Length: 3a\r\n\r\nAda", 400),
    "a sign": (b"Content-Length: +3\r\n\r\nAda", 400),
    "a huge number": (b"Content-Length: " + b"9" * 5_000 + b"\r\n\r\nAda", 400),
    "no length": (b"\r\nAda", 422),
    "an unknown coding": (b"Transfer-Encoding: rot13\r\n\r\nAda", 400),
    "a chunk without end": (b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nAda", 400),
    "a negative chunk": (b"Transfer-Encoding: chunked\r\n\r\n-3\r\nAda\r\n0\r\n\r\n", 400),
    "a chunk size of a megabyte": (
        b"Transfer-Encoding: chunked\r\n\r\n" + b"0" * 1_000_000 + b"3\r\nAda\r\n0\r\n\r\n",
        400,
    ),
    "endless extensions": (
        b"Transfer-Encoding: chunked\r\n\r\n3;" + b"a" * 100_000 + b"\r\nAda\r\n0\r\n\r\n",
        400,
    ),
    "a folded field": (b"X: a\r\n b\r\nContent-Length: 3\r\n\r\nAda", 400),
    "a bare line feed": (b"X: a\nContent-Length: 3\r\n\r\nAda", 400),
    "a NUL": (b"X: a\x00b\r\nContent-Length: 3\r\n\r\nAda", 400),
}


@pytest.mark.parametrize("name", LENGTHS)
def test_a_body_of_another_length_than_it_says_is_refused(server: Server, name: str) -> None:
    rest, status = LENGTHS[name]
    with raw.connect(server) as connection:
        connection.sendall(b"POST /quotes HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n")
        with suppress(OSError):  # it may have refused and closed already
            connection.sendall(rest)
            connection.shutdown(socket.SHUT_WR)
        got = raw.answer(connection)
    if got is None:  # so much came after the fault that the answer was lost
        assert len(rest) > 50_000
        return
    assert got.status == status, got.body
    assert b"urn:onrecord:problem:" in got.body


FLOODS = {
    "fields": b"X: a\r\n" * 100_000,
    "one field": b"X: " + b"a" * 10_000_000 + b"\r\n",
    "names": b"".join(b"X-%d: a\r\n" % n for n in range(50_000)),
    "one line": b"a" * 10_000_000,
}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_of_header_fields_is_refused(server: Server, name: str) -> None:
    with raw.connect(server) as connection:
        try:
            connection.sendall(b"GET /healthz HTTP/1.1\r\n" + FLOODS[name] + b"\r\n")
        except ConnectionError:  # it has stopped reading, as it should
            return
        got = raw.answer(connection)
    assert got is None or got.status in {400, 431}


def test_a_query_that_is_not_utf8_is_refused(server: Server) -> None:
    """Found by fuzzing."""
    with raw.connect(server) as connection:
        connection.sendall(b"POST /quotes?title=\xff HTTP/1.1\r\nHost: a\r\n\r\n")
        got = raw.answer(connection)
    assert got is not None
    assert got.status == 400


def test_an_article_past_its_time_gets_503_and_the_worker_goes_on(server: Server) -> None:
    started = time.monotonic()
    answer = server.post({"text": DAWDLE})
    assert (answer.status, answer.json["type"]) == (503, "urn:onrecord:problem:out-of-time")
    assert answer.json["detail"] == "the article was not read within 1 seconds"
    assert BUDGET <= time.monotonic() - started < BUDGET + patience(2)


def test_a_line_past_its_time_costs_that_line_alone(server: Server) -> None:
    lines = b'{"text": "a"}\n{"id": "slow", "text": "%s"}\n{"text": "b"}\n' % DAWDLE.encode()
    headers = {"Content-Type": "application/x-ndjson"}
    answer = server.ask("POST", "/quotes/batch", lines, headers)
    assert [b'"error"' in line for line in answer.body.splitlines()] == [False, True, False]
    assert b'{"id":"slow","error":{"type":"urn:onrecord:problem:out-of-time"' in answer.body
