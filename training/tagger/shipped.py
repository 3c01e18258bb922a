"""The network that ships, read back from its ONNX file into one that can be trained."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from training.tagger.network import HEAD, Network, Size

_SCALE, _ZERO, _QUANTIZED = "_scale", "_zero_point", "_quantized"
_LINEAR = ("qkv", "out", "inner", "outer", "tags", "bounds", "links", "naming", "names")
"""Linear maps, whose weights the graph has turned."""


def read(path: Path) -> Network:
    """A network with the weights of an ONNX file of ours, those of 8 bits times their scales.

    Args:
        path: of a file that `export.write` has written.
    """
    stored = {t.name: numpy_helper.to_array(t) for t in _stored(onnx.load(path).graph)}
    weights = {
        name.removesuffix(_QUANTIZED): _whole(stored, name.removesuffix(_QUANTIZED))
        for name in stored
        if "." in name and not name.endswith((_SCALE, _ZERO))
    }
    state = {
        name: torch.from_numpy(np.ascontiguousarray(value.T if _is_turned(name) else value))
        for name, value in weights.items()
    }
    network = Network(len(state["pieces.weight"]), _sizes(weights))
    network.load_state_dict(state)
    return network


def _stored(graph: onnx.GraphProto) -> Iterator[onnx.TensorProto]:
    """The constants of a graph and of its branches."""
    yield from graph.initializer
    for node in graph.node:
        for attribute in node.attribute:
            if attribute.HasField("g"):
                yield from _stored(attribute.g)


def _whole(stored: dict[str, NDArray[np.generic]], name: str) -> NDArray[np.float32]:
    """A weight as numbers of 32 bits."""
    if name in stored:
        return stored[name].astype(np.float32)
    steps = stored[name + _QUANTIZED].astype(np.float32)
    steps -= stored[name + _ZERO].astype(np.float32)
    return steps * stored[name + _SCALE].astype(np.float32)


def _is_turned(name: str) -> bool:
    *_, layer, end = name.split(".")
    return layer in _LINEAR and end == "weight"


def _sizes(weights: dict[str, NDArray[np.float32]]) -> list[Size]:
    count = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    return [
        Size(
            weights[f"layers.{number}.out.weight"].shape[0] // HEAD,
            weights[f"layers.{number}.inner.weight"].shape[1],
        )
        for number in range(count)
    ]
