"""The words beside a string."""

from __future__ import annotations

from onrecord.attribution.surroundings import Around, around
from tests.unit.attribution.scenes import document, scene


def beside(*paragraphs: str, number: int = 0) -> Around:
    built = scene(document(*paragraphs))
    return around(built, built.strings[number])


def test_the_words_of_its_sentence_stand_around_a_string() -> None:
    found = beside("It rained . The “ green ” boat sank . It was late .")

    assert [t.text for t in found.before] == ["The"]
    assert [t.text for t in found.after] == ["boat", "sank"]
    assert found.left is not None and found.left.text == "The"
    assert found.right is not None and found.right.text == "boat"
    assert not found.whole_sentence


def test_a_string_may_be_a_sentence_of_its_own() -> None:
    found = beside("It rained . “ Not yet . ” She left .")

    assert found.whole_sentence
    assert found.left is None and found.right is None


def test_a_bullet_is_no_word() -> None:
    assert beside("•/VERB “ Not yet . ”").whole_sentence


def test_commas_part_a_string_from_its_neighbours() -> None:
    found = beside("Her novel , “ Salt , ” sold .")

    assert found.pause_before and found.pause_behind
    assert [t.text for t in found.after] == ["sold"]


def test_a_bracket_before_a_string() -> None:
    assert beside("Ada ( “ Smiler ” ) won .").bracketed
