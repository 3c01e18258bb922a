"""The named entities of a spaCy pipeline, worked out faster than by spaCy, to the same answer.

spaCy's recogniser takes one token after the other, and asks of each of its moves whether it is
allowed, in a way that takes and releases the interpreter's lock. Its network, though, remembers no
more than the first token of the name that it is in: outside of names all tokens can be judged at
once, and names of different texts can grow side by side.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.document.dependencies import PIECES
from onrecord.document.vectors import PROBE, Floats, Model, OtherShape, Vectors, greedy_model

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

RECOGNISER = "ner"

FEATURES = 3
"""Tokens that the network looks at: the current one, the first and the last one of the name."""

NEVER = np.float32(-np.inf)

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Name(NamedTuple):
    """An entity: its label and tokens `first` to `last` (excluded)."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Moves:
    """What the recogniser can do with a token, by number.

    Attributes:
        begins, units: numbers of the moves that begin a name, and that make one of a single token.
        outside: number of the move that leaves a token out.
        labels: label of each move, "" where it has none.
        goes_on, ends: for each move that begins a name, those that go on with it and that end it.
    """

    begins: Integers
    units: Integers
    outside: int
    labels: tuple[str, ...]
    goes_on: dict[int, int]
    ends: dict[int, int]

    @classmethod
    def read(cls, names: Sequence[str]) -> Moves:
        """From names such as `B-ORG`, in order.

        Raises:
            OtherShape: where a move is missing.
        """
        numbers = {name: number for number, name in enumerate(names)}
        labels = [name.partition("-")[2] for name in names]
        begins = [n for n, name in enumerate(names) if name.startswith("B-")]
        try:
            return cls(
                begins=np.array(begins, dtype=np.int64),
                units=np.array([numbers[f"U-{labels[n]}"] for n in begins], dtype=np.int64),
                outside=numbers["O"],
                labels=tuple(labels),
                goes_on={n: numbers[f"I-{labels[n]}"] for n in begins},
                ends={n: numbers[f"L-{labels[n]}"] for n in begins},
            )
        except KeyError as error:
            raise OtherShape(f"a recogniser without the move {error}") from error


@dataclass(slots=True)
class _Reading:
    """One document while its names are collected; tokens are counted over all documents.

    Attributes:
        at: token from which on names may begin.
        marks: tokens that begin a name if none is open, and by which move; the last ones first.
        names: first and last (excluded) token, and the move that began it.
    """

    at: int
    marks: list[tuple[int, int]]
    names: list[tuple[int, int, int]] = field(default_factory=list)

    def opens(self, begins: Container[int]) -> bool:
        """Collect names of one token, up to one that is longer; whether there was one."""
        while self.marks:
            token, move = self.marks.pop()
            if token >= self.at:
                self.names.append((token, token + 1, move))
                if move in begins:
                    return True
        return False

    def close(self, end: int) -> None:
        """Let the name that was opened last end before a token."""
        first, _, move = self.names[-1]
        self.names[-1] = first, end, move
        self.at = end


class Recogniser:
    """Finds the names in parsed documents that have none yet. Threads must take turns."""

    def __init__(self, pipe: Any) -> None:
        """Read a component of spaCy's of the type `ner`.

        Raises:
            OtherShape: where it is built in another way than that of spaCy's small pipelines.
        """
        model = greedy_model(pipe)
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        weight = lower.get_param("W")
        if (weight.shape[0], weight.shape[2]) != (FEATURES, PIECES):
            raise OtherShape("a recogniser of other features")
        self._vectors, self._narrow = _inputs(model.layers[0])
        self._shape = weight.shape[1:3]
        self._parts_weight = np.ascontiguousarray(weight.reshape(-1, weight.shape[-1]).T)
        self._padding = np.asarray(lower.get_param("pad")).reshape(FEATURES, -1)
        self._bias = np.asarray(lower.get_param("b")).reshape(-1)
        self._upper, self._offset = upper.get_param("W"), upper.get_param("b")
        moves = pipe.moves
        self._moves = Moves.read([moves.get_class_name(n) for n in range(moves.n_moves)])

    def __call__(self, docs: Sequence[Doc]) -> list[list[Name]]:
        """The names of each document, in order; none crosses a sentence that the parser found."""
        starts = [0, *accumulate(map(len, docs))]
        if not starts[-1]:
            return [[] for _ in docs]
        parts = self._parts(np.concatenate(self._vectors(docs)))
        stops = np.append(_joined(docs, "SENT_START") == 1, True)
        stops[starts] = True
        chosen = self._outside(parts, _joined(docs, "IS_SPACE") == 1, stops[1:])
        readings = list(self._readings(starts, chosen))
        self._collect(readings, parts, stops[1:])
        labels = self._moves.labels
        return [
            [Name(first - start, end - start, labels[move]) for first, end, move in reading.names]
            for start, reading in zip(starts, readings, strict=False)
        ]

    def _parts(self, vectors: Floats) -> Floats:
        """What each token adds as the current, the first and the last one of a name, (n, 3, ...)"""
        weight, bias = self._narrow
        parts: Floats = (vectors @ weight + bias) @ self._parts_weight
        return parts.reshape(len(vectors), FEATURES, -1)

    def _hidden(self, sums: Floats) -> Floats:
        both: Floats = (sums + self._bias).reshape(-1, *self._shape)
        return np.maximum(both[:, :, 0], both[:, :, 1])

    def _outside(self, parts: Floats, spaces: Flags, last: Flags) -> Integers:
        """The best move for each token where no name is open; `last` of them end a sentence."""
        moves = self._moves
        hidden = self._hidden(parts[:, 0] + self._padding[1] + self._padding[2])
        scores = hidden @ self._upper.T + self._offset
        allowed = np.zeros(scores.shape, dtype=np.bool_)
        allowed[:, moves.outside] = True
        allowed[:, moves.units] = ~spaces[:, None]
        allowed[:, moves.begins] = ~(spaces | last)[:, None]
        best: Integers = np.where(allowed, scores, NEVER).argmax(1)
        return best

    def _readings(self, starts: Sequence[int], chosen: Integers) -> Iterator[_Reading]:
        """One for each document, with the tokens that are not best left out."""
        marked = np.flatnonzero(chosen != self._moves.outside)
        marks = list(zip(marked.tolist(), chosen[marked].tolist(), strict=True))
        bounds = np.searchsorted(marked, starts).tolist()
        for (first, last), start in zip(pairwise(bounds), starts, strict=False):
            yield _Reading(start, marks[first:last][::-1])

    def _collect(self, readings: Sequence[_Reading], parts: Floats, last: Flags) -> None:
        """Collect the names, those of all documents side by side."""
        while True:
            opened = [r for r in readings if r.opens(self._moves.goes_on)]
            if not opened:
                return
            firsts = np.array([reading.names[-1][0] for reading in opened])
            begun = [reading.names[-1][2] for reading in opened]
            for reading, end in zip(opened, self._ends(firsts, begun, parts, last), strict=True):
                reading.close(end)

    def _ends(
        self, firsts: Integers, begun: Sequence[int], parts: Floats, last: Flags
    ) -> list[int]:
        """Where names end (excluded) that begin at the tokens `firsts` with the moves `begun`."""
        on = np.array([self._moves.goes_on[move] for move in begun])
        end = np.array([self._moves.ends[move] for move in begun])
        weight = self._upper[on] - self._upper[end]
        bias = self._offset[on] - self._offset[end]
        at = firsts + 1
        open_ = np.flatnonzero(~last[at])
        while len(open_):
            here = at[open_]
            sums = parts[here, 0] + parts[firsts[open_], 1] + parts[here - 1, 2]
            gain = np.einsum("ij,ij->i", self._hidden(sums), weight[open_]) + bias[open_]
            open_ = open_[gain >= 0]
            at[open_] += 1
            open_ = open_[~last[at[open_]]]
        ends: list[int] = (at + 1).tolist()
        return ends


def _inputs(model: Model) -> tuple[Vectors, tuple[Floats, Floats]]:
    """The vectors that a recogniser reads, and the linear map that it applies to them."""
    layers = list(model.layers)
    if [layer.name for layer in layers[1:]] != ["list2array", "linear"]:
        raise OtherShape("a recogniser of other inputs")
    weight, bias = layers[2].get_param("W"), layers[2].get_param("b")
    return Vectors(layers[0]), (np.ascontiguousarray(weight.T), bias)


def _joined(docs: Sequence[Doc], attribute: str) -> NDArray[np.uint64]:
    """An attribute of the tokens of all documents."""
    return np.concatenate([doc.to_array(attribute) for doc in docs])


def quick(nlp: Language) -> Recogniser | None:
    """What finds the names that a pipeline would; None where it has no names or other ones."""
    if RECOGNISER not in nlp.pipe_names:
        return None
    try:
        found = Recogniser(nlp.get_pipe(RECOGNISER))
    except OtherShape:
        return None
    docs = list(nlp.pipe(PROBE))
    wanted = [[Name(e.start, e.end, e.label_) for e in doc.ents] for doc in docs]
    return found if found(list(nlp.pipe(PROBE, disable=[RECOGNISER]))) == wanted else None
