from __future__ import annotations

from typing import Any

import pytest

from onrecord.representations.jsonld import AROUND, document
from tests.web import linked

TEXT = "a" * 50 + "“Go.” " + "b" * 50


def made(speaker: dict[str, Any] | None) -> list[dict[str, Any]]:
    part = {"start": 51, "end": 54, "text": "Go."}
    quote = {"id": "q1", "type": "direct", "text": "Go.", "parts": [part], "speaker": speaker}
    answer = {"id": "é/1", "language": "en", "quotes": [{**quote, "confidence": 0.9}]}
    whole = document(answer, TEXT)
    linked.check(whole)
    graph: list[dict[str, Any]] = whole["@graph"]
    return graph


def speaker(kind: str, title: str | None = None) -> dict[str, Any]:
    return {"id": "s1", "name": "Ada", "kind": kind, "named": True, "title": title}


@pytest.mark.parametrize(
    ("kind", "type_", "said_by"),
    [
        ("person", "Person", "spokenByCharacter"),
        ("organization", "Organization", "spokenByCharacter"),
        ("group", "Organization", "spokenByCharacter"),
        ("document", "CreativeWork", "citation"),
    ],
)
def test_a_speaker_is_of_a_type_that_the_property_allows(
    kind: str, type_: str, said_by: str
) -> None:
    _, who, quotation, _ = made(speaker(kind))
    assert who == {"id": "urn:onrecord:article:%C3%A9%2F1#s1", "type": type_, "name": "Ada"}
    assert quotation[said_by] == {"id": who["id"]}


def test_a_speaker_of_no_known_kind_is_credited_by_name() -> None:
    _, who, quotation, _ = made(speaker("unknown"))
    assert (who["type"], quotation["creditText"]) == ("Thing", "Ada")
    assert "spokenByCharacter" not in quotation


def test_a_person_has_a_title() -> None:
    assert made(speaker("person", "Reeve"))[1]["jobTitle"] == "Reeve"
    assert "jobTitle" not in made(speaker("organization", "the paper"))[1]


def test_a_quotation_of_nobody_has_no_speaker() -> None:
    article, quotation, place = made(None)
    assert article["type"] == "NewsArticle"
    assert quotation.keys().isdisjoint({"spokenByCharacter", "citation", "creditText"})
    assert place["body"] == quotation["id"]


def test_a_place_is_told_by_words_and_by_position() -> None:
    exact, position = made(None)[-1]["target"][0]["selector"]
    assert (exact["exact"], len(exact["prefix"]), len(exact["suffix"])) == ("Go.", AROUND, AROUND)
    assert TEXT[position["start"] : position["end"]] == "Go."


def test_the_check_itself_notices_what_no_vocabulary_knows() -> None:
    part = {"start": 51, "end": 54, "text": "Go."}
    quote = {"id": "q1", "type": "direct", "text": "Go.", "parts": [part], "speaker": None}
    answer = {"id": "a", "language": "en", "quotes": [{**quote, "confidence": 0.9}]}
    for fault in ({"loudness": 1}, {"jobTitle": "Reeve"}, {"type": "Annotation"}):
        whole = document(answer, TEXT)
        whole["@graph"][1].update(fault)
        with pytest.raises(AssertionError):
            linked.check(whole)
