"""The sentence before words without a tag tells whose they are."""

from __future__ import annotations

import pytest

from onrecord.attribution.context import brought_in
from tests.unit.attribution.scenes import document, scene, strings


def told(*paragraphs: str) -> str | None:
    """Whom the last string of an article is brought in by."""
    built = document(*paragraphs)
    found = brought_in(scene(built), strings(built)[-1])
    return found.of(built.text) if found else None


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Ana/PROPN/compound/Ruiz Ruiz/PROPN/nsubj/shrugged shrugged/VERB .", "Ana Ruiz"),
        ("She/PRON/nsubj/shrugged shrugged/VERB .", "She"),
        ("The/DET/det/mayor mayor/NOUN/nsubj/was was=be/AUX glad/ADJ .", "The mayor"),
        ("The/DET/det/bridge bridge/NOUN/nsubj/fell fell/VERB .", None),
        ("It/PRON/nsubj/rained rained/VERB .", None),
        ("Rain/NOUN fell/VERB on Ruiz/PROPN/pobj/on .", None),
    ],
)
def test_its_subject_where_that_is_a_person(sentence: str, who: str | None) -> None:
    assert told("Rain .", f"{sentence}\n“ No . ”") == who


def test_the_subject_of_the_main_clause() -> None:
    sentence = (
        "When Lund/PROPN/nsubj/left left/VERB/advcl/shrugged Ruiz/PROPN/nsubj/shrugged"
        " shrugged/VERB ."
    )
    assert told(f"{sentence}\n“ No . ”") == "Ruiz"


def test_not_from_another_paragraph() -> None:
    assert told("Ruiz/PROPN/nsubj/shrugged shrugged/VERB .", "“ No . ”") is None


def test_not_where_the_sentence_goes_on_into_the_words() -> None:
    assert told("Ruiz/PROPN/nsubj/ate ate/VERB a “ cake . ”") is None


def test_not_where_it_holds_quoted_words_of_its_own() -> None:
    assert told("“ Yes , ” Ruiz/PROPN/nsubj/ate ate/VERB .\n“ No . ”") is None
