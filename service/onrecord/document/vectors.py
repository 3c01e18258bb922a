"""The token vectors of a spaCy pipeline, worked out faster than by thinc, to the same answer.

The vectors of spaCy's small pipelines come from an embedding, which looks at one token alone, and
from a few convolutions. Here the embedding is worked out once for each kind of token, and products
of matrices are numpy's, whose BLAS is three times as fast as the one that thinc brings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MOST = 40_000
"""Kinds of tokens whose embedding is kept; with one more, all are forgotten."""

CLOSE = 1e-3
"""Most by which a number of the probe's vectors may differ; they are of the order of 1."""

PROBE = (
    "The vote, held on 3 May, was \"a farce,\" Ms. Tamsin O'Rell told BBC2's\n Zagreb office.",
    "",
    "Rain",
)
"""What both ways are tried on: names, numbers, marks, white space, nothing, a single token."""

_LEAST_VARIANCE = 1e-8
"""Added to a variance, as thinc does."""

Floats = NDArray[np.float32]
Keys = NDArray[np.uint64]
Model = Any
"""`thinc.model.Model`, of whatever it takes and gives."""


class OtherShape(Exception):
    """A model is not built as this module expects."""


def greedy_model(pipe: Any) -> Model:
    """The network of a component that makes one move after the other: a parser or a recogniser.

    Raises:
        OtherShape: where it has no layer of scores, looks ahead, or was not trained.
    """
    model: Model = pipe.model
    if model.name != "parser_model" or not model.attrs["has_upper"]:
        raise OtherShape("no network with a layer of scores")
    if pipe.cfg["beam_width"] != 1 or model.attrs["unseen_classes"]:
        raise OtherShape("a network that is not greedy, or not trained")
    return model


@dataclass(frozen=True, slots=True)
class Maxout:
    """A linear map of which the greatest of several answers counts, brought to one scale.

    Attributes:
        weight: (inputs, pieces * outputs), the outputs of one piece side by side.
        bias: (pieces * outputs).
        gain, shift: (outputs) each.
    """

    weight: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    def __call__(self, x: Floats, products: Floats) -> Floats:
        """The answer for (tokens, inputs); `products`, (tokens, pieces * outputs), is used up."""
        width = len(self.gain)
        np.matmul(x, self.weight, out=products)
        products += self.bias
        best = np.maximum(products[:, :width], products[:, width : 2 * width])
        for start in range(2 * width, products.shape[1], width):
            np.maximum(best, products[:, start : start + width], out=best)
        best -= (np.einsum("ij->i", best) / np.float32(width))[:, None]
        variance = np.einsum("ij,ij->i", best, best) / np.float32(width)
        best *= (1 / np.sqrt(variance + np.float32(_LEAST_VARIANCE)))[:, None]
        best *= self.gain
        best += self.shift
        return best


class Embedding:
    """The vectors of tokens that are looked at one by one, worked out once a kind of token."""

    def __init__(self, layers: Sequence[Model], width: int) -> None:
        """Remember what thinc's `layers` make of attributes: vectors of `width`."""
        self._layers = layers
        self._rows: dict[bytes, int] = {}
        self._vectors = np.empty((MOST, width), dtype=np.float32)

    def __call__(self, attributes: Keys) -> Floats:
        """Vectors of (tokens, columns) attributes."""
        known, kinds = self._rows, rows_as_bytes(attributes)
        new = {kind: at for at, kind in enumerate(kinds) if kind not in known}
        if len(known) + len(new) > MOST:
            known.clear()
            new = {kind: at for at, kind in enumerate(kinds)}
        if len(new) > MOST:
            return self._made(attributes)
        if new:
            first = len(known)
            self._vectors[first : first + len(new)] = self._made(attributes[list(new.values())])
            known.update(zip(new, range(first, first + len(new)), strict=True))
        return self._vectors[list(map(known.__getitem__, kinds))]

    def _made(self, attributes: Keys) -> Floats:
        value: Any = [attributes]
        for layer in self._layers:
            value = layer.predict(value)
        made: Floats = value[0]
        return made


class Vectors:
    """Gives the vectors of documents. Threads must take turns."""

    def __init__(self, model: Model) -> None:
        """Read thinc's `model`, one of `spacy.Tok2Vec.v2`.

        Raises:
            OtherShape: where it is not a `MultiHashEmbed` and a `MaxoutWindowEncoder`.
        """
        embed, encode = model.get_ref("embed"), model.get_ref("encode")
        if not encode.has_dim("nO"):
            raise OtherShape("an encoder of unknown width")
        self.width = int(encode.get_dim("nO"))
        self._columns = _columns(embed)
        self._embedding = Embedding(embed.layers[1:], self.width)
        self._pad = int(encode.attrs.get("pad", 0))
        self._steps = _steps(encode)

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """(tokens, width) of each document."""
        lengths = [len(doc) for doc in docs]
        if not sum(lengths):
            return [np.zeros((0, self.width), dtype=np.float32) for _ in docs]
        attributes = [doc.to_array(self._columns) for doc in docs if len(doc)]
        embedded = self._embedding(np.concatenate(attributes).astype(np.uint64, copy=False))
        starts, end = self._laid(lengths)
        x = np.zeros((end, self.width), dtype=np.float32)
        own = np.concatenate(
            [np.arange(s, s + n) for s, n in zip(starts, lengths, strict=True) if n]
        )
        x[own] = embedded
        self._convolve(x)
        return [x[s : s + n] for s, n in zip(starts, lengths, strict=True)]

    def _laid(self, lengths: Sequence[int]) -> tuple[list[int], int]:
        """Where each document starts in a row of all, and the row's end; padding is around each."""
        starts: list[int] = []
        at = self._pad
        for length in lengths:
            starts.append(at)
            at += length + self._pad if length else 0
        return starts, at

    def _convolve(self, x: Floats) -> None:
        """Let each token see its neighbours, step by step, in place."""
        width = self.width
        # Made once, and used by all steps: memory that is new has to be mapped first.
        seen = np.zeros((len(x), 3 * width), dtype=np.float32)
        products = np.empty((len(x), self._steps[0].weight.shape[1]), dtype=np.float32)
        for step in self._steps:
            seen[1:, :width] = x[:-1]
            seen[:, width : 2 * width] = x
            seen[:-1, 2 * width :] = x[1:]
            x += step(seen, products)


def rows_as_bytes(table: NDArray[Any]) -> list[bytes]:
    """The rows of a table, each as something that can be looked up."""
    rows: list[bytes] = table.view(f"V{table.shape[1] * table.itemsize}").ravel().tolist()
    return rows


def quicken(nlp: Language) -> int:
    """Let a pipeline work out its token vectors in this module's way, wherever it can.

    What is of another shape, or gives another answer on `PROBE`, stays as it is.

    Returns:
        how many models were exchanged.
    """
    from thinc.api import NumpyOps  # noqa: PLC0415  # it comes with spaCy, which is slow to import

    ops = NumpyOps(use_blis=False)
    docs = [nlp.make_doc(text) for text in PROBE]
    exchanged = 0
    components: list[Any] = [component for _, component in nlp.pipeline]
    for component in components:
        model: Model = getattr(component, "model", None)
        if not hasattr(model, "walk") or not isinstance(model.ops, NumpyOps):
            continue
        quick = _quick(model, docs)
        if quick is not None:
            component.model = quick
            exchanged += 1
        exchanged += _exchange_within(component.model, docs)
        for node in component.model.walk():
            node.ops = ops
    return exchanged


def _exchange_within(model: Model, docs: Sequence[Doc]) -> int:
    exchanged = 0
    for node in list(model.walk()):
        for place, layer in enumerate(node.layers):
            quick = _quick(layer, docs)
            if quick is not None:
                node.layers[place] = quick
                exchanged += 1
    return exchanged


def _quick(model: Model, docs: Sequence[Doc]) -> Model | None:
    """A model that gives the same vectors, or None."""
    from thinc.api import Model as ThincModel  # noqa: PLC0415

    if not (model.has_ref("embed") and model.has_ref("encode")):
        return None
    try:
        vectors = Vectors(model)
    except OtherShape:
        return None
    both = zip(model.predict(docs), vectors(docs), strict=True)
    if not all(np.allclose(one, other, rtol=0, atol=CLOSE) for one, other in both):
        return None

    def forward(_: Model, of: Sequence[Doc], is_train: bool) -> tuple[list[Floats], Any]:
        if is_train:
            raise NotImplementedError("this model is for use, not for training")
        return vectors(of), None

    return ThincModel("quick_vectors", forward, dims={"nO": vectors.width})


def _columns(embed: Model) -> list[Any]:
    """The attributes of tokens that an embedding looks at."""
    names = [layer.name for layer in embed.layers]
    if names[:2] != ["extract_features", "list2ragged"] or names[-1] != "ragged2list":
        raise OtherShape(f"an embedding of {names}")
    return list(embed.layers[0].attrs["columns"])


def _steps(encode: Model) -> list[Maxout]:
    """The convolutions of an encoder, each of which is added to what it is given."""
    made = [node for node in encode.walk() if node.name == "expand_window"]
    maps = [node for node in encode.walk() if node.name == "maxout"]
    norms = [node for node in encode.walk() if node.name == "layernorm"]
    if not made or not len(made) == len(maps) == len(norms):
        raise OtherShape("an encoder without convolutions")
    if any(node.attrs["window_size"] != 1 for node in made):
        raise OtherShape("an encoder with wider windows")
    return [_maxout(*both) for both in zip(maps, norms, strict=True)]


def _maxout(linear: Model, norm: Model) -> Maxout:
    weight, bias = linear.get_param("W"), linear.get_param("b")
    _, pieces, inputs = weight.shape
    if pieces < 2:
        raise OtherShape("an encoder that gives a single answer")
    return Maxout(
        weight=np.ascontiguousarray(weight.transpose(2, 1, 0).reshape(inputs, -1)),
        bias=np.ascontiguousarray(bias.T.reshape(-1)),
        gain=norm.get_param("G"),
        shift=norm.get_param("b"),
    )
