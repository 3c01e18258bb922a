"""What rules a figure out: gender that is sure or presumed, the words around, other bodies."""

from __future__ import annotations

import pytest

from onrecord.lexicon import forenames, people
from onrecord.types import Gender
from tests.build import document
from tests.plain import read
from tests.who import names, rule, who

NAMES = {
    "Mary Quill": "PERSON",
    "Peter Vane": "PERSON",
    "Andrea Vane": "PERSON",
    "Zyxa Thorn": "PERSON",
    "Vane": "PERSON",
    "Quill": "PERSON",
    "Thorn": "PERSON",
    "Halden Courier": "ORG",
    "Hull Weekly": "ORG",
    "Tarrow Foods": "ORG",
    "Norby Foods": "ORG",
    "Osmark": "GPE",
    "PORT SAMEL": "ORG",
}


def named(source: str, *paragraphs: str) -> str:
    return names(read(*paragraphs, names=NAMES), source)[0]


def test_a_gender_that_one_pronoun_shows_may_be_overruled() -> None:
    assert named("He", "Zyxa Thorn left. She laughed. He said so.") == "Zyxa Thorn"


def test_a_second_pronoun_makes_it_sure() -> None:
    assert named("He", "Zyxa Thorn left. She laughed. She stayed. He said so.") == "He"


def test_a_presumed_gender_gives_way_to_a_sure_one() -> None:
    text = "Mary Quill left with Zyxa Thorn. Thorn laughed. He stayed. She said so."
    assert named("She", text) == "Mary Quill"


def test_a_form_of_address_overrules_a_doubtful_forename() -> None:
    assert named("Mr. Vane", "Andrea Vane left. Mr. Vane said so.") == "Andrea Vane"
    assert named("Mr. Quill", "Mary Quill left. Mr. Quill said so.") == "Quill"


@pytest.mark.parametrize(
    ("name", "doubtful"),
    [("Andrea", True), ("Jean", True), ("Nikita", True), ("Mary", False), ("Norman", False)],
)
def test_doubtful_forenames(name: str, doubtful: bool) -> None:
    assert forenames.is_doubtful(name) is doubtful


def test_the_census_writes_no_accents() -> None:
    assert forenames.is_forename("Émile")
    assert forenames.gender_of_forename("José") is Gender.MASCULINE


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Ragnhild", Gender.FEMININE),
        ("Ágnes", Gender.FEMININE),
        ("Wangari", Gender.FEMININE),
        ("Dafydd", Gender.MASCULINE),
        ("Zdeněk", Gender.MASCULINE),
        ("Kwame", Gender.MASCULINE),
        ("Yuval", Gender.UNKNOWN),
    ],
)
def test_forenames_abroad_show_a_gender(name: str, gender: Gender) -> None:
    assert forenames.gender_of_forename(name) is gender
    assert not forenames.is_doubtful(name)


@pytest.mark.parametrize(("noun", "person"), [("florist", True), ("twist", False), ("list", False)])
def test_not_every_noun_with_the_ending_of_one_is_for_a_person(noun: str, person: bool) -> None:
    assert people.load().is_person(noun) is person


def test_it_can_be_a_group_in_the_singular() -> None:
    assert named("It", "The panel left. It said so.") == "The panel"


def test_the_mother_of_somebody_is_nobody_named_before() -> None:
    text = "Mary Quill found the boy. The boy's mother said so."
    article = read(text, names=NAMES)
    assert names(article, "The boy's mother") == ["The boy's mother"]


def test_it_is_what_was_mentioned_last_however_often_another_was() -> None:
    first = "The Halden Courier opened. The Halden Courier left."
    then = "We met near the Halden Courier about a report. It said so."
    assert named("It", first, then) == "a report"


def test_a_ministry_is_not_another_ministry() -> None:
    text = "The Osmark foreign ministry laughed. The defence ministry said so. The ministry left."
    article = read(text, names=NAMES)
    assert names(article, "The defence ministry")[0] == "The defence ministry"


def test_a_finance_chief_is_no_chief_executive() -> None:
    text = "Mary Quill, the chief executive, left. Peter Vane stayed. The finance chief said so."
    assert named("The finance chief", text) == "The finance chief"
    assert named("The boss", text.replace("finance chief", "boss")) == "Mary Quill"


def test_a_shadow_minister_is_no_minister() -> None:
    text = "Mary Quill, the shadow trade minister, left. The trade minister said so."
    assert named("The trade minister", text) == "The trade minister"


def test_the_firm_of_the_paragraph() -> None:
    first = "Tarrow Foods left. Tarrow Foods opened. Tarrow Foods laughed."
    assert named("The company", first, "Norby Foods left. The company said so.") == "Norby Foods"


def test_a_newsletter_is_no_company() -> None:
    first = "Tarrow Foods left early."
    then = "The newsletter Hull Weekly reported it. The company said so."
    assert named("The company", first, then) == "Tarrow Foods"


def test_the_maker_of_a_thing_is_the_firm_most_spoken_of() -> None:
    assert named("The maker of soap", "Tarrow Foods left.", "The maker of soap said so.") == (
        "Tarrow Foods"
    )


def test_a_dateline_with_an_agency_is_no_company() -> None:
    text = "PORT SAMEL (Norby Wire) — Two boats sank."
    assert named("The company", text, "The company said so.") == "The company"


def test_who_is_called_so() -> None:
    text = "A man called Peter Vane met us. The man said so."
    assert names(read(text, names=NAMES), "A man") == ["Peter Vane"]


def test_a_father_told_of_on_both_sides() -> None:
    text = "Her father, Peter Vane, a driver, said so."
    assert named("Her father", text) == "Peter Vane"


def test_the_head_of_a_body_in_the_lede() -> None:
    then = "Mary Quill left early."
    assert named("The head of the club", "The head of the club said so.", then) == "Mary Quill"


def test_nobody_named_is_an_epithet_inside_a_quotation() -> None:
    article = read("Mary Quill left.", "“The doctor said so,” Peter Vane said.", names=NAMES)
    assert names(article, "The doctor", "Peter Vane")[0] == "The doctor"


def test_a_role_that_stands_alone_in_a_headline() -> None:
    article = read("Tour stays, judge rules", "Judge Mary Quill left.", names=NAMES)
    assert rule(article, "judge")[0] == "role"


def test_an_age_makes_an_epithet_of_any_trade() -> None:
    then = "The 19 - year - old apprentice plumber said so."
    source = "The 19 - year - old apprentice plumber"
    assert named(source, "Mary Quill left.", then) == "Mary Quill"


def test_a_body_that_somebody_only_speaks_of_is_not_the_one_told_of() -> None:
    article = read("“The federation sued,” Peter Vane said.", "The federation left.", names=NAMES)
    said, told = who(article, "The federation", "The federation#2")
    assert said.id != told.id


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("Mary Quill said so.", "Mary Quill"),
        ("Mary Quill of Tarrow Foods said so.", "Mary Quill"),
        ("Mary Quill, the baker, said so.", "The plumber"),
        ("Mary Quill met Peter Vane. Vane said so.", "The plumber"),
    ],
)
def test_who_goes_on_speaking_may_be_called_by_a_trade(first: str, name: str) -> None:
    article = read(f"{first} The plumber added it.", names=NAMES)
    speaking = first.replace(" of Tarrow Foods", "").split(". ")[-1].split(",")[0].split(" said")[0]
    assert names(article, "The plumber", speaking)[0] == name


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("said=say/VERB Vane/PROPN/nsubj/left/PERSON left=leave/VERB/ccomp/said .", "The veteran"),
        ("thanked=thank/VERB Vane/PROPN/dobj/thanked/PERSON .", "The veteran"),
        ("said=say/VERB it/PRON/nsubj/rained rained=rain/VERB/ccomp/said .", "Peter Vane"),
    ],
)
def test_a_subject_is_nobody_named_below_it(clause: str, name: str) -> None:
    article = document(
        "Peter/PROPN/compound/Vane/PERSON Vane/PROPN/nsubj/spoke/PERSON spoke=speak/VERB .",
        "The/DET/det/veteran veteran/NOUN/nsubj " + clause,
    )
    assert names(article, "The veteran")[0] == name
