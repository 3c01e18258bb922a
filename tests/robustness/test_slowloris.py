"""Very many slow clients at once: good requests are answered beside them."""

from __future__ import annotations

import resource
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress

import pytest

from onrecord.web.patience import HASTE, RECENT
from tests.pace import comes, in_time, patience, until, within
from tests.robustness import raw
from tests.web.server import Answer, Server

QUEUE, OTHERS = 7, 2
THREADS = QUEUE + 1 + OTHERS
CONNECTIONS = 1_000
"""That a process holds."""
PATIENCE = 30
"""Seconds for which the server waits for a client that nobody else waits for: so many that haste is
seen beside them, on a slow machine as well."""
TEXT = b"Ada said: \xe2\x80\x9cYes.\xe2\x80\x9d"

HEADS = {
    "nothing": b"",
    "a byte": b"P",
    "half a line": b"GET /heal",
    "half a head": b"GET /healthz HTTP/1.1\r\nHost: a\r\nX: a\r",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    settings = {
        "ONRECORD_QUEUE": str(QUEUE),
        "ONRECORD_THREADS": str(OTHERS),
        "ONRECORD_READ_TIMEOUT": str(PATIENCE),
    }
    folder = tmp_path_factory.mktemp("slow")
    running = Server("tests.web.fake_wsgi:app", folder / "log", **settings)
    running.wait(30)
    yield running
    with within(6, time.monotonic):  # slow clients do not hold the end up
        assert running.stop() == 0
    log = running.log.read_text("utf-8")
    assert log.count("Booting worker") == 1
    assert "Traceback" not in log


def crowd(server: Server, stack: ExitStack, count: int, sent: bytes) -> list[socket.socket]:
    """So many connections on which so much has been sent."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < CONNECTIONS + count:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    made = []
    for _ in range(count):
        connection = stack.enter_context(raw.connect(server))
        connection.sendall(sent)
        made.append(connection)
    return made


def is_answered(server: Server, count: int = 20, seconds: float = 2) -> None:
    """Each of some good requests is, one after another, in some seconds of the clock."""
    for _ in range(count):
        started = time.monotonic()
        assert status(server) == 200
        assert in_time(time.monotonic() - started, seconds)


def status(server: Server) -> int:
    """Of the answer to a good request."""
    return server.post({"text": "Ada said “Yes.”"}).status


@pytest.mark.parametrize("name", HEADS)
def test_clients_without_a_head_keep_no_thread(server: Server, name: str) -> None:
    """More of them than threads, by far, and half as many again as there is room for."""
    with ExitStack() as stack:
        crowd(server, stack, CONNECTIONS * 3 // 2, HEADS[name])
        is_answered(server)


def test_clients_that_trickle_their_heads_keep_no_thread(server: Server) -> None:
    with ExitStack() as stack:
        slow = crowd(server, stack, 500, b"GET /healthz HTTP/1.1\r\n")
        for turn in range(5):
            for connection in slow:
                with suppress(OSError):
                    connection.sendall(b"X-%d: a\r\n" % turn)
            is_answered(server, 5)


def test_one_who_goes_on_slowly_with_his_head_is_answered(server: Server) -> None:
    """A byte at a time, and the next request on the same connection as well."""
    with raw.connect(server) as connection:
        for _ in range(2):
            for byte in raw.post(TEXT):
                connection.sendall(bytes([byte]))
                time.sleep(0.002)
            got = raw.answer(connection)
            assert got is not None
            assert got.status == 200


def test_a_head_that_ends_too_soon_is_no_busy_loop(server: Server) -> None:
    """The client closes its half of the connection in the middle of a head."""
    with ExitStack() as stack:
        for connection in crowd(server, stack, 50, b"GET /heal"):
            connection.shutdown(socket.SHUT_WR)
        before = server.busy() or 0.0
        time.sleep(2)
        assert (server.busy() or 0.0) - before < 1


@pytest.mark.long
def test_clients_that_send_half_a_body_are_given_up_in_haste(server: Server) -> None:
    """Ten times as many as there are threads, all of which they take: each has a second."""
    with ExitStack() as stack:
        crowd(server, stack, 10 * THREADS, raw.post(TEXT, length=1_000))
        is_answered(server, 1, 10 + 5)
        is_answered(server)


def test_one_who_sends_a_large_body_is_waited_for_in_a_crowd(server: Server) -> None:
    """Twice as fast as the least that is asked for, beside enough others for all threads."""
    body = b"Ada said: " + b"a" * 200_000
    with ExitStack() as stack:
        crowd(server, stack, 3 * THREADS, raw.post(TEXT, length=1_000))
        good = stack.enter_context(raw.connect(server))
        good.sendall(raw.post(b"", length=len(body)))
        for at in range(0, len(body), 10_000):
            good.sendall(body[at : at + 10_000])
            time.sleep(0.1)
        got = raw.answer(good)
    assert got is not None
    assert got.status in {200, 422}


def line(text: bytes) -> bytes:
    """A line of a batch, as a chunk."""
    return b"%x\r\n%s\n\r\n" % (len(text) + 1, text)


BATCH = (
    b"POST /quotes/batch HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ndjson\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n"
)


def beside_pausing_batches(server: Server) -> Answer:
    """The first try of a request where batches without a next line have all places; the second one
    gets a place."""
    with ExitStack() as stack:
        crowd(
            server,
            stack,
            QUEUE + 1,
            BATCH + line(b'{"text": "Ada said \xe2\x80\x9cYes.\xe2\x80\x9d"}'),
        )
        time.sleep(HASTE)
        first = server.post({"text": "Ada said “Yes.”"})
        time.sleep(patience(1))
        assert status(server) == 200
        return first


def test_batches_that_pause_hold_no_places_that_others_want(server: Server) -> None:
    """On a busy machine one of the batches may be refused, so that the others give their places up
    before the request comes: then it is tried again."""
    tries = (beside_pausing_batches(server) for _ in range(3))
    refused = next((first for first in tries if first.status != 200), None)
    assert refused is not None
    assert (refused.status, refused.headers["retry-after"]) == (503, "1")


def beside_unread_batches(server: Server, batch: bytes) -> bool:
    """Whether a request is refused where batches whose answers nobody takes have all places; those
    behind it get one."""
    time.sleep(RECENT)  # a refusal of before makes the server hasty with the first of them
    with ExitStack() as stack:
        for connection in crowd(server, stack, QUEUE + 1, b""):
            connection.settimeout(0.2)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
            with suppress(TimeoutError):
                connection.sendall(batch)
        refused = comes(lambda: status(server) == 503, 6)
        until(lambda: status(server) == 200, 3 * HASTE, 0.2)
        return refused


def test_batches_whose_answers_nobody_takes_hold_no_places_either(server: Server) -> None:
    """All places are taken by those who send as long as they can, and never read. On a busy machine
    one of them may be refused a place, and the others give theirs up: then it is tried again."""
    batch = raw.unread_batch()
    assert status(server) == 200  # and the contract has been read
    assert any(beside_unread_batches(server, batch) for _ in range(3))
