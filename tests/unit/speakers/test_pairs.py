"""Whom a pronoun means beside another one of the other gender, and who denies what is charged."""

from __future__ import annotations

from tests.plain import read
from tests.who import names

PEOPLE = dict.fromkeys(["Mary Quill", "Peter Vane", "Zyxa Thorn", "Port Board"], "PERSON") | {
    "Port Board": "ORG"
}


def test_who_is_needed_for_the_other_pronoun_is_not_this_one() -> None:
    article = read(
        "Zyxa Thorn once met Mary Quill near the harbour. She told him so.", names=PEOPLE
    )
    assert names(article, "She") == ["Mary Quill"]


def test_one_pronoun_alone_leaves_the_subject() -> None:
    article = read("Zyxa Thorn once met Mary Quill near the harbour. She said so.", names=PEOPLE)
    assert names(article, "She") == ["Zyxa Thorn"]


def test_somebody_else_may_be_the_other_one() -> None:
    article = read(
        "Peter Vane spoke near the old harbour.",
        "Zyxa Thorn once met Mary Quill near the harbour. She told him so.",
        names=PEOPLE,
    )
    assert names(article, "She") == ["Zyxa Thorn"]
