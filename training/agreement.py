"""Fits the weights of the tagger's word on a candidate, beside those of the grammar.

The tagger has learned the training articles by heart: there it agrees with what people marked more
than it ever will again. So these weights, and these alone, are fitted on development articles,
the others left as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.attribution.agreement import PREFIX
from onrecord.types import Candidate
from training import ranker, speech
from training.examples import Example


def fit(examples: Sequence[Example], weights: Mapping[str, float]) -> dict[str, float]:
    """Weights of the features of agreement.

    Args:
        examples: of articles that neither the tagger nor the ranker was trained on.
        weights: those of all other features.
    """
    tags = ranker.fit(examples, weights)
    nobody = ranker.choose([_spoken_or_not(example) for example in examples], weights)
    return {n: w for n, w in (tags | nobody).items() if n.startswith(PREFIX)}


def _spoken_or_not(example: Example) -> Example:
    """The choice between "nobody's speech" and its contrary, whose score is 0."""
    nobody = speech.nobody(example)
    spoken: Candidate = replace(nobody, evidence=(), spoken=True)
    return replace(example, candidates=(nobody, spoken), right=(not example.speech, example.speech))
