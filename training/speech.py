"""Fits the weights of "it is nobody's speech": a logistic model over the string's features."""

from __future__ import annotations

from collections.abc import Sequence

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from onrecord.types import Candidate
from training.examples import Example

STRENGTH = 0.5
"""Inverse of the L2 penalty (scikit-learn's `C`)."""

LEAST_SEEN = 5
"""A feature rarer than this gets no weight."""


RARE = 2.0
"""Weight of a string that is nobody's speech, and of an invented one, in units of examples.

Annotators pass over titles and names in quotation marks, and political news has few of them.
"""


def fit(marked: Sequence[Example], made_up: Sequence[Example]) -> dict[str, float]:
    """Weights by feature name; their sum is the log-odds that a string is nobody's speech.

    The feature "no speech", which every string has, takes the place of the intercept.

    Args:
        marked: examples from articles that people marked.
        made_up: examples from invented sentences.
    """
    examples = [*marked, *made_up]
    counts = [1.0 if e.speech else RARE for e in marked] + [RARE] * len(made_up)
    vectors = DictVectorizer(sparse=True)
    rows = [{f.name: f.value for f in nobody(example).evidence} for example in examples]
    matrix = vectors.fit_transform(rows)
    seen = matrix.sum(axis=0).A1 >= LEAST_SEEN
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=2_000)
    model.fit(matrix[:, seen], [not e.speech for e in examples], sample_weight=counts)
    names = vectors.get_feature_names_out()[seen]
    return {str(n): round(float(w), 4) for n, w in zip(names, model.coef_[0], strict=True)}


def nobody(example: Example) -> Candidate:
    """The candidate that takes the string for nobody's speech."""
    return next(candidate for candidate in example.candidates if not candidate.spoken)
