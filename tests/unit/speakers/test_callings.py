"""Clubs, trades, epithets in tags, replies and first persons: who is meant by what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord import mentions, speakers
from onrecord.document.tree import Document
from onrecord.types import SpeakerKind, TextSpan
from tests.plain import read
from tests.who import names, place, rule, who

NAMES = {
    "Mary Quill": "PERSON",
    "Peter Vane": "PERSON",
    "Zyxa Thorn": "PERSON",
    "Quill": "PERSON",
    "Norby Town": "ORG",
    "Norby Echo": "ORG",
    "BrightPower": "ORG",
    "Halden Rail": "ORG",
}


def of(*paragraphs: str) -> Document:
    return read(*paragraphs, names=NAMES)


def test_the_former_mayor_is_not_the_mayor() -> None:
    article = of("Mary Quill, the mayor, left.", "The former mayor said so.")
    assert names(article, "The former mayor") == ["The former mayor"]


def test_the_former_mayor_is_whom_the_article_calls_so() -> None:
    article = of("Mary Quill, the former mayor, left.", "The former mayor said so.")
    assert names(article, "The former mayor") == ["Mary Quill"]


def test_the_club_is_the_one_most_spoken_of() -> None:
    article = of(
        "Norby Town left the meeting. Norby Town sold the harbour.",
        "The Norby Echo reported it. The club said so.",
    )
    assert names(article, "The club") == ["Norby Town"]


def test_a_company_by_the_trade_in_its_name() -> None:
    article = of(
        "BrightPower left the meeting. Halden Rail sold the harbour.",
        "The power company said so. The rail company said so.",
    )
    assert names(article, "The power company", "The rail company") == ["BrightPower", "Halden Rail"]


def test_a_trade_that_no_name_holds_is_another() -> None:
    article = of("BrightPower left the meeting.", "The milk board said so.")
    assert names(article, "The milk board") == ["The milk board"]


def test_the_only_person_so_far_is_the_fisherman_of_a_tag() -> None:
    article = of("Peter Vane left the harbour.", "“We saw it,” said the fisherman.")
    assert names(article, "the fisherman") == ["Peter Vane"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Peter Vane left the harbour. “We saw it,” said the fisherman.",),
        ("Peter Vane met Mary Quill.", "“We saw it,” said the fisherman."),
        ("Peter Vane, a baker, left the harbour.", "“We saw it,” said the fisherman."),
        ("Peter Vane left the harbour.", "“We saw it,” said the fisherwoman."),
        ("Peter Vane left the harbour.", "“We saw it,” said a fisherman."),
    ],
    ids=["met in the same paragraph", "two persons", "another role", "gender", "indefinite"],
)
def test_otherwise_a_fisherman_is_somebody_else(paragraphs: tuple[str, ...]) -> None:
    article = of(*paragraphs)
    noun = next(w for w in ("the fisherman", "the fisherwoman", "a fisherman") if w in article.text)
    assert names(article, noun) != ["Peter Vane"]


def test_who_replies_is_not_the_one_who_has_just_spoken() -> None:
    article = of(
        "Mary Quill once met Zyxa Thorn near the harbour.",
        "“You left,” Mary Quill said.",
        "“Not yet,” she replied.",
    )
    replied = _with_lemma(article, "replied", "reply")
    assert names(replied, "she", "Mary Quill#2") == ["Zyxa Thorn", "Mary Quill"]


def _with_lemma(article: Document, word: str, lemma: str) -> Document:
    """The document with a verb that the plain reader does not know."""
    tokens = tuple(
        replace(t, lemma=lemma, pos="VERB", tag="VBD") if t.text == word else t
        for t in article.tokens
    )
    pronoun = next(t for t in tokens if t.text == "she")
    verb = next(t for t in tokens if t.text == word)
    tokens = tuple(replace(t, head=verb.index) if t is pronoun else t for t in tokens)
    return replace(article, tokens=tokens)


def test_they_of_one_of_whom_no_gender_is_known() -> None:
    article = of("Zyxa Thorn left the harbour.", "“We saw it,” they said.")
    assert names(article, "they") == ["Zyxa Thorn"]
    assert rule(article, "they")[0] == "they, of one"


def test_they_is_nobody_known_to_be_he_or_she() -> None:
    article = of("Mary Quill left the harbour.", "“We saw it,” they said.")
    assert names(article, "they") == ["they"]


def test_i_inside_a_quotation_is_who_utters_it() -> None:
    article = of("Peter Vane left.", "“They asked and I said no,” said Mary Quill.")
    inner, outer = place(article, "I"), place(article, "Mary Quill")
    start = article.text.index("They")
    words = TextSpan(start, article.text.index(",”") + 1)
    marks = [TextSpan(start - 1, words.end + 1)]
    found = mentions.find(article)

    known = speakers.resolve(article, found, [inner, outer], marks, {words: outer})
    assert {known.speakers[n].name for _, n, _ in known.by_source} == {"Mary Quill"}


def test_a_role_in_apposition_leads_to_the_name_beside_it() -> None:
    article = of("The mayor, Mary Quill, said so.")
    source, name = place(article, "The mayor"), place(article, "Mary Quill")
    known = speakers.resolve(article, mentions.find(article), [source])

    assert known.names == ((source, name),)


def test_a_surname_of_two_words() -> None:
    labels = {"Mary dos Santos": "PERSON"}
    article = read("Mary dos Santos left.", "Ms dos Santos said so.", names=labels)
    assert names(article, "Ms dos Santos") == ["Mary dos Santos"]


def test_a_name_stands_for_a_body_whatever_noun_is_before_it() -> None:
    article = read("The relief agency Red Lantern said so.", names={"Red Lantern": "ORG"})
    (body,) = who(article, "The relief agency Red Lantern")
    assert (body.name, body.kind) == ("Red Lantern", SpeakerKind.ORGANIZATION)
