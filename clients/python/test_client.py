"""Every operation and every error through the generated client, against the running service."""

from __future__ import annotations

import io
import json
import os
import re
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import Any

import httpx
import pytest
from onrecord_client import AuthenticatedClient
from onrecord_client.api.quotations import extract_quotes, extract_quotes_from_many
from onrecord_client.api.service import (
    get_contract_json,
    get_contract_yaml,
    get_docs,
    get_health,
    get_metrics,
    get_page,
    get_page_file,
    get_readiness,
)
from onrecord_client.models import (
    Answer,
    ArticleRequest,
    ArticleRequestContentType,
    OffsetUnit,
    Problem,
)
from onrecord_client.types import UNSET, File, Unset

URL, GUARDED = os.environ["ONRECORD_URL"], os.environ["ONRECORD_GUARDED_URL"]
BUSY = os.environ["ONRECORD_BUSY_URL"]
TEXT = "Ada said: “Grüße 👩‍🚀, the mill 😀 stays e\u0301 open,” then “No.”"
CALLED: set[tuple[str, str]] = set()
"""Methods and paths that were asked for by these tests."""
MET: set[str] = set()
"""Kinds of problem that they were answered with."""


def note(response: httpx.Response) -> None:
    """Keep a record, for the last two tests."""
    CALLED.add((response.request.method, response.request.url.path))
    if response.headers.get("Content-Type") == "application/problem+json":
        MET.add(json.loads(response.read())["type"])


def client(url: str, token: str = "of-no-use-where-no-key-is-asked-for") -> AuthenticatedClient:
    hooks = {"event_hooks": {"response": [note]}}
    return AuthenticatedClient(url, token=token, httpx_args=hooks)


CLIENT = client(URL)


def ask(request: ArticleRequest) -> Answer:
    answer = extract_quotes.sync(client=CLIENT, body=request)
    assert isinstance(answer, Answer)
    return answer


@pytest.mark.parametrize(
    ("unit", "coding", "width"),
    [
        (OffsetUnit.CODEPOINT, "utf-32-le", 4),
        (OffsetUnit.UTF16, "utf-16-le", 2),
        (OffsetUnit.UTF8, "utf-8", 1),
    ],
)
def test_spans_cut_their_text_out(unit: OffsetUnit, coding: str, width: int) -> None:
    answer = ask(ArticleRequest(text=TEXT, offset_unit=unit))
    assert not isinstance(answer.quotes, Unset)
    for quote in answer.quotes:
        for span in quote.parts:
            cut = TEXT.encode(coding)[span.start * width : span.end * width]
            assert cut.decode(coding) == span.text


def test_html() -> None:
    html = "<p>Ada said: “The <b>mill</b> &amp; more.”"
    content_type = ArticleRequestContentType.TEXTHTML
    answer = ask(ArticleRequest(text=html, content_type=content_type))
    assert not isinstance(answer.quotes, Unset)
    part = answer.quotes[0].parts[0]
    assert html[part.start : part.end] == part.text
    assert part.shown == "The mill & more."


def test_a_batch() -> None:
    lines = [json.dumps({"id": n, "text": text}) for n, text in (("a", TEXT), ("b", ""))]
    body = File(io.BytesIO("\n".join(lines).encode()))
    done = extract_quotes_from_many.sync_detailed(client=CLIENT, body=body)
    assert done.status_code == HTTPStatus.OK
    got = [json.loads(line) for line in done.content.splitlines()]
    assert [(line["id"], "error" in line) for line in got] == [("a", False), ("b", True)]


def test_the_state_of_the_service() -> None:
    assert get_health.sync_detailed(client=CLIENT).status_code == HTTPStatus.OK
    assert get_readiness.sync_detailed(client=CLIENT).status_code == HTTPStatus.OK
    assert b"onrecord" in get_metrics.sync_detailed(client=CLIENT).content
    assert b"onrecord" in get_docs.sync_detailed(client=CLIENT).content
    assert b"onrecord" in get_contract_yaml.sync_detailed(client=CLIENT).content
    assert get_contract_json.sync_detailed(client=CLIENT).status_code == HTTPStatus.OK
    assert b"onrecord" in get_page.sync_detailed(client=CLIENT).content
    assert b"import" in get_page_file.sync_detailed("main.js", client=CLIENT).content


def test_other_forms() -> None:
    """The functions of the client read JSON alone; the `httpx` client below them takes any form."""
    asked = ArticleRequest(text=TEXT).to_dict()
    for form, begin in (("text/csv", b"article,id,type"), ("application/ld+json", b'{"@context"')):
        done = CLIENT.get_httpx_client().post("/quotes", json=asked, headers={"Accept": form})
        assert done.status_code == HTTPStatus.OK
        assert done.content.startswith(begin)


def test_a_warning() -> None:
    answer = ask(ArticleRequest(text="Der Rat hat am Dienstag die alte Brücke gesperrt. " * 5))
    assert not isinstance(answer.meta.warnings, Unset)
    assert answer.meta.warnings[0].type_ == "urn:onrecord:warning:not-english"


def test_what_the_caller_has_is_not_given_again() -> None:
    request = ArticleRequest(text=TEXT)
    tag = extract_quotes.sync_detailed(client=CLIENT, body=request).headers["ETag"]
    again = extract_quotes.sync_detailed(client=CLIENT, body=request, if_none_match=tag)
    assert again.status_code == HTTPStatus.NOT_MODIFIED


def refused(client: AuthenticatedClient, request: ArticleRequest) -> tuple[int, str]:
    problem = extract_quotes.sync(client=client, body=request)
    assert isinstance(problem, Problem)
    return problem.status, problem.type_.rpartition(":")[2]


def test_errors() -> None:
    assert refused(CLIENT, ArticleRequest(text="")) == (422, "invalid-field")
    assert refused(CLIENT, ArticleRequest(text="a" * 3_000_000)) == (413, "too-large")
    assert refused(CLIENT, ArticleRequest(text="raise a bug")) == (500, "internal-error")
    heavy = ArticleRequest(text="take all the memory")
    assert refused(CLIENT, heavy) == (503, "out-of-memory")
    picky = client(URL).with_headers({"Accept": "image/png"})
    assert refused(picky, ArticleRequest(text="a")) == (406, "not-acceptable")


def test_keys_and_limits() -> None:
    request = ArticleRequest(text="a")
    assert refused(client(GUARDED, token="wrong"), request) == (401, "unauthorized")
    desk = client(GUARDED, token="client-test-key")
    assert isinstance(extract_quotes.sync(client=desk, body=request), Answer)
    assert refused(desk, request) == (429, "too-many-requests")


def refused_detailed(
    client: AuthenticatedClient, title: str | Unset = UNSET, if_none_match: str | Unset = UNSET
) -> tuple[int, str]:
    done = extract_quotes.sync_detailed(
        client=client,
        body=ArticleRequest(text="a"),
        title=title,
        if_none_match=if_none_match,
    )
    assert isinstance(done.parsed, Problem)
    assert done.status_code == done.parsed.status
    return done.parsed.status, done.parsed.type_.rpartition(":")[2]


def test_errors_of_the_request_itself() -> None:
    elsewhere = client(f"{URL}/nowhere")
    assert refused_detailed(elsewhere) == (404, "not-found")
    assert refused_detailed(CLIENT, title="x" * 9_000) == (414, "uri-too-long")
    assert refused_detailed(CLIENT, if_none_match="x" * 70_000) == (431, "headers-too-large")
    compressed = client(URL).with_headers({"Content-Encoding": "deflate"})
    assert refused_detailed(compressed) == (415, "unsupported-media-type")
    compressed = client(URL).with_headers({"Content-Encoding": "gzip"})
    assert refused_detailed(compressed) == (400, "bad-request")


def test_a_server_that_is_busy() -> None:
    """It gives an article two seconds and lets one wait: of three the last finds no room."""
    slow = [ArticleRequest(text=f"take a minute {number}") for number in range(3)]
    with ThreadPoolExecutor(len(slow)) as pool:
        told = sorted(pool.map(lambda request: refused(client(BUSY), request), slow))
    assert told == [(503, "out-of-time"), (503, "out-of-time"), (503, "overloaded")]


@pytest.mark.parametrize(
    ("body", "kind"), [(b"{", "not-json"), (b'{"text": "\xff"}', "not-utf8"), (b"", "not-json")]
)
def test_bodies_that_no_function_of_the_client_makes(body: bytes, kind: str) -> None:
    headers = {"Content-Type": "application/json"}
    done = CLIENT.get_httpx_client().post("/quotes", content=body, headers=headers)
    assert Problem.from_dict(done.json()).type_ == f"urn:onrecord:problem:{kind}"


def test_a_method_that_the_path_does_not_know() -> None:
    """No function of the client makes one, but the `httpx` client below it can."""
    done = CLIENT.get_httpx_client().put("/quotes")
    assert (done.status_code, done.headers["Allow"]) == (405, "OPTIONS, POST")
    assert Problem.from_dict(done.json()).type_ == "urn:onrecord:problem:method-not-allowed"


def contract() -> Any:
    return get_contract_json.sync_detailed(client=CLIENT).content


def test_every_operation_was_called() -> None:
    paths = json.loads(contract())["paths"]
    operations = {(method.upper(), path) for path, item in paths.items() for method in item}
    assert {(m, path.replace("{name}", "main.js")) for m, path in operations} <= CALLED


def test_every_kind_of_problem_was_met() -> None:
    """The kinds are those that the contract has examples of."""
    kinds = set(re.findall(r"urn:onrecord:problem:[a-z0-9-]+", contract().decode()))
    assert len(kinds) >= 15
    assert kinds - MET == set()
