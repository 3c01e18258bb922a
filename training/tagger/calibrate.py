"""Fits the probabilities of spans and relations on articles that the network did not learn from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from onrecord.tagging.learned.best import Tagged
from onrecord.tagging.learned.confidence import Calibrated, relation_values, span_values
from onrecord.tagging.learned.decode import Weighing, decode
from onrecord.tagging.learned.link import Linked
from onrecord.tagging.learned.scores import Scores
from training.tagger.examples import ROLES
from training.tagger.held_out import Judged, overlap

FOLDS = 5
BINS = 10
MATCHED = 0.5
"""Share of words in both of those in either from which on two contents are one."""

LEAST_CORNER = 25
"""Cases that each step of a curve stands for, at least."""

Case = tuple[Mapping[str, float], bool]
Linker = Callable[[Sequence[Tagged], Scores], list[Linked]]


def calibrations(
    articles: Sequence[Judged], weighing: Weighing, linker: Linker
) -> tuple[dict[str, Any], dict[str, float]]:
    """Parameters by question for the file, and the calibration error of each in per cent.

    The error is measured by cross-validation over articles; the parameters are fitted on all.
    """
    spans = [decode(a.words, a.scores, weighing) for a in articles]
    fitted: dict[str, Any] = {}
    errors: dict[str, float] = {}
    for role, name in enumerate(ROLES):
        cases = [_span_cases(a, s, role) for a, s in zip(articles, spans, strict=True)]
        fitted[name], errors[name] = _fit_and_measure(cases)
    models = [Calibrated.from_json(fitted[name]) for name in ROLES]
    cases = []
    for article, found in zip(articles, spans, strict=True):
        chances = {s: models[s.role].probability(span_values(s, article.scores)) for s in found}
        linked = linker(found, article.scores)
        cases.append([(relation_values(x, chances), _right(x, article)) for x in linked])
    fitted["relation"], errors["relation"] = _fit_and_measure(cases)
    return fitted, errors


def _span_cases(article: Judged, spans: Sequence[Tagged], role: int) -> list[Case]:
    gold = article.spans()
    return [(span_values(s, article.scores), s in gold) for s in spans if s.role == role]


def _right(linked: Linked, article: Judged) -> bool:
    """Whether a marked attribution has mostly this content and shares the source."""
    for marked in article.marked:
        common, all_ = overlap(linked.content, marked.content)
        if not common or common < MATCHED * all_:
            continue
        if linked.source is None or not marked.source:
            return linked.source is None and not marked.source
        return overlap([linked.source], marked.source)[0] > 0
    return False


def _fit_and_measure(cases: Sequence[Sequence[Case]]) -> tuple[dict[str, Any], float]:
    predicted: list[float] = []
    right: list[bool] = []
    for fold in range(FOLDS):
        learned = [c for i, rows in enumerate(cases) if i % FOLDS != fold for c in rows]
        model = Calibrated.from_json(fit(learned))
        for values, truth in (c for rows in cases[fold::FOLDS] for c in rows):
            predicted.append(model.probability(values))
            right.append(truth)
    return fit([c for rows in cases for c in rows]), expected_error(predicted, right)


def fit(cases: Sequence[Case]) -> dict[str, Any]:
    """A logistic model with an isotonic curve on top, as `Calibrated` reads it."""
    names = sorted(cases[0][0])
    table = np.array([[values[name] for name in names] for values, _ in cases])
    right = np.array([truth for _, truth in cases], dtype=float)
    model = LogisticRegression(C=1.0, max_iter=1000).fit(table, right)
    weights = {name: round(float(w), 5) for name, w in zip(names, model.coef_[0], strict=True)}
    intercept = round(float(model.intercept_[0]), 5)
    plain = Calibrated(intercept, weights, (0.0,), (0.0,))
    scores = np.array([plain.raw(values) for values, _ in cases])
    points, heights = curve(scores, right)
    return {"intercept": intercept, "weights": weights, "points": points, "heights": heights}


def curve(
    scores: NDArray[np.float64], right: NDArray[np.float64]
) -> tuple[list[float], list[float]]:
    """Corners of an isotonic curve through groups of cases of like score."""
    order = np.argsort(scores, kind="stable")
    groups = np.array_split(order, max(2, len(order) // LEAST_CORNER))
    means = np.array([scores[g].mean() for g in groups])
    shares = np.array([right[g].mean() for g in groups])
    model = IsotonicRegression(y_min=0.01, y_max=0.99).fit(means, shares)
    points: list[float] = []
    heights: list[float] = []
    for x, y in zip(means.tolist(), model.predict(means).tolist(), strict=True):
        if not points or round(x, 5) > points[-1]:
            points.append(round(x, 5))
            heights.append(round(y, 4))
    return points, heights


def expected_error(predicted: Sequence[float], right: Sequence[bool]) -> float:
    """Expected calibration error over ten bins of equal width, in per cent."""
    p, truth = np.array(predicted), np.array(right, dtype=float)
    bins = np.minimum((p * BINS).astype(int), BINS - 1)
    gaps = [abs(float((p - truth)[bins == b].sum())) for b in range(BINS)]
    return 100.0 * sum(gaps) / max(1, len(p))
