"""Fits the calibration on answers of rankers that did not see the article in training."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from onrecord import attribution
from onrecord.attribution import Decision, Ranker, Scene
from onrecord.confidence import Calibration
from onrecord.confidence.estimate import (
    choice_values,
    evidence_values,
    quotation_values,
    speaker_values,
    speech_values,
)
from onrecord.types import QuotationType, Statement, TextSpan
from training.corpus import GoldAnswers, GoldArticle, GoldAttribution

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


def marked_rows(ranker: Ranker, gold: GoldArticle, scene: Scene) -> Iterator[Row]:
    """Did people mark it, and with this source: every statement held to the marked attributions.

    Args:
        ranker: trained without this article.
        gold: what people marked.
        scene: the same article as the attribution stage sees it.
    """
    statements = attribution.assemble(scene, _decisions(ranker, scene))
    for statement in statements:
        marked = _match(scene, statement, gold.attributions)
        indirect = statement.type is QuotationType.INDIRECT
        name = "marked indirect" if indirect else "marked"
        values = evidence_values(statement) if indirect else speech_values(statement)
        yield Row(name, values, marked is not None)
        if marked is not None:
            right = _same_source(_cited(statements, statement), marked)
            yield Row(f"{name} source", values if indirect else choice_values(statement), right)


@dataclass(frozen=True, slots=True)
class Answer:
    """One statement of an answer held to the gold articles.

    Attributes:
        statement: as it was given.
        resolved: the raw score of its speaker, None where it has none.
        found: whether it is a quotation with these words.
        right: whether its speaker is right as well.
    """

    statement: Statement
    resolved: float | None
    found: bool
    right: bool

    def rows(self, calibration: Calibration) -> Iterator[Row]:
        """Is it a quotation; and where it is one, is the speaker right."""
        indirect = self.statement.type is QuotationType.INDIRECT
        values = quotation_values(calibration, self.statement)
        yield Row("indirect" if indirect else "quotation", values, self.found)
        if self.found:
            values = speaker_values(calibration, self.statement, self.resolved)
            yield Row("speaker", values, self.right)


def answers(
    scene: Scene,
    statements: Sequence[Statement],
    resolved: Sequence[tuple[str | None, float | None]],
    gold: GoldAnswers,
) -> Iterator[Answer]:
    """The statements of one article; those that say the content of a chain again are left out.

    Args:
        scene: the article.
        statements: what was found in it.
        resolved: name of the speaker of each, and the raw score of the resolution.
        gold: what people marked.
    """
    marked = [(speech, _words(scene, speech.parts)) for speech in gold.speeches]
    contents = [_words(scene, content) for content in gold.contents]
    for statement, (name, score) in zip(statements, resolved, strict=True):
        own = _words(scene, statement.parts)
        share, speech = max(
            ((_jaccard(own, words), speech) for speech, words in marked),
            key=lambda pair: pair[0],
            default=(0.0, None),
        )
        found = share >= SAME and speech is not None
        again = any(_jaccard(own, words) >= SAME for words in contents)
        if found or not again or statement.type is not QuotationType.INDIRECT:
            right = found and speech is not None and speech.is_named(name)
            yield Answer(statement, score, found, right)


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


def _decisions(ranker: Ranker, scene: Scene) -> tuple[Decision, ...]:
    return attribution.decide(ranker, attribution.candidates(scene))


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


def _jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
