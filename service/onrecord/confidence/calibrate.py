"""From raw scores to probabilities that mean what they say.

Each question (is it a quotation? is this its speaker? is the chain right?) has a logistic model
over a few named values, fitted by `python -m training` on articles that the scored stages
were not trained on (Platt, 1999, with more than one input).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from onrecord.errors import ModelUnavailable
from onrecord.types import Feature

PARAMETERS = "parameters.json"
FORMAT = 3
_EDGE = 1e-4


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic model: an intercept and a weight for each named value."""

    intercept: float
    weights: Mapping[str, float]

    def contributions(self, values: Mapping[str, float]) -> tuple[Feature, ...]:
        """What each value adds to the log-odds; one without a weight adds nothing."""
        return tuple(
            Feature(name, value, value * self.weights.get(name, 0.0))
            for name, value in values.items()
        )

    def probability(self, values: Mapping[str, float]) -> float:
        """The probability for the given values; a value without a weight counts nothing."""
        score = self.intercept + sum(
            value * self.weights.get(name, 0.0) for name, value in values.items()
        )
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


@dataclass(frozen=True, slots=True)
class Calibration:
    """The fitted models by the question that they answer.

    Attributes:
        models: whether it is a quotation with these words (`quotation`), whether the speaker of one
            is right (`speaker`), and whether an attribution is, with all its hops (`chain`).
    """

    models: Mapping[str, Logistic]

    @classmethod
    def from_json(cls, models: Mapping[str, Any]) -> Calibration:
        """From intercept and weights by question, as `python -m training` writes them.

        Raises:
            KeyError, TypeError: where they are of another format.
        """
        return cls({n: Logistic(m["intercept"], m["weights"]) for n, m in models.items()})

    def probability(self, question: str, values: Mapping[str, float]) -> float:
        """The calibrated probability that the answer to `question` is yes."""
        return self.models[question].probability(values)


def log_odds(probability: float) -> float:
    """Log-odds of a raw probability, kept finite."""
    p = min(1.0 - _EDGE, max(_EDGE, probability))
    return math.log(p / (1.0 - p))


def load(*versions: str) -> Calibration:
    """The parameters that ship with the package.

    Args:
        versions: of the trained models in use, ranker and tagger.

    Raises:
        ModelUnavailable: where the file is missing, broken, or fitted with other models.
    """
    try:
        raw = json.loads(files(__package__).joinpath(PARAMETERS).read_text(encoding="utf-8"))
        calibration = Calibration.from_json(raw["models"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelUnavailable(f"confidence/{PARAMETERS} cannot be read: {error!r}") from error
    if raw.get("format") != FORMAT or raw.get("versions") != list(versions):
        raise ModelUnavailable(
            f"confidence/{PARAMETERS} was fitted with {raw.get('versions')!r}, "
            f"not {list(versions)!r}; run `make fit`"
        )
    return calibration
