"""Stands between WordPress and the service, and can make it look down, slow or wrong."""

from __future__ import annotations

import http.client
import json
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from integrations.wordpress.proof.wordpress import free_port

SLOW_SECONDS = 10


def _problem(status: int, kind: str) -> bytes:
    problem = {
        "type": f"urn:onrecord:problem:{kind}",
        "title": kind,
        "status": status,
        "detail": kind,
        "instance": "/quotes#0",
    }
    if status == 422:
        problem["errors"] = [{"pointer": "/language", "detail": "is not supported"}]
    return json.dumps(problem).encode()


_QUOTE = {
    "id": "q1",
    "type": "direct",
    "text": "x",
    "speaker": None,
    "parts": [{"start": 0, "end": 1, "text": "x"}],
}

WRONG: dict[str, tuple[int, dict[str, str], bytes]] = {
    "malformed JSON": (200, {}, b'{"quotes": [{"id": "q1", "te'),
    "a page in place of JSON": (200, {"Content-Type": "text/html"}, b"<h1>Welcome</h1>"),
    "JSON of another shape": (200, {}, b'{"quotes": [{"text": 7}]}'),
    "a confidence of 97": (
        200,
        {},
        json.dumps({"quotes": [_QUOTE | {"confidence": 97}]}).encode(),
    ),
    "a redirection": (307, {"Location": "http://127.0.0.1:9/quotes"}, b""),
    "401": (401, {}, _problem(401, "unauthorized")),
    "413": (413, {}, _problem(413, "too-large")),
    "422": (422, {}, _problem(422, "invalid-field")),
    "429": (429, {"Retry-After": "37"}, _problem(429, "too-many-requests")),
    "500": (500, {}, _problem(500, "internal-error")),
    "503": (503, {}, b"upstream is not ready"),
}


class Switch:
    """A server at `address` that hands requests on to `service_port`, unless told otherwise."""

    def __init__(self, service_port: int) -> None:
        self.mode = "real"
        self.asked = 0
        self._service_port = service_port
        self._port = free_port()
        self._server: ThreadingHTTPServer | None = None
        self.address = f"http://127.0.0.1:{self._port}"

    def set(self, mode: str) -> None:
        """`real`, `down`, `slow`, or a key of `WRONG`."""
        self.mode = mode
        if mode == "down":
            self.stop()
        elif self._server is None:
            self._start()

    def stop(self) -> None:
        """Close the port."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def answer(self, path: str, headers: Any, body: bytes) -> tuple[int, dict[str, str], bytes]:
        """What is answered in the present mode."""
        self.asked += 1
        if self.mode == "slow":
            time.sleep(SLOW_SECONDS)
        if self.mode in WRONG:
            return WRONG[self.mode]
        connection = http.client.HTTPConnection("127.0.0.1", self._service_port, timeout=60)
        wanted = ("Content-Type", "Authorization", "Accept")
        passed = {name: headers[name] for name in wanted if headers[name]}
        connection.request("POST", path, body, passed)
        response = connection.getresponse()
        got = response.read()
        connection.close()
        return response.status, {"Content-Type": response.getheader("Content-Type", "")}, got

    def _start(self) -> None:
        switch = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"] or 0))
                status, headers, got = switch.answer(self.path, self.headers, body)
                with suppress(BrokenPipeError):  # who gave up waiting
                    self._send(status, headers, got)

            def _send(self, status: int, headers: dict[str, str], got: bytes) -> None:
                self.send_response(status)
                for name, value in {"Content-Type": "application/json", **headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(got)))
                self.end_headers()
                self.wfile.write(got)

            def log_message(self, *_: Any) -> None:
                """Nothing is logged."""

        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
