"""HTML over a real socket: what a span points into."""

from __future__ import annotations

import pytest

from tests.web.server import Server

HTML = "<h1>😀 News</h1><p>Ada   said: “The <b>mill</b> &amp; the&nbsp;weir stay.”</p>"


@pytest.mark.parametrize(
    ("unit", "coding", "width"),
    [("codepoint", "utf-32-le", 4), ("utf16", "utf-16-le", 2), ("utf8", "utf-8", 1)],
)
def test_spans_point_into_the_source(server: Server, unit: str, coding: str, width: int) -> None:
    body = {"text": HTML, "content_type": "text/html", "offset_unit": unit}
    answer = server.post(body).json
    (part,) = answer["quotes"][0]["parts"]
    cut = HTML.encode(coding)[part["start"] * width : part["end"] * width].decode(coding)
    assert cut == part["text"] == "The <b>mill</b> &amp; the&nbsp;weir stay."
    assert part["shown"] == answer["quotes"][0]["text"] == "The mill & the\u00a0weir stay."
    assert answer["meta"]["offsets_in"] == "source"
    assert "text" not in answer


def test_spans_point_into_the_text_where_that_is_asked_for(server: Server) -> None:
    body = {"text": HTML, "content_type": "text/html", "offsets_in": "text"}
    answer = server.post(body).json
    assert answer["text"] == "😀 News\n\nAda said: “The mill & the\u00a0weir stay.”"
    (part,) = answer["quotes"][0]["parts"]
    assert answer["text"][part["start"] : part["end"]] == part["text"]
    assert "shown" not in part


def test_html_can_be_the_body(server: Server) -> None:
    headers = {"Content-Type": "text/html; charset=utf-8"}
    as_body = server.ask("POST", "/quotes?offsets_in=text", HTML.encode(), headers).json
    as_field = server.post({"text": HTML, "content_type": "text/html", "offsets_in": "text"}).json
    for answer in (as_body, as_field):
        del answer["meta"]["elapsed_ms"]
    assert as_body == as_field


def test_plain_text_is_not_read_as_html(server: Server) -> None:
    answer = server.post({"text": "Ada said “a <b>b</b>.”", "offsets_in": "text"}).json
    assert answer["quotes"][0]["text"] == "a <b>b</b>."
    assert "offsets_in" not in answer["meta"]


def test_the_limit_holds_for_the_source(server: Server) -> None:
    body = {"text": "a" + "<!-- b -->" * 20_000, "content_type": "text/html"}
    assert server.post(body).json["detail"].startswith("text is 200,001 characters long")
