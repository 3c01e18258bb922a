"""The dependencies of a spaCy pipeline, worked out faster than by spaCy, to the same answer.

spaCy's parser gives the interpreter's lock away for its whole loop, and then takes it back and
gives it away again in each of the small functions that it calls, a hundred times a token. Here
the loop is Python's, one move of all documents at a time, so that the lock is held throughout;
the states and the moves are spaCy's own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from onrecord.document.vectors import PROBE, Floats, OtherShape, greedy_model

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PARSER = "parser"

PIECES = 2
"""Answers of the network's linear map of which the greater one counts."""

Places = NDArray[np.int32]

_TOLD: list[int | str] = ["HEAD", "DEP", "SENT_START"]
"""What a parser says of a token."""


class Dependencies:
    """Parses documents that have token vectors. Threads must take turns."""

    def __init__(self, pipe: Any) -> None:
        """Read a component of spaCy's of the type `parser`.

        Raises:
            OtherShape: where it is built in another way than that of spaCy's small pipelines.
        """
        model = greedy_model(pipe)
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        weight = lower.get_param("W")
        self._features, self._width, pieces, inputs = weight.shape
        if pieces != PIECES:
            raise OtherShape("a parser of another layer")
        self._pipe, self._inputs = pipe, model.layers[0]
        self._lower = np.ascontiguousarray(weight.transpose(3, 0, 2, 1).reshape(inputs, -1))
        self._bias = np.ascontiguousarray(lower.get_param("b").T.reshape(-1))
        padding = lower.get_param("pad").reshape(self._features, self._width, PIECES)
        self._padding = np.ascontiguousarray(padding.transpose(0, 2, 1).reshape(-1))
        self._upper = np.ascontiguousarray(upper.get_param("W").T)
        self._offset = upper.get_param("b")
        self._column = np.arange(self._features)[:, None]
        self._places_of: Callable[[Sequence[Any]], Places] | None = None

    def __call__(self, docs: Sequence[Doc]) -> Sequence[Doc]:
        """The documents, with heads, labels and sentences."""
        pipe = self._pipe
        every = pipe.moves.init_batch(docs)
        states = [state for state in every if not state.is_final()]
        if states:
            parts = self._parts(self._inputs.predict(docs))
            # A model that has read something; this takes the number of features from it, no more.
            self._places_of = self._places_of or pipe.model.predict(docs[:1]).get_token_ids
            while states:
                scores = self._scores(parts, self._places_of(states))
                states = pipe.transition_states(states, scores)
        pipe.set_annotations(docs, every)
        return docs

    def _parts(self, vectors: Floats) -> Floats:
        """What each token adds as each feature of a state, a row each; the last rows are those of
        no token, which is number -1."""
        parts = np.empty((len(vectors) + 1, len(self._padding)), dtype=np.float32)
        np.matmul(vectors, self._lower, out=parts[:-1])
        parts[-1] = self._padding
        parts[:, : len(self._bias)] += self._bias
        return parts.reshape(len(parts) * self._features, -1)

    def _scores(self, parts: Floats, places: Places) -> Floats:
        """(states, moves), of the tokens at (states, features)."""
        rows = places.T * self._features + self._column
        sums = np.add.reduce(parts.take(rows, axis=0), axis=0)
        hidden = np.maximum(sums[:, : self._width], sums[:, self._width :])
        scores: Floats = hidden @ self._upper
        scores += self._offset
        return scores


def quick(nlp: Language) -> Dependencies | None:
    """What parses as the pipeline would; None where it has no parser or another one."""
    if PARSER not in nlp.pipe_names:
        return None
    try:
        found = Dependencies(nlp.get_pipe(PARSER))
    except OtherShape:
        return None
    before = nlp.pipe_names[: nlp.pipe_names.index(PARSER)]
    with nlp.select_pipes(enable=[*before, PARSER]):
        wanted = [doc.to_array(_TOLD) for doc in nlp.pipe(PROBE)]
    with nlp.select_pipes(enable=before):
        docs = found(list(nlp.pipe(PROBE)))
    same = all(
        np.array_equal(doc.to_array(_TOLD), one) for doc, one in zip(docs, wanted, strict=True)
    )
    return found if same else None
