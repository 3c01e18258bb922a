"""Persons: full names, parts of names, families."""

from __future__ import annotations

import pytest

from onrecord.speakers.figures import Figure
from onrecord.speakers.register import Register
from onrecord.types import Gender, SpeakerKind
from tests.plain import read
from tests.who import names, rule, who

PEOPLE = dict.fromkeys(
    ["Ada Quill", "Tom Vane", "Quill", "Vane", "Ada", "Tom Quill", "Mary Quill", "Peter Quill"],
    "PERSON",
)


@pytest.mark.parametrize(
    "later", ["Quill", "Ada", "Ms. Quill", "Dr Quill", "Ada Quill", "Senator Quill"]
)
def test_a_name_or_a_part_of_it_is_its_bearer(later: str) -> None:
    article = read("Ada Quill met us.", f"{later} said so.", names={**PEOPLE, "A. Quill": "PERSON"})
    again = f"{later}#2" if later in "Ada Quill" else later
    assert names(article, again) == ["Ada Quill"]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("William Hart", "Bill Hart"),
        ("Katherine Hart", "Kate Hart"),
        ("Roxana Hart", "Rox Hart"),
        ("José Hart", "Jose Hart"),
        ("Hart", "Hart Jr."),
    ],
)
def test_pet_names_short_forms_and_accents(full: str, short: str) -> None:
    article = read(f"{full} met us.", f"{short} said so.", names={full: "PERSON", short: "PERSON"})
    assert len({speaker.id for speaker in who(article, full, short)}) == 1


def test_a_surname_in_the_headline_finds_its_bearer_below() -> None:
    article = read("Quill: We lost", "Ada Quill met us.", names=PEOPLE)
    assert names(article, "Quill") == ["Ada Quill"]


def test_a_headline_beside_the_text_is_read_too() -> None:
    article = read("Quill said so.", names=PEOPLE, title_entities=(("Ada Quill", "PERSON"),))
    assert names(article, "Quill") == ["Ada Quill"]


@pytest.mark.parametrize(
    ("shown", "borne"),
    [(Gender.MASCULINE, True), (Gender.FEMININE, False), (Gender.UNKNOWN, False)],
)
@pytest.mark.parametrize("known", [Gender.MASCULINE, Gender.UNKNOWN])
def test_a_relative_bears_the_surname_where_an_address_shows_it(
    known: Gender, shown: Gender, borne: bool
) -> None:
    register, tom = Register(), Figure(SpeakerKind.PERSON, ("tom",), gender=known, person=True)
    register.enter("Mary Quill", SpeakerKind.PERSON).learn(Gender.FEMININE)
    register.relate(tom, "quill")
    sure = borne and known is not Gender.UNKNOWN
    assert register.relative("quill", shown) is (tom if sure else None)


def test_forms_of_address_tell_couples_apart() -> None:
    article = read(
        "Mary Quill once met Peter Quill near the old harbour.",
        "Mr. Quill said so.",
        "Mrs. Quill said so.",
        names=PEOPLE,
    )
    assert names(article, "Mr. Quill", "Mrs. Quill") == ["Peter Quill", "Mary Quill"]


def test_forenames_tell_families_apart() -> None:
    article = read(
        "Mary Quill once met Peter Quill near the old harbour.",
        "Peter said so.",
        names={**PEOPLE, "Peter": "PERSON"},
    )
    assert names(article, "Peter#2") == ["Peter Quill"]


def test_a_shared_surname_is_less_sure_than_a_surname_of_one() -> None:
    shared = read(
        "Mary Quill once met Peter Quill near the old harbour.", "Quill said so.", names=PEOPLE
    )
    alone = read("Mary Quill met Tom Vane.", "Quill said so.", names=PEOPLE)
    assert rule(shared, "Quill#3")[1] < rule(alone, "Quill#2")[1]


def test_persons_of_other_forenames_are_others() -> None:
    article = read("Ada Quill met us.", "Tom Quill said so.", names=PEOPLE)
    assert names(article, "Tom Quill", "Ada Quill") == ["Tom Quill", "Ada Quill"]


def test_a_relative_of_a_namesake_is_another_person() -> None:
    article = read(
        "Peter Quill left.",
        "P. Quill, Peter’s father, said so.",
        "P. Quill said so.",
        names={**PEOPLE, "P. Quill": "PERSON", "Peter": "PERSON"},
    )
    assert names(article, "P. Quill#2", "Peter Quill") == ["P. Quill", "Peter Quill"]


def test_two_names_joined_are_one_group() -> None:
    article = read("Ada Quill and Tom Vane said so.", names=PEOPLE)
    (both,) = who(article, "Ada Quill and Tom Vane")
    assert (both.name, both.kind, both.named) == (
        "Ada Quill and Tom Vane",
        SpeakerKind.GROUP,
        True,
    )


def test_the_title_is_the_first_that_says_something() -> None:
    article = read("Ada Quill, a rival, left.", "Ada Quill, the mayor, said so.", names=PEOPLE)
    assert who(article, "Ada Quill")[0].title == "mayor"


def test_speakers_are_numbered_in_order_of_mention_with_all_their_mentions() -> None:
    article = read("Ada Quill met Tom Vane.", "Vane said so.", "She said so.", names=PEOPLE)
    vane, quill = who(article, "Vane#2", "She")
    assert (quill.id, vane.id) == ("s1", "s2")
    assert [span.of(article.text) for span in quill.mentions] == ["Ada Quill", "She"]
