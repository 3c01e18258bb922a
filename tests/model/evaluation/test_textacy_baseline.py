"""The live baseline on a parsed sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import baseline
from evaluation.corpora import article, read
from onrecord.settings import Settings

pytestmark = pytest.mark.model

TEXT = "The mill burned.\n“We lost all of the flour and the horse,” said Orla Fenn on Friday."


def test_a_quotation_is_given_as_our_own_answers_give_it(tmp_path: Path) -> None:
    nlp = baseline.load(Settings.from_environment().spacy_model)
    answers = baseline.answers(nlp, [article("1", TEXT)], tmp_path)
    (response,) = read(answers.responses)
    (quote,) = response["quotes"]
    (part,) = quote["parts"]
    assert part["text"] == "We lost all of the flour and the horse,"
    assert quote["speaker"]["name"] == "Orla Fenn"
    for span in (part, quote["cue"], quote["speaker_mention"]):
        assert TEXT[span["start"] : span["end"]] == span["text"]
