"""Named entities of training articles become tags of words."""

from __future__ import annotations

from onrecord.document.paragraphs import split
from onrecord.tagging.learned.names import LABELS
from onrecord.tagging.learned.words import Words, read
from onrecord.types import NamedSpan, TextSpan
from training.tagger.naming import tagged

TEXT = "Ada Quill left St. Osmark"
PERSON, PLACE = LABELS.index("PERSON"), LABELS.index("GPE")


def words() -> Words:
    return read(TEXT, split(TEXT), ())


def name(part: str, label: str) -> NamedSpan:
    start = TEXT.index(part)
    return NamedSpan(TextSpan(start, start + len(part)), label)


def test_the_first_word_and_the_others_have_their_own_tags() -> None:
    tags = tagged([name("Ada Quill", "PERSON"), name("St. Osmark", "GPE")], words())
    person, place = (1 + 2 * PERSON, 2 + 2 * PERSON), (1 + 2 * PLACE, 2 + 2 * PLACE)
    assert tags.tolist() == [*person, 0, place[0], place[1], place[1]]


def test_a_word_that_is_named_in_part_counts() -> None:
    assert tagged([name("da Qui", "PERSON")], words()).tolist()[:3] == [
        1 + 2 * PERSON,
        2 + 2 * PERSON,
        0,
    ]


def test_white_space_alone_names_nothing() -> None:
    assert not tagged([NamedSpan(TextSpan(3, 4), "PERSON")], words()).any()
