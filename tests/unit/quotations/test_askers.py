"""Who only asks in an interview, and whom an introduction names."""

from __future__ import annotations

import pytest

from onrecord.document.paragraphs import split
from onrecord.quotations.askers import Known, any_asks, asker
from onrecord.quotations.labelled import Turn, turn

INTRODUCTION = "Odalys Brandt shut her inn. Roy Lee met Brandt’s cook.\n"


def turns(text: str) -> list[Turn]:
    return [found for paragraph in split(text) if (found := turn(text, paragraph))]


def test_names_and_initials_of_an_introduction() -> None:
    known = Known.before(INTRODUCTION, len(INTRODUCTION))

    assert all(map(known.has, ["BRANDT", "Odalys Brandt", "OB", "RL", "LEE"]))
    assert not any(map(known.has, ["GQ", "Verrin"]))
    assert known.is_person("LEE") and known.is_person("OB")
    assert not known.is_person("GQ")


@pytest.mark.parametrize(
    ("label", "other", "found"),
    [("GQ", "OB", "GQ"), ("RL", "OB", None), ("THE HERALD", "BRANDT", "THE HERALD"),
     ("PERCH", "Brandt", "PERCH"), ("MAYOR STAR", "BRANDT", None), ("Q", "Brandt", "Q")],
)  # fmt: skip
def test_who_only_asks(label: str, other: str, found: str | None) -> None:
    talk = f"{label}: Why?\n{other}: I know.\n{label}: So.\n{other}: Yes."
    known = Known.before(INTRODUCTION, len(INTRODUCTION))

    assert asker(talk, turns(talk), known) == found


def test_nobody_only_asks_where_the_others_ask_too() -> None:
    talk = "Q: Why?\nBrandt: Why not?\nQ: So?\nBrandt: And you?"

    assert any_asks(talk, turns(talk)[1::2])
    assert asker(talk, turns(talk), Known.before("", 0)) is None
