"""Dependencies by our own loop are those that spaCy's parser finds."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.document.dependencies import Dependencies, quick
from onrecord.document.vectors import OtherShape

LABELS = ("nsubj", "dobj", "det", "punct")
SAID = "Ilse Brandt of the Harbour Board said that 9 May . , it Rain Mr. in Oslo"
WORDS = [*SAID.split(), "\n"]


def pipeline(seed: int = 1) -> Language:
    """Random weights, which make trees of every form."""
    nlp = spacy.blank("en")
    parser: Any = nlp.add_pipe("parser")
    for label in LABELS:
        parser.add_label(label)
    nlp.initialize()
    draw = np.random.default_rng(seed)
    for name in ("lower", "upper"):
        part = parser.model.get_ref(name)
        for weights in part.param_names:
            shape = part.get_param(weights).shape
            part.set_param(weights, draw.normal(size=shape).astype("f"))
    return nlp


def texts(count: int) -> list[str]:
    draw = random.Random(count)
    return [" ".join(draw.choices(WORDS, k=draw.randint(0, 40))) for _ in range(count)]


def told(doc: Doc) -> list[tuple[int, str, bool]]:
    return [(token.head.i, token.dep_, bool(token.is_sent_start)) for token in doc]


@pytest.mark.parametrize("seed", range(6))
def test_they_are_those_of_the_pipeline(seed: int) -> None:
    nlp = pipeline(seed)
    found = Dependencies(nlp.get_pipe("parser"))(list(map(nlp.make_doc, texts(40))))
    wanted = list(nlp.pipe(texts(40)))
    assert list(map(told, found)) == list(map(told, wanted))
    assert len({dep for doc in wanted for _, dep, _ in told(doc)}) > 2


def test_one_text_after_the_other_is_parsed_as_all_together() -> None:
    nlp = pipeline(3)
    parse = Dependencies(nlp.get_pipe("parser"))
    apart = [told(doc) for text in texts(20) for doc in parse([nlp.make_doc(text)])]
    assert apart == [told(doc) for doc in parse(list(map(nlp.make_doc, texts(20))))]


def test_nothing_to_read_has_no_dependencies() -> None:
    nlp = pipeline()
    found = Dependencies(nlp.get_pipe("parser"))([nlp.make_doc(""), nlp.make_doc("")])
    assert list(map(len, found)) == [0, 0]


def test_a_pipeline_with_a_parser_gets_a_quick_one() -> None:
    assert quick(pipeline()) is not None


def test_a_pipeline_without_one_gets_none() -> None:
    assert quick(spacy.blank("en")) is None


def test_one_that_gives_other_heads_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = pipeline()
    right = Dependencies._scores

    def wrong(self: Dependencies, *given: Any) -> Any:
        return -right(self, *given)

    monkeypatch.setattr(Dependencies, "_scores", wrong)
    assert quick(nlp) is None


def test_one_that_weighs_whole_sequences_is_not_used() -> None:
    nlp = spacy.blank("en")
    parser: Any = nlp.add_pipe("beam_parser")
    parser.add_label("nsubj")
    nlp.initialize()
    with pytest.raises(OtherShape, match="not greedy"):
        Dependencies(parser)


def test_one_without_a_layer_of_scores_is_not_used() -> None:
    parser: Any = pipeline().get_pipe("parser")
    parser.model.attrs["has_upper"] = False
    with pytest.raises(OtherShape, match="layer of scores"):
        Dependencies(parser)


def test_one_of_another_layer_is_not_used() -> None:
    model = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": 16,
        "maxout_pieces": 3,
        "use_upper": True,
        "tok2vec": {
            "@architectures": "spacy.HashEmbedCNN.v2",
            "pretrained_vectors": None,
            "width": 16,
            "depth": 1,
            "embed_size": 50,
            "window_size": 1,
            "maxout_pieces": 2,
            "subword_features": True,
        },
    }
    nlp = spacy.blank("en")
    parser: Any = nlp.add_pipe("parser", config={"model": model})
    parser.add_label("nsubj")
    nlp.initialize()
    assert quick(nlp) is None
