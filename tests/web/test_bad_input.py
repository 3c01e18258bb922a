"""POST /quotes over a real socket: what a bad request gets, quickly, from a worker that lives."""

from __future__ import annotations

import http.client
import json
import socket
from typing import Any

import pytest

from tests.pace import in_time
from tests.web import contract
from tests.web.server import Answer, Server

SECOND = 2.0
GOOD = "Ada said “Yes.”"


@pytest.fixture(autouse=True)
def _the_worker_lives(server: Server) -> Any:
    before = _workers(server)
    yield
    assert server.post({"text": GOOD}).status == 200
    assert _workers(server) == before


def _workers(server: Server) -> int:
    return server.log.read_text().count("Booting worker")


def refused(answer: Answer, status: int, kind: str, *said: str) -> Any:
    """The problem, after a look at what is common to all."""
    assert in_time(answer.seconds, SECOND)
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json
    assert (answer.status, problem["type"]) == (status, f"urn:onrecord:problem:{kind}")
    assert problem["instance"].endswith(f"#{answer.headers['x-request-id']}")
    for words in said:
        assert words in problem["detail"]
    return problem


NOT_JSON = {
    "empty": (b"", "nothing in it"),
    "white space": (b" \n", "nothing in it"),
    "text": (b"Ada said yes.", "line 1, column 1"),
    "cut off": (b'{"text": "Ada', "Unterminated string"),
    "two values": (b'{"text": "a"} {}', "Extra data"),
    "NaN": (b'{"text": "a", "min_confidence": NaN}', "NaN is no JSON number"),
    "Infinity": (b'{"text": "a", "min_confidence": -Infinity}', "-Infinity is no JSON number"),
    "duplicate member": (b'{"text": "a", "text": "b"}', "'text' is given twice"),
    "duplicate member below": (b'{"text": {"a": 1, "a": 2}}', "'a' is given twice"),
    "deep list": (b"[" * 1_000_000, "nested too deep"),
    "deep object": (b'{"text":' * 200_000, "nested too deep"),
    "deep and closed": (b"[" * 100_000 + b"]" * 100_000, "nested too deep"),
    "huge integer": (b'{"text": "a", "min_confidence": ' + b"9" * 1_000_000 + b"}", "digits"),
    "raw control character": (b'{"text": "a\x00b"}', "control character"),
}


@pytest.mark.parametrize("name", NOT_JSON)
def test_what_is_not_json(server: Server, name: str) -> None:
    body, said = NOT_JSON[name]
    refused(server.post(body), 400, "not-json", said)


@pytest.mark.parametrize("body", [b"[]", b"null", b'"text"', b"1", b"true"])
def test_json_that_is_no_object(server: Server, body: bytes) -> None:
    problem = refused(server.post(body), 422, "invalid-field", "no JSON object")
    assert problem["errors"][0]["pointer"] == ""


@pytest.mark.parametrize("body", [b'{"text": "a\xff"}', b"\xff\xfe{\x00}\x00"])
def test_json_that_is_not_utf8(server: Server, body: bytes) -> None:
    refused(server.post(body), 400, "not-utf8", "the byte at offset")


@pytest.mark.parametrize(
    "text", [b"a\xffb", b"a\xed\xa0\x80b", b"a\xc0\x80b", b"a\xf5\x80\x80\x80"]
)
def test_text_that_is_not_utf8(server: Server, text: bytes) -> None:
    refused(server.post_text(text), 400, "not-utf8", "the byte at offset 1 ")


FIELDS: dict[str, tuple[dict[str, object], str, str]] = {
    "no text": ({}, "/text", "is missing"),
    "null text": ({"text": None}, "/text", "is null"),
    "text is a number": ({"text": 7}, "/text", "is no string"),
    "text is a list": ({"text": ["a"]}, "/text", "is no string"),
    "empty text": ({"text": ""}, "/text", "is empty"),
    "white space": ({"text": " \n\t"}, "/text", "holds no words"),
    "apostrophes": ({"text": "'" * 200_000}, "/text", "holds no words"),
    "quotation marks": ({"text": "“”" * 100_000}, "/text", "holds no words"),
    "too long": ({"text": "a" * 200_001}, "/text", "200,001 characters long; at most 200,000"),
    "NUL": ({"text": "ab\x00c"}, "/text", "a NUL character at offset 2"),
    "high surrogate": ({"text": "abc\ud83d"}, "/text", "an unpaired surrogate at offset 3"),
    "low surrogate": ({"text": "\ude00abc"}, "/text", "an unpaired surrogate at offset 0"),
    "surrogate in the title": ({"text": "a", "title": "\ud800"}, "/title", "unpaired surrogate"),
    "NUL in the byline": ({"text": "a", "byline": "\x00"}, "/byline", "a NUL character"),
    "NUL in the id": ({"text": "a", "id": "\x00"}, "/id", "a NUL character"),
    "unknown field": ({"text": "a", "inclued": []}, "/inclued", "did you mean include?"),
    "odd unknown field": ({"text": "a", "a/~\ud800": 1}, "/a~1~0?", "is unknown; known: "),
    "id is a number": ({"text": "a", "id": 7}, "/id", "is no string"),
    "empty id": ({"text": "a", "id": ""}, "/id", "is empty"),
    "long id": ({"text": "a", "id": "x" * 201}, "/id", "201 characters long; at most 200"),
    "long title": ({"text": "a", "title": "x" * 1001}, "/title", "1,001 characters long"),
    "title is a list": ({"text": "a", "title": []}, "/title", "is no string"),
    "no date": ({"text": "a", "published_at": "yesterday"}, "/published_at", "is no date"),
    "wrong date": ({"text": "a", "published_at": "2031-02-30"}, "/published_at", "is no date"),
    "no offset": ({"text": "a", "published_at": "2031-02-03T10:00:00"}, "/published_at", "is no"),
    "other language": ({"text": "a", "language": "fr"}, "/language", "supported: en"),
    "no language": ({"text": "a", "language": ""}, "/language", "supported: en"),
    "like English": ({"text": "a", "language": "enx"}, "/language", "supported: en"),
    "pdf": ({"text": "a", "content_type": "application/pdf"}, "/content_type", "text/html"),
    "html without words": ({"text": "<p>", "content_type": "text/html"}, "/text", "is empty"),
    "empty html": ({"text": "<!---->", "content_type": "text/html"}, "/text", "no words"),
    "content type is a list": ({"text": "a", "content_type": []}, "/content_type", "supported: "),
    "include is a word": ({"text": "a", "include": "quotes"}, "/include", "is no list"),
    "include is empty": ({"text": "a", "include": []}, "/include", "is no list"),
    "include is null": ({"text": "a", "include": None}, "/include", "is null"),
    "unknown section": (
        {"text": "a", "include": ["quotes", "quoets"]},
        "/include/1",
        "mean quotes?",
    ),
    "section is a list": ({"text": "a", "include": [[]]}, "/include/0", "supported: quotes, "),
    "section twice": (
        {"text": "a", "include": ["quotes", "quotes"]},
        "/include",
        "names one twice",
    ),
    "many sections": ({"text": "a", "include": ["x"] * 400_000}, "/include", "more than the 5"),
    "unknown type": ({"text": "a", "types": ["spoken"]}, "/types/0", "supported: direct, mixed"),
    "confidence is a word": ({"text": "a", "min_confidence": "0.5"}, "/min_confidence", "0 to 1"),
    "confidence is true": ({"text": "a", "min_confidence": True}, "/min_confidence", "0 to 1"),
    "confidence is null": ({"text": "a", "min_confidence": None}, "/min_confidence", "is null"),
    "confidence above 1": ({"text": "a", "min_confidence": 1.01}, "/min_confidence", "0 to 1"),
    "confidence below 0": ({"text": "a", "min_confidence": -0.1}, "/min_confidence", "0 to 1"),
    "confidence is huge": ({"text": "a", "min_confidence": 10**4000}, "/min_confidence", "0 to 1"),
    "unknown unit": ({"text": "a", "offset_unit": "bytes"}, "/offset_unit", "utf16, utf8"),
}


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_at_fault(server: Server, name: str) -> None:
    body, pointer, detail = FIELDS[name]
    problem = refused(server.post(body), 422, "invalid-field")
    assert [fault["pointer"] for fault in problem["errors"]] == [pointer]
    assert detail in problem["errors"][0]["detail"]


def test_a_confidence_beyond_all_numbers(server: Server) -> None:
    problem = refused(server.post(b'{"text": "a", "min_confidence": 1e999}'), 422, "invalid-field")
    assert problem["errors"][0]["pointer"] == "/min_confidence"


def test_all_fields_at_fault_are_told_at_once(server: Server) -> None:
    body = {"text": "", "types": [], "offset_unit": "", "language": "de", "tilte": ""}
    problem = refused(server.post(body), 422, "invalid-field", "(4 more)")
    pointers = {fault["pointer"] for fault in problem["errors"]}
    assert pointers == {"/text", "/types", "/offset_unit", "/language", "/tilte"}


def test_a_body_of_faults_is_not_answered_by_its_like(server: Server) -> None:
    body: dict[str, object] = {f"{'x' * 10}{n}": 0 for n in range(100_000)}
    answer = server.post({**body, "text": "a"})
    problem = refused(answer, 422, "invalid-field", "(99,999 more)")
    assert len(problem["errors"]) == 20
    assert len(answer.body) < 10_000


def test_a_name_of_a_megabyte_is_cut(server: Server) -> None:
    answer = server.post({"text": "a", "x" * 1_000_000: 0})
    refused(answer, 422, "invalid-field")
    assert len(answer.body) < 2_000


QUERIES = {
    "incldue=quotes": ("/incldue", "did you mean include?"),
    "text=a": ("/text", "is unknown"),
    "include=": ("/include", "is no list"),
    "include=quotes,": ("/include/1", "is not supported"),
    "types=direct&types=mixed": ("/types", "is given more than once"),
    "min_confidence=nan": ("/min_confidence", "0 to 1"),
    "min_confidence=": ("/min_confidence", "0 to 1"),
    "min_confidence=0_0": ("/min_confidence", "0 to 1"),
    "min_confidence=2": ("/min_confidence", "0 to 1"),
    "offset_unit=UTF8": ("/offset_unit", "supported: codepoint"),
    "language=de": ("/language", "supported: en"),
    "published_at=today": ("/published_at", "is no date"),
    "id=%00": ("/id", "a NUL character"),
}


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("form", ["text/plain", "application/json"])
def test_a_query_at_fault(server: Server, query: str, form: str) -> None:
    body = GOOD.encode() if form == "text/plain" else json.dumps({"text": GOOD}).encode()
    answer = server.ask("POST", f"/quotes?{query}", body, {"Content-Type": form})
    problem = refused(answer, 422, "invalid-field")
    pointer, detail = QUERIES[query]
    assert problem["errors"][0]["pointer"] == pointer
    assert detail in problem["errors"][0]["detail"]


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_at_fault_is_refused_although_the_body_says_something_else(
    server: Server, query: str
) -> None:
    """Found by schemathesis: a date of the body hid one of the query that is none."""
    body = {
        "text": GOOD,
        "id": "a",
        "include": ["quotes"],
        "types": ["direct"],
        "min_confidence": 0.5,
        "offset_unit": "utf8",
        "language": "en",
        "published_at": "2031-05-17",
    }
    headers = {"Content-Type": "application/json"}
    answer = server.ask("POST", f"/quotes?{query}", json.dumps(body).encode(), headers)
    problem = refused(answer, 422, "invalid-field")
    assert problem["errors"][0]["pointer"] == QUERIES[query][0]


@pytest.mark.parametrize("text", ["", "   ", "'" * 200_000, "a\x00", "a" * 200_001])
def test_a_plain_text_at_fault(server: Server, text: str) -> None:
    problem = refused(server.post_text(text), 422, "invalid-field")
    assert problem["errors"][0]["pointer"] == "/text"


@pytest.mark.parametrize("size", [2_465_537, 10_000_000, 30_000_000])
def test_a_body_too_large(server: Server, size: int) -> None:
    body = b'{"text": "' + b"a" * (size - 12) + b'"}'
    refused(server.post(body), 413, "too-large", "larger than 2,465,536 bytes")


def test_a_body_too_large_without_a_length(server: Server) -> None:
    connection = server.connect()
    chunks = (b"a" * 100_000 for _ in range(100))
    connection.request("POST", "/quotes", chunks, {"Content-Type": "text/plain"})
    response = connection.getresponse()
    assert response.status == 413
    assert json.loads(response.read())["type"] == "urn:onrecord:problem:too-large"
    connection.close()


def test_a_body_shorter_than_announced(server: Server) -> None:
    connection = server.connect()
    connection.putrequest("POST", "/quotes")
    connection.putheader("Content-Type", "text/plain")
    connection.putheader("Content-Length", "1000")
    connection.endheaders(b"Ada said")
    connection.sock.shutdown(socket.SHUT_WR)
    response = connection.getresponse()
    assert response.status == 400
    assert "shorter than announced" in json.loads(response.read())["detail"]
    connection.close()


def test_a_length_beyond_all_bodies_is_refused_unread(server: Server) -> None:
    connection = server.connect()
    connection.putrequest("POST", "/quotes")
    connection.putheader("Content-Type", "text/plain")
    connection.putheader("Content-Length", str(10**12))
    connection.endheaders(b"Ada said")
    response = connection.getresponse()
    assert response.status == 413
    connection.close()


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "application/pdf"},
        {"Content-Type": "text/rtf"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "multipart/form-data; boundary=x"},
        {"Content-Type": "text/plain; charset=iso-8859-1"},
        {"Content-Type": "application/json", "Content-Encoding": "deflate"},
        {},
    ],
)
def test_a_media_type_that_is_not_read(server: Server, headers: dict[str, str]) -> None:
    answer = server.ask("POST", "/quotes", b'{"text": "a"}', headers)
    refused(answer, 415, "unsupported-media-type")


@pytest.mark.parametrize("accept", ["text/html", "image/*", "application/json;q=0"])
def test_an_answer_that_cannot_be_given(server: Server, accept: str) -> None:
    answer = server.post({"text": GOOD}, Accept=accept)
    refused(answer, 406, "not-acceptable", "application/json")


@pytest.mark.parametrize(
    "path",
    [
        "/quote",
        "/quotes/",
        "/page",
        "/page/",
        "/page/index.html",
        "/page/../app.py",
        "/page/%2e%2e%2fapp.py",
        "/%00",
        "/%FF",
        "/x" * 500,
        "//metrics",
        "///",
    ],
)
def test_an_unknown_path(server: Server, path: str) -> None:
    refused(server.get(path), 404, "not-found")


@pytest.mark.parametrize("name", ["Accept", "Accept-Encoding", "If-None-Match"])
@pytest.mark.parametrize(("method", "path"), [("POST", "/quotes"), ("GET", "/openapi.yaml")])
def test_a_list_that_would_take_long_to_read(
    server: Server, name: str, method: str, path: str
) -> None:
    headers = {name: 'W/"a",' * 1_300, "Content-Type": "application/json"}
    answer = server.ask(method, path, b'{"text": "a"}' if method == "POST" else None, headers)
    refused(answer, 431, "headers-too-large", f"{name} holds more than 4,096 characters")


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
def test_an_unknown_method(server: Server, method: str) -> None:
    answer = server.ask(method, "/quotes", None, {})
    refused(answer, 405, "method-not-allowed", "OPTIONS, POST")
    assert set(answer.headers["allow"].split(", ")) == {"OPTIONS", "POST"}


REQUESTS = {
    "not HTTP": (b"hello\r\n\r\n", 400, "bad-request"),
    "TLS": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400, "bad-request"),
    "header": (b"GET /healthz HTTP/1.1\r\nHost: a\r\nA B: c\r\n\r\n", 400, "bad-request"),
    "lengths": (
        b"POST /quotes HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        400,
        "bad-request",
    ),
    "query": (b"GET /healthz?" + b"a" * 9_000 + b" HTTP/1.1\r\n\r\n", 414, "uri-too-long"),
    "header field": (
        b"GET /healthz HTTP/1.1\r\nA: " + b"a" * 70_000 + b"\r\n\r\n",
        431,
        "headers-too-large",
    ),
    "header fields": (
        b"GET /healthz HTTP/1.1\r\n" + b"A: a\r\n" * 200 + b"\r\n",
        431,
        "headers-too-large",
    ),
    "chunk": (
        b"POST /quotes HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n"
        b"Transfer-Encoding: chunked\r\n\r\nzz\r\nAda\r\n0\r\n\r\n",
        400,
        "bad-request",
    ),
}


@pytest.mark.parametrize("name", REQUESTS)
def test_what_is_no_http_request(server: Server, name: str) -> None:
    raw, status, kind = REQUESTS[name]
    with socket.create_connection(("127.0.0.1", server.port), timeout=server.timeout) as connection:
        connection.sendall(raw)
        response = http.client.HTTPResponse(connection)
        response.begin()
        body = response.read()
    named = {name.lower(): value for name, value in response.getheaders()}
    contract.check("POST", "/quotes", response.status, named, body)
    assert (response.status, json.loads(body)["type"].split(":")[-1]) == (status, kind)
