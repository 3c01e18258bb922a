"""POST /quotes over a real socket: what a good request gets."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web import contract
from tests.web.server import Server

TEXT = "Ada said: “The mill stays open,” and 😀 later: “Nobody é leaves.” And “Come.” Then “Go.”"


def test_gives_the_default_sections(server: Server) -> None:
    answer = server.post({"text": TEXT})
    assert answer.status == 200
    assert list(answer.json) == ["id", "language", "quotes", "attributions", "speakers", "meta"]


def test_a_quotation_has_its_words_speaker_and_place(server: Server) -> None:
    quote = server.post({"text": TEXT}).json["quotes"][0]
    assert quote["text"] == "The mill stays open,"
    assert quote["parts"] == [{"start": 11, "end": 31, "text": "The mill stays open,"}]
    assert quote["speaker"]["name"] == "Ada"
    assert quote["speaker_mention"] == {"start": 0, "end": 3, "text": "Ada"}


def test_a_speaker_lists_its_quotations(server: Server) -> None:
    speaker = server.post({"text": TEXT}).json["speakers"][0]
    assert speaker["quotes"] == ["q1", "q3"]


def test_plain_text_gets_the_same_answer_as_json(server: Server) -> None:
    as_json, as_text = server.post({"text": TEXT}).json, server.post_text(TEXT).json
    for answer in (as_json, as_text):
        del answer["meta"]["elapsed_ms"]
    assert as_json == as_text


def test_the_same_text_always_gets_the_same_id(server: Server) -> None:
    first, second = server.post({"text": TEXT}).json, server.post_text(TEXT).json
    assert first["id"] == second["id"]
    assert first["id"] != server.post({"text": TEXT + " "}).json["id"]


def test_meta_tells_version_model_words_and_unit(server: Server) -> None:
    meta = server.post({"text": TEXT, "offset_unit": "utf8"}).json["meta"]
    assert meta["version"] == contract.document()["info"]["version"]
    assert (meta["model"], meta["words"], meta["offset_unit"]) == ("fake 1", 15, "utf8")


EVERYTHING = {
    "text": TEXT,
    "content_type": "text/plain",
    "id": "é/1",
    "title": "Mill stays",
    "byline": None,
    "published_at": "2031-05-17T08:30:60.25Z",
    "language": "en-GB",
    "include": ["quotes", "relations", "explanations"],
    "types": ["direct", "mixed"],
    "min_confidence": 0.5,
    "offset_unit": "utf16",
}


def test_takes_every_field(server: Server) -> None:
    answer = server.post(EVERYTHING)
    assert answer.status == 200
    assert answer.json["id"] == "é/1"
    assert answer.json["language"] == "en-GB"
    assert [q["id"] for q in answer.json["quotes"]] == ["q1", "q2", "q4"]
    assert "speakers" not in answer.json
    assert answer.json["explanations"][0]["features"][0]["contribution"] == 1.5


def test_takes_every_option_from_the_query(server: Server) -> None:
    answer = server.post_text(
        TEXT,
        id="7",
        title="Mill",
        byline="A",
        published_at="2031-05-17",
        language="en",
        include="quotes,relations",
        types="direct",
        min_confidence="9e-1",
        offset_unit="utf8",
    )
    assert answer.status == 200
    assert answer.json["id"] == "7"
    assert [q["id"] for q in answer.json["quotes"]] == ["q1", "q4"]
    assert len(answer.json["relations"]) == 4


def test_what_the_body_says_goes_before_the_query(server: Server) -> None:
    body = f'{{"text": "Ada said “Yes.”", "offset_unit": "{"utf8"}"}}'.encode()
    target = "/quotes?offset_unit=utf16&id=from-query"
    answer = server.ask("POST", target, body, {"Content-Type": "application/json"})
    assert answer.json["meta"]["offset_unit"] == "utf8"
    assert answer.json["id"] == "from-query"


@pytest.mark.parametrize(
    ("unit", "coding", "width"),
    [("codepoint", "utf-32-le", 4), ("utf16", "utf-16-le", 2), ("utf8", "utf-8", 1)],
)
def test_every_span_cuts_its_text_out_of_what_was_sent(
    server: Server, unit: str, coding: str, width: int
) -> None:
    sections = ["quotes", "attributions", "speakers", "relations"]
    answer = server.post({"text": TEXT, "offset_unit": unit, "include": sections}).json
    coded, spans = TEXT.encode(coding), list(_spans(answer))
    assert len(spans) > 10
    for span in spans:
        cut = coded[span["start"] * width : span["end"] * width]
        assert cut.decode(coding) == span["text"]


def _spans(node: Any) -> Any:
    if isinstance(node, dict):
        if {"start", "end"} <= node.keys():
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for below in node:
            yield from _spans(below)


def test_the_text_is_not_normalised(server: Server) -> None:
    text = "\ufeffAda\r\nsaid\u00a0“e\u0301 ﬁn\u202e \tB.” "
    part = server.post_text(text).json["quotes"][0]["parts"][0]
    assert part == {"start": 12, "end": 22, "text": "e\u0301 ﬁn\u202e \tB."}


def test_a_quotation_points_only_at_attributions_that_pass_the_threshold(server: Server) -> None:
    quotes = server.post({"text": TEXT, "min_confidence": 0.9}).json["quotes"]
    assert quotes[0]["attribution"] == "t1"


def test_no_quotation_is_no_error(server: Server) -> None:
    answer = server.post({"text": "Nothing was said."})
    assert (answer.status, answer.json["quotes"], answer.json["speakers"]) == (200, [], [])


def test_an_article_as_long_as_allowed_is_read(server: Server) -> None:
    assert server.post({"text": "é" * 200_000}).status == 200


def test_the_longest_article_fits_the_body_however_it_is_escaped(server: Server) -> None:
    body = b'{"text": "' + rb"\ud83d\ude00" * 199_999 + b'a"}'
    assert server.post(body).status == 200


@pytest.mark.parametrize("accept", ["*/*", "application/*", "application/json;q=0.5, text/html"])
def test_answers_json_where_it_is_accepted(server: Server, accept: str) -> None:
    assert server.post({"text": TEXT}, Accept=accept).status == 200
