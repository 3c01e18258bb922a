"""What a pipeline learns of words is forgotten, and what held it does not grow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import spacy
from spacy.language import Language

from onrecord.document import zone
from onrecord.document.zone import MemoryOfWords

TEXT = "She won't say: the ferry's late, don't wait."


@pytest.fixture
def nlp(monkeypatch: pytest.MonkeyPatch) -> Iterator[Language]:
    monkeypatch.setattr(zone, "ZONE", 100)
    monkeypatch.setattr(zone, "MOST_FORGOTTEN", 50)
    made = spacy.blank("en")
    made.make_doc(TEXT)
    yield made


def words(start: int, count: int = 10) -> str:
    return " ".join(f"word{number}" for number in range(start, start + count))


def test_what_was_read_is_kept_within_a_zone_and_forgotten_after_it(nlp: Language) -> None:
    memory = MemoryOfWords(nlp)
    memory.use(60)
    nlp.make_doc("Zanzibarian")
    memory.use(40)
    assert "Zanzibarian" in nlp.vocab.strings
    memory.use(1)
    assert "Zanzibarian" not in nlp.vocab.strings


def test_the_tables_are_made_anew_and_the_pipeline_reads_as_before(nlp: Language) -> None:
    memory, own = MemoryOfWords(nlp), len(nlp.vocab.strings)
    before = [(t.text, t.norm_, t.shape_, t.is_stop) for t in nlp.make_doc(TEXT)]
    made_anew = 0
    for turn in range(40):
        memory.use(100)
        made_anew += len(nlp.vocab) == 0
        nlp.make_doc(words(10 * turn))
    assert made_anew > 3
    assert [(t.text, t.norm_, t.shape_, t.is_stop) for t in nlp.make_doc(TEXT)] == before
    memory.use(101)
    assert len(nlp.vocab.strings) == own


def test_what_looks_at_words_is_wrapped_no_deeper(nlp: Language) -> None:
    vocab: Any = nlp.vocab
    memory, getters = MemoryOfWords(nlp), dict(vocab.lex_attr_getters)
    for turn in range(40):
        memory.use(100)
        nlp.make_doc(words(10 * turn))
    assert vocab.lex_attr_getters == getters
