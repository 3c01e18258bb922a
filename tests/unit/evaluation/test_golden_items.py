"""A case written by hand becomes one expectation after the other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evaluation.golden import Item, items, read
from onrecord.types import (
    Attribution,
    Extraction,
    Hop,
    HopRelation,
    Quotation,
    QuotationType,
    Speaker,
    SpeakerKind,
    TextSpan,
)

TEXT = "“No flour,” the miller told the Bugle. The “Old Wheel” stands. Mills close, he said."
MILLER = Speaker("s1", "miller", SpeakerKind.PERSON, False, None, ())
BUGLE = Speaker("s2", "Bugle", SpeakerKind.ORGANIZATION, True, None, ())

CASE: dict[str, Any] = {
    "name": "mill",
    "text": TEXT,
    "quotes": [
        {
            "type": "direct",
            "text": "No flour,",
            "speaker": "miller",
            "mention": "the miller",
            "cue": "told",
            "medium": "the Bugle",
        }
    ],
    "attributions": [
        {
            "content": "No flour,",
            "chain": [
                {"speaker": "Bugle", "relation": "told"},
                {"speaker": "miller", "relation": "told"},
            ],
        }
    ],
    "nothing": ["Old Wheel"],
}


def span(words: str) -> TextSpan:
    start = TEXT.index(words)
    return TextSpan(start, start + len(words))


def quotation(text: str, **other: Any) -> Quotation:
    given: dict[str, Any] = {
        "type": QuotationType.DIRECT,
        "speaker": MILLER,
        "source": span("the miller"),
        "cue": span("told"),
        "addressee": None,
        "medium": span("the Bugle"),
        "time": None,
        "negated": False,
    } | other
    return Quotation(
        "q1", parts=(span(text),), attribution=None, confidence=1.0, confidences=(), **given
    )


CHAIN = Attribution(
    "t1",
    (span("No flour,"),),
    (
        Hop(span("the Bugle"), BUGLE, span("told"), HopRelation.TOLD),
        Hop(span("the miller"), MILLER, span("told"), HopRelation.TOLD),
    ),
    1.0,
)


def extraction(*quotes: Quotation, chains: tuple[Attribution, ...] = (CHAIN,)) -> Extraction:
    return Extraction(TEXT, "en", quotes or (quotation("No flour"),), chains, ())


def failing(found: Extraction, case: dict[str, Any] = CASE) -> dict[str, list[str]]:
    return {i.name: faults for i in items(case) if (faults := i.check(found))}


def by_name(case: dict[str, Any]) -> dict[str, Item]:
    return {i.name: i for i in items(case)}


def test_a_case_has_one_item_for_every_expectation_and_two_for_what_is_not_listed() -> None:
    assert list(by_name(CASE)) == [
        "mill/quote/No flour,",
        "mill/chain/No flour,",
        "mill/nothing/Old Wheel",
        "mill/unlisted",
        "mill/unlisted_chain",
    ]


def test_a_right_answer_has_no_faults() -> None:
    assert failing(extraction()) == {}


def test_a_wrong_field_is_named() -> None:
    found = extraction(quotation("No flour", medium=None, negated=True))
    assert failing(found) == {
        "mill/quote/No flour,": [
            "medium is None, not 'the Bugle'",
            "negated is 'True', not None",
        ]
    }


def test_a_title_is_held_to_only_where_it_is_given() -> None:
    titled = CASE | {"quotes": [CASE["quotes"][0] | {"speaker_title": "master"}]}
    assert failing(extraction(), titled) == {
        "mill/quote/No flour,": ["speaker_title is None, not 'master'"]
    }


def test_a_quotation_that_is_missing_shows_what_was_found_instead() -> None:
    found = extraction(quotation("the miller told the Bugle"))
    assert failing(found)["mill/quote/No flour,"] == [
        "not found; found are:",
        "the miller told the Bugle",
    ]


def test_words_that_nobody_said_are_no_quotation() -> None:
    found = extraction(quotation("No flour"), quotation("Old Wheel"))
    assert failing(found) == {
        "mill/nothing/Old Wheel": ["Old Wheel"],
        "mill/unlisted": ["Old Wheel"],
    }


def test_an_open_case_may_hold_more_than_is_listed() -> None:
    found = extraction(quotation("No flour"), quotation("Mills close"), chains=(CHAIN,))
    assert failing(found, CASE | {"open": True}) == {}


def test_a_chain_must_have_the_same_names_and_relations_in_order() -> None:
    turned = Attribution("t1", CHAIN.content, CHAIN.chain[::-1], 1.0)
    assert failing(extraction(chains=(turned,))) == {
        "mill/chain/No flour,": ["chain is [('miller', 'told'), ('Bugle', 'told')]"]
    }


def test_a_chain_that_is_not_listed_is_a_fault_unless_it_says_a_quotation_again() -> None:
    hop = Hop(span("the miller"), MILLER, span("told"), HopRelation.TOLD)
    again = Attribution("t2", (span("No flour,"),), (hop,), 1.0)
    other = Attribution("t3", (span("Mills close"),), (hop,), 1.0)
    case = CASE | {"attributions": []}
    found = extraction(chains=(again, other))
    assert failing(found, case) == {"mill/unlisted_chain": ["Mills close"]}


def test_the_second_of_two_equal_quotations_is_held_against_the_second_found() -> None:
    second = CASE["quotes"][0] | {"speaker": "Bugle"}
    case = CASE | {"quotes": [CASE["quotes"][0], second]}
    found = extraction(quotation("No flour"), quotation("No flour", speaker=BUGLE))
    assert failing(found, case) == {}


def test_a_field_that_is_known_to_fail_stands_by_itself() -> None:
    failure = {"quote": "No fl", "field": "medium", "reason": "media are young"}
    made = by_name(CASE | {"known_failures": [failure]})
    found = extraction(quotation("No flour", medium=None))
    assert made["mill/quote/No flour,"].check(found) == []
    assert made["mill/quote-medium/No flour,"].check(found)
    assert made["mill/quote-medium/No flour,"].reason == "media are young"


def test_a_known_find_that_should_not_be_stands_by_itself() -> None:
    failure = {"unlisted": "Mills", "reason": "tags are old"}
    made = by_name(CASE | {"known_failures": [failure]})
    found = extraction(quotation("No flour"), quotation("Mills close"))
    assert made["mill/unlisted"].check(found) == []
    assert made["mill/unlisted/Mills"].check(found) == ["Mills close"]
    assert made["mill/unlisted/Mills"].reason == "tags are old"


def test_files_hold_one_case_or_a_list_and_texts_may_be_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"name": "a", "text": ["One.", "Two."]}))
    (tmp_path / "b.json").write_text(json.dumps([{"name": "b", "text": "One."}]))
    assert [(c["name"], c["text"]) for c in read(tmp_path)] == [
        ("a", "One.\n\nTwo."),
        ("b", "One."),
    ]
