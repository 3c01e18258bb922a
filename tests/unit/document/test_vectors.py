"""Token vectors by our own way are those that spaCy works out; what is built otherwise stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.document import vectors
from onrecord.document.vectors import Vectors, quicken

TEXTS = (
    "Mayor Ilse Brandt opened the new bridge at 9 a.m. on Monday.",
    "",
    "Rain",
    'The mayor\n said: "It isn\'t the old bridge."',
)


EMBED = {
    "@architectures": "spacy.MultiHashEmbed.v2",
    "width": 16,
    "attrs": ["NORM", "SHAPE", "SPACY"],
    "rows": [50, 20, 5],
    "include_static_vectors": False,
}
ENCODE = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2",
    "width": 16,
    "depth": 2,
    "window_size": 1,
    "maxout_pieces": 3,
}


def pipeline(**encode: Any) -> Language:
    """A pipeline with token vectors of random weights."""
    return with_model(model_of_config(EMBED, {**ENCODE, **encode}))


def model_of_config(embed: Mapping[str, Any], encode: Mapping[str, Any]) -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}


def with_model(model: Mapping[str, Any]) -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": model})
    nlp.initialize()
    return nlp


def docs(nlp: Language) -> list[Doc]:
    return [nlp.make_doc(text) for text in TEXTS]


def model_of(nlp: Language) -> Any:
    return nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]


def test_the_vectors_are_those_of_the_pipeline() -> None:
    nlp = pipeline()
    wanted = model_of(nlp).predict(docs(nlp))
    assert quicken(nlp) == 1
    assert model_of(nlp).name == "quick_vectors"
    for one, other in zip(wanted, model_of(nlp).predict(docs(nlp)), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)


def test_components_that_listen_hear_the_new_vectors() -> None:
    nlp = pipeline()
    quicken(nlp)
    doc = nlp(TEXTS[0])
    np.testing.assert_allclose(doc.tensor, model_of(nlp).predict([doc])[0])


def test_a_pipeline_is_exchanged_once() -> None:
    nlp = pipeline()
    assert (quicken(nlp), quicken(nlp)) == (1, 0)


def test_nothing_to_read_gives_nothing() -> None:
    nlp = pipeline()
    empty = Vectors(model_of(nlp))([nlp.make_doc(""), nlp.make_doc("")])
    assert [made.shape for made in empty] == [(0, 16), (0, 16)]


@pytest.mark.parametrize("most", [3, 20])
def test_kinds_of_tokens_are_forgotten_where_they_are_too_many(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    nlp = pipeline()
    wanted = model_of(nlp).predict(docs(nlp))
    monkeypatch.setattr(vectors, "MOST", most)
    ours = Vectors(model_of(nlp))
    for _ in range(3):
        for one, doc in zip(wanted, docs(nlp), strict=True):
            np.testing.assert_allclose(one, ours([doc])[0], atol=1e-5)


def test_wider_windows_stay_as_they_are() -> None:
    nlp = pipeline(window_size=2)
    assert quicken(nlp) == 0
    assert model_of(nlp).name != "quick_vectors"


def test_another_activation_stays_as_it_is() -> None:
    encode = {
        "@architectures": "spacy.MishWindowEncoder.v2",
        "width": 16,
        "depth": 1,
        "window_size": 1,
    }
    assert quicken(with_model(model_of_config(EMBED, encode))) == 0


def test_another_embedding_stays_as_it_is() -> None:
    embed = {
        "@architectures": "spacy.CharacterEmbed.v2",
        "width": 16,
        "rows": 50,
        "nM": 4,
        "nC": 4,
        "include_static_vectors": False,
        "feature": "LOWER",
    }
    assert quicken(with_model(model_of_config(embed, ENCODE))) == 0


def test_a_model_that_gives_another_answer_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "_LEAST_VARIANCE", 0.5)
    assert quicken(pipeline()) == 0


def test_the_exchanged_model_cannot_be_trained() -> None:
    nlp = pipeline()
    quicken(nlp)
    with pytest.raises(NotImplementedError, match="not for training"):
        model_of(nlp)(docs(nlp), is_train=True)
