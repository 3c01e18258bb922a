"""What a quoted string itself looks like."""

from __future__ import annotations

import pytest

from onrecord.attribution.form import form
from tests.unit.attribution.scenes import document, scene


def seen(words: str) -> tuple[str, str, tuple[str, ...]]:
    built = scene(document(f"“ {words} ”"))
    found = form(built, built.strings[0])
    return found.size, found.capitals, found.signs


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("mud", "1-2"),
        ("a b c", "3-4"),
        ("a b c d e", "5-8"),
        ("a b c d e f g h i", "9-15"),
        ("a " * 16, "16+"),
    ],
)
def test_sizes(words: str, size: str) -> None:
    assert seen(words)[0] == size


@pytest.mark.parametrize(
    ("words", "capitals"),
    [
        ("quite reckless", "none"),
        ("Duchess", "name"),
        ("The Glass Ferry", "title"),
        ("A Year of Tides", "title"),
        ("Leave now", "first"),
        ("A boat for", "first"),
        ("KEEP OUT", "all"),
    ],
)
def test_capitals(words: str, capitals: str) -> None:
    assert seen(words)[1] == capitals


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("Who pays ?", "a question or an exclamation"),
        ("mud ,", "a comma or full stop closes it"),
        ("it sank=sink/VERB", "holds a finite verb"),
        ("save our/PRON:PRP$ boats", "speaks of I, we or you"),
        ("hiding=hide/VERB:VBG the bill", "starts with a verb"),
        ("under/ADP control", "starts with an adverb or a preposition"),
        ("a/DET farce", "starts with a"),
        ("the/DET farce", "starts with an article"),
    ],
)
def test_signs(words: str, sign: str) -> None:
    assert sign in seen(words)[2]


def test_a_string_of_signs_alone_has_no_words() -> None:
    built = scene(document("“ 😀 ”"))

    assert form(built, built.strings[0]).size == "1-2"


def test_how_it_starts() -> None:
    def start(words: str) -> str:
        built = scene(document(f"“ {words} ”"))
        return form(built, built.strings[0]).start

    assert start("a/DET farce") == "starts with a"
    assert start("the/DET farce") == "starts with an article"
    assert start("farce/NOUN") == "without an article"


def test_articles_of_other_tongues() -> None:
    assert "starts with a foreign article" in seen("la belle")[2]
    assert "starts with a foreign article" not in seen("la")[2]


def test_numbers_alone_are_no_letters() -> None:
    assert "no letters" in seen("50 %")[2]
    assert "no letters" not in seen("50 cents")[2]
