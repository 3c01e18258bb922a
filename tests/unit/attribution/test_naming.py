"""Signs that a string names or mentions something."""

from __future__ import annotations

import pytest

from onrecord.attribution.naming import naming_signs
from onrecord.attribution.surroundings import around
from tests.unit.attribution.scenes import document, scene


def signs(*paragraphs: str) -> set[str]:
    built = scene(document(*paragraphs))
    string = built.strings[0]
    return set(naming_signs(built, string, around(built, string)))


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("The word/NOUN “ mud ” is banned .", "a word for words before"),
        ("Her novel/NOUN “ Salt ” sold .", "a word for a work before"),
        ("Her novel/NOUN , “ Salt , ” sold .", "a pause and a word for a work before"),
        ("“ Salt ” magazine/NOUN folded .", "a word for a work behind"),
        ("The novel/NOUN about/ADP her/PRON “ Salt ” sold .", "a word for a work near"),
        ("The German word/NOUN for it is=be/AUX “ Fluss ” .", "a word for words is"),
        ("A so-called “ miracle ” failed .", "so-called"),
        ("A box marked=mark/VERB:VBN “ FRAGILE ” fell .", "behind a verb of marking"),
        ("It is “ run-off , ” meaning mud .", "explained behind"),
        ("Ada/PROPN “ Smiler ” Quill/PROPN won .", "between names"),
    ],
)
def test_signs_of_naming(sentence: str, sign: str) -> None:
    assert sign in signs(sentence)


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("A tug known=know/VERB:VBN as/ADP “ Bess ” sank .", "named by a participle"),
        ("She/PRON/nsubj/called called=call/VERB:VBD it “ mud ” .", "named by somebody once"),
        ("They/PRON/nsubj/call call/VERB:VBP it “ mud ” .", "named by many, as a habit"),
        ("He/PRON/nsubj/calls calls=call/VERB:VBZ it “ mud ” .", "named by somebody, as a habit"),
        ("They left , calling=call/VERB:VBG it “ mud ” .", "named by a gerund"),
        ("A tug known=know/VERB:VBN as/ADP “ Bess ” sank .", "named: know as"),
    ],
)
def test_who_names_it(sentence: str, sign: str) -> None:
    assert sign in signs(sentence)


def test_plain_speech_shows_none() -> None:
    assert signs("“ We sail , ” she/PRON/nsubj/said said=say/VERB .") == set()


def test_a_verb_between_is_the_one_that_counts() -> None:
    found = signs("They call/VERB:VBP me and say/VERB:VBP “ mud ” .")

    assert not any(sign.startswith("named") for sign in found)
