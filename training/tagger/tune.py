"""Chooses the few weights of the decoder on development articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.tagging.learned.best import Tagged
from onrecord.tagging.learned.decode import Weighing, decode
from training.tagger.held_out import Judged

STEPS = (0.5, 1.0, 2.0, 3.0)
BONUSES = (-0.5, 0.0, 0.5)


def weighing(articles: Sequence[Judged]) -> Weighing:
    """The weighing with the best mean of the exact F1 of the three roles.

    The weight of starts and ends is chosen first, as one, and the bonus of each role after it.
    """
    best = max(
        (Weighing(step, step) for step in STEPS),
        key=lambda w: sum(exact(articles, w)),
        default=Weighing(),
    )
    for role in range(3):
        offered = [replace(best, bonus=_with(best.bonus, role, bonus)) for bonus in BONUSES]
        best = max(offered, key=lambda w: exact(articles, w)[role])
    return best


def exact(articles: Iterable[Judged], weighing: Weighing) -> tuple[float, float, float]:
    """Exact F1 of the spans of each role, before they are linked, in per cent."""
    right, given, wanted = [0] * 3, [0] * 3, [0] * 3
    for article in articles:
        found = frozenset(decode(article.words, article.scores, weighing))
        gold = article.spans()
        for role in range(3):
            right[role] += _count(found & gold, role)
            given[role] += _count(found, role)
            wanted[role] += _count(gold, role)
    source, cue, content = (
        200.0 * r / max(1, g + w) for r, g, w in zip(right, given, wanted, strict=True)
    )
    return source, cue, content


def _count(spans: Iterable[Tagged], role: int) -> int:
    return sum(span.role == role for span in spans)


def _with(bonus: tuple[float, float, float], role: int, value: float) -> tuple[float, float, float]:
    changed = list(bonus)
    changed[role] = value
    source, cue, content = changed
    return source, cue, content
