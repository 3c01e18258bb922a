"""Answers held to marked articles."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.judging import gold, polnear, sourcing

TEXT = "“The lamps burn all night,” Ada Quill said."
WORDS, ADA = [1, 26], [28, 37]
QUILL = {"id": "s1", "name": "Ada Quill", "kind": "person", "named": True}


def span(pair: list[int]) -> dict[str, Any]:
    return {"start": pair[0], "end": pair[1], "text": TEXT[slice(*pair)]}


def response(
    parts: list[int] = WORDS, speaker: Any = QUILL, mention: list[int] | None = ADA, **more: Any
) -> dict[str, Any]:
    quote = {
        "type": "direct",
        "parts": [span(parts)],
        "speaker": speaker,
        "speaker_mention": span(mention) if mention else None,
        "confidence": 0.9,
        **more,
    }
    return {"quotes": [quote], "speakers": [{**QUILL, "mentions": [span(ADA)]}]}


def in_gold(**changes: Any) -> dict[str, Any]:
    return {
        "text": TEXT,
        "genre": "wire",
        "speakers": [{"id": "a", "name": "Ada Quill", "aliases": ["Quill"]}],
        "quotes": [{"parts": [WORDS], "speaker": "a"}],
        "attributions": [],
        **changes,
    }


@pytest.mark.parametrize(
    ("name", "right"),
    [("Ada Quill", True), ("Quill", True), ("Ada 0uill", True), ("Ben Moss", False)],
)
def test_gold_wants_the_words_and_the_name_or_one_misread(name: str, right: bool) -> None:
    (judged,) = gold(in_gold(), response(speaker={**QUILL, "name": name}))
    assert (judged.right, judged.confidence) == (right, 0.9)
    assert judged.groups == {"type": "direct", "speaker": "person", "genre": "wire"}


def test_gold_wants_most_of_the_words() -> None:
    (judged,) = gold(in_gold(), response(parts=[1, 10]))
    assert not judged.right


def test_nobody_is_right_where_nobody_is_known() -> None:
    article = in_gold(quotes=[{"parts": [WORDS], "speaker": None}])
    (judged,) = gold(article, response(speaker=None))
    assert (judged.right, judged.groups["speaker"]) == (True, "nobody")


@pytest.mark.parametrize(("name", "right"), [("Quill", True), ("the Lamp", False)])
def test_what_says_an_attribution_is_held_to_its_last_hop(name: str, right: bool) -> None:
    chain = [{"source": "b"}, {"source": "a"}]
    article = in_gold(quotes=[], attributions=[{"content": [WORDS], "chain": chain}])
    (judged,) = gold(article, response(type="indirect", speaker={**QUILL, "name": name}))
    assert (judged.found, judged.right, judged.marked) == (True, right, False)
    (judged,) = gold(article, response())
    assert (judged.found, judged.marked) == (False, True)


def in_polnear(source: list[int], content: list[int]) -> dict[str, Any]:
    return {"publisher": "the Lamp", "attributions": [{"source": [source], "content": [content]}]}


@pytest.mark.parametrize("mention", [ADA, None])
def test_polnear_wants_a_mention_of_the_speaker_as_the_source(mention: list[int] | None) -> None:
    (judged,) = polnear(in_polnear(ADA, [0, 27]), response(mention=mention))
    assert judged.right
    (judged,) = polnear(in_polnear([38, 42], [0, 27]), response(mention=mention))
    assert not judged.right


def test_polnear_wants_the_words_inside_the_content() -> None:
    (judged,) = polnear(in_polnear(ADA, [0, 12]), response())
    assert not judged.right


def test_of_polnear_only_direct_quotations_are_judged() -> None:
    assert list(polnear(in_polnear(ADA, [0, 27]), response(type="mixed"))) == []


@pytest.mark.parametrize(
    ("name", "speaker", "right"),
    [
        ("Ada Quill", QUILL, True),
        ("Ben Moss", QUILL, False),
        (None, {**QUILL, "name": "a clerk", "named": False}, True),
        (None, QUILL, False),
        ("Ada Quill", None, False),
    ],
)
def test_sourcing_wants_the_name_or_nobody_named(name: Any, speaker: Any, right: bool) -> None:
    article = {"statements": [{"start": 0, "end": len(TEXT), "name": name}]}
    (judged,) = sourcing(article, response(speaker=speaker))
    assert judged.right is right
