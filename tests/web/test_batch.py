"""POST /quotes/batch over a real socket."""

from __future__ import annotations

import gzip
import json
import socket
import zlib
from collections.abc import Iterator
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families
from zstandard import ZstdDecompressor

from tests.fakes import BUG
from tests.pace import until
from tests.web.server import Answer, Server

LINES = {"Content-Type": "application/x-ndjson"}


def post(server: Server, *lines: object, query: str = "", **headers: str) -> Answer:
    raw = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    target = f"/quotes/batch{query}"
    return server.ask("POST", target, b"\n".join(raw), {**LINES, **headers})


def answers(answer: Answer) -> list[Any]:
    assert answer.status == 200
    return [json.loads(line) for line in answer.body.splitlines()]


def test_a_line_in_a_line_out_in_the_same_order(server: Server) -> None:
    asked = [{"id": str(n), "text": f"Ada said “{n}.”"} for n in range(20)]
    got = answers(post(server, *asked))
    assert [a["id"] for a in got] == [str(n) for n in range(20)]
    assert got[7]["quotes"][0]["text"] == "7."


def test_a_bad_line_costs_itself_alone(server: Server) -> None:
    bad = [
        b"{",
        b"\xff",
        b"[]",
        {"id": "x", "text": ""},
        {"id": "y", "text": "a", "incldue": []},
        {"id": "z", "text": BUG},
        b'{"text": "' + b"a" * 2_500_000 + b'"}',
    ]
    got = answers(post(server, *(x for line in bad for x in (line, {"text": "a “b”"}))))
    assert ["error" in a for a in got] == [True, False] * len(bad)
    kinds = [a["error"]["type"].rpartition(":")[2] for a in got[::2]]
    assert kinds == [
        "not-json",
        "not-utf8",
        "invalid-field",
        "invalid-field",
        "invalid-field",
        "internal-error",
        "too-large",
    ]
    assert [a["id"] for a in got[::2]] == [None, None, None, "x", "y", "z", None]
    assert "instance" not in got[0]["error"]


def test_empty_lines_are_passed_over(server: Server) -> None:
    assert len(answers(post(server, b"", b'{"text": "a"}\r', b"  ", b""))) == 1
    assert answers(post(server, b"")) == []


def test_options_of_the_query_hold_for_silent_lines(server: Server) -> None:
    lines = [{"text": "a “b”"}, {"text": "a “b”", "include": ["speakers"]}]
    first, second = answers(post(server, *lines, query="?include=quotes"))
    assert ("quotes" in first, "speakers" in first) == (True, False)
    assert ("quotes" in second, "speakers" in second) == (False, True)


def test_a_bad_query_is_told_before_any_line(server: Server) -> None:
    assert post(server, {"text": "a"}, query="?include=x").status == 422
    assert post(server, {"text": "a"}, Accept="text/csv").status == 406
    answer = server.ask("POST", "/quotes/batch", b"{}", {"Content-Type": "application/json"})
    assert answer.status == 415


def test_html_lines(server: Server) -> None:
    (got,) = answers(post(server, {"text": "<p>a “b&amp;”", "content_type": "text/html"}))
    assert got["quotes"][0]["parts"][0]["text"] == "b&amp;"


def test_a_compressed_batch(server: Server) -> None:
    raw = gzip.compress(b'{"id": "1", "text": "a"}\n' * 50)
    assert len(answers(post(server, raw, **{"Content-Encoding": "gzip"}))) == 50


def test_a_broken_compressed_batch_keeps_what_was_answered(server: Server) -> None:
    raw = gzip.compress(b'{"id": "1", "text": "a"}\n' * 50)
    got = answers(post(server, raw[:-8], **{"Content-Encoding": "gzip"}))
    assert len(got) == 51
    assert got[-1]["error"]["detail"] == "the body is not gzip"


def test_a_line_is_answered_before_the_next_is_sent(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=server.timeout) as connection:
        head = "POST /quotes/batch HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ndjson\r\n"
        connection.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode())
        received = _received(connection)
        for number in range(3):
            line = json.dumps({"id": f"n{number}", "text": "a"}).encode() + b"\n"
            connection.sendall(b"%x\r\n%s\r\n" % (len(line), line))
            while f'"id":"n{number}"' not in next(received):
                pass
        connection.sendall(b"0\r\n\r\n")


def inflater(coding: str) -> Any:
    return zlib.decompressobj(31) if coding == "gzip" else ZstdDecompressor().decompressobj()


@pytest.mark.parametrize("coding", ["gzip", "zstd"])
def test_answers_are_compressed_line_by_line(server: Server, coding: str) -> None:
    """Each can be read before the next line is sent."""
    connection = server.connect()
    connection.putrequest("POST", "/quotes/batch", skip_accept_encoding=True)
    for name, value in (*LINES.items(), ("Accept-Encoding", coding)):
        connection.putheader(name, value)
    connection.putheader("Transfer-Encoding", "chunked")
    connection.endheaders()
    reader, response = inflater(coding), None
    for number in range(3):
        line = json.dumps({"id": f"n{number}", "text": "Ada said “yes.” " * 50}).encode() + b"\n"
        connection.send(b"%x\r\n%s\r\n" % (len(line), line))
        if response is None:
            response = connection.getresponse()
            assert response.headers["Content-Encoding"] == coding
            assert "Accept-Encoding" in response.headers["Vary"]
        got = b""
        while not got.endswith(b"\n"):
            got += reader.decompress(response.read1())
        assert json.loads(got)["id"] == f"n{number}"
    connection.send(b"0\r\n\r\n")
    assert response is not None
    assert reader.decompress(response.read()) == b""
    assert reader.eof
    connection.close()


def test_a_batch_is_counted_and_logged(server: Server) -> None:
    before = metric(server, "onrecord_batch_first_line_seconds_count")
    words = metric(server, "onrecord_words_total")
    refused = metric(server, "onrecord_batch_lines_total", outcome="refused")
    lines = [{"text": "Ada said “Yes.”"}, b"{", {"text": "Ada said “No.”"}]
    assert len(answers(post(server, *lines, **{"X-Request-ID": "batch-1"}))) == 3
    assert metric(server, "onrecord_batch_first_line_seconds_count") == before + 1
    assert metric(server, "onrecord_words_total") == words + 6
    assert metric(server, "onrecord_batch_lines_total", outcome="refused") == refused + 1
    (told,) = [
        line
        for line in server.lines()
        if line["event"] == "batch" and line["request_id"] == "batch-1"
    ]
    assert (told["lines"], told["errors"], told["words"]) == (3, 1, 6)
    assert 0 < told["first_ms"] <= told["ms"]


def test_a_batch_whose_client_goes_is_logged_too(server: Server) -> None:
    line = b'{"id": "n", "text": "a"}\n'
    with socket.create_connection(("127.0.0.1", server.port), timeout=server.timeout) as connection:
        head = "POST /quotes/batch HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ndjson\r\n"
        head += "X-Request-ID: batch-gone\r\nTransfer-Encoding: chunked\r\n\r\n"
        connection.sendall(head.encode() + b"%x\r\n%s\r\n" % (len(line), line))
        while '"id":"n"' not in next(_received(connection)):
            pass

    def told() -> list[Any]:
        lines = [x for x in server.lines() if x.get("request_id") == "batch-gone"]
        return [entry["lines"] for entry in lines if entry["event"] == "batch"]

    until(lambda: bool(told()), 2)
    assert told() == [2]
    assert metric(server, "onrecord_requests_in_flight") == 1


def metric(server: Server, name: str, **labels: str) -> float:
    families = text_string_to_metric_families(server.get("/metrics").body.decode())
    samples = [s for f in families for s in f.samples if s.name == name]
    return sum(s.value for s in samples if labels.items() <= s.labels.items())


def _received(connection: socket.socket) -> Iterator[str]:
    while raw := connection.recv(65_536):
        yield raw.decode()
    pytest.fail("the connection was closed")
