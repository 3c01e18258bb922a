"""Answers -> scores, by the scorers that come with the corpora."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evaluation.corpora import Corpus, Data, Json
from evaluation.engine import Answers
from evaluation.errors import EvaluationError
from evaluation.processes import script


def score(data: Data, corpus: Corpus, answers: Answers, folder: Path) -> Json:
    """All that the scorer of a corpus says about some answers.

    Raises:
        EvaluationError: where the adapter or the scorer fails.
    """
    predictions = str(folder / "predictions.jsonl")
    given = (str(answers.responses), predictions, str(answers.articles))
    script(data.adapter(), corpus.scored_as, *given)
    output = script(data.scorer(corpus), str(data.gold(corpus)), predictions, "--json")
    try:
        result: Any = json.loads(output)
    except ValueError as error:
        raise EvaluationError(f"{data.scorer(corpus)} printed no JSON: {error}") from error
    if not isinstance(result, dict):
        raise EvaluationError(f"{data.scorer(corpus)} printed no JSON object")
    return result
