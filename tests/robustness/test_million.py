"""A million marks, and a million of other things, in one article: refused at once; where the limit
is raised, answered or given up in time. The process lives and reads the next article."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.pace import in_time
from tests.web.server import Server

MILLION = 1_000_000
BUDGET = 10
SLACK = 5.0
"""Seconds of the processor: the longest step between two looks at the clock."""

GOOD = "“The ferry is late,” said Ada Quill."

TEXTS = {
    "opening marks": "“" * MILLION,
    "plain marks": '"' * MILLION,
    "pairs": "“”" * (MILLION // 2),
    "apostrophes": "'" * MILLION,
    "words in marks": '"a" ' * (MILLION // 2),
    "a mark a line": '"a\n' * MILLION,
    "a paragraph a mark": "“a\n\n" * MILLION,
    "a quotation a line": '"a"\n' * (MILLION // 2),
    "a quotation a sentence": 'He said "no" to it. ' * 50_000,
    "all kinds of marks": "“‘\"'«‹„‚" * (MILLION // 8),
    "bidi controls": "\u202e\u2066\u200f“a”\u2069\u202c\n" * (MILLION // 9),
    "zero width": "\u200b“\u200d\u2060a\ufeff”\u200c" * (MILLION // 8),
    "combining": "“a" + "\u0301" * MILLION + "”",
    "one word": "a" * MILLION,
    "line ends": "\n" * MILLION + "“a”",
    "tags": "<p>" * (MILLION // 3) + "“a”",
    "nested marks": "“‘" * (MILLION // 4) + "a" + "’”" * (MILLION // 4),
    "nested tags": "<div><q>" * 50_000 + "“a”" + "</q></div>" * 50_000,
}


@pytest.fixture(scope="module")
def roomy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real service, with limits that nobody should set."""
    limits = {"ONRECORD_MAX_CHARACTERS": str(5 * MILLION), "ONRECORD_TIMEOUT": str(BUDGET)}
    log = tmp_path_factory.mktemp("million") / "log"
    server = Server("onrecord.web.wsgi:app", log, False, **limits)
    server.wait(120)
    yield server
    assert server.stop() == 0
    assert log.read_text("utf-8").count("Booting worker") == 1
    assert '"event": "exception"' not in log.read_text("utf-8")


@pytest.mark.long
@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("form", ["text/plain; charset=utf-8", "text/html"])
def test_it_is_answered_or_given_up_in_time(roomy: Server, name: str, form: str) -> None:
    answer = roomy.ask("POST", "/quotes", TEXTS[name].encode(), {"Content-Type": form})
    print(f"{name}, {form}: {answer.status} after {answer.seconds:.1f} s")
    assert answer.status in {200, 422, 503}
    if answer.status == 422:
        assert "holds no word" in answer.json["detail"] or "no text" in answer.json["detail"]
    if answer.status == 503:
        assert answer.json["type"] == "urn:onrecord:problem:out-of-time"
    assert in_time(answer.seconds, BUDGET + SLACK)
    assert roomy.post({"text": GOOD}).json["quotes"][0]["speaker"]["name"] == "Ada Quill"


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The service as it ships, but for its models."""
    log = tmp_path_factory.mktemp("usual") / "log"
    server = Server("tests.web.fake_wsgi:app", log, False)
    server.wait(30)
    yield server
    assert server.stop() == 0


@pytest.mark.parametrize("name", TEXTS)
def test_as_it_ships_it_is_refused_at_once(usual: Server, name: str) -> None:
    answer = usual.post_text(TEXTS[name])
    assert answer.status in {413, 422}
    assert in_time(answer.seconds, 1)
