"""Which candidate is right: a conditional logit over readable features.

The weights are trained on PolNeAR's training articles by `python -m training` (McFadden's
conditional logit: the probability of a candidate is the softmax of its score among those of the
same string) and ship beside this file as JSON.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

from onrecord.errors import ModelUnavailable
from onrecord.types import Candidate, Feature

WEIGHTS = "weights.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights by feature name; a feature without a weight counts nothing."""

    weights: Mapping[str, float]
    version: str

    def score(self, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
        """The candidates of one string with contributions and scores, best first.

        Ties keep the order in which they came, so that the result is deterministic.
        """
        scored = (self._weigh(candidate) for candidate in candidates)
        return tuple(sorted(scored, key=lambda c: -c.score))

    def _weigh(self, candidate: Candidate) -> Candidate:
        weight = self.weights.get
        added = [value * weight(name, 0.0) for name, value, _ in candidate.evidence]
        evidence = tuple(
            Feature(name, value, more)
            for (name, value, _), more in zip(candidate.evidence, added, strict=True)
        )
        return replace(candidate, evidence=evidence, score=sum(added))


def probabilities(ranked: Sequence[Candidate]) -> tuple[float, ...]:
    """Softmax of the scores of one string's candidates, in their order."""
    top = max(candidate.score for candidate in ranked)
    raised = [math.exp(candidate.score - top) for candidate in ranked]
    total = sum(raised)
    return tuple(value / total for value in raised)


def version_of(weights: Mapping[str, float]) -> str:
    """What the calibration knows weights by: other weights have another version."""
    canonical = json.dumps(weights, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]


def load() -> Ranker:
    """The ranker that ships with the package.

    Raises:
        ModelUnavailable: where its file is missing, of another format, or has been changed.
    """
    try:
        raw = json.loads(files(__package__).joinpath(WEIGHTS).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelUnavailable(f"attribution/{WEIGHTS} cannot be read: {error}") from error
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise ModelUnavailable(f"attribution/{WEIGHTS} has another format; run `make train`")
    weights = raw.get("weights")
    if not isinstance(weights, dict) or version_of(weights) != raw.get("version"):
        raise ModelUnavailable(f"attribution/{WEIGHTS} is broken: its weights are of no version")
    return Ranker(weights, str(raw["version"]))
