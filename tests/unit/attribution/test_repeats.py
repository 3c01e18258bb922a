"""How the words of a headline come again below it."""

from __future__ import annotations

import pytest

from onrecord.attribution.repeats import again
from tests.unit.attribution.scenes import document, report, scene

HEADLINE = "Firm sorry for “ paper roofs ”"


def test_in_words_that_somebody_says() -> None:
    built = document(HEADLINE, "“ We sold paper roofs , ” Ada said=say/VERB .")
    said = report(built, "said", "Ada", "We sold paper roofs")

    assert again(scene(built, said), 0) == "again in quoted words"


def test_the_article_before_the_words_may_change() -> None:
    built = document("Firm sorry for “ the roofs ”", "“ A roofs , ” Ada said=say/VERB .")
    said = report(built, "said", "Ada", "A roofs")

    assert again(scene(built, said), 0) == "again in quoted words"


def test_one_word_among_many_is_less_of_a_sign() -> None:
    built = document("Firm drops “ damp ”", "“ Nobody knew it was damp , ” Ada said=say/VERB .")
    said = report(built, "said", "Ada", "Nobody knew it was damp")

    assert again(scene(built, said), 0) == "again among quoted words"


WITHOUT = [
    ("Her book , “ Paper Roofs , ” sold .", "again in quoted words without a tie"),
    ("It made paper roofs .", "again in plain words"),
    ("It rained .", "not again"),
]


@pytest.mark.parametrize(("body", "how"), WITHOUT)
def test_where_nobody_says_them(body: str, how: str) -> None:
    assert again(scene(document(HEADLINE, body)), 0) == how


def test_words_of_the_body_or_of_a_single_paragraph_are_no_headline() -> None:
    assert again(scene(document("It rained .", HEADLINE)), 0) is None
    assert again(scene(document(HEADLINE)), 0) is None


def test_words_too_many_to_be_repeated() -> None:
    long = "“ " + "mud " * 41 + "”"

    assert again(scene(document(long, long)), 0) == "not again"


def test_a_first_paragraph_full_of_strings_is_no_headline() -> None:
    built = document("“ a ” " * 9, "It rained .")

    assert again(scene(built), 7) == "not again"
    assert again(scene(built), 8) is None


def test_in_other_words() -> None:
    built = document(
        "Fleet owner : “ every boat stays here ”",
        "“ We keep every single boat here , that stays , ” Ada said=say/VERB .",
        "“ Mud , ” Ada said=say/VERB .",
    )
    said = report(built, "said", "Ada", "We keep every single boat here")

    assert again(scene(built, said), 0) == "in other words"
    assert again(scene(built), 0) == "not again"


def test_few_words_come_in_no_others() -> None:
    built = document("Firm keeps “ dry boats ”", "“ We have some boats , ” Ada said=say/VERB .")
    said = report(built, "said", "Ada", "We have some boats")

    assert again(scene(built, said), 0) == "not again"
