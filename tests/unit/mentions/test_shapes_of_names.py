"""Where names begin and end, what they name, and what stands on both sides of them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from onrecord import mentions
from onrecord.types import Gender, Mention, MentionKind, SpeakerKind
from tests.plain import read

PERSON, BODY = SpeakerKind.PERSON, SpeakerKind.ORGANIZATION


def named(text: str, entities: Mapping[str, str] | None = None) -> list[Mention]:
    found = mentions.find(read(text, names=entities))
    return [mention for mention in found if mention.kind is MentionKind.NAME]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Furious Zyxa Thorn left the meeting.", "Zyxa Thorn"),
        ("“Furious Zyxa Thorn” left the meeting.", "Zyxa Thorn"),
        ("DISMAYED Mary Thorn left the meeting.", "Mary Thorn"),
        ("Lucky Thorn left the meeting.", "Lucky Thorn"),
        ("We met Hessa al-Thorn.", "Hessa al-Thorn"),
        ("We wrote to The Gardener's Almanac.", "The Gardener's Almanac"),
        ("We met the Lift and Escalator Union.", "Lift and Escalator Union"),
        ("In May we met Consumer Signal.", "Consumer Signal"),
    ],
)
def test_where_a_name_begins_and_ends(text: str, name: str) -> None:
    assert named(text)[-1].name == name


def test_the_almanac_of_somebody_is_no_part_of_the_owner() -> None:
    assert [mention.name for mention in named("We met Thorn's Almanac.")] == ["Thorn", "Almanac"]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("We met Thorn CEO Mary Vane. We met Thorn.", {"Thorn": "PERSON"}),
        ("We met the director of Thorn.", {"Thorn": "PERSON"}),
        ("Thorn 2 Halden 1.", {"Thorn": "PERSON"}),
        ("The owner, Thorn Leisure, left.", {"Thorn Leisure": "ORG"}),
        ("We met Team Zyxa. Zyxa said so.", {}),
    ],
)
def test_what_shows_that_a_name_is_that_of_a_body(text: str, entities: dict[str, str]) -> None:
    bodies = [m for m in named(text, entities) if m.name.startswith(("Thorn", "Team"))]
    assert {mention.speaker_kind for mention in bodies} == {BODY}


def test_a_station_may_be_called_after_a_person_and_a_person_after_a_park() -> None:
    (station,) = named("We met near Mary Park.", {"Mary Park": "FAC"})
    (person, _) = named("Mary Park left. Park said so.", {"Mary Park": "PERSON"})
    assert (station.speaker_kind, person.speaker_kind) == (BODY, PERSON)


def test_a_newsletter_before_its_name_says_what_it_is() -> None:
    (mention,) = named("We met the newsletter Thorn Weekly.", {"Thorn Weekly": "ORG"})
    assert mention.title == "newsletter"


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Mary Thorn", Gender.FEMININE),
        ("Mary-Ann Thorn", Gender.FEMININE),
        ("Jean-Peter Thorn", Gender.UNKNOWN),
        ("Al-Thorn", Gender.UNKNOWN),
    ],
)
def test_the_gender_of_a_forename_with_a_hyphen(name: str, gender: Gender) -> None:
    assert named(f"We met {name}.", {name: "PERSON"})[-1].gender is gender


def test_a_phrase_on_either_side_says_what_a_name_is() -> None:
    text = "Her father, Peter Vane, a driver, said so."
    (mention,) = named(text, {"Peter Vane": "PERSON"})
    assert mention.apposition is not None and mention.introduction is not None
    assert mention.apposition.of(text) == "a driver"
    assert mention.introduction.of(text) == "Her father"


def test_a_long_run_of_words_that_end_names_of_outlets_is_read_word_by_word() -> None:
    run = " ".join(["Today"] * 700)
    found = named(f"We read the Thorn {run} here.", {f"Thorn {run}": "DATE"})
    assert [mention.name for mention in found] == []
