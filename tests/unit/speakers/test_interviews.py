"""The label of an answer stands for whom the article speaks of."""

from __future__ import annotations

import pytest

from tests.plain import read
from tests.who import names, place, resolved

TALK = "Ada Quill met us."
LABELS = ["A: At dawn.", "A. At dawn.", "A    At dawn.", "ANSWER: At dawn."]


def label(answer: str) -> str:
    return answer.split(maxsplit=1)[0].rstrip(":.")


@pytest.mark.parametrize("answer", LABELS)
def test_the_label_of_an_answer_is_the_person_spoken_of(answer: str) -> None:
    article = read(TALK, answer, names={"Ada Quill": "PERSON"})

    assert names(article, label(answer)) == ["Ada Quill"]


@pytest.mark.parametrize("answer", LABELS)
def test_it_is_nobody_where_nobody_is_named(answer: str) -> None:
    article = read("The port is here.", answer)

    assert resolved(article, [place(article, label(answer))]).by_source == ()


def test_somebody_who_is_called_a_is_no_label() -> None:
    article = read(TALK, "A told us.", names={"Ada Quill": "PERSON", "A": "PERSON"})

    assert names(article, "A") == ["A"]


def test_whom_the_answers_speak_of_has_not_answered() -> None:
    article = read(
        TALK,
        "Q: Why?",
        "A: Vera Marl hid it.",
        "Q: Vera Marl?",
        "A: Vera Marl.",
        names={"Ada Quill": "PERSON", "Vera Marl": "PERSON"},
    )

    assert names(article, "A") == ["Ada Quill"]


def test_initials_before_a_colon_are_those_of_a_person() -> None:
    article = read(TALK, "AQ: At dawn.", names={"Ada Quill": "PERSON"})

    assert names(article, "AQ") == ["Ada Quill"]


def test_initials_of_two_persons_are_nobodys() -> None:
    known = {"Ada Quill": "PERSON", "Anna Quent": "PERSON"}
    article = read(TALK, "Anna Quent met us.", "AQ: At dawn.", names=known)

    assert names(article, "AQ") != ["Ada Quill"]


def test_a_surname_as_a_label_is_of_the_label_that_has_it_in_full() -> None:
    article = read("RAY TULLOCK, The Star: Why?", "TULLOCK: At dawn.")

    assert names(article, "RAY TULLOCK", "TULLOCK") == ["RAY TULLOCK", "RAY TULLOCK"]
