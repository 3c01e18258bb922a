"""The lines for any other CMS, as docs/integrations.md has them."""

from __future__ import annotations

import re
from typing import Any

import flask
import pytest
import requests

from tests.integrations import wrong
from tests.integrations.conftest import KEY
from tests.web.server import ROOT, Server

PAGE = (ROOT / "docs" / "integrations.md").read_text("utf-8")
POST = {
    "id": "quay-1",
    "title": "The door",
    "language": "en",
    "text": "<p>Ada 🚢 said: “Come <b>in</b>.”</p>",
}


def webhook(url: str, key: str, stored: dict[str, Any]) -> flask.testing.FlaskClient:
    """An application with those lines in it."""
    lines = re.search(r"```python\n(@app\.post.*?)```", PAGE, re.DOTALL)
    assert lines is not None
    code = lines.group(1)
    assert len(code.split("def published():\n")[1].splitlines()) == 10
    app = flask.Flask("cms")
    names: dict[str, Any] = {
        "app": app,
        "request": flask.request,
        "requests": requests,
        "URL": url,
        "KEY": key,
        "store": stored.__setitem__,
    }
    exec(compile(code, "docs/integrations.md", "exec"), names)
    return app.test_client()


def test_a_published_article_is_stored_with_its_quotations(service: Server) -> None:
    stored: dict[str, Any] = {}
    client = webhook(f"http://127.0.0.1:{service.port}", KEY, stored)
    assert client.post("/published", json=POST).status_code == 204
    (quote,) = stored["quay-1"]
    assert quote["text"] == "Come in."
    assert quote["speaker"]["name"] == "Ada"
    span, html = quote["parts"][0], POST["text"].encode("utf-16-le")
    assert html[2 * span["start"] : 2 * span["end"]].decode("utf-16-le") == span["text"]


@pytest.mark.parametrize(
    ("status", "body"), [(429, b""), (500, b""), (503, b""), (422, b"{}"), (200, b"<h1>Hello</h1>")]
)
def test_the_cms_is_asked_to_send_again(status: int, body: bytes) -> None:
    stored: dict[str, Any] = {}
    with wrong.running() as server:
        server.status, server.body = status, body
        answer = webhook(server.url, KEY, stored).post("/published", json=POST)
    assert answer.status_code == 503
    assert stored == {}


def test_and_when_the_service_is_down() -> None:
    stored: dict[str, Any] = {}
    answer = webhook("http://127.0.0.1:9", KEY, stored).post("/published", json=POST)
    assert answer.status_code == 503
    assert stored == {}
