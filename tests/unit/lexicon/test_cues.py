"""The cue lexicon as it ships."""

from __future__ import annotations

import pytest

from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueClass


def test_it_is_read_once() -> None:
    assert cues.load() is cues.load()


def test_a_verb_may_stand_in_several_classes() -> None:
    classes = cues.load().classes("deny")
    assert {CueClass.SAY, CueClass.DENY, CueClass.GERUND} <= classes


def test_an_unknown_verb_has_no_class() -> None:
    assert cues.load().classes("sleep") == frozenset()


def test_every_class_has_verbs() -> None:
    known = set().union(*cues.load().verbs.values())
    assert known == set(CueClass)


def test_nouns_of_the_mind_are_nominal_cues() -> None:
    lexicon = cues.load()
    assert lexicon.mental < lexicon.nominal


def test_verbs_of_tags_report() -> None:
    lexicon = cues.load()
    assert all(lexicon.classes(lemma) for lemma in lexicon.tag)


def test_words_are_single_and_in_lower_case() -> None:
    lexicon = cues.load()
    lists = (lexicon.medium, lexicon.venue, lexicon.outlet, lexicon.document, lexicon.press,
             lexicon.carrier, lexicon.nominal, lexicon.made_clear, lexicon.airs, lexicon.agency,
             lexicon.channel)  # fmt: skip
    assert all(word == word.lower() and " " not in word for words in lists for word in words)


NAMES = [
    ("marrow herald", True),
    ("radio ostrey", True),
    ("daily lamp", True),
    ("voice of the marches", True),
    ("dépêche des cols", True),
    ("canal azul", True),
    ("reuters", True),
    ("nordposten", True),
    ("abendzeitung", True),
    ("marrow council", False),
    ("time and tide", False),
    ("herald square", False),
    ("", False),
]


@pytest.mark.parametrize(("name", "outlet"), NAMES)
def test_the_words_of_a_name_show_an_outlet(name: str, outlet: bool) -> None:
    assert cues.load().names_outlet(name.split()) is outlet


VERBS = [
    ("testifies", "testify"),
    ("shows", "show"),
    ("show", "show"),
    ("teaches", ""),
    ("lamps", ""),
]


@pytest.mark.parametrize(("word", "verb"), VERBS)
def test_the_verb_of_a_tag_by_its_present_form(word: str, verb: str) -> None:
    assert cues.load().tag_verb(word) == verb
