"""Names by our own way are those that spaCy's recogniser finds."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language

from onrecord.document import recogniser
from onrecord.document.recogniser import Moves, Name, Recogniser, quick
from onrecord.document.vectors import OtherShape

LABELS = ("PERSON", "ORG", "DATE")
SAID = "Ilse Brandt of the Harbour Board said that 9 May . , it Rain Mr. in Oslo"
WORDS = [*SAID.split(), "\n"]


def pipeline(seed: int = 1) -> Language:
    """Random weights, which find names everywhere, behind a splitter of sentences."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    ner: Any = nlp.add_pipe("ner")
    for label in LABELS:
        ner.add_label(label)
    nlp.initialize()
    upper = ner.model.get_ref("upper")
    draw = np.random.default_rng(seed)
    upper.set_param("W", draw.normal(size=upper.get_param("W").shape).astype("f"))
    upper.set_param("b", draw.normal(size=upper.get_param("b").shape).astype("f"))
    return nlp


def texts(count: int) -> list[str]:
    draw = random.Random(count)
    return [" ".join(draw.choices(WORDS, k=draw.randint(0, 40))) for _ in range(count)]


def names_of(nlp: Language, given: list[str]) -> list[list[Name]]:
    return [[Name(e.start, e.end, e.label_) for e in doc.ents] for doc in nlp.pipe(given)]


@pytest.mark.parametrize("seed", range(6))
def test_the_names_are_those_of_the_pipeline(seed: int) -> None:
    nlp = pipeline(seed)
    found = Recogniser(nlp.get_pipe("ner"))(list(nlp.pipe(texts(40), disable=["ner"])))
    assert found == names_of(nlp, texts(40))


def test_names_of_one_and_of_more_tokens_are_found_and_end_with_their_sentence() -> None:
    nlp = pipeline(2)
    found = Recogniser(nlp.get_pipe("ner"))(list(nlp.pipe(texts(40), disable=["ner"])))
    lengths = {name.last - name.first for names in found for name in names}
    assert 1 in lengths
    assert max(lengths) > 2
    for doc, names in zip(nlp.pipe(texts(40)), found, strict=True):
        assert not any(doc[i].is_sent_start for n in names for i in range(n.first + 1, n.last))


def test_nothing_to_read_holds_no_names() -> None:
    nlp = pipeline()
    assert Recogniser(nlp.get_pipe("ner"))([nlp.make_doc(""), nlp.make_doc("")]) == [[], []]


def test_a_pipeline_with_a_recogniser_gets_a_quick_one() -> None:
    assert quick(pipeline()) is not None


def test_a_pipeline_without_one_gets_none() -> None:
    assert quick(spacy.blank("en")) is None


def test_one_that_gives_other_names_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Recogniser, "__call__", lambda _, docs: [[Name(0, 1, "X")] for _ in docs])
    assert quick(pipeline()) is None


def test_one_of_other_features_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recogniser, "FEATURES", 6)
    assert quick(pipeline()) is None


def test_one_that_weighs_whole_sequences_is_not_used() -> None:
    nlp = spacy.blank("en")
    ner: Any = nlp.add_pipe("beam_ner")
    ner.add_label("ORG")
    nlp.initialize()
    with pytest.raises(OtherShape, match="not greedy"):
        Recogniser(ner)


def test_one_without_a_layer_of_scores_is_not_used() -> None:
    nlp = pipeline()
    ner: Any = nlp.get_pipe("ner")
    ner.model.attrs["has_upper"] = False
    with pytest.raises(OtherShape, match="layer of scores"):
        Recogniser(ner)


def test_one_that_reads_its_vectors_otherwise_is_not_used() -> None:
    nlp = pipeline()
    ner: Any = nlp.get_pipe("ner")
    ner.model.layers[0].layers.pop()
    with pytest.raises(OtherShape, match="other inputs"):
        Recogniser(ner)


def test_moves_are_read_by_their_names() -> None:
    moves = Moves.read(["B-ORG", "I-ORG", "L-ORG", "U-ORG", "U-", "O"])
    assert moves.begins.tolist() == [0]
    assert moves.units.tolist() == [3]
    assert (moves.goes_on, moves.ends, moves.outside) == ({0: 1}, {0: 2}, 5)
    assert moves.labels == ("ORG", "ORG", "ORG", "ORG", "", "")


def test_a_label_that_cannot_end_is_refused() -> None:
    with pytest.raises(OtherShape, match="L-ORG"):
        Moves.read(["B-ORG", "I-ORG", "U-ORG", "O"])
