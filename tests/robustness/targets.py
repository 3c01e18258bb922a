"""What is fuzzed: functions that take any bytes and fail where a promise is broken.

`fuzz.py` drives them with atheris; `test_corpus.py` replays what is kept of it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from typing import Any

from flask.testing import FlaskClient

from onrecord import quotations
from onrecord.bootstrap import load_pipeline
from onrecord.deadline import Deadline
from onrecord.document import html
from onrecord.document.offsets import OffsetUnit, Ruler
from onrecord.document.paragraphs import split
from onrecord.errors import InvalidArticle
from onrecord.options import Options, Section
from onrecord.pipeline import Pipeline
from onrecord.rendering import render
from onrecord.settings import Settings
from onrecord.types import Article, TextSpan
from onrecord.web.app import create_app
from tests.fakes import FakePipeline
from tests.pace import in_time, patience

LONGEST = 20_000
"""Characters; what is longer finds nothing new and takes long."""

SECONDS = 10.0
"""Of the processor, that reading so little may take."""

_WIDTH = {OffsetUnit.CODEPOINT: 4, OffsetUnit.UTF16: 2, OffsetUnit.UTF8: 1}
_CODING = {
    OffsetUnit.CODEPOINT: "utf-32-le",
    OffsetUnit.UTF16: "utf-16-le",
    OffsetUnit.UTF8: "utf-8",
}


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "ignore")[:LONGEST]


def marks(raw: bytes) -> None:
    """Quotation marks -> strings: inside the text, in order, each inside its parent."""
    text = _text(raw)
    found = quotations.find(text, split(text))
    assert list(found) == sorted(found, key=lambda s: (s.outer.start, -s.outer.end))
    for string in found:
        assert 0 <= string.outer.start < string.outer.end <= len(text)
        for part in string.parts:
            assert string.outer.contains(part)
        if string.parent is not None:
            assert found[string.parent].outer.contains(string.outer)


def markup(raw: bytes) -> None:
    """HTML -> text: every stretch of it stands somewhere in the source, in the same order."""
    source = _text(raw)
    reading = html.read(source)
    last = 0
    for place in range(0, len(reading.text), 7):
        span = TextSpan(place, min(len(reading.text), place + 5))
        there = reading.at(span)
        assert last <= there.start < there.end <= len(source)
        last = there.start
        cited = reading.cite(span)
        assert cited is None or cited.lower().startswith(("http://", "https://"))


def offsets(raw: bytes) -> None:
    """Code points -> other units and back by the codecs."""
    text = _text(raw)[:500]
    for unit, width in _WIDTH.items():
        ruler, coded = Ruler(text, unit), text.encode(_CODING[unit])
        for place in range(0, len(text), 3):
            start, end = ruler.at(place), ruler.at(len(text))
            assert coded[start * width : end * width].decode(_CODING[unit]) == text[place:]


_TYPES = ("application/json", "text/plain", "text/html", "application/x-ndjson")
_CODINGS = (None, None, "gzip", "zstd")
_ACCEPT = ("*/*", "application/ld+json", "text/csv", "application/json;q=0.1, text/*;q=0.\xff")


@cache
def _client() -> FlaskClient:
    return create_app(Settings(max_characters=LONGEST), FakePipeline(LONGEST)).test_client()


def request(raw: bytes) -> None:
    """Bodies, queries, codings and forms -> an answer or a problem, never a fault of ours."""
    kind, query, body = (raw[:1] or b"\0")[0], raw[1:40], raw[40:]
    media, coding, accept = _TYPES[kind % 4], _CODINGS[kind // 4 % 4], _ACCEPT[kind // 16 % 4]
    is_batch = media == _TYPES[3]
    headers = {"Content-Type": media, "Accept": accept}
    posted = _client().post(
        "/quotes/batch" if is_batch else "/quotes",
        environ_overrides={"QUERY_STRING": query.partition(b"\0")[0].decode("latin-1")},
        data=body,
        headers={**headers, **({"Content-Encoding": coding} if coding else {})},
    )
    with posted as answer:  # closed as a server does, which gives its place in the queue back
        assert answer.status_code < 500, answer.status_code
        told = answer.get_data()
        if answer.mimetype != "text/csv":
            for line in told.splitlines() if is_batch else [told]:
                _check_answer(json.loads(line), answer.status_code)


def _check_answer(told: dict[str, Any], status: int) -> None:
    problem = told.get("error", {}) if status == HTTPStatus.OK else told
    assert problem.get("status", 200) < 500, told


@cache
def _pipeline() -> Pipeline:
    return load_pipeline(Settings())


def pipeline(raw: bytes) -> None:
    """Everything: each span of the answer cuts its text out, in time."""
    text, started = _text(raw), time.process_time()
    try:
        found = _pipeline().extract(Article(text), Deadline(patience(10 * SECONDS)))
    except InvalidArticle:
        return
    assert in_time(time.process_time() - started, SECONDS)
    answer = render(found, Options(include=frozenset(Section)), "a", 0.0)
    _check_spans(answer, text)


def _check_spans(node: object, text: str) -> None:
    if isinstance(node, list):
        for below in node:
            _check_spans(below, text)
    elif isinstance(node, dict):
        if "start" in node:
            assert text[node["start"] : node["end"]] == node["text"]
        for below in node.values():
            _check_spans(below, text)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "marks": marks,
    "markup": markup,
    "offsets": offsets,
    "request": request,
    "pipeline": pipeline,
}
