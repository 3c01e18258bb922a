"""How far probabilities are from what comes true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10
"""Of equal width, as the scorer has them."""

Judged = Sequence[tuple[float, bool]]
"""Probabilities, and whether each came true."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """Measures of calibration.

    Attributes:
        answers: how many probabilities there are.
        error: expected calibration error over ten bins, 0 to 1.
        brier: mean squared distance, 0 to 1.
    """

    answers: int
    error: float
    brier: float


def reliability(judged: Judged) -> Reliability:
    """Both measures; of nothing they are 0 (Naeini et al., AAAI 2015; Brier, 1950)."""
    if not judged:
        return Reliability(0, 0.0, 0.0)
    bins = [[0.0, 0.0] for _ in range(BINS)]
    for probability, true in judged:
        row = bins[min(BINS - 1, int(probability * BINS))]
        row[0] += probability
        row[1] += true
    error = sum(abs(given - came) for given, came in bins) / len(judged)
    brier = sum((probability - true) ** 2 for probability, true in judged) / len(judged)
    return Reliability(len(judged), round(error, 4), round(brier, 4))
