"""The choice for every quoted string, made once all its candidates are scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attribution.rank import Ranker, probabilities
from onrecord.types import Candidate

LEAST_SPEECH = 0.5
"""A string is taken for a quotation where at least half of the probability says so."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided for one string.

    Attributes:
        chosen: the best candidate that attributes it, or None where it is nobody's speech.
        speech: raw probability that it is somebody's speech.
        choice: raw probability of the chosen candidate, given that it is speech.
        weighed: all its candidates, best first.
    """

    chosen: Candidate | None
    speech: float
    choice: float
    weighed: tuple[Candidate, ...]


def decide(ranker: Ranker, candidates: Sequence[Sequence[Candidate]]) -> tuple[Decision, ...]:
    """One decision a string, in order."""
    return tuple(_decision(ranker.score(each)) for each in candidates)


def _decision(ranked: tuple[Candidate, ...]) -> Decision:
    shares = dict(zip(map(id, ranked), probabilities(ranked), strict=True))
    nobody = next(c for c in ranked if is_nobody(c))
    speech = 1.0 - shares[id(nobody)]
    best = next((c for c in ranked if c is not nobody), None)
    if best is None or speech < LEAST_SPEECH:
        return Decision(None, speech, 0.0, ranked)
    return Decision(best, speech, shares[id(best)] / speech, ranked)


def is_nobody(candidate: Candidate) -> bool:
    """Whether a candidate says that the string is nobody's speech."""
    return candidate.report is None and candidate.follows is None
