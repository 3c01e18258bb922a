"""British spellings are written as American ones for the parser, and told as they stand."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.lookups import Lookups

from onrecord.document.attributes import Attributes
from onrecord.document.spelling import TABLE, american, as_spelled

NORMS = {"apologise": "apologize", "criticised": "criticized", "realise": "realize", "rise": "go"}


def pipeline(known: bool = True) -> Language:
    nlp = spacy.blank("en")
    nlp.vocab.lookups = Lookups()
    if known:
        nlp.vocab.lookups.add_table(TABLE, NORMS)
    return nlp


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("They apologise; she criticised it.", "They apologize; she criticized it."),
        ("Prices rise otherwise, as promised.", "Prices rise otherwise, as promised."),
        ("Realise Ltd and APOLOGISE", "Realise Ltd and APOLOGISE"),
    ],
)
def test_words_of_which_it_is_known_are_written_with_z(text: str, written: str) -> None:
    assert american(pipeline())(text) == written


def test_a_pipeline_that_knows_none_leaves_all() -> None:
    assert american(pipeline(known=False))("They apologise.") == "They apologise."


def test_tokens_are_told_as_they_are_spelled() -> None:
    doc = pipeline()("They apologize .")
    told = [Attributes(token.text, "VERB", "VB", "ROOT", token.text) for token in doc]
    assert [a.text for a in as_spelled("They apologise .", doc, told)] == ["They", "apologise", "."]
    assert as_spelled("They apologise .", doc, told)[1].lemma == "apologize"
