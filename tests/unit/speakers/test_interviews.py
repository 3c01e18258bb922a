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
