"""A real gunicorn on a real socket, and a client that holds every answer to the contract."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.pace import patience
from tests.web import contract

ROOT = Path(__file__).parents[2]
CONFIG = "python:onrecord.web.gunicorn_conf"


@dataclass(frozen=True)
class Answer:
    """One answer. `seconds` are those that the server worked, whatever else the machine did."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float

    @property
    def json(self) -> Any:
        """The body, read."""
        return json.loads(self.body)


class Server:
    """One running service."""

    def __init__(
        self, application: str, log: Path, is_measured: bool = True, /, **settings: str
    ) -> None:
        """Start one; coverage, which slows the models down, is measured unless told otherwise."""
        self.port = _free_port()
        self.log = log
        self.timeout = patience(60)
        environ = {**os.environ, "ONRECORD_BIND": f"127.0.0.1:{self.port}"}
        environ |= {"ONRECORD_WORKERS": "1", **settings}
        environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "service"), *sys.path])
        if not is_measured:
            environ = {k: v for k, v in environ.items() if not k.startswith("COVERAGE_PROCESS_")}
        command = [sys.executable, "-m", "gunicorn", "-c", CONFIG, application]
        with log.open("wb") as sink:
            self._process = subprocess.Popen(
                command, env=environ, cwd=ROOT, stdout=sink, stderr=sink, stdin=subprocess.DEVNULL
            )

    @property
    def pid(self) -> int:
        """Of the process that the others are children of."""
        return self._process.pid

    def wait(self, seconds: float) -> None:
        """Until it answers that it is ready: an idle machine has these seconds for it."""
        deadline = time.monotonic() + patience(seconds)
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                self.get("/readyz")
                return
            except OSError:
                time.sleep(0.05)
        self.stop()
        raise AssertionError(f"the server did not start:\n{self.log.read_text()}")

    def stop(self) -> int:
        """End it as an operator would; its exit status."""
        self._process.send_signal(signal.SIGTERM)
        try:
            return self._process.wait(patience(20))
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise

    def busy(self) -> float | None:
        """Processor seconds of the worker processes so far; None while there is none."""
        stats = [_stat(place) for place in Path("/proc").glob("[0-9]*/stat")]
        workers = [f for f in stats if f and int(f[1]) == self._process.pid]
        if not workers:
            return None
        return sum(int(f[11]) + int(f[12]) for f in workers) / os.sysconf("SC_CLK_TCK")

    def lines(self) -> list[dict[str, Any]]:
        """What it logged."""
        return [json.loads(line) for line in self.log.read_text("utf-8").splitlines()]

    def connect(self) -> http.client.HTTPConnection:
        """A connection of one's own."""
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)

    def ask(
        self, method: str, target: str, body: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        """Any request; the answer is held to the contract."""
        connection = self.connect()
        try:
            started, busy = time.perf_counter(), self.busy()
            connection.request(method, target, body, {**headers, "Connection": "close"})
            response = connection.getresponse()
            got = response.read()
            seconds, worked = time.perf_counter() - started, self.busy()
            if busy is not None and worked is not None:
                seconds = min(seconds, worked - busy)
        finally:
            connection.close()
        named = {name.lower(): value for name, value in response.getheaders()}
        if method != "HEAD" and got:
            contract.check(method, urlsplit(target).path, response.status, named, got)
        return Answer(response.status, named, got, seconds)

    def get(self, target: str, **headers: str) -> Answer:
        """A GET."""
        return self.ask("GET", target, None, headers)

    def post(self, body: object, **headers: str) -> Answer:
        """Post a JSON value, or the bytes of one, to `/quotes`."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.ask("POST", "/quotes", raw, {"Content-Type": "application/json", **headers})

    def post_text(self, text: str | bytes, **query: str) -> Answer:
        """Post a text to `/quotes`, the options in the query."""
        raw = text if isinstance(text, bytes) else text.encode()
        target = f"/quotes?{urlencode(query)}" if query else "/quotes"
        return self.ask("POST", target, raw, {"Content-Type": "text/plain; charset=utf-8"})


def _stat(place: Path) -> list[str]:
    """The fields of a process behind its name; none of one that has gone."""
    try:
        return place.read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
