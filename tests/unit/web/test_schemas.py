from __future__ import annotations

import pytest
from werkzeug.datastructures import MultiDict

from onrecord.document.offsets import OffsetUnit
from onrecord.options import OffsetsIn, Options, Section
from onrecord.problems import Kind
from onrecord.stream import Asked
from onrecord.types import Article, QuotationType
from onrecord.web.errors import ProblemError
from onrecord.web.schemas import load_json, load_text

NONE: MultiDict[str, str] = MultiDict()


def faults(body: object, query: dict[str, str] | None = None) -> list[tuple[str, str]]:
    with pytest.raises(ProblemError) as caught:
        load_json(body, MultiDict(query or {}))
    assert caught.value.problem.kind is Kind.INVALID
    return [(fault.pointer, fault.detail) for fault in caught.value.problem.faults]


def test_a_text_alone_gets_the_defaults() -> None:
    expected = Asked(Article("a"), None, Options(), "a")
    assert load_json({"text": "a"}, NONE) == load_text("a", NONE) == expected


def test_every_field_has_its_place() -> None:
    body = {
        "text": "a",
        "content_type": "text/plain",
        "id": "1",
        "title": "t",
        "byline": "b",
        "published_at": "2031-05-17",
        "language": "en-GB",
        "include": ["relations"],
        "types": ["direct"],
        "min_confidence": 1,
        "offset_unit": "utf8",
        "offsets_in": "text",
    }
    assert load_json(body, NONE) == Asked(
        Article("a", "t", "b", "2031-05-17", "en-GB"),
        "1",
        Options(
            frozenset({Section.RELATIONS}),
            frozenset({QuotationType.DIRECT}),
            1.0,
            OffsetUnit.UTF8,
            OffsetsIn.TEXT,
        ),
        "a",
    )


def test_html_is_read_and_kept() -> None:
    asked = load_json({"text": "<p>A &amp; b", "content_type": "text/html"}, NONE)
    assert (asked.article.text, asked.source) == ("A & b", "<p>A &amp; b")
    assert load_text("<p>A &amp; b", NONE, "text/html").article == asked.article


def test_a_query_says_the_same_as_a_body() -> None:
    said = {"include": "quotes,relations", "types": "direct", "min_confidence": "0.25"}
    body = {"include": ["quotes", "relations"], "types": ["direct"], "min_confidence": 0.25}
    assert load_text("a", MultiDict(said)) == load_json({"text": "a", **body}, NONE)


def test_context_that_is_null_is_context_that_is_not_there() -> None:
    body = {"text": "a", "title": None, "byline": None, "published_at": None}
    assert load_json(body, NONE).article == Article("a")


def test_a_fault_in_the_query_counts_even_where_the_body_goes_before_it() -> None:
    assert faults({"text": "a", "offset_unit": "utf8"}, {"offset_unit": "x"}) == [
        ("/offset_unit", "is not supported; supported: codepoint, utf16, utf8")
    ]


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Text", "text"), ("inclued", "include"), ("offsetunit", "offset_unit"), ("lang", "language")],
)
def test_an_unknown_field_is_told_with_the_nearest_known_one(name: str, meant: str) -> None:
    assert faults({"text": "a", name: "a"}) == [(f"/{name}", f"is unknown; did you mean {meant}?")]


def test_an_unknown_field_near_to_none_is_told_with_all_of_them() -> None:
    ((pointer, detail),) = faults({"text": "a", "zzz": "a"})
    assert pointer == "/zzz"
    assert "text, " in detail and "offset_unit" in detail
