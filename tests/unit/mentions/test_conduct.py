"""What a name names, by what it is said to do."""

from __future__ import annotations

import pytest

from onrecord import mentions
from onrecord.types import Gender, Mention, MentionKind, SpeakerKind
from tests.build import document
from tests.plain import read

BODY, PERSON = SpeakerKind.ORGANIZATION, SpeakerKind.PERSON


def first(text: str, names: dict[str, str]) -> Mention:
    """The first name of a text."""
    found = mentions.find(read(text, names=names))
    return next(m for m in found if m.kind is MentionKind.NAME)


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("Zyxan Tholm spoke early. It said so.", "PERSON", BODY),
        ("Zyxan Tholm spoke early. It was late.", "PERSON", PERSON),
        ("Zyxan Tholm spoke early. “We lost,” it said.", "PERSON", BODY),
        ("Zyxan Tholm spoke early. He said so.", "ORG", PERSON),
        ("Zyxan Tholm, which opened early, left.", "PERSON", BODY),
        ("Zyxan Tholm, who opened early, left.", "ORG", PERSON),
        ("Zyxan Tholm laughed.", "ORG", PERSON),
        ("Zyxan Tholm reported it, citing a nurse.", "PERSON", BODY),
        ("Zyxan Tholm said it, citing a nurse.", "PERSON", PERSON),
        ("The daily Zyxan Tholm left.", "PERSON", BODY),
        ("The Zyxan Tholm news agency left.", "PERSON", BODY),
        ("Kanal Tholm left.", "PERSON", BODY),
        ("Il Tholm left.", "PERSON", BODY),
        ("Northern Tholm left.", "PERSON", BODY),
        ("Zyxan “Doc” Tholm left.", "ORG", PERSON),
        ("Zyxan Tholm MP left.", "ORG", PERSON),
    ],
)
def test_the_kind_of_a_name(text: str, label: str, kind: SpeakerKind) -> None:
    names = ["Zyxan Tholm", "Kanal Tholm", "Il Tholm", "Northern Tholm", "Zyxan “Doc” Tholm"]
    assert first(text, {name: label for name in names if name in text}).speaker_kind is kind


def test_a_paper_that_may_speak_leaves_a_known_forename_a_person() -> None:
    text = "Mary Quill wrote a report. It said so."
    assert first(text, {"Mary Quill": "PERSON"}).speaker_kind is PERSON


def test_a_name_beside_the_subject_is_resumed_as_well() -> None:
    built = document(
        "the/DET/det/landlord landlord/NOUN/nsubj/left , Zyxan/PROPN/compound/Tholm/GPE "
        "Tholm/PROPN/appos/landlord/GPE , left=leave/VERB .\n"
        "he/PRON/nsubj/said said=say/VERB .",
    )
    names = [m for m in mentions.find(built) if m.kind is MentionKind.NAME]
    assert [name.speaker_kind for name in names] == [PERSON]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("County Clerk Zyxan Tholm left.", "Zyxan Tholm", "County Clerk"),
        ("Coun Zyxan Tholm left.", "Zyxan Tholm", "Coun"),
    ],
)
def test_titles_before_names(text: str, name: str, title: str) -> None:
    mention = first(text, {"Zyxan Tholm": "PERSON"})
    assert (mention.name, mention.title) == (name, title)


def test_a_chairman_may_be_a_woman() -> None:
    mention = first("Chairman Mary Quill left.", {"Mary Quill": "PERSON"})
    assert mention.gender is Gender.FEMININE


def test_a_capital_behind_a_comma_is_that_of_a_name() -> None:
    built = document(
        "Osmark/PROPN/poss/mum/GPE 's/PART/case/Osmark mum/NOUN/nsubj/left , "
        "Precious/ADJ/appos/mum , left=leave/VERB ."
    )
    names = [m.name for m in mentions.find(built) if m.kind is MentionKind.NAME]
    assert names == ["Osmark", "Precious"]
