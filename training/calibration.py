"""Fits the calibration on answers of models that did not see the article in training."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from onrecord.attribution import Scene
from onrecord.confidence.estimate import marked_values, source_values
from onrecord.types import QuotationType, Statement, TextSpan
from training.corpus import GoldArticle, GoldAttribution
from training.scenes import Found

SAME = 0.8
"""Word overlap (Jaccard) from which a statement has the marked content."""

STRENGTH = 1.0
"""Inverse of the L2 penalty (scikit-learn's `C`)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One answer to one question of the calibration."""

    question: str
    values: Mapping[str, float]
    right: bool


def marked_rows(found: Found, gold: GoldArticle) -> Iterator[Row]:
    """Did people mark it, and with this source: every statement held to the marked attributions.

    Args:
        found: the answer to the article by models trained without it.
        gold: what people marked.
    """
    for statement, case in zip(found.statements, found.cases, strict=True):
        marked = _match(found.scene, statement, gold.attributions)
        name = "marked indirect" if case.indirect else "marked"
        yield Row(name, marked_values(case), marked is not None)
        if marked is not None:
            right = _same_source(_cited(found.statements, statement), marked)
            yield Row(f"{name} source", source_values(case), right)


def fit(rows: Iterable[Row]) -> dict[str, dict[str, object]]:
    """A logistic model for each question: its intercept and its weights by name of value.

    Where all answers to a question are alike, the intercept is their smoothed share (Laplace).
    """
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.question].append(row)
    return {question: _logistic(group) for question, group in sorted(grouped.items())}


def _logistic(rows: Sequence[Row]) -> dict[str, object]:
    right = sum(row.right for row in rows)
    if right in (0, len(rows)):
        return {
            "intercept": round(math.log((right + 1) / (len(rows) - right + 1)), 4),
            "weights": {},
        }
    vectors = DictVectorizer(sparse=True)
    matrix = vectors.fit_transform([dict(row.values) for row in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=2_000)
    model.fit(matrix, [row.right for row in rows])
    names = vectors.get_feature_names_out()
    weights = {str(n): round(float(w), 4) for n, w in zip(names, model.coef_[0], strict=True)}
    return {"intercept": round(float(model.intercept_[0]), 4), "weights": weights}


def _cited(statements: Sequence[Statement], statement: Statement) -> TextSpan | None:
    for _ in range(len(statements)):
        if statement.source is not None or statement.follows is None:
            break
        statement = statements[statement.follows]
    return statement.source


def words_of(scene: Scene, spans: Iterable[TextSpan]) -> frozenset[int]:
    """The words of some spans, by position."""
    return frozenset(t.index for s in spans for t in scene.between(s.start, s.end))


def _match(
    scene: Scene, statement: Statement, marked: Sequence[GoldAttribution]
) -> GoldAttribution | None:
    """The marked attribution of the same words; a direct quotation may be part of a longer one."""
    own = words_of(scene, statement.parts)
    direct = statement.type is QuotationType.DIRECT
    best: tuple[float, GoldAttribution | None] = (0.0, None)
    for attributed in marked:
        if not any(c.overlaps(p) for c in attributed.content for p in statement.parts):
            continue
        other = words_of(scene, attributed.content)
        share = len(own & other) / len(own if direct else own | other) if own else 0.0
        best = max(best, (share, attributed), key=lambda pair: pair[0])
    return best[1] if best[0] >= SAME else None


def _same_source(source: TextSpan | None, marked: GoldAttribution) -> bool:
    if source is None or not marked.source:
        return source is None and not marked.source
    return any(source.overlaps(other) for other in marked.source)


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Share of the words of either that both have."""
    return len(one & other) / len(one | other) if one | other else 0.0
