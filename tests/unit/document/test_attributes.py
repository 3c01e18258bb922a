"""Attributes of tokens are asked for once, and are those that the components give in place."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.document import attributes
from onrecord.document.attributes import AttributeMemory, Attributes

RULES: list[dict[str, Any]] = [
    {"patterns": [[{"TAG": "VBZ"}]], "attrs": {"POS": "AUX"}},
    {
        "patterns": [[{"DEP": "expl"}, {"LOWER": {"IN": ["is"]}}]],
        "attrs": {"POS": "VERB"},
        "index": 1,
    },
    {"patterns": [[{"LOWER": "gon"}, {"LOWER": {"REGEX": "^na?$"}}]], "attrs": {"LEMMA": "go"}},
    {"patterns": [[{"LOWER": "boats", "TAG": "NNS"}]], "attrs": {"LEMMA": "Boat", "POS": "NOUN"}},
]


@pytest.fixture
def nlp() -> Language:
    made = spacy.blank("en")
    made.add_pipe("attribute_ruler").add_patterns(RULES)  # type: ignore[attr-defined]
    return made


def doc(nlp: Language, *tokens: str) -> Doc:
    words, tags, deps = map(list, zip(*(token.split("/") for token in tokens), strict=True))
    return Doc(nlp.vocab, words, tags=tags, deps=deps, heads=list(range(len(words))))


def test_spelling_and_tag_decide(nlp: Language) -> None:
    told = AttributeMemory(nlp).of(doc(nlp, "Boats/NNS/nsubj", "boats/VBZ/ROOT"))
    assert told[0] == Attributes("Boats", "NOUN", "NNS", "nsubj", "boat")
    assert told[1] == Attributes("boats", "AUX", "VBZ", "ROOT", "")


def test_a_neighbour_counts_where_a_rule_asks_for_it(nlp: Language) -> None:
    memory = AttributeMemory(nlp)
    assert memory.of(doc(nlp, "There/EX/expl", "is/VBZ/ROOT"))[1].pos == "VERB"
    assert memory.of(doc(nlp, "She/PRP/nsubj", "is/VBZ/ROOT"))[1].pos == "AUX"
    assert memory.of(doc(nlp, "gon/VBG/ROOT", "na/TO/aux"))[0].lemma == "go"
    assert memory.of(doc(nlp, "gon/VBG/ROOT", "nat/TO/aux"))[0].lemma == ""


def test_tokens_that_are_asked_for_together_are_no_neighbours(nlp: Language) -> None:
    apart = doc(nlp, "There/EX/expl", "she/PRP/nsubj", "is/VBZ/ROOT")
    assert AttributeMemory(nlp).of(apart)[2].pos == "AUX"


def test_the_answers_are_those_of_the_components_in_place(nlp: Language) -> None:
    tokens = [
        "There/EX/expl",
        "is/VBZ/ROOT",
        "Boats/NNS/nsubj",
        "is/VBZ/ROOT",
        "gon/VB/x",
        "na/TO/y",
    ]
    told = AttributeMemory(nlp).of(doc(nlp, *tokens))
    whole = nlp.get_pipe("attribute_ruler")(doc(nlp, *tokens))
    assert [(t.pos, t.lemma) for t in told] == [(t.pos_, t.lemma_.lower()) for t in whole]


def test_nothing_is_asked_twice(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = AttributeMemory(nlp)
    first = memory.of(doc(nlp, "Boats/NNS/nsubj"))
    monkeypatch.setattr(memory, "_components", [])
    assert memory.of(doc(nlp, "Boats/NNS/nsubj")) == first


def test_the_oldest_are_forgotten(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attributes, "MOST", 8)
    memory = AttributeMemory(nlp)
    for number in range(40):
        memory.of(doc(nlp, f"boat{number}/NN/nsubj"))
        assert len(memory._known) <= 8
    assert memory.of(doc(nlp, "Boats/NNS/nsubj"))[0].lemma == "boat"


def test_a_pipeline_without_the_components_changes_nothing() -> None:
    bare = spacy.blank("en")
    told = AttributeMemory(bare).of(doc(bare, "Boats/NNS/nsubj"))
    assert told == [Attributes("Boats", "", "NNS", "nsubj", "")]


def test_the_components_keep_nothing_of_what_they_were_asked(nlp: Language) -> None:
    class Lemmatizer:
        def __init__(self) -> None:
            self.cache: dict[str, str] = {}

        def __call__(self, asked: Doc) -> Doc:
            self.cache.update((token.text, token.lemma_) for token in asked)
            return asked

    memory, lemmatizer = AttributeMemory(nlp), Lemmatizer()
    memory._components.append(lemmatizer)
    memory.of(doc(nlp, "boats/NNS/nsubj"))
    assert not lemmatizer.cache
