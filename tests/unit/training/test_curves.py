"""Curves on top of the probabilities, compared."""

from __future__ import annotations

from evaluation.reliability import Judgement, reliability
from training.curves import CURVES, compare


def judged(*promised: tuple[float, float]) -> list[Judgement]:
    """For each (confidence, share right) ten answers in ten articles."""
    return [
        Judgement(str(n), "wire", "direct", confidence, n < 10 * right)
        for confidence, right in promised
        for n in range(10)
    ]


def test_without_a_curve_nothing_changes() -> None:
    answers = judged((0.9, 0.5), (0.3, 0.2))
    assert compare(answers)["no curve"] == reliability(answers)


def test_a_curve_mends_what_is_off_throughout() -> None:
    answers = [
        Judgement(f"{n}", "wire", "direct", p, n % 10 < 10 * p - 3)
        for n in range(40)
        for p in (0.5, 0.7, 0.9)
    ]
    compared = compare(answers)
    assert all(
        compared[name].brier < compared["no curve"].brier for name in CURVES if name != "no curve"
    )
