"""Fits the calibration on answers of models that did not see the article in training."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from onrecord.attribution import Scene
from onrecord.types import TextSpan

SAME = 0.8
"""Word overlap (Jaccard) from which a statement has the marked content."""

SET = "set: "
"""How the name of a value begins that tells of a known set. It takes up how much more often answers
to articles that the rules were made with are right, and is left out of what is written: nobody
knows the articles that the engine is asked about."""

SET_VALUE = 3.0
"""The value of those: large, so that the penalty hardly holds their weights back."""

STRENGTH = 1.0
"""Inverse of the L2 penalty (scikit-learn's `C`)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One answer to one question of the calibration."""

    question: str
    values: Mapping[str, float]
    right: bool
    weight: float = 1.0


def fit(rows: Iterable[Row], at: str | None = None) -> dict[str, dict[str, object]]:
    """A logistic model for each question: its intercept and its weights by name of value.

    Where all answers to a question are alike, the intercept is their smoothed share (Laplace).

    Args:
        rows: the answers.
        at: a known set; the models are for its articles then, and not for unknown ones.
    """
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.question].append(row)
    return {question: _logistic(group, at) for question, group in sorted(grouped.items())}


def _logistic(rows: Sequence[Row], at: str | None) -> dict[str, object]:
    right = sum(row.right for row in rows)
    if right in (0, len(rows)):
        return {
            "intercept": round(math.log((right + 1) / (len(rows) - right + 1)), 4),
            "weights": {},
        }
    vectors = DictVectorizer(sparse=True)
    matrix = vectors.fit_transform([dict(row.values) for row in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=2_000)
    model.fit(matrix, [row.right for row in rows], sample_weight=[row.weight for row in rows])
    named = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    every = {str(name): float(weight) for name, weight in named}
    level = float(model.intercept_[0]) + SET_VALUE * every.get(f"{SET}{at}", 0.0)
    weights = {name: round(w, 4) for name, w in every.items() if not name.startswith(SET)}
    return {"intercept": round(level, 4), "weights": weights}


def words_of(scene: Scene, spans: Iterable[TextSpan]) -> frozenset[int]:
    """The words of some spans, by position."""
    return frozenset(t.index for s in spans for t in scene.between(s.start, s.end))


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Share of the words of either that both have."""
    return len(one & other) / len(one | other) if one | other else 0.0
