"""Which body a noun or a part of a name means."""

from __future__ import annotations

import pytest

from onrecord.speakers.names import same_body, words
from tests.plain import read
from tests.who import names, who

NAMES = {
    "Mary Quill": "PERSON", "Tarrow Foods": "ORG", "Tarrow": "ORG", "Norby Lane": "FAC",
    "Norby Lane Partners": "ORG", "Northern Grid": "LOC", "Osmark": "GPE", "Osmark Radio": "ORG",
    "The Signal": "ORG", "Gull Creek": "GPE",
}  # fmt: skip


def named(source: str, *paragraphs: str) -> str:
    """Who a source is."""
    return names(read(*paragraphs, names=NAMES), source)[0]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Norby Lane", "Norby Lane Partners", True),
        ("Norby Lane", "Norby Lane Council", False),
        ("Norby", "Norby Partners", False),
    ],
)
def test_a_firm_without_the_word_that_firms_end_in(one: str, other: str, same: bool) -> None:
    assert same_body(words(one), words(other)) is same


def test_a_firm_may_be_short_in_the_headline_that_comes_before_its_name() -> None:
    article = read("Tarrow opened", "Tarrow Foods opened early.", "Tarrow said so.", names=NAMES)
    assert names(article, "Tarrow#3") == ["Tarrow Foods"]


def test_a_place_is_no_short_form_of_its_radio() -> None:
    article = read("Osmark said so", "Osmark Radio opened early.", names=NAMES)
    assert names(article, "Osmark") == ["Osmark"]


def test_what_says_something_is_no_place() -> None:
    first = "It was late, according to Northern Grid. The company said so."
    assert named("The company", "Tarrow Foods left.", first) == "Northern Grid"


def test_the_fund_is_a_firm_that_is_one() -> None:
    first = "Tarrow Foods left. Tarrow Foods met Norby Lane Partners. The fund said so."
    then = "A clerk for Norby Lane left."
    assert named("The fund", first, then) == "Norby Lane Partners"


def test_a_name_that_is_the_noun_alone_is_no_firm() -> None:
    text = "We met the Bank. We saw the Bank. The bank said so."
    article = read("Tarrow Foods left.", text, names={**NAMES, "Bank": "ORG"})
    assert names(article, "The bank") == ["Tarrow Foods"]


def test_a_newspaper_is_no_company() -> None:
    first = "Tarrow Foods left. We told The Signal. We met The Signal near it. We saw The Signal."
    assert named("The company", first, "The company said so.") == "Tarrow Foods"


def test_the_district_is_no_place_that_is_not_called_so() -> None:
    assert named("The district", "Gull Creek left.", "The district said so.") == "The district"


def test_spokesmen_of_different_bodies_are_different() -> None:
    text = "A police spokesman left. The mayor's office spokesman said so. The spokesman left."
    article = read(text, names=NAMES)
    first, second = who(article, "A police spokesman", "The mayor's office spokesman")
    assert first.id != second.id


def test_a_name_that_utters_the_next_paragraph_is_whom_the_lede_withheld() -> None:
    article = read(
        "A former clerk said it was late.", "“We lost,” Mary Quill told us.", names=NAMES
    )
    assert names(article, "A former clerk", "Mary Quill")[0] == "Mary Quill"


def test_one_who_is_told_of_otherwise_is_not() -> None:
    article = read(
        "A former clerk said it was late.",
        "“We lost,” Mary Quill, the baker, told us.",
        names=NAMES,
    )
    assert names(article, "A former clerk", "Mary Quill")[0] == "A former clerk"


def test_what_a_newspaper_is_named_after_is_no_firm() -> None:
    known = {**NAMES, "Osmark": "ORG", "Osmark Herald": "ORG"}
    article = read("Osmark lock is shut", "The firm told the Osmark Herald so.", names=known)
    assert names(article, "The firm") != ["Osmark"]


@pytest.mark.parametrize(
    ("first", "means"),
    [
        ("Mary Quill chairs the festival committee.", "The committee"),
        ("Mary Quill chairs the choir.", "Lindholt Growers Association"),
    ],
)
def test_a_body_of_which_the_article_has_told_is_none_that_is_named_then(
    first: str, means: str
) -> None:
    known = {**NAMES, "Lindholt Growers Association": "ORG"}
    second = "The Lindholt Growers Association left early."
    article = read(first, second, "The committee said so.", names=known)
    assert names(article, "The committee") == [means]


def test_the_agency_of_a_dateline_is_no_company_of_the_article() -> None:
    known = {**NAMES, "Tarrow Wire": "ORG", "Quill Lines": "ORG"}
    lines = ("OSMARK (Tarrow Wire) - It rained.", "Quill Lines runs it.", "The company said so.")
    assert names(read(*lines, names=known), "The company") == ["Quill Lines"]
