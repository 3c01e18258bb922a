"""Nicknames in quotation marks amid a name."""

from __future__ import annotations

import pytest

from onrecord.attribution.nicknames import is_nickname
from onrecord.attribution.surroundings import around
from tests.unit.attribution.scenes import document, scene


def nickname(sentence: str) -> bool:
    built = scene(document(sentence))
    string = built.strings[0]
    return is_nickname(built, string, around(built, string))


@pytest.mark.parametrize(
    "sentence",
    [
        "Robert/PROPN “ Bob/PROPN ” Quill/PROPN said/VERB it was late .",
        "Robert/PROPN ( “ Bo/PROPN ” ) Quill/PROPN said/VERB it was late .",
        "Robert/PROPN ‘ Big/PROPN Bo/PROPN ’ Quill/PROPN said/VERB it was late .",
        "Ada/PROPN “ the/DET Rock/PROPN ” Quill/PROPN said/VERB it was late .",
        # where the parser takes one of the names for a noun, or a pet name for a verb
        "Ada/PROPN “ Smiler/PROPN ” Quill/NOUN said/VERB it was late .",
        "Martin/PROPN “ Jack/VERB ” Quill/PROPN said/VERB it was late .",
        # a pet name alone
        "“ Bob/PROPN ” Quill/PROPN said/VERB it was late .",
        "When “ Bob/PROPN ” Quill/PROPN came/VERB it was late .",
    ],
)
def test_a_few_words_amid_a_name_without_a_verb_or_a_pause(sentence: str) -> None:
    assert nickname(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Labour/PROPN “ Betrayed/VERB ” Quillan/PROPN , says/VERB Vane/PROPN .",
        "Ada/PROPN , “ Smiler/PROPN ” Quill/PROPN said/VERB it was late .",
        "To Ada/PROPN “ No/PROPN , ” Quill/PROPN said/VERB .",
        "“ Bob/PROPN , ” Quill/PROPN said/VERB .",
        "“ Never/ADV ” Quill/PROPN said/VERB .",
        "The mayor/NOUN “ Smiler/PROPN ” Quill/PROPN said/VERB it was late .",
        "Robert/PROPN “ one/NUM of/ADP us/PRON all/PRON ” Quill/PROPN said/VERB .",
        "Robert/PROPN “ dearest/ADJ ” Quill/PROPN said/VERB .",
        "Robert/PROPN “ the/DET ” Quill/PROPN said/VERB .",
        "Robert/PROPN “ Bob/PROPN ” said/VERB it was late .",
        "Robert/PROPN said/VERB “ Bob/PROPN ” .",
    ],
)
def test_what_is_no_nickname(sentence: str) -> None:
    assert not nickname(sentence)
