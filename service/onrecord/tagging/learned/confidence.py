"""From the scores of spans and links to probabilities that mean what they say."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from onrecord.tagging.learned.best import Tagged
from onrecord.tagging.learned.link import Linked
from onrecord.tagging.learned.scores import Scores

_LEAST = 1e-4
QUESTIONS = ("source", "cue", "content", "relation")


@dataclass(frozen=True, slots=True)
class Calibrated:
    """A logistic model with an isotonic curve on top.

    Attributes:
        intercept, weights: of the logistic model over named values.
        points: its probabilities at the corners of the curve, in order.
        heights: the calibrated probability at each corner; between two, a straight line.
    """

    intercept: float
    weights: Mapping[str, float]
    points: tuple[float, ...]
    heights: tuple[float, ...]

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Calibrated:
        """Read the parameters.

        Raises:
            KeyError, TypeError, ValueError: where they are of another format.
        """
        weights = {str(name): float(value) for name, value in raw["weights"].items()}
        points, heights = tuple(map(float, raw["points"])), tuple(map(float, raw["heights"]))
        if not points or len(points) != len(heights):
            raise ValueError("a curve needs as many heights as points")
        return cls(float(raw["intercept"]), weights, points, heights)

    def raw(self, values: Mapping[str, float]) -> float:
        """The probability before the curve."""
        score = self.intercept + sum(self.weights[name] * values[name] for name in self.weights)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))

    def probability(self, values: Mapping[str, float]) -> float:
        """The calibrated probability, 0 to 1."""
        return _on_curve(self.raw(values), self.points, self.heights)


def _on_curve(x: float, points: Sequence[float], heights: Sequence[float]) -> float:
    after = bisect_right(points, x)
    if after == 0:
        return heights[0]
    if after == len(points):
        return heights[-1]
    left, right = points[after - 1], points[after]
    share = (x - left) / (right - left)
    return heights[after - 1] + share * (heights[after] - heights[after - 1])


def span_values(span: Tagged, scores: Scores) -> dict[str, float]:
    """What speaks for a span: its tags' log-probabilities, its edges' log-odds, its length."""
    first, last, role = span
    logs = scores.tags[first : last + 1, 2 + 2 * role].copy()
    logs[0] = scores.tags[first, 1 + 2 * role]
    return {
        "mean": float(np.add.reduce(logs) / len(logs)),
        "least": max(float(np.minimum.reduce(logs)), -12.0),
        "start": min(8.0, max(-8.0, float(scores.bounds[first, role]))),
        "end": min(8.0, max(-8.0, float(scores.bounds[last, 3 + role]))),
        "length": math.log(len(logs)),
    }


def relation_values(linked: Linked, spans: Mapping[Tagged, float]) -> dict[str, float]:
    """What speaks for a relation: log-odds of its spans' probabilities and of its links."""
    source, cue = linked.source, linked.cue
    contents = [spans[piece] for piece in linked.content]
    return {
        "source": log_odds(spans[source]) if source else 0.0,
        "cue": log_odds(spans[cue]) if cue else 0.0,
        "content": log_odds(min(contents)) if contents else 0.0,
        "link": log_odds(linked.chance),
        "no source": float(source is None),
        "no cue": float(cue is None),
        "pieces": float(len(contents) > 1),
    }


def log_odds(probability: float) -> float:
    """Log-odds of a probability, kept finite."""
    p = min(1.0 - _LEAST, max(_LEAST, probability))
    return math.log(p / (1.0 - p))
