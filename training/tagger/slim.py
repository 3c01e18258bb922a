"""Which attention heads and inner neurons a trained network can do without, and one without them.

A unit's worth is the square of the loss's slope along it, summed over windows of the training
articles: the diagonal of the Fisher information of a mask over all units (Kwon et al. 2022, A Fast
Post-Training Pruning Framework for Transformers). What is worth least for the time that it takes
goes first, in whichever layer it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import torch
from torch import Tensor

from training.tagger.batches import Batch
from training.tagger.loss import Targets, loss
from training.tagger.network import HEAD, Layer, Network, Size

HEAD_COST, NEURON_COST = 0.188, 0.00125
"""Milliseconds that a head, and a neuron, take of a window of 256 pieces in int8 on one core."""

BLOCK = 64
"""A layer's neurons are a multiple of this: processors multiply whole blocks."""

LEAST = Size(3, 384)
"""What every layer keeps."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What each head (`heads`) and each inner neuron (`inner`) of a layer is worth."""

    heads: Tensor
    inner: Tensor


def worths(network: Network, batches: Iterable[Batch], naming: float) -> list[Worth]:
    """What the units of each layer are worth on some batches."""
    network.eval()
    found = [Worth(torch.zeros(size.heads), torch.zeros(size.inner)) for size in network.sizes]
    for batch in batches:
        with _Watched(network) as watched:
            answers = network(torch.from_numpy(batch.inputs), torch.from_numpy(batch.real))
            loss(answers, Targets.of(batch, torch.device("cpu")), naming).backward()
            watched.add_to(found)
        network.zero_grad(set_to_none=True)
    return found


class _Watched:
    """What goes into the second map of both parts of each layer, kept with its slopes."""

    def __init__(self, network: Network) -> None:
        self._layers: list[Layer] = list(network.layers)
        self._seen: dict[tuple[int, str], Tensor] = {}
        self._hooks: list[torch.utils.hooks.RemovableHandle] = []

    def __enter__(self) -> Self:
        for number, layer in enumerate(self._layers):
            for part in ("out", "outer"):
                self._hooks.append(
                    getattr(layer, part).register_forward_pre_hook(self._keeper(number, part))
                )
        return self

    def __exit__(self, *_: object) -> None:
        for hook in self._hooks:
            hook.remove()

    def _keeper(self, number: int, part: str) -> Callable[[object, tuple[Tensor, ...]], None]:
        def keep(_: object, given: tuple[Tensor, ...]) -> None:
            given[0].retain_grad()
            self._seen[number, part] = given[0]

        return keep

    def add_to(self, found: Sequence[Worth]) -> None:
        """Add the squares of the slopes along each unit, of each window."""
        for (number, part), seen in self._seen.items():
            if seen.grad is None:
                continue
            slopes = (seen * seen.grad).sum(1).detach()
            worth = found[number]
            if part == "out":
                by_head = slopes.reshape(len(slopes), -1, HEAD).sum(-1)
                worth.heads.add_(by_head.square().sum(0))
            else:
                worth.inner.add_(slopes.square().sum(0))


def chosen(found: Sequence[Worth], spared: float) -> list[tuple[list[int], list[int]]]:
    """Heads and neurons of each layer that stay, so that `spared` milliseconds are won a window.

    Args:
        found: what each unit is worth.
        spared: time to win, by `HEAD_COST` and `NEURON_COST`.
    """
    units: list[tuple[float, float, int, int, int]] = []
    for number, worth in enumerate(found):
        for kind, (values, cost) in enumerate(
            ((worth.heads, HEAD_COST), (worth.inner, NEURON_COST))
        ):
            units += [
                (value / cost, cost, number, kind, unit)
                for unit, value in enumerate(values.tolist())
            ]
    stay = [(set(range(len(w.heads))), set(range(len(w.inner)))) for w in found]
    won = 0.0
    for _, cost, number, kind, unit in sorted(units):
        if won >= spared:
            break
        if len(stay[number][kind]) > LEAST[kind]:
            stay[number][kind].remove(unit)
            won += cost
    return [
        (sorted(heads), _whole_blocks(inner, worth))
        for (heads, inner), worth in zip(stay, found, strict=True)
    ]


def _whole_blocks(inner: set[int], worth: Worth) -> list[int]:
    """As many neurons as fill blocks, nearest to those that stay: the best ones."""
    count = max(LEAST.inner, round(len(inner) / BLOCK) * BLOCK)
    return sorted(torch.topk(worth.inner, min(count, len(worth.inner))).indices.tolist())


def cut(network: Network, stay: Sequence[tuple[list[int], list[int]]]) -> Network:
    """The network with some of its heads and neurons."""
    state = dict(network.state_dict())
    for number, (heads, inner) in enumerate(stay):
        name, layer = f"layers.{number}", network.sizes[number]
        numbers = torch.tensor([h * HEAD + i for h in heads for i in range(HEAD)])
        whole = layer.heads * HEAD
        mixed = torch.cat([numbers, numbers + whole, numbers + 2 * whole])
        for end in ("weight", "bias"):
            state[f"{name}.qkv.{end}"] = state[f"{name}.qkv.{end}"][mixed]
            state[f"{name}.inner.{end}"] = state[f"{name}.inner.{end}"][inner]
        state[f"{name}.out.weight"] = state[f"{name}.out.weight"][:, numbers]
        state[f"{name}.outer.weight"] = state[f"{name}.outer.weight"][:, inner]
    sizes = [Size(len(heads), len(inner)) for heads, inner in stay]
    smaller = Network(len(state["pieces.weight"]), sizes)
    smaller.load_state_dict(state)
    return smaller
