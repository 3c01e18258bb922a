"""The trained network as an ONNX graph, laid out for a fast run on one core.

The graph reads one window without padding, so that attention needs no mask, and uses the fused
operators of onnxruntime for attention, residuals and activation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from onrecord.tagging.learned.model import INPUTS, WITH_NAMES

OUTPUTS = {"tags": 7, "bounds": 6, "links": 256, "names": 37}
PROBABLE = "tags"
"""What is given as logarithms of probabilities, beside the names."""
FUSED = "com.microsoft"
EPSILON = 1e-12

Weights = Mapping[str, NDArray[np.float32]]


class GraphBuilder:
    """Collects nodes and weights."""

    def __init__(self, weights: Weights, prefix: str = "") -> None:
        """Begin with `weights` by name; `prefix` tells the nodes of a branch from others."""
        self._weights = weights
        self._prefix = prefix
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}

    def node(self, kind: str, *inputs: str, domain: str = "", **attributes: Any) -> str:
        """Add an operator and give the name of its answer."""
        name = f"{self._prefix}{kind}_{len(self._nodes)}"
        made = helper.make_node(kind, list(inputs), [name], name, domain=domain, **attributes)
        self._nodes.append(made)
        return name

    def outputs(self, kind: str, count: int, *inputs: str, **attributes: Any) -> list[str]:
        """Add an operator with several answers."""
        names = [f"{kind}_{len(self._nodes)}_{i}" for i in range(count)]
        self._nodes.append(helper.make_node(kind, list(inputs), names, names[0], **attributes))
        return names

    def weight(self, name: str, turned: bool = False) -> str:
        """A trained weight; `turned` for those of a linear map."""
        value = self._weights[name]
        return self.constant(name, np.ascontiguousarray(value.T) if turned else value)

    def constant(self, name: str, value: NDArray[np.float32] | NDArray[np.int64]) -> str:
        """A constant under a name."""
        self._constants.setdefault(name, numpy_helper.from_array(value, name))
        return name

    def linear(self, x: str, name: str) -> str:
        """A linear map; product and bias become one operator when quantised."""
        weight, product = self.weight(f"{name}.weight", turned=True), f"{name}.product"
        self._nodes.append(helper.make_node("MatMul", [x, weight], [product], product))
        return self.node("Add", product, self.weight(f"{name}.bias"))

    def branch(self, name: str, width: int) -> onnx.GraphProto:
        """What was collected, as a branch of an `If` that gives the last node's answer."""
        given = self._nodes[-1].output[0]
        shape = ["rows", "length", width]
        gives = [helper.make_tensor_value_info(given, TensorProto.FLOAT, shape)]
        return helper.make_graph(self._nodes, name, [], gives, list(self._constants.values()))

    def rename(self, old: str, new: str) -> None:
        """Give an answer the name by which callers ask for it."""
        self._nodes.append(helper.make_node("Identity", [old], [new], f"name_{new}"))

    def model(self, opset: int) -> onnx.ModelProto:
        """The whole as a checked model."""
        shape = ["rows", "length"]
        takes = [helper.make_tensor_value_info(n, TensorProto.INT64, shape) for n in INPUTS]
        takes.append(helper.make_tensor_value_info(WITH_NAMES, TensorProto.BOOL, []))
        gives = [
            helper.make_tensor_value_info(n, TensorProto.FLOAT, [*shape, width])
            for n, width in OUTPUTS.items()
        ]
        constants = list(self._constants.values())
        graph = helper.make_graph(self._nodes, "tagger", takes, gives, constants)
        opsets = [helper.make_opsetid("", opset), helper.make_opsetid(FUSED, 1)]
        made = helper.make_model(graph, opset_imports=opsets, ir_version=8)
        onnx.checker.check_model(made)
        return made


def build(
    weights: Weights, heads: Sequence[int], named_by: Sequence[int], opset: int = 17
) -> onnx.ModelProto:
    """The graph of a network, weights as they are.

    Args:
        weights: by name, as `network.Network` names them.
        heads: attention heads of each layer.
        named_by: layers from which names are told.
        opset: version of the standard operators.
    """
    graph = GraphBuilder(weights)
    x = _embedded(graph)
    told: list[str] = []
    for number, count in enumerate(heads):
        x = _layer(graph, x, f"layers.{number}", count)
        told.append(x)
    for name in OUTPUTS:
        if name == "names":
            scores = _names(graph, weights, [told[number] for number in named_by])
        else:
            scores = graph.linear(x, name)
        if name == PROBABLE:
            scores = graph.node("LogSoftmax", scores, axis=-1)
        graph.rename(scores, name)
    return graph.model(opset)


def _names(graph: GraphBuilder, weights: Weights, told: Sequence[str]) -> str:
    """The scores of names where they are wanted, else zeros."""
    width = OUTPUTS["names"]
    wanted = GraphBuilder(weights, "wanted_")
    named = wanted.node("Concat", *told, axis=-1)
    naming = wanted.node("Gelu", wanted.linear(named, "naming"), domain=FUSED)
    wanted.node("LogSoftmax", wanted.linear(naming, "names"), axis=-1)
    spared = GraphBuilder(weights, "spared_")
    last = spared.constant("spared_width", np.array([width], dtype=np.int64))
    shape = spared.node("Concat", spared.node("Shape", "pieces"), last, axis=0)
    spared.node("ConstantOfShape", shape)
    branches = {
        "then_branch": wanted.branch("wanted", width),
        "else_branch": spared.branch("spared", width),
    }
    return graph.node("If", WITH_NAMES, **branches)


def _embedded(graph: GraphBuilder) -> str:
    zero = graph.constant("zero", np.array([0], dtype=np.int64))
    one = graph.constant("one", np.array([1], dtype=np.int64))
    two = graph.constant("two", np.array([2], dtype=np.int64))
    length = graph.node("Slice", graph.node("Shape", "pieces"), one, two)
    places = graph.node("Slice", graph.weight("positions.weight"), zero, length, zero)
    x = graph.node("Gather", graph.weight("pieces.weight"), "pieces")
    x = graph.node("Add", x, places)
    for name in INPUTS[1:]:
        x = graph.node("Add", x, graph.node("Gather", graph.weight(f"{name}.weight"), name))
    ends = (graph.weight("norm.weight"), graph.weight("norm.bias"))
    return graph.node("LayerNormalization", x, *ends, axis=-1, epsilon=EPSILON)


def _layer(graph: GraphBuilder, x: str, name: str, heads: int) -> str:
    parts = graph.outputs("Split", 3, graph.linear(x, f"{name}.qkv"), axis=-1)
    seen = graph.node("MultiHeadAttention", *parts, domain=FUSED, num_heads=heads)
    x = _residual(graph, x, graph.linear(seen, f"{name}.out"), f"{name}.norm1")
    inner = graph.node("Gelu", graph.linear(x, f"{name}.inner"), domain=FUSED)
    return _residual(graph, x, graph.linear(inner, f"{name}.outer"), f"{name}.norm2")


def _residual(graph: GraphBuilder, x: str, added: str, norm: str) -> str:
    ends = (graph.weight(f"{norm}.weight"), graph.weight(f"{norm}.bias"))
    total = graph.node("Add", x, added)
    return graph.node("LayerNormalization", total, *ends, axis=-1, epsilon=EPSILON)
