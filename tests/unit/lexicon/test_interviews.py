"""The labels of questions and answers."""

from __future__ import annotations

import pytest

from onrecord.lexicon.interviews import ANSWER, QUESTION


@pytest.mark.parametrize(
    "text", ["A: Yes.", "A. Yes.", "A    Yes.", "ANSWER: Yes.", "Answer : Yes."]
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
