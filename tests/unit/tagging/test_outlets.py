"""Newspapers, stations and agencies that are told something."""

from __future__ import annotations

import pytest

from tests.parses import report

TOLD = [
    # the last word of the name, or a word for the air, says so
    ("Loy told the Vessel Gazette that the dam would hold.", "told", "the Vessel Gazette"),
    ("Loy told Radio Ostrey that the dam would hold.", "told", "Radio Ostrey"),
    # a noun for one
    ("Loy told the magazine that the dam would hold.", "told", "the magazine"),
    # an interview with one
    (
        "Loy said in an interview with the Marrow Herald that the dam would hold.",
        "said",
        "the Marrow Herald",
    ),
    # a short name of one that reports elsewhere in the article, or is called a newspaper
    (
        "El Farol de Ostrey reports that it is lost. ¶ One woman told El Farol that she wept.",
        "told",
        "El Farol",
    ),
    (
        "Loy writes for the newspaper Perlmutter. ¶ Marn told Perlmutter that she wept.",
        "told",
        "Perlmutter",
    ),
    # a word that makes one of any name, in English or another tongue
    ("Loy told the Daily Lantern that the dam would hold.", "told", "the Daily Lantern"),
    ("Loy told Rádio Azul that the dam would hold.", "told", "Rádio Azul"),
    ("Loy told Ostrey FM that the dam would hold.", "told", "Ostrey FM"),
    ("Loy told the Gazeta do Porto that the dam would hold.", "told", "the Gazeta do Porto"),
    ("Loy told Diario Marro that the dam would hold.", "told", "Diario Marro"),
    # a name right behind a noun for outlets
    ("Loy told the site Perch that the dam would hold.", "told", "Perch"),
    # a name with an article is no person's; a way is no outlet
    ("Loy told the Tooter that the dam would hold.", "told", "the Tooter"),
    ("Loy told me by radio that the dam would hold.", "told", None),
    (
        "Chief Executive Saskia Vorn was there. ¶ Loy told Vorn that the dam would hold.",
        "told",
        None,
    ),
    # agencies whose names do not show it
    ("Loy told Reuters that the dam would hold.", "told", "Reuters"),
    # called one: by a noun for outlets, or by a noun for bodies and a word for news
    (
        "Loy writes for the weekly Perlmutter. ¶ Marn told Perlmutter that she wept.",
        "told",
        "Perlmutter",
    ),
    (
        "The news site Halva was shut. ¶ One woman told Halva that she wept.",
        "told",
        "Halva",
    ),
    ("Loy told the station that the dam would hold.", "told", "the station"),
    ("Loy told the public channel Perch that the dam would hold.", "told", "Perch"),
    ("Loy told Angler's Monthly that the dam would hold.", "told", "Angler's Monthly"),
    ("Loy told Kitchen Hour that the dam would hold.", "told", "Kitchen Hour"),
    # a foreign article is no forename
    ("Loy told Le Courrier that the dam would hold.", "told", "Le Courrier"),
    # one that asked for the words
    ("Reached by the Vessel Gazette, Loy said the dam would hold.", "said", "the Vessel Gazette"),
    # the reader's own paper, a parliament, one that is to do something: nothing comes through them
    ("Loy told this newspaper that the dam would hold.", "told", None),
    ("Loy told the Dáil that the dam would hold.", "told", None),
    ("Loy urged the Vessel Gazette to print it.", "urged", None),
    # a name that is neither a person's nor a place's nor another body's
    ("Loy told the Perch that the dam would hold.", "told", "the Perch"),
    ("Loy told the Ostrey Council that the dam would hold.", "told", None),
    ("Loy told a station that the dam would hold.", "told", None),
    ("Loy told Mayor Marn that the dam would hold.", "told", None),
    ("Loy told the clerk that the dam would hold.", "told", None),
    ("Loy told Odile Marn that the dam would hold.", "told", None),
    ("Loy told her that the dam would hold.", "told", None),
]


@pytest.mark.parametrize(("text", "cue", "outlet"), TOLD)
def test_an_outlet_that_is_told(text: str, cue: str, outlet: str | None) -> None:
    assert report(text, cue).get("outlet") == outlet


def test_who_is_to_do_something_is_the_addressee() -> None:
    found = report("Loy urged the Vessel Gazette to print it.", "urged")
    assert found["addressee"] == "the Vessel Gazette"


def test_the_readers_own_paper_is_the_medium() -> None:
    found = report("Loy told this newspaper that the dam would hold.", "told")
    assert found["medium"] == "this newspaper"


def test_an_outlet_is_no_addressee_but_the_medium() -> None:
    found = report("Loy told the Vessel Gazette that the dam would hold.", "told")
    assert "addressee" not in found
    assert found["medium"] == "the Vessel Gazette"
