"""Scores of words -> spans, by the best sequence of tags that a paragraph can have."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.tagging.learned.best import NEVER, Tagged, best_spans
from onrecord.tagging.learned.scores import Floats, Scores
from onrecord.tagging.learned.words import Words

_ROLES = 3
_FIRST = np.array([1, 3, 5])
_OTHER = np.array([2, 4, 6])


@dataclass(frozen=True, slots=True)
class Weighing:
    """How the parts of a score are weighed; tuned on development data.

    Attributes:
        start: weight of the log-odds that a span starts here.
        end: weight of the log-odds that it ends here.
        bonus: for every span of each role; above 0 finds more spans, below 0 fewer.
    """

    start: float = 0.5
    end: float = 0.5
    bonus: tuple[float, float, float] = (0.0, 0.0, 0.0)


def decode(words: Words, scores: Scores, weighing: Weighing) -> list[Tagged]:
    """The spans of a text in order of position; roles are 0 source, 1 cue, 2 content."""
    emitted, leaving = _potentials(words, scores, weighing)
    return sorted(best_spans(words.paragraphs, emitted, leaving))


def _potentials(words: Words, scores: Scores, weighing: Weighing) -> tuple[Floats, Floats]:
    """What each tag of each word scores, and what a span scores that ends with the word."""
    may = np.array(words.edges, dtype=np.bool_)[:, None]
    emitted = scores.tags.copy()
    bonus = np.array(weighing.bonus, dtype=np.float32)
    starts = weighing.start * scores.bounds[:, :_ROLES] + bonus
    emitted[:, _FIRST] += np.where(may, starts, NEVER)
    leaving = np.zeros_like(emitted)
    ends = np.where(may, weighing.end * scores.bounds[:, _ROLES:], NEVER)
    leaving[:, _FIRST] = ends
    leaving[:, _OTHER] = ends
    return emitted, leaving.astype(np.float32)
