"""How far probabilities are from what comes true, and what a threshold on them gives."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from evaluation.corpora import read, write

BINS = 10
"""Of equal width, as the scorer has them."""

DRAWS, SEED = 200, 7
"""Of `chance`."""

OWN_LEVEL = "gold, own level"
"""The set of answers to gold/dev by a calibration that is fitted to how often answers are right
there, and not on articles that nobody has seen."""

THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.99)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One answer held to what people marked.

    Attributes:
        article, genre: where it stands.
        kind: type of the quotation, or `chain`.
        confidence: the probability that it was given.
        right: whether it came true.
        source: the set of articles.
        known: whether rules or ranker were made with a view to that set.
    """

    article: str
    genre: str
    kind: str
    confidence: float
    right: bool
    source: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers whose confidence falls in one of ten ranges of equal width."""

    answers: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """Measures of calibration.

    Attributes:
        answers: how many probabilities there are.
        right: share of them that came true.
        error: expected calibration error over ten bins, 0 to 1.
        brier: mean squared distance, 0 to 1.
    """

    answers: int
    right: float
    error: float
    brier: float

    def __str__(self) -> str:
        return (
            f"{self.answers} answers, {self.right:.1%} right,"
            f" ECE {self.error:.1%}, Brier {self.brier:.3f}"
        )


@dataclass(frozen=True, slots=True)
class Selected:
    """What is returned at a threshold.

    Attributes:
        least: the threshold.
        returned: share of all answers that are at or above it.
        right: share of these that are right, None where there are none.
    """

    least: float
    returned: float
    right: float | None


def bins(judged: Iterable[Judgement]) -> tuple[Bin, ...]:
    """Mean confidence and share right of each of the ten bins; 0 and 0 where one is empty."""
    rows: list[list[Judgement]] = [[] for _ in range(BINS)]
    for one in judged:
        rows[min(BINS - 1, int(one.confidence * BINS))].append(one)
    return tuple(
        Bin(len(row), _mean(one.confidence for one in row), _mean(one.right for one in row))
        for row in rows
    )


def reliability(judged: Sequence[Judgement]) -> Reliability:
    """All measures; of nothing they are 0 (Naeini et al., AAAI 2015; Brier, 1950)."""
    if not judged:
        return Reliability(0, 0.0, 0.0, 0.0)
    error = sum(row.answers * abs(row.confidence - row.right) for row in bins(judged))
    return Reliability(
        answers=len(judged),
        right=round(_mean(one.right for one in judged), 4),
        error=round(error / len(judged), 4),
        brier=round(_mean((one.confidence - one.right) ** 2 for one in judged), 4),
    )


def chance(judged: Sequence[Judgement]) -> float:
    """The error that ten bins would show by chance if every probability were exact.

    Few answers fill a bin unevenly, so no measured error can be held to zero: mean of `DRAWS`
    draws in which each answer comes true as often as was said.
    """
    dice = random.Random(SEED)  # no secret
    drawn = (
        reliability([replace(one, right=dice.random() < one.confidence) for one in judged]).error
        for _ in range(DRAWS)
    )
    return _mean(drawn)


def least_for(judged: Sequence[Judgement], right: float) -> float | None:
    """The lowest confidence from which at least this share is right, None where none is."""
    found, kept = None, 0
    ordered = sorted(judged, key=lambda one: -one.confidence)
    for number, one in enumerate(ordered, 1):
        kept += one.right
        last = number == len(ordered) or ordered[number].confidence < one.confidence
        if last and kept >= right * number:
            found = one.confidence
    return found


def selective(
    judged: Sequence[Judgement], thresholds: Sequence[float] = THRESHOLDS
) -> tuple[Selected, ...]:
    """What each threshold returns, and how much of it is right (El-Yaniv and Wiener, 2010)."""
    made = []
    for least in thresholds:
        kept = [one.right for one in judged if one.confidence >= least]
        share = len(kept) / len(judged) if judged else 0.0
        made.append(Selected(least, share, _mean(kept) if kept else None))
    return tuple(made)


def load(path: Path) -> list[Judgement]:
    """The judgements of a file that `save` wrote.

    Raises:
        EvaluationError: where a line is no JSON object.
        TypeError: where it is of another form.
    """
    return [Judgement(**line) for line in read(path)]


def save(path: Path, judged: Iterable[Judgement]) -> None:
    """Write judgements as JSON lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, [asdict(one) for one in judged])


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0
