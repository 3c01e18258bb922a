"""Fits the weights of "it is nobody's speech": a logistic model over the string's features.

Two steps. All weights but those of the tagger are fitted on the articles that people marked, those
of our own among them, and on invented sentences. The tagger was trained on PolNeAR as well and
knows it by heart, so the weights of what it says are fitted then, on other articles, on those of
our own and on the invented sentences, on top of a score that has not seen any of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from onrecord.attribution.hearing import PREFIX
from onrecord.types import Candidate
from training.examples import Example

STRENGTH = 0.15
"""Inverse of the L2 penalty (scikit-learn's `C`)."""

LEAST_SEEN = 5
"""A feature rarer than this gets no weight."""

RARE = 2.0
"""Weight of a marked string that is nobody's speech, in units of examples.

Annotators pass over titles and names in quotation marks, and political news has few of them.
"""

INVENTED = 6.0
"""Weight of an invented string."""

OWN = 8.0
"""Weight of a string of our own articles, where all that nobody says is marked."""

OWN_HEARD = 4.0
"""The same where the weights of the tagger are fitted."""

FOLDS = 5
"""Parts of the invented articles and of our own: each is scored by weights fitted without it."""

PENALTY = 1.0
"""L2 penalty on the weights of the tagger, in units of examples."""

_HEARD = f"no speech, {PREFIX}"

Rows = list[dict[str, float]]


def fit(
    marked: Sequence[Example],
    made_up: Sequence[Example],
    others: Sequence[Example],
    own: Sequence[Example] = (),
) -> dict[str, float]:
    """Weights by feature name; their sum is the log-odds that a string is nobody's speech.

    The feature "no speech", which every string has, takes the place of the intercept.

    Args:
        marked: examples from articles that people marked.
        made_up: examples from invented sentences, with what the tagger says.
        others: examples from marked articles that the tagger was not trained on, with what it
            says; they teach the weights of the tagger alone.
        own: examples from the articles of our own, with what the tagger says.
    """
    groups = _Group(made_up, INVENTED, 1.0), _Group(own, OWN, OWN_HEARD)
    weights = _without_tagger(marked, groups)
    examples = [*others, *(e for group in groups for e in group.examples)]
    if not examples:
        return weights
    offsets = [*_scores(weights, others), *_crossed(marked, groups)]
    counts = [1.0] * len(others) + [g.heard for g in groups for _ in g.examples]
    return weights | _of_the_tagger(examples, np.array(offsets), np.array(counts))


class _Group(NamedTuple):
    """Examples that the tagger was not trained on, with what each of them weighs in either step."""

    examples: Sequence[Example]
    weight: float
    heard: float

    def without(self, articles: Collection[str]) -> _Group:
        """The same without the examples of some articles."""
        return self._replace(examples=[e for e in self.examples if e.article not in articles])


def nobody(example: Example) -> Candidate:
    """The candidate that takes the string for nobody's speech."""
    return next(candidate for candidate in example.candidates if not candidate.spoken)


def _without_tagger(marked: Sequence[Example], groups: Sequence[_Group]) -> dict[str, float]:
    examples = [*marked, *(e for group in groups for e in group.examples)]
    counts = [1.0 if e.speech else RARE for e in marked]
    counts += [group.weight for group in groups for _ in group.examples]
    vectors = DictVectorizer(sparse=True)
    matrix = vectors.fit_transform(_rows(examples, heard=False))
    seen = matrix.sum(axis=0).A1 >= LEAST_SEEN
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=2_000)
    model.fit(matrix[:, seen], [not e.speech for e in examples], sample_weight=counts)
    names = vectors.get_feature_names_out()[seen]
    return {str(n): round(float(w), 4) for n, w in zip(names, model.coef_[0], strict=True)}


def _of_the_tagger(
    examples: Sequence[Example], offsets: NDArray[np.float64], counts: NDArray[np.float64]
) -> dict[str, float]:
    """Weights that make a score of offset and tagger most probable, by L-BFGS from zero."""
    vectors = DictVectorizer(sparse=False)
    matrix = vectors.fit_transform(_rows(examples, heard=True))
    wrong = np.array([not e.speech for e in examples], dtype=np.float64)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = offsets + matrix @ weights
        value = float(counts @ (np.logaddexp(0.0, scores) - wrong * scores))
        value += 0.5 * PENALTY * float(weights @ weights)
        shares = 1.0 / (1.0 + np.exp(-scores))
        return value, matrix.T @ (counts * (shares - wrong)) + PENALTY * weights

    found = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B")
    names = vectors.get_feature_names_out()
    return {str(n): round(float(w), 4) for n, w in zip(names, found.x, strict=True)}


def _crossed(marked: Sequence[Example], groups: Sequence[_Group]) -> list[float]:
    """Scores of the examples of all groups, each by weights fitted without its article."""
    examples = [e for group in groups for e in group.examples]
    names = sorted({example.article for example in examples})
    crossed = [0.0] * len(examples)
    for first in range(min(FOLDS, len(names))):
        left_out = frozenset(names[first::FOLDS])
        held = [(i, e) for i, e in enumerate(examples) if e.article in left_out]
        weights = _without_tagger(marked, [group.without(left_out) for group in groups])
        for (place, _), score in zip(held, _scores(weights, [e for _, e in held]), strict=True):
            crossed[place] = score
    return crossed


def _scores(weights: Mapping[str, float], examples: Sequence[Example]) -> list[float]:
    rows = _rows(examples, heard=False)
    return [sum(weights.get(name, 0.0) * value for name, value in row.items()) for row in rows]


def _rows(examples: Sequence[Example], *, heard: bool) -> Rows:
    """Features of each example: those of the tagger, or all the others."""
    return [
        {f.name: f.value for f in nobody(e).evidence if f.name.startswith(_HEARD) is heard}
        for e in examples
    ]
