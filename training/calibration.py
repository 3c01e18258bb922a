"""Fits the calibration on answers of rankers that did not see the article in training."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from onrecord import attribution
from onrecord.attribution import Ranker, Scene
from onrecord.confidence.estimate import (
    indirect_values,
    quotation_values,
    source_values,
    speaker_values,
)
from onrecord.types import QuotationType, Statement, TextSpan
from training.corpus import GoldArticle, GoldAttribution, GoldSpeech

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


def statement_rows(ranker: Ranker, gold: GoldArticle, scene: Scene) -> Iterator[Row]:
    """Is it a quotation, is this its source: every statement of an article held to the marked ones.

    Args:
        ranker: trained without this article.
        gold: what people marked.
        scene: the same article as the attribution stage sees it.
    """
    statements = _statements(ranker, scene)
    for statement in statements:
        marked = _match(scene, statement, gold.attributions)
        indirect = statement.type is QuotationType.INDIRECT
        found, source = ("indirect", "indirect source") if indirect else ("quotation", "source")
        values = indirect_values(statement) if indirect else quotation_values(statement)
        yield Row(found, values, marked is not None)
        if marked is not None:
            right = _same_source(_cited(statements, statement), marked)
            yield Row(source, values if indirect else source_values(statement), right)


def speaker_rows(
    statements: Sequence[Statement],
    resolved: Sequence[tuple[str | None, float | None]],
    speeches: Sequence[GoldSpeech],
) -> Iterator[Row]:
    """Is the source resolved to the right speaker, where the source itself is right.

    Args:
        statements: those of one article.
        resolved: name of the speaker of each, and the raw score of the resolution.
        speeches: what people marked in the article.
    """
    for statement, (name, score) in zip(statements, resolved, strict=True):
        for speech in speeches:
            if _same_mention(statement, speech) and _same_place(statement, speech):
                yield Row("speaker", speaker_values(score), speech.is_named(name))
                break


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


def _statements(ranker: Ranker, scene: Scene) -> tuple[Statement, ...]:
    decisions = attribution.decide(ranker, attribution.candidates(scene))
    return attribution.assemble(scene, decisions)


def _cited(statements: Sequence[Statement], statement: Statement) -> TextSpan | None:
    for _ in range(len(statements)):
        if statement.source is not None or statement.follows is None:
            break
        statement = statements[statement.follows]
    return statement.source


def _words(scene: Scene, spans: Iterable[TextSpan]) -> frozenset[int]:
    return frozenset(t.index for s in spans for t in scene.between(s.start, s.end))


def _match(
    scene: Scene, statement: Statement, marked: Sequence[GoldAttribution]
) -> GoldAttribution | None:
    """The marked attribution of the same words; a direct quotation may be part of a longer one."""
    own = _words(scene, statement.parts)
    direct = statement.type is QuotationType.DIRECT
    best: tuple[float, GoldAttribution | None] = (0.0, None)
    for attributed in marked:
        if not any(c.overlaps(p) for c in attributed.content for p in statement.parts):
            continue
        other = _words(scene, attributed.content)
        share = len(own & other) / len(own if direct else own | other) if own else 0.0
        best = max(best, (share, attributed), key=lambda pair: pair[0])
    return best[1] if best[0] >= SAME else None


def _same_source(source: TextSpan | None, marked: GoldAttribution) -> bool:
    if source is None or not marked.source:
        return source is None and not marked.source
    return any(source.overlaps(other) for other in marked.source)


def _same_mention(statement: Statement, speech: GoldSpeech) -> bool:
    if statement.source is None or speech.mention is None:
        return False
    return statement.source.overlaps(speech.mention)


def _same_place(statement: Statement, speech: GoldSpeech) -> bool:
    return any(p.overlaps(q) for p in statement.parts for q in speech.parts)
