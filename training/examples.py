"""Training examples for the ranker: each string's candidates, and which of them are right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.attribution.candidates import candidates
from onrecord.attribution.scene import Scene
from onrecord.types import Candidate, QuotedString, Report, TextSpan
from training.corpus import GoldArticle, GoldAttribution

COVERED = 0.8
"""Share of a string's words that a content must cover to be the content of the string."""


@dataclass(frozen=True, slots=True)
class Example:
    """The candidates of one string and whether each is right; several may be, or none.

    Attributes:
        article: where it stands.
        candidates: as the engine offers them, "nobody's speech" among them.
        right: for each of them whether it is right.
        speech: whether the string is somebody's speech.
    """

    article: str
    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]
    speech: bool


def examples(gold: GoldArticle, scene: Scene) -> tuple[Example, ...]:
    """The strings of an article whose attribution is plain; others are left out.

    A string that marked contents cover only in part is left out.
    """
    truths = [_truth(scene, string, gold.attributions) for string in scene.strings]
    made = []
    for offered, truth in zip(candidates(scene), truths, strict=True):
        if truth is None:
            continue
        right = tuple(_right(scene, candidate, truth, truths) for candidate in offered)
        made.append(Example(gold.id, offered, right, truth.attribution is not None))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Truth:
    """The attribution of a string: None where it is nobody's speech."""

    attribution: GoldAttribution | None


def _truth(scene: Scene, string: QuotedString, marked: Sequence[GoldAttribution]) -> _Truth | None:
    words = [t for part in string.parts for t in scene.between(part.start, part.end)]
    if not words or string.depth:
        return None
    best = max(marked, key=lambda a: (_cover(words, a), -sum(map(len, a.content))), default=None)
    cover = _cover(words, best) if best else 0.0
    if cover == 0.0:
        return _Truth(None)
    return _Truth(best) if cover >= COVERED else None


def _cover(words: Iterable[object], attribution: GoldAttribution) -> float:
    spans = [w.span for w in words]  # type: ignore[attr-defined]
    held = sum(any(c.overlaps(s) for c in attribution.content) for s in spans)
    return held / len(spans)


def _right(
    scene: Scene, candidate: Candidate, truth: _Truth, truths: Sequence[_Truth | None]
) -> bool:
    marked = truth.attribution
    if candidate.report is not None:
        return marked is not None and _same(scene.reports[candidate.report], marked)
    if not candidate.spoken:
        return marked is None
    if candidate.follows is None:
        return marked is not None and _no_tag(marked)
    before = truths[candidate.follows]
    if marked is None or before is None or before.attribution is None:
        return False
    return marked is before.attribution or _no_tag(marked)


def _same(report: Report, marked: GoldAttribution) -> bool:
    """Whether a report is the tag that people marked: by its source, or by its cue without one."""
    if marked.source:
        return report.source is not None and _overlap(report.source, marked.source)
    return report.cue is not None and _overlap(report.cue, marked.cue)


def _no_tag(marked: GoldAttribution) -> bool:
    return not marked.source and not marked.cue


def _overlap(span: TextSpan, spans: Iterable[TextSpan]) -> bool:
    return any(span.overlaps(other) for other in spans)
