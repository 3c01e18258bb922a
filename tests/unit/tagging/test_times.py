"""When words were uttered."""

from __future__ import annotations

import pytest

from tests.parses import report

TIMES = [
    ("Loy said on Monday that the dam would close on Friday.", "said", "on Monday"),
    ("Loy said on Friday it was studying the dam.", "said", "on Friday"),
    ("The firm said in an email on Monday that the dam was shut.", "said", "on Monday"),
    ("In an open letter published on Friday, Loy said the dam was old.", "said", "on Friday"),
    ("In a circular dated Monday, the ministry said the dam was old.", "said", "Monday"),
    ("In a 2019 email, Loy wrote that the dam was old.", "wrote", "2019"),
    ("Earlier this month, Loy said the dam was old.", "said", "Earlier this month"),
    ("Minutes later, Loy wrote on Perch: “Shut again.”", "wrote", "Minutes later"),
    ("“The dam is old,” said Loy last week.", "said", "last week"),
    ("Loy told an inquest in 2019 that the dam was old.", "told", "in 2019"),
    ("Loy called the plan “a farce” on Monday.", "called", "on Monday"),
    ("Loy said at noon on Monday that the dam was old.", "said", "at noon on Monday"),
    ("Loy said minutes after the vote that the dam was old.", "said", "minutes after the vote"),
    ("“The dam is old,” Loy said after the match.", "said", "after the match"),
    # what goes on beside the cue, in the same breath
    ("Loy resigned on Monday, saying that the dam was old.", "saying", "on Monday"),
    ("On Monday Loy resigned and said the dam was old.", "said", "On Monday"),
    ("Loy used a speech on Monday to say that the dam was old.", "say", "on Monday"),
    ("Loy wrote to the council on 3 May saying the dam was old.", "saying", "on 3 May"),
    (
        "Speaking to reporters outside the court on Monday, Loy said the dam was old.",
        "said",
        "on Monday",
    ),
    ("According to a report published on Friday, the dam was old.", "According to", "on Friday"),
]

NONE = [
    ("Loy said the dam would close on Monday.", "said"),
    ("Loy said Monday was the deadline.", "said"),
    ("Loy resigned on Monday and said the dam was old.", "said"),
    ("The gate that fell on Monday was old, Loy said.", "said"),
    ("On Monday, the gate was old, Loy said.", "said"),
    ("Loy, who took office in 2019, said the dam was old.", "said"),
    ("Three people who saw the crash on Monday said the dam was old.", "said"),
    ("Loy said in a statement about the flood on Monday that the dam was old.", "said"),
    # what the paper is about, how often, since when
    ("In its 2019 report, the board said the dam was old.", "said"),
    ("Every Monday Loy says that the dam is old.", "says"),
    ("Since Monday, Loy has said that the dam was old.", "said"),
]


@pytest.mark.parametrize(("text", "cue", "time"), TIMES)
def test_the_time_of_the_saying(text: str, cue: str, time: str) -> None:
    assert report(text, cue)["time"] == time


@pytest.mark.parametrize(("text", "cue"), NONE)
def test_a_time_of_something_else_is_none_of_the_saying(text: str, cue: str) -> None:
    assert "time" not in report(text, cue)


def test_a_day_right_behind_the_cue_is_no_part_of_the_clause() -> None:
    found = report("Loy said Monday the dam would close.", "said")
    assert (found["time"], found["content"]) == ("Monday", "the dam would close")


def test_what_and_joins_shares_the_medium_and_the_time_that_open_the_sentence() -> None:
    text = "In a letter, dated 3 May, Loy wrote that the dam was old and said that it leaked."
    found = report(text, "said")
    assert (found["medium"], found["time"]) == ("In a letter", "3 May")
