"""Would a curve on top of the calibrated probabilities make them better? Measured, by article.

Compared are Platt's (1999) sigmoid, the beta curve (Kull et al., AISTATS 2017) and isotonic
regression (Zadrozny and Elkan, 2002) with no curve at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from evaluation.reliability import Judgement, Reliability, reliability
from onrecord.confidence import log_odds

Numbers = NDArray[np.float64]
Fit = Callable[[Numbers, Numbers], Callable[[Numbers], Numbers]]

_EDGE = 1e-4


def _none(_given: Numbers, _right: Numbers) -> Callable[[Numbers], Numbers]:
    return lambda given: given


def _platt(given: Numbers, right: Numbers) -> Callable[[Numbers], Numbers]:
    return _logistic(given, right, lambda p: np.array([[log_odds(float(one))] for one in p]))


def _beta(given: Numbers, right: Numbers) -> Callable[[Numbers], Numbers]:
    return _logistic(given, right, _logarithms)


def _isotonic(given: Numbers, right: Numbers) -> Callable[[Numbers], Numbers]:
    curve = IsotonicRegression(y_min=0.0, y_max=1.0, out_of_bounds="clip").fit(given, right)
    return lambda other: np.asarray(curve.predict(other), dtype=np.float64)


CURVES: Mapping[str, Fit] = {
    "no curve": _none,
    "Platt": _platt,
    "beta": _beta,
    "isotonic": _isotonic,
}


def compare(judged: Sequence[Judgement]) -> dict[str, Reliability]:
    """How reliable the probabilities are under each curve, fitted on all articles but one's own.

    With a single article there is nothing to fit on, and all curves are the same.
    """
    return {name: reliability(_curved(judged, fit)) for name, fit in CURVES.items()}


def _curved(judged: Sequence[Judgement], fit: Fit) -> list[Judgement]:
    articles = list(dict.fromkeys(one.article for one in judged))
    if len(articles) < 2:
        return list(judged)
    made: list[Judgement] = []
    for article in articles:
        others = [one for one in judged if one.article != article]
        own = [one for one in judged if one.article == article]
        curve = fit(_given(others), np.array([float(one.right) for one in others]))
        curved = curve(_given(own))
        made += [replace(one, confidence=float(p)) for one, p in zip(own, curved, strict=True)]
    return made


def _given(judged: Sequence[Judgement]) -> Numbers:
    return np.array([one.confidence for one in judged])


def _logarithms(given: Numbers) -> Numbers:
    inside = np.clip(given, _EDGE, 1.0 - _EDGE)
    return np.column_stack([np.log(inside), -np.log(1.0 - inside)])


def _logistic(
    given: Numbers, right: Numbers, shape: Callable[[Numbers], Numbers]
) -> Callable[[Numbers], Numbers]:
    model = LogisticRegression(C=1e3, max_iter=2_000).fit(shape(given), right)
    return lambda other: np.asarray(model.predict_proba(shape(other))[:, 1], dtype=np.float64)
