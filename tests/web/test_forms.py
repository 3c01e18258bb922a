"""The forms of an answer, compression and entity tags, over a real socket."""

from __future__ import annotations

import csv
import gzip
import io
import json
from typing import Any

import pytest
import zstandard

from onrecord.representations.jsonld import CONTEXT
from tests.web import linked
from tests.web.linked import OA, SCHEMA
from tests.web.server import Server

TEXT = "Ada said: “The mill 😀 stays open,” and later: “Nobody leaves.” And “Come.”"


def test_linked_data_expands_without_the_network(server: Server) -> None:
    answer = server.post({"text": TEXT, "id": "a 1", "title": None}, Accept="application/ld+json")
    assert answer.headers["content-type"] == "application/ld+json"
    nodes = linked.check(answer.json)
    by_type = {node["@type"][0]: node for node in reversed(nodes)}
    quotation = by_type[f"{SCHEMA}Quotation"]
    assert quotation[f"{SCHEMA}text"] == [{"@value": "The mill 😀 stays open,"}]
    assert quotation[f"{SCHEMA}spokenByCharacter"] == [{"@id": "urn:onrecord:article:a%201#s1"}]
    assert by_type[f"{SCHEMA}Person"][f"{SCHEMA}name"] == [{"@value": "Ada"}]
    annotation = by_type[f"{OA}Annotation"]
    assert annotation[f"{OA}motivatedBy"] == [{"@id": f"{OA}identifying"}]
    (target,) = annotation[f"{OA}hasTarget"]
    exact, place = target[f"{OA}hasSelector"]
    assert exact[f"{OA}exact"] == quotation[f"{SCHEMA}text"]
    start, end = (int(place[f"{OA}{name}"][0]["@value"]) for name in ("start", "end"))
    assert TEXT[start:end] == "The mill 😀 stays open,"
    assert TEXT[:start].endswith(exact[f"{OA}prefix"][0]["@value"])


def test_every_member_of_linked_data_is_a_term_of_its_context(server: Server) -> None:
    document = server.post({"text": TEXT}, Accept="application/ld+json").json

    def names(node: Any) -> set[str]:
        below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
        own = set(node) if isinstance(node, dict) else set()
        return own.union(*(names(x) for x in below))

    assert names(document["@graph"]) <= CONTEXT.keys()


def test_linked_data_counts_code_points_of_the_text(server: Server) -> None:
    html = {"text": f"<p>{TEXT}", "content_type": "text/html", "offset_unit": "utf16"}
    linked = {"Accept": "application/ld+json"}
    graphs = [server.post(body, **linked).json["@graph"] for body in (html, {"text": TEXT})]
    selectors = [next(n["target"] for n in graph if "target" in n) for graph in graphs]
    assert selectors[0][0]["selector"] == selectors[1][0]["selector"]


def test_a_table_has_a_row_for_each_quotation(server: Server) -> None:
    answer = server.post({"text": TEXT, "id": "a", "include": ["speakers"]}, Accept="text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.body.decode())))
    assert [row["id"] for row in rows] == ["q1", "q2", "q3"]
    assert rows[0]["text"] == "The mill 😀 stays open,"


def test_csv_of_html_holds_what_a_reader_sees(server: Server) -> None:
    asked = {"text": "<p><b>A</b>da said: “The mill burned.”</p>", "content_type": "text/html"}
    answer = server.post(asked, Accept="text/csv")
    (row,) = csv.DictReader(io.StringIO(answer.body.decode()))
    assert row["mention"] == "Ada"


def test_the_form_liked_best_is_given(server: Server) -> None:
    accept = "text/csv;q=0.5, application/ld+json;q=0.9, application/json;q=0.1"
    answer = server.post({"text": TEXT}, Accept=accept)
    assert answer.headers["content-type"] == "application/ld+json"
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("application/json; charset=utf-8", "application/json"),
        ("application/json;charset=UTF-8, */*;q=0.1", "application/json"),
        ('application/ld+json; profile="https://www.w3.org/ns/anno.jsonld"', "application/ld+json"),
        ("text/csv; header=present", "text/csv"),
        ("text/html, */*; q=0.01", "application/json"),
        ("*/*", "application/json"),
    ],
)
def test_parameters_of_what_is_accepted_are_passed_over(
    server: Server, accept: str, form: str
) -> None:
    answer = server.post({"text": TEXT}, Accept=accept)
    assert (answer.status, answer.headers["content-type"].partition(";")[0]) == (200, form)


def zstd(raw: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(raw)


@pytest.mark.parametrize(("coding", "compress"), [("gzip", gzip.compress), ("zstd", zstd)])
def test_a_body_may_be_compressed(server: Server, coding: str, compress: Any) -> None:
    raw = json.dumps({"text": TEXT * 100, "id": "a"}).encode()
    answer = server.post(compress(raw), **{"Content-Encoding": coding})
    assert (answer.status, answer.json["id"]) == (200, "a")
    answer = server.post(compress(raw[:10]) + compress(raw[10:]), **{"Content-Encoding": coding})
    assert (answer.status, answer.json["id"]) == (200, "a")


@pytest.mark.parametrize("coding", ["gzip", "zstd"])
@pytest.mark.parametrize(
    "body", [b"", b"no such thing", gzip.compress(b"{}", mtime=0)[:-4], zstd(b"{}")[:-2]]
)
def test_a_body_that_is_not_what_it_says(server: Server, coding: str, body: bytes) -> None:
    assert server.post(body, **{"Content-Encoding": coding}).status == 400


@pytest.mark.parametrize(("accept", "coding"), [("gzip", "gzip"), ("br, zstd, gzip", "zstd")])
def test_an_answer_is_compressed_where_that_is_accepted(
    server: Server, accept: str, coding: str
) -> None:
    answer = server.ask("GET", "/openapi.json", None, {"Accept-Encoding": "identity"})
    assert "content-encoding" not in answer.headers
    connection = server.connect()
    connection.request("GET", "/openapi.json", headers={"Accept-Encoding": accept})
    response = connection.getresponse()
    raw = response.read()
    assert response.headers["Content-Encoding"] == coding
    assert len(raw) < len(answer.body) / 3
    plain = (
        gzip.decompress(raw) if coding == "gzip" else zstandard.ZstdDecompressor().decompress(raw)
    )
    assert plain == answer.body
    assert "Accept-Encoding" in response.headers["Vary"]
    connection.close()


def test_an_answer_that_the_caller_has_is_not_given_again(server: Server) -> None:
    first = server.post({"text": TEXT})
    has = {"If-None-Match": f'"other", {first.headers["etag"]}'}
    again = server.post({"text": TEXT}, **has)
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert set(again.headers["vary"].split(", ")) >= {"Accept", "Accept-Encoding"}


@pytest.mark.parametrize(
    "other",
    [
        {"text": TEXT + " "},
        {"text": TEXT, "types": ["direct"]},
        {"text": TEXT, "offset_unit": "utf8"},
        {"text": TEXT, "title": "Mill"},
        {"text": TEXT, "id": "a"},
        {"text": TEXT, "content_type": "text/html"},
    ],
)
def test_another_answer_has_another_tag(server: Server, other: dict[str, Any]) -> None:
    tag = server.post({"text": TEXT}).headers["etag"]
    assert server.post(other, **{"If-None-Match": tag}).status == 200
    form = {"If-None-Match": tag, "Accept": "text/csv"}
    assert server.post({"text": TEXT}, **form).status == 200


@pytest.mark.parametrize("path", ["/", "/page/main.js", "/openapi.yaml", "/openapi.json", "/docs"])
def test_documents_have_tags_too(server: Server, path: str) -> None:
    tag = server.get(path).headers["etag"]
    assert server.get(path, **{"If-None-Match": tag}).status == 304


def test_the_reading_page_takes_nothing_from_elsewhere(server: Server) -> None:
    answer = server.get("/docs")
    page = answer.body.decode()
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "<script" not in page
    assert "POST /quotes/batch" in page
    assert not any(f'{name}="http' in page for name in ("src", "href"))
