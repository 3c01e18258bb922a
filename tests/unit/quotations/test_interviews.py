"""Interviews without labels, and what only looks like them."""

from __future__ import annotations

import pytest

from onrecord.document.paragraphs import split
from onrecord.quotations import find
from onrecord.quotations.interviews import answers

TALK = """Ida Marl has kept the weir for forty years. We met her there.

Why did you stay?

Because nobody asked me to go, and I like the noise.

You were offered the lock.

I was. I turned it down twice.

Is it lonely?

It was. My dog helped. He’d say “woof” and mean it.

What comes next?

Lunch.

Marl’s book is out in May."""


def found(text: str) -> list[str]:
    return [" … ".join(span.of(text) for span in each) for each in answers(text, split(text))]


def test_what_stands_behind_questions_is_an_answer_and_prompts_are_none() -> None:
    assert found(TALK) == [
        "Because nobody asked me to go, and I like the noise.",
        "I was. I turned it down twice.",
        "It was. My dog helped. He’d say “woof” and mean it.",
        "Lunch.",
    ]


def test_an_answer_may_run_over_several_paragraphs() -> None:
    text = TALK.replace("Is it lonely?", "It was my mother who minded.\n\nIs it lonely?")

    assert found(text)[1] == "I was. I turned it down twice. … It was my mother who minded."


@pytest.mark.parametrize("prompt", ["Tell me about the lock.", "So give us an example."])
def test_who_is_asked_to_go_on_is_prompted(prompt: str) -> None:
    text = TALK.replace("You were offered the lock.", prompt)

    assert prompt not in " ".join(found(text))
    assert len(found(text)) == len(found(TALK))


@pytest.mark.parametrize("mark", ["**", "_", "*"])
def test_questions_in_bold_or_italics_are_questions_whatever_they_say(mark: str) -> None:
    text = TALK
    for question in (
        "Why did you stay?",
        "You were offered the lock.",
        "Is it lonely?",
        "What comes next?",
    ):
        text = text.replace(question, f"{mark}{question}{mark}")

    assert found(text) == found(TALK)
    assert found(text.replace("the lock.", "the lock, my friends say.")) == found(TALK)


def test_common_questions_speak_of_nobody() -> None:
    text = "\n\n".join(
        ["Who pays?", "The council does.", "When?", "In May.", "Can you swim?", "No."]
    )

    assert found(text) == []


def test_a_column_that_asks_itself_is_none() -> None:
    assert found("Why?\n\nBecause I say so.\n\nIt rained.") == []
    assert found("Why?\n\nI know.\n\nWhen?\n\nI know.\n\nWho?\n\nI know.") == []


def test_questions_in_marks_are_quoted() -> None:
    assert found(TALK.replace("Is it lonely?", "“Is it lonely?”")) != found(TALK)
    assert found("- Why you?\n\n- I know.\n\n- When?\n\n- I know.\n\n- Who?\n\n- I know.") == []


def test_the_last_question_may_stay_without_an_answer() -> None:
    assert found(TALK.split("\n\nMarl’s", maxsplit=1)[0] + "\n\nAnd then?")[-1] == "Lunch."


def test_answers_are_strings_like_the_turns_of_a_transcript() -> None:
    strings = find(TALK, split(TALK))

    assert [s.style for s in strings if not s.depth] == ["turn"] * 4
    assert [s.outer.of(TALK) for s in strings if s.depth] == ["“woof”"]


def test_labelled_turns_win() -> None:
    labelled = "Q: When?\n\nA: At dawn.\n\nQ: Why?\n\nA: Mud.\n\n" + TALK

    outer = [s.outer.of(labelled) for s in find(labelled, split(labelled)) if not s.depth]
    assert outer[:2] == ["At dawn.", "Mud."]
    assert "Lunch." not in outer
