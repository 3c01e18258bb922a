"""Texts are cut into the tokens that the pipeline's tokeniser makes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.document import chunks
from onrecord.document.chunks import ChunkMemory, reader

TEXTS = (
    "",
    " ",
    "Rain",
    "She won't say: \"the ferry's late\", don't wait (it's 9 a.m.)... ",
    "  two spaces  before\tand \n\n after 3.5km/h,  ",
    "I'll see https://example.org/a-b?c=d, U.S.-born Ms. O'Rell said—well-known :-) 8)",
    "cannot gonna let's Let's 'tis y'all're",
)


@pytest.fixture(scope="module")
def nlp() -> Iterator[Language]:
    yield spacy.blank("en")


def told(doc: Doc) -> list[tuple[Any, ...]]:
    return [
        (token.text, token.idx, token.whitespace_, token.norm_, token.lower_, token.shape_)
        for token in doc
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_the_tokens_are_those_of_the_tokeniser(nlp: Language, text: str) -> None:
    memory = ChunkMemory(nlp)
    for _ in range(2):
        assert told(memory.doc(text)) == told(nlp.make_doc(text))
        assert memory.doc(text).text == text


def test_so_they_are_where_texts_share_words(nlp: Language) -> None:
    draw = random.Random(1)
    words = [*" ".join(TEXTS).split(" "), "\n", "\t", ""]
    memory = ChunkMemory(nlp)
    for _ in range(300):
        text = " ".join(draw.choices(words, k=draw.randint(1, 12)))
        assert told(memory.doc(text)) == told(nlp.make_doc(text))


def test_a_stretch_is_looked_at_once(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = ChunkMemory(nlp)
    wanted = told(memory.doc("Don't wait."))
    monkeypatch.setattr(memory, "_cut", None)
    assert told(memory.doc("wait. Don't"))[-2:] == [
        (text, at + 6, "", norm, lower, shape) for text, at, _, norm, lower, shape in wanted[:2]
    ]


def test_stretches_are_forgotten_where_they_are_too_many(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "MOST", 3)
    memory = ChunkMemory(nlp)
    for text in TEXTS * 2:
        assert told(memory.doc(text)) == told(nlp.make_doc(text))
    assert len(memory._known) <= 3


def test_what_was_kept_outlives_the_words_of_a_zone(nlp: Language) -> None:
    memory = ChunkMemory(nlp)
    for _ in range(2):
        with nlp.memory_zone():
            assert [token.text for token in memory.doc("Zanzibarian's")] == ["Zanzibarian", "'s"]


def test_another_tokeniser_is_asked_for_each_text() -> None:
    nlp = spacy.blank("zh")
    assert reader(nlp) == nlp.make_doc
    other = spacy.blank("en")
    tokenizer: Any = other.tokenizer
    tokenizer.add_special_case("New York", [{"ORTH": "New "}, {"ORTH": "York"}])
    assert reader(other) == other.make_doc


def test_that_of_spacy_is_not(nlp: Language) -> None:
    assert reader(nlp) != nlp.make_doc


@pytest.mark.parametrize("title", ["Sgt.", "Supt.", "Lt.", "Sens.", "Hon."])
def test_short_titles_keep_their_stop(nlp: Language, title: str) -> None:
    words = [token.text for token in reader(nlp)(f"So said {title} Ilse Randow. Then it rained.")]
    assert words == ["So", "said", title, "Ilse", "Randow", ".", "Then", "it", "rained", "."]


def test_a_word_that_only_begins_like_one_does_not(nlp: Language) -> None:
    assert [token.text for token in reader(nlp)("a Colt. Then")] == ["a", "Colt", ".", "Then"]
