"""A server that is wrong in a way of one's choice."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Wrong:
    """What it answers with, and what it was asked; `drip` sends a byte a tenth of a second."""

    def __init__(self) -> None:
        self.status = 200
        self.headers: dict[str, str] = {}
        self.body = b""
        self.pause = 0.0
        self.drip = False
        self.asked: list[tuple[str, dict[str, str], bytes]] = []
        self.url = ""


@contextmanager
def running() -> Iterator[Wrong]:
    wrong = Wrong()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            wrong.asked.append((self.path, dict(self.headers), body))
            time.sleep(wrong.pause)
            with suppress(BrokenPipeError, ConnectionResetError):
                self.send_response(wrong.status)
                for name, value in wrong.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(wrong.body)))
                self.end_headers()
                for start in range(len(wrong.body)) if wrong.drip else ():
                    self.wfile.write(wrong.body[start : start + 1])
                    time.sleep(0.1)
                if not wrong.drip:
                    self.wfile.write(wrong.body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    wrong.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield wrong
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
