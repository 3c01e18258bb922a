"""The choice for every quoted string, made once all its candidates are scored."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attribution.rank import Ranker, probabilities
from onrecord.types import Candidate

_MOST = 30.0
"""Log-odds beyond which nothing more is told apart."""

LEAST_SPEECH = 0.65
"""A string is taken for a quotation where so much of the probability says so.

Chosen on articles of our own, each scored by weights fitted without it: below it stand more words
that nobody says than quotations, for all that there are five times as many quotations.
"""


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
    nobody = next(c for c in ranked if not c.spoken)
    offered = tuple(c for c in ranked if c.spoken)
    speech = 1.0 / (1.0 + math.exp(max(-_MOST, min(_MOST, nobody.score))))
    if speech < LEAST_SPEECH:
        return Decision(None, speech, 0.0, ranked)
    return Decision(offered[0], speech, probabilities(offered)[0], ranked)
