"""What in an article can be a source."""

from __future__ import annotations

import pytest

from onrecord import mentions
from onrecord.types import Gender, Mention, MentionKind, SpeakerKind
from tests.plain import read

ADA = {"Ada Quill": "PERSON"}


def named(text: str, names: dict[str, str] | None = None) -> Mention:
    """The first name of a text."""
    found = mentions.find(read(text, names=ADA if names is None else names))
    return next(m for m in found if m.kind is MentionKind.NAME)


def nominal(text: str) -> Mention:
    """The first noun phrase without a name."""
    return next(m for m in mentions.find(read(text)) if m.kind is MentionKind.NOMINAL)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ada Quill left the meeting early.", None),
        ("Ada Quill, a nurse, left the meeting early.", "nurse"),
        ("Ada Quill, 46, a nurse, left the meeting early.", "nurse"),
        (
            "Ada Quill, the chair of the port board, left the meeting early.",
            "chair of the port board",
        ),
        ("Ada Quill, her former lawyer, left the meeting early.", "former lawyer"),
        ("The transport minister, Ada Quill, left the meeting early.", "transport minister"),
        ("The former nurse, the chair Ada Quill, left the meeting early.", "chair"),
        ("The chair, Dr Ada Quill, left the meeting early.", "chair"),
        ("A former nurse, Ada Quill left the meeting early.", "former nurse"),
        ("Ada Quill, who is the chair, left the meeting early.", "chair"),
        ("Ada Quill, who has once been mayor, left the meeting early.", "mayor"),
        ("Ada Quill, who was here, left the meeting early.", None),
        ("Ada Quill, who leads the dock union, left the meeting early.", "leads the dock union"),
        ("Ada Quill (D-Osmark) left the meeting early.", "D-Osmark"),
        ("Sen. Ada Quill (D-Port Osmark) left the meeting early.", "Sen., D-Port Osmark"),
        ("Rep. Ada Quill, D-Osmark, left the meeting early.", "Rep., D-Osmark"),
        ("President Ada Quill left the meeting early.", "President"),
        ("Mrs Ada Quill left the meeting early.", None),
        ("The spokeswoman Ada Quill left the meeting early.", "spokeswoman"),
        ("Yesterday spokeswoman Ada Quill left the meeting early.", "spokeswoman"),
        ("Ada Quill, the mayor said.", "mayor"),
        # the mayor says it of her
        ("Ada Quill, the mayor said, left the meeting early.", None),
        ("Ada Quill, the mayor said on Monday, left the meeting early.", None),
        ("Det Con Ada Quill left the meeting early.", "Det Con"),
    ],
)
def test_the_title_is_what_the_words_around_a_name_say(text: str, title: str | None) -> None:
    assert named(text).title == title


def test_a_body_after_a_name_is_its_title() -> None:
    names = {**ADA, "Penhallow Capital": "ORG"}
    assert (
        named("Ada Quill of Penhallow Capital left the meeting early.", names).title
        == "Penhallow Capital"
    )
    assert (
        named("Ada Quill, with the Penhallow Capital, left the meeting early.", names).title
        == "Penhallow Capital"
    )


def test_a_plural_title_is_shared_in_the_singular() -> None:
    names = {"Ada Quill": "PERSON", "Tom Vane": "PERSON"}
    found = mentions.find(read("Senators Ada Quill and Tom Vane left early.", names=names))
    assert [(m.name, m.title) for m in found] == [("Ada Quill", "Senator"), ("Tom Vane", "Senator")]


def test_a_singular_title_is_not_shared() -> None:
    names = {"Ada Quill": "PERSON", "Tom Vane": "PERSON"}
    found = mentions.find(read("Senator Ada Quill and Tom Vane left early.", names=names))
    assert [m.title for m in found] == ["Senator", None]


def test_party_and_seat_are_no_name() -> None:
    found = mentions.find(read("Ada Quill, D-Osmark, left the meeting early.", names=ADA))
    assert [m.name for m in found if m.kind is MentionKind.NAME] == ["Ada Quill"]


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mrs Quill left the meeting early.", Gender.FEMININE),
        ("Mr Quill left the meeting early.", Gender.MASCULINE),
        ("Dr Quill left the meeting early.", Gender.UNKNOWN),
        ("Spokesman Wren Quill left the meeting early.", Gender.MASCULINE),
        ("Mary Quill left the meeting early.", Gender.FEMININE),
        ("Robin Quill left the meeting early.", Gender.UNKNOWN),
        ("Zyxa Quill left the meeting early.", Gender.UNKNOWN),
        ("Zyxa Quill, a businesswoman, left.", Gender.FEMININE),
    ],
)
def test_gender_is_what_the_form_shows_and_no_more(text: str, gender: Gender) -> None:
    names = dict.fromkeys(["Quill", "Mary Quill", "Robin Quill", "Zyxa Quill"], "PERSON")
    assert named(text, names).gender is gender


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The company said so.", SpeakerKind.ORGANIZATION),
        ("State radio said so.", SpeakerKind.ORGANIZATION),
        ("The report said so.", SpeakerKind.DOCUMENT),
        ("The agenda said so.", SpeakerKind.DOCUMENT),
        ("Officials said so.", SpeakerKind.GROUP),
        ("Some officials said so.", SpeakerKind.GROUP),
        ("Two officials said so.", SpeakerKind.UNKNOWN),
        ("Officials familiar with the plan said so.", SpeakerKind.UNKNOWN),
        ("Two people said so.", SpeakerKind.UNKNOWN),
        ("The people said so.", SpeakerKind.GROUP),
        ("Sources said so.", SpeakerKind.UNKNOWN),
        ("A spokesman said so.", SpeakerKind.UNKNOWN),
        ("The crowd said so.", SpeakerKind.GROUP),
        ("His minister said so.", SpeakerKind.UNKNOWN),
        ("The weather said so.", SpeakerKind.UNKNOWN),
    ],
)
def test_kind_of_a_noun_phrase(text: str, kind: SpeakerKind) -> None:
    assert nominal(text).speaker_kind is kind


def test_a_noun_phrase_is_named_without_its_article_and_ends_before_a_comma() -> None:
    phrase = nominal("The old chair of the board, of which we said so.")
    assert phrase.name == "old chair of the board"
    assert not phrase.plural


def test_a_copy_of_which_one_speaks_is_no_source_of_its_own() -> None:
    text = "The guide, a copy of which was lent to us, is old."
    assert not any("copy" in m.span.of(text) for m in mentions.find(read(text)))


def test_a_document_is_known_without_the_clause_after_it() -> None:
    assert nominal("The report who left said so.").name == "report"


@pytest.mark.parametrize(
    ("text", "gender", "plural"),
    [
        ("He left.", Gender.MASCULINE, False),
        ("Her left.", Gender.FEMININE, False),
        ("It left.", Gender.NEUTER, False),
        ("They left.", Gender.UNKNOWN, True),
        ("I left.", Gender.UNKNOWN, False),
    ],
)
def test_pronouns(text: str, gender: Gender, plural: bool) -> None:
    pronoun = mentions.find(read(text))[0]
    assert pronoun.kind is MentionKind.PRONOUN
    assert (pronoun.gender, pronoun.plural) == (gender, plural)


def test_every_mention_has_its_own_head_and_they_come_in_order() -> None:
    found = mentions.find(read("Ada Quill met the mayor of the town. She left.", names=ADA))
    heads = [mention.head for mention in found]
    assert heads == sorted(set(heads))
    assert [m.name for m in found] == ["Ada Quill", "mayor of the town", "town", "She"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The understudy, Ada Quill, left the meeting early.", "understudy"),
        ("His understudy, Ada Quill, left the meeting early.", "understudy"),
        ("The understudy, Ada Quill said, left the meeting early.", None),
        ("The understudy, Ada Quill, two clowns and others left early.", None),
    ],
)
def test_any_noun_phrase_that_is_the_subject_says_what_a_name_is(
    text: str, title: str | None
) -> None:
    assert named(text).title == title


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She told The Halden Post.", "The Halden Post"),
        ("She told the Halden Post.", "Halden Post"),
        ("The Halden Post said so.", "Halden Post"),
    ],
)
def test_a_capital_article_in_mid_sentence_belongs_to_the_name(text: str, name: str) -> None:
    assert named(text, {"Halden Post": "ORG"}).name == name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The paper said so.", SpeakerKind.ORGANIZATION),
        ("The paper said so. A paper published here said more.", SpeakerKind.DOCUMENT),
        ("The paper said so. She wrote a research paper.", SpeakerKind.DOCUMENT),
        ("Court papers said so.", SpeakerKind.DOCUMENT),
    ],
)
def test_a_paper_is_a_newspaper_unless_somebody_wrote_it(text: str, kind: SpeakerKind) -> None:
    assert nominal(text).speaker_kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "Quillan's shareholders left the meeting.",
        "Quillan's chief executive left the meeting.",
        "Quillan have left the meeting.",
    ],
)
def test_a_body_by_what_it_has_and_by_a_verb_in_the_plural(text: str) -> None:
    assert named(text, {"Quillan": "PERSON"}).speaker_kind is SpeakerKind.ORGANIZATION


def test_a_sentence_with_a_full_stop_is_no_headline() -> None:
    assert named("Ada Quill met Tom Vane.").name == "Ada Quill"


def test_said_before_a_name_is_a_verb() -> None:
    assert named("Said Ada Quill yesterday early.").name == "Ada Quill"


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Grandson Ada Quill left early.", "Ada Quill", "Grandson"),
        ("Musician Ada Mary Quill left early.", "Ada Mary Quill", "Musician"),
        ("Gwenllian Quill left early.", "Gwenllian Quill", None),
        ("Retailer Quill Stores left early.", "Quill Stores", "Retailer"),
        ("Retailer Quill Association left early.", "Retailer Quill Association", None),
        ("City Mayor Ada Quill left early.", "Ada Quill", "City Mayor"),
        ("MP Ada Quill left early.", "Ada Quill", "MP"),
    ],
)
def test_what_stands_before_a_name_at_the_start_of_a_sentence(
    text: str, name: str, title: str | None
) -> None:
    entity = {name: "ORG" if "Stores" in name or "Association" in name else "PERSON"}
    found = named(text, entity)
    assert (found.name, found.title) == (name, title)


def test_the_number_of_a_station_belongs_to_its_name() -> None:
    assert named("She told Channel 4 so.", {"Channel": "ORG"}).name == "Channel 4"


def test_a_possessive_pronoun_is_no_name() -> None:
    found = mentions.find(read("Theirs was an old house."))
    assert not [m for m in found if m.kind is MentionKind.NAME]


def test_a_notice_is_known_without_its_place() -> None:
    assert nominal("A notice on the door said so.").span.of("A notice on the door") == "A notice"


def test_a_letter_is_known_with_its_sender() -> None:
    text = "A letter from the bank said so."
    assert nominal(text).span.of(text) == "A letter from the bank"


def test_a_name_that_ends_like_that_of_a_person_is_a_person() -> None:
    names = {"Ada Quill": "PERSON", "Aslak Quill": "ORG"}
    found = mentions.find(read("Ada Quill left. Aslak Quill stayed.", names=names))
    assert [m.speaker_kind for m in found if m.kind is MentionKind.NAME] == [
        SpeakerKind.PERSON,
        SpeakerKind.PERSON,
    ]


def test_an_apostrophe_inside_the_name_of_a_body() -> None:
    found = mentions.find(read("She told the Nurses’ Guild so.", names={"Nurses": "ORG"}))
    assert [m.name for m in found if m.kind is MentionKind.NAME] == ["Nurses’ Guild"]


def test_a_hyphen_behind_a_role_makes_one_word_of_both() -> None:
    assert named("The Observer-Mail said no.", {"Observer-Mail": "ORG"}).name == "Observer-Mail"


def test_a_forename_that_is_a_rank_as_well_stays_one() -> None:
    found = named("Con Ryan left the meeting early.", {"Con Ryan": "PERSON"})
    assert (found.name, found.title) == ("Con Ryan", None)


@pytest.mark.parametrize(
    "name",
    [
        "Ada “Bo” Quill",
        "Ada “the Rock” Quill",
        "Ada (“Bo”) Quill",
        "Ada “Big Bo” Quill",
        "Ada “Bo the Rock” Quill",
    ],
)
def test_a_nickname_is_part_of_the_name(name: str) -> None:
    assert named(f"The baker, {name}, left the meeting early.", {}).name == name


def test_an_article_alone_is_no_nickname() -> None:
    assert named("The baker, Ada “the” Quill, left early.", {}).name == "Ada"


@pytest.mark.parametrize(
    ("text", "name"), [("They met in 300 AD near the lake.", 0), ("They met AD near the lake.", 1)]
)
def test_letters_beside_a_year_are_no_name(text: str, name: int) -> None:
    found = mentions.find(read(text, names={"AD": "ORG"}))
    assert sum(m.kind is MentionKind.NAME for m in found) == name


def test_the_article_of_an_arabic_surname_belongs_to_it() -> None:
    names = {"Abu Rashid": "PERSON", "al-Rashid": "PERSON"}
    assert named("The mayor met al-Rashid near the harbour.", names=names).name == "al-Rashid"
