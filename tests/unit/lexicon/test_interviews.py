"""The labels of questions and answers."""

from __future__ import annotations

import pytest

from onrecord.lexicon.interviews import ANSWER, NAMED, QUESTION, names_nobody


@pytest.mark.parametrize(
    "text",
    ["A: Yes.", "A. Yes.", "A    Yes.", "ANSWER: Yes.", "Answer : Yes.", "A2: Yes.", "**A:** Yes."],
)
def test_the_label_of_an_answer_ends_where_it_begins(text: str) -> None:
    found = ANSWER.match(text)
    assert found is not None
    assert text[found.end() :] == "Yes."
    assert found["label"] in {"A", "ANSWER", "Answer"}


@pytest.mark.parametrize("text", ["A dog barked.", "An answer: yes.", "Answering: yes.", "Q: Why?"])
def test_what_is_no_label_of_an_answer(text: str) -> None:
    assert ANSWER.match(text) is None


def test_the_label_of_a_question() -> None:
    assert QUESTION.match("Q. Why?")
    assert not QUESTION.match("Quill: Why?")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("MAYOR RUIZ: We sail.", "MAYOR RUIZ"),
        ("ANA RUIZ, city engineer: We sail.", "ANA RUIZ"),
        ("Ana Ruiz (00:14):", "Ana Ruiz"),
        ("**Ana de Ruiz:** We sail.", "Ana de Ruiz"),
    ],
)
def test_the_label_that_names_who_speaks(text: str, label: str) -> None:
    found = NAMED.match(text)
    assert found is not None
    assert found["label"] == label


@pytest.mark.parametrize("label", ["Q", "REPORTER", "Speaker 2", "UNIDENTIFIED MALE"])
def test_a_label_that_names_nobody(label: str) -> None:
    assert names_nobody(label)


@pytest.mark.parametrize("label", ["SPEAKER JOHNSON", "Ana Ruiz", "THE SPEAKER", "A"])
def test_a_label_that_names_somebody(label: str) -> None:
    assert not names_nobody(label)
