"""The worker counts its connections right: it is by that count that it knows when it may end."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator
from concurrent.futures import Future

import pytest
from gunicorn.config import Config
from gunicorn.util import close_graceful
from gunicorn.workers.gthread import TConn

from onrecord.web.patience import Impatient
from onrecord.web.worker import Worker


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker(1, os.getpid(), [], None, 30, Config(), logging.getLogger("test"))
    yield made
    made.tmp.close()


@pytest.mark.parametrize("is_closed", [True, False])
def test_a_connection_that_is_over_is_counted_once(worker: Worker, is_closed: bool) -> None:
    client, ours = socket.socketpair()
    client.close()
    conn = TConn(worker.cfg, Impatient.of(ours, 1.0), "", "")
    worker.nr_conns = 3
    if is_closed:
        close_graceful(conn.sock, 0.1)
    answered: Future[bool] = Future()
    answered.set_result(False)
    worker.finish_request(conn, answered)
    assert worker.nr_conns == 2
    assert conn.sock.fileno() < 0
