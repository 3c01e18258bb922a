"""Fits the weights of the ranker: a conditional logit with several right answers a string."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from training.examples import Example

LEAST_SEEN = 20
"""A feature rarer than this gets no weight."""

PENALTY = 1.0
"""L2 penalty on the weights, in units of examples."""


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Weights by feature name that make the right candidates most probable together.

    Minimises the penalised negative log of the probability that is on right candidates, by
    L-BFGS from zero: convex but for the sum over several right ones, and deterministic. Strings
    without a right tag teach nothing here; whether a string is speech is fitted apart (`speech`).
    """
    examples = [tagged for each in examples if any((tagged := _tags(each)).right)]
    names = _names(examples)
    matrix, groups, right = _arrays(examples, names)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = matrix @ weights
        log_all = _log_sum(scores, groups)
        log_right = _log_sum(np.where(right, scores, -np.inf), groups)
        shares = np.exp(scores - log_all[groups])
        among_right = np.where(right, np.exp(scores - log_right[groups]), 0.0)
        value = float(np.sum(log_all - log_right)) + 0.5 * PENALTY * float(weights @ weights)
        return value, matrix.T @ (shares - among_right) + PENALTY * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return {name: round(float(w), 4) for name, w in zip(names, found.x, strict=True)}


def _tags(example: Example) -> Example:
    """The example without the candidate that it is nobody's speech."""
    kept = [
        (candidate, is_right)
        for candidate, is_right in zip(example.candidates, example.right, strict=True)
        if candidate.spoken
    ]
    return replace(
        example, candidates=tuple(c for c, _ in kept), right=tuple(is_right for _, is_right in kept)
    )


def _names(examples: Sequence[Example]) -> list[str]:
    seen = Counter(f.name for e in examples for c in e.candidates for f in c.evidence)
    return sorted(name for name, count in seen.items() if count >= LEAST_SEEN)


def _arrays(
    examples: Sequence[Example], names: Sequence[str]
) -> tuple[csr_matrix, NDArray[np.int64], NDArray[np.bool_]]:
    """Feature matrix (candidates x features), the example of each row, and which rows are right."""
    column = {name: i for i, name in enumerate(names)}
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    groups: list[int] = []
    right: list[bool] = []
    for number, example in enumerate(examples):
        for candidate, is_right in zip(example.candidates, example.right, strict=True):
            known = [(column[f.name], f.value) for f in candidate.evidence if f.name in column]
            rows.extend([len(groups)] * len(known))
            columns.extend(c for c, _ in known)
            values.extend(v for _, v in known)
            groups.append(number)
            right.append(is_right)
    matrix = csr_matrix((values, (rows, columns)), shape=(len(groups), len(names)))
    return matrix, np.array(groups), np.array(right)


def _log_sum(scores: NDArray[np.float64], groups: NDArray[np.int64]) -> NDArray[np.float64]:
    """Log of the sum of exponentials within each group."""
    top = np.full(groups[-1] + 1, -np.inf)
    np.maximum.at(top, groups, scores)
    total = np.zeros(groups[-1] + 1)
    np.add.at(total, groups, np.exp(scores - top[groups]))
    return top + np.log(total)
