"""Where the one who is told, and what carries words, ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.tagging.told_apart import apart
from onrecord.types import Construction, RelationKind, Report, TextSpan
from tests.parses import report, scoped

FREED = [
    (
        "Loy told a meeting in Marn on Tuesday the dam would close.",
        "a meeting in Marn",
        "on Tuesday",
    ),
    ("Loy told the meeting Tuesday the dam would close.", "the meeting", "Tuesday"),
    ("Loy told lawmakers Monday the dam would close.", "lawmakers", "Monday"),
    (
        "Loy told a meeting in Marn on Tuesday that the dam would close.",
        "a meeting in Marn",
        "on Tuesday",
    ),
]

CARRIED = [
    (
        "Loy told the Vessel Gazette's Dawn programme on Monday that the dam would close.",
        "told",
        "the Vessel Gazette's Dawn programme",
        "on Monday",
    ),
    (
        "“The dam will close,” Loy wrote on Perch minutes after the verdict.",
        "wrote",
        "on Perch",
        "minutes after the verdict",
    ),
    (
        "Loy posted on Perch, Plaza and Quill that the dam would close.",
        "posted",
        "on Perch, Plaza and Quill",
        None,
    ),
    ("Posting on Perch on Monday, Loy said the dam would close.", "said", "on Perch", "on Monday"),
    ("Addressing parliament on Monday, Loy said the dam would close.", "said", None, "on Monday"),
    ("Loy posted a video in which she says the dam will close.", "says", "a video", None),
    # a log that hands the words on is a source
    (
        "Loy attacked Marn, citing a log in which a clerk says the dam will close.",
        "says",
        None,
        None,
    ),
    # a leak is not when the words were put
    ("A memo leaked in May says the dam will close.", "says", None, None),
    ("Court documents filed on Friday say the dam will close.", "say", None, "on Friday"),
    # what dates a letter is a part of what it is called
    (
        "Loy said in a letter dated Monday that the dam would close.",
        "said",
        "in a letter dated Monday",
        "Monday",
    ),
    (
        "In a post on Perch on Monday, Loy said the dam would close.",
        "said",
        "In a post on Perch",
        "on Monday",
    ),
]

STAFF = [
    ("Loy told Halden News host Jim Pell that the dam would close.", "Halden News host Jim Pell"),
    ("Loy told Halden News's Kay Moss that the dam would close.", "Halden News's Kay Moss"),
]


@pytest.mark.parametrize(("text", "told", "time"), FREED)
def test_the_time_behind_who_is_told_is_neither_of_him_nor_of_the_clause(
    text: str, told: str, time: str
) -> None:
    found = report(text, "told")
    assert (found["addressee"], found["time"]) == (told, time)
    assert found["content"] == "the dam would close"


def test_a_day_that_is_a_subject_belongs_to_the_clause() -> None:
    found = report("Loy told lawmakers Monday was a holiday.", "told")
    assert found["content"] == "Monday was a holiday"
    assert "time" not in found


@pytest.mark.parametrize(("text", "cue", "medium", "time"), CARRIED)
def test_what_carries_words_and_when(
    text: str, cue: str, medium: str | None, time: str | None
) -> None:
    found = report(text, cue)
    assert (found.get("medium"), found.get("time")) == (medium, time)


@pytest.mark.parametrize(("text", "told"), STAFF)
def test_who_works_for_an_outlet_is_told_and_is_no_outlet(text: str, told: str) -> None:
    found = report(text, "told")
    assert found["addressee"] == told
    assert "outlet" not in found


def _told(text: str, content: str) -> Report:
    begin = text.index(content)
    return Report(
        construction=Construction.CLAUSE,
        cue=TextSpan(4, 8),
        lemma="tell",
        source=TextSpan(0, 3),
        content=(TextSpan(begin, begin + len(content)),),
        reach=TextSpan(0, len(text)),
        kind=RelationKind.SPEECH,
    )


def test_a_programme_is_no_part_of_what_it_is_told() -> None:
    text = "Loy told the Courier's Dawn programme the dam would close."
    name = TextSpan(9, 27)
    told = replace(_told(text, "programme the dam would close"), medium=name, outlet=name)
    (found,) = apart(scoped(text), [told])
    assert found.medium is not None
    assert found.medium == found.outlet
    assert found.medium.of(text) == "the Courier's Dawn programme"
    assert [piece.of(text) for piece in found.content] == ["the dam would close"]


def test_a_clause_that_the_parser_hangs_on_who_is_told_is_none_of_his_name() -> None:
    text = "Loy told a hearing the dam would close."
    told = replace(_told(text, "the dam would close"), addressee=TextSpan(9, 38))
    (found,) = apart(scoped(text), [told])
    assert found.addressee is not None
    assert found.addressee.of(text) == "a hearing"
