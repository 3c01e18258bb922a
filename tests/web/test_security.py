"""What hostile articles, ids and requests do not get to do: to browsers, spreadsheets and logs."""

from __future__ import annotations

import csv
import io
import json
import socket
from urllib.parse import quote

import pytest

from tests.web.server import Server

GUARDED = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
}


@pytest.mark.parametrize("path", ["/healthz", "/docs", "/openapi.yaml", "/nowhere", "/metrics"])
def test_every_answer_tells_browsers_to_be_careful(server: Server, path: str) -> None:
    headers = server.get(path).headers
    assert GUARDED.items() <= headers.items()
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_answers_to_what_is_no_request_are_as_careful(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=server.timeout) as connection:
        connection.sendall(b"hello\r\n\r\n")
        head = connection.recv(65_536).decode().lower()
    for name, value in GUARDED.items():
        assert f"{name}: {value}".lower() in head


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_spreadsheet_computes_nothing(server: Server, start: str) -> None:
    asked = {"id": f'{start}HYPERLINK("a")', "text": f"Ada “{start}cmd|' /C calc'!A0”"}
    answer = server.post(asked, Accept="text/csv")
    (row,) = csv.DictReader(io.StringIO(answer.body.decode(), newline=""))
    assert row["article"] == f"'{asked['id']}"
    assert row["text"] == f"'{start}cmd|' /C calc'!A0"
    assert not any(value.startswith(tuple("=+-@\t\r\n")) for value in row.values() if value)


def test_nobody_writes_lines_of_his_own_into_the_log(server: Server) -> None:
    forged = quote('\n{"event": "forged"}\r\n\x1b[31m\u2028\u2029\x7f\x9b31m\u202e')
    server.ask("GET", f"/{forged}", None, {"X-Request-ID": "a\tb", "traceparent": "00-\x0b"})
    server.get(f"/told/{forged}")
    server.ask("POST", f"/quotes?title={forged}", b"a", {"Content-Type": "text/plain"})
    for entry in server.lines():  # each line is one JSON object
        assert entry["event"] != "forged"
    raw = server.log.read_bytes()
    assert all(byte == 10 or 32 <= byte < 127 for byte in raw)
    assert b"/told/" in raw
    assert rb"\u2028\u2029\u007f\u009b31m\u202e" in raw


def test_an_answer_holds_no_field_of_the_caller(server: Server) -> None:
    """Nothing of a request gets into the head of its answer, but a sane request id."""
    asked = {"X-Request-ID": "a: b", "Origin": "https://evil.example", "Accept": "text/csv"}
    answer = server.post({"text": "Ada “b”", "id": "x\r\nSet-Cookie: a=b"}, **asked)
    assert "evil" not in json.dumps(answer.headers)
    assert "set-cookie" not in answer.headers
