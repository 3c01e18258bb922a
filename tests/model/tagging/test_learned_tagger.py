"""The tagger that ships, on sentences of our own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from onrecord.document.paragraphs import split
from onrecord.errors import ModelUnavailable
from onrecord.quotations import find
from onrecord.tagging.learned.model import WEIGHTS, LearnedTagger, OnnxNetwork
from onrecord.tagging.learned.weights import NETWORK, PARAMETERS, PIECES
from onrecord.types import RelationKind, TaggedRelation
from tests.pace import within

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def tagger() -> LearnedTagger:
    return LearnedTagger.load()


def tag(tagger: LearnedTagger, text: str) -> tuple[TaggedRelation, ...]:
    paragraphs = split(text)
    return tagger.tag(text, paragraphs, find(text, paragraphs)).relations


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Harbour master Ada Quill said on Monday that the ferry would not sail again.",
            "Harbour master Ada Quill",
            "said",
            ["that the ferry would not sail again"],
        ),
        ("“The ferry is safe,” Quill said.", "Quill", "said", ["The ferry is safe"]),
        ("‘The ferry is safe,’ Quill said.", "Quill", "said", ["The ferry is safe"]),
        (
            "“The ferry is old,” Quill said, “but it is safe.”",
            "Quill",
            "said",
            ["The ferry is old", "but it is safe"],
        ),
    ],
)
def test_relations(
    tagger: LearnedTagger, text: str, source: str, cue: str, content: list[str]
) -> None:
    (found,) = tag(tagger, text)
    assert found.source is not None
    assert found.source.of(text) == source
    assert found.cue is not None
    assert cue in found.cue.of(text)
    assert [piece.of(text).strip("“”‘’,.") for piece in found.content] == content
    assert found.kind is RelationKind.SPEECH
    assert 0.0 < found.confidence <= 1.0
    assert all(0.0 < chance <= 1.0 for _, chance in found.chances)


def test_a_belief_is_a_thought(tagger: LearnedTagger) -> None:
    (found,) = tag(tagger, "Quill believes that the council will sell the ferry.")
    assert found.kind is RelationKind.THOUGHT


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", "…", "🙂" * 500, "word " * 3000, "x" * 20_000),
        *("Die Fähre fährt, sagte sie.", "漢字" * 300),
    ],
)
def test_any_text_answers_soon(tagger: LearnedTagger, text: str) -> None:
    with within(10):
        tag(tagger, text)


def test_threads_get_the_same_answer(tagger: LearnedTagger) -> None:
    text = "Quill said the ferry was safe.\n\n“We checked it twice,” she added."
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: tag(tagger, text), range(8)))
    assert all(answer == answers[0] for answer in answers)


def test_a_missing_network(tmp_path: object) -> None:
    with pytest.raises(ModelUnavailable, match="cannot be loaded"):
        OnnxNetwork(WEIGHTS / "missing.onnx")


def test_a_network_that_is_not_the_one_of_the_parameters_is_refused(tmp_path: Path) -> None:
    for name in (NETWORK, PIECES, PARAMETERS):
        (tmp_path / name).write_bytes((WEIGHTS / name).read_bytes())
    with (tmp_path / NETWORK).open("ab") as network:
        network.write(b"more")
    with pytest.raises(ModelUnavailable, match="is broken, or not the one of"):
        LearnedTagger.load(tmp_path)


def test_a_long_paragraph_of_marks_is_not_read(tagger: LearnedTagger) -> None:
    assert tag(tagger, "a " + "'" * 50_000) == ()


def test_names_are_found_where_they_are_wanted() -> None:
    text = "Barack Obama flew to Chicago on Monday, the White House said."
    namer = LearnedTagger.load(with_names=True)
    found = {n.span.of(text): n.label for n in namer.tag(text, split(text), ()).names}
    assert found["Barack Obama"] == "PERSON"
    assert found["Chicago"] == "GPE"
    assert ("Barack Obama", "PERSON") in namer.names("Barack Obama in Chicago")
    assert namer.names(None) == ()


def test_names_are_not_looked_for_where_they_are_not(tagger: LearnedTagger) -> None:
    text = "Barack Obama flew to Chicago."
    assert tagger.tag(text, split(text), ()).names == ()


def test_scores_of_names_take_part_in_nothing_else() -> None:
    window = np.zeros((4, 12), dtype=np.int64)
    window[0] = np.arange(1_000, 1_012)
    with_names, without = (
        OnnxNetwork(WEIGHTS / NETWORK, wanted)(window) for wanted in (True, False)
    )
    assert not without[3].any()
    assert np.allclose(np.exp(with_names[3]).sum(-1), 1.0, atol=1e-4)
    for one, other in zip(with_names[:3], without[:3], strict=True):
        assert (one == other).all()
