"""The training run: restartable, with fixed seeds, on one core."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from onrecord.tagging.learned.vocabulary import Vocabulary
from training.tagger.augment import Augmenter
from training.tagger.batches import Batch, epoch
from training.tagger.examples import Labelled
from training.tagger.loss import loss
from training.tagger.network import Network

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recipe:
    """The settings of a run.

    Attributes:
        steps: number of batches in all.
        size: windows a batch.
        rate: highest learning rate of the top layer; each layer below has `fade` times that.
        new_rate: highest learning rate of what is new to the network, see `new`.
        new: beginnings of the names of the weights that nothing has trained before.
        naming: weight of the loss of the names.
        warm_up: steps over which the rate grows.
        keep: share of the running average of the weights kept at each step, at most.
        save_every: steps between checkpoints.
    """

    steps: int = 3350
    size: int = 5
    rate: float = 2.5e-4
    new_rate: float = 6e-4
    new: tuple[str, ...] = ("cases", "quoted", "leads", "tags", "bounds", "links")
    naming: float = 0.0
    fade: float = 0.95
    warm_up: int = 150
    keep: float = 0.997
    decay: float = 0.01
    seed: int = 20160908
    save_every: int = 200


PHASES = (
    Recipe(),
    Recipe(
        steps=1000, rate=1.2e-4, new_rate=1.5e-3, new=("naming", "names"), naming=0.5, warm_up=100
    ),
)
"""First the relations alone; then names as well, with all of the network at a lower rate."""

LAST_SHARE = 0.6
"""Share of the last phase in the network that ships; the rest is that of the phase before."""


class Run:
    """A training run and all of its state."""

    def __init__(self, network: Network, recipe: Recipe) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe = recipe
        self.network = network
        self.average = {n: p.detach().clone() for n, p in self._trained()}
        self.optimizer = torch.optim.AdamW(groups(self.network, recipe), betas=(0.9, 0.98))
        self.step = 0

    def _trained(self) -> Iterator[tuple[str, nn.Parameter]]:
        yield from ((n, p) for n, p in self.network.named_parameters() if p.requires_grad)

    def update(self, batch: Batch) -> float:
        """One step; gives the loss."""
        factor = rate_at(self.step, self.recipe)
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * factor
        with torch.autocast("cpu", dtype=torch.bfloat16):
            answers = self.network(torch.from_numpy(batch.inputs), torch.from_numpy(batch.real))
        targets = (batch.tags, batch.relations, batch.linked, batch.names)
        tags, relations, linked, names = map(torch.from_numpy, targets)
        value: Tensor = loss(answers, tags, relations, linked, names, self.recipe.naming)
        self.optimizer.zero_grad(set_to_none=True)
        value.backward()
        nn.utils.clip_grad_norm_([p for _, p in self._trained()], 1.0)
        self.optimizer.step()
        self.step += 1
        keep = min(self.recipe.keep, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, weight in self._trained():
                self.average[name].lerp_(weight, 1 - keep)
        return value.item()

    def save(self, path: Path) -> None:
        """Write a checkpoint in one move."""
        state = {
            "step": self.step,
            "network": self.network.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
            "random": torch.get_rng_state(),
        }
        part = path.with_suffix(".part")
        torch.save(state, part)
        part.replace(path)

    def restore(self, path: Path) -> None:
        """Go on from a checkpoint."""
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.average = state["average"]
        self.optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["random"])
        self.step = state["step"]

    def averaged(self) -> Network:
        """The network with the averaged weights, for use."""
        self.network.load_state_dict({**self.network.state_dict(), **self.average})
        return self.network.eval()


def groups(network: Network, recipe: Recipe) -> list[dict[str, Any]]:
    """One group of weights a layer, with its peak rate."""
    made: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, weight in network.named_parameters():
        if not weight.requires_grad:
            continue
        peak = recipe.rate
        if name.startswith(recipe.new):
            peak = recipe.new_rate
        elif name.startswith("layers."):
            below = len(network.layers) - 1 - int(name.split(".")[1])
            peak = recipe.rate * recipe.fade**below
        elif name.startswith(("positions", "norm")):
            peak = recipe.rate * recipe.fade ** len(network.layers)
        decay = recipe.decay if weight.ndim > 1 else 0.0
        made.setdefault((peak, decay), []).append(weight)
    return [
        {"params": weights, "peak": peak, "lr": peak, "weight_decay": decay}
        for (peak, decay), weights in made.items()
    ]


def rate_at(step: int, recipe: Recipe) -> float:
    """Share of the peak rate at a step: up in a line, down in a half cosine mixed with a line."""
    if step < recipe.warm_up:
        return (step + 1) / recipe.warm_up
    done = (step - recipe.warm_up) / max(1, recipe.steps - recipe.warm_up)
    return max(0.0, 0.5 * (1 - done) + 0.25 * (1 + math.cos(math.pi * done)))


def batches(
    articles: Sequence[Labelled], vocabulary: Vocabulary, augmenter: Augmenter, recipe: Recipe
) -> Iterator[Batch]:
    """Epoch after epoch without an end."""
    for number in count():
        seed = recipe.seed + number
        yield from epoch(articles, vocabulary, augmenter, seed, recipe.size)


def mixed(first: Network, second: Network) -> Network:
    """The weighted mean of two networks of one run; what tells names is the second's alone.

    A mean of a network and of what it was trained on to is often better at the first task than
    either (Wortsman et al. 2022, Robust fine-tuning of zero-shot models).
    """
    old, state = first.state_dict(), second.state_dict()
    for name, weight in state.items():
        if not name.startswith(PHASES[-1].new):
            state[name] = (1 - LAST_SHARE) * old[name] + LAST_SHARE * weight
    second.load_state_dict(state)
    return second


def train(
    run: Run,
    articles: Sequence[Labelled],
    vocabulary: Vocabulary,
    augmenter: Augmenter,
    checkpoint: Path,
) -> Network:
    """Train to the last step and give the averaged network; goes on from a checkpoint."""
    recipe = run.recipe
    if checkpoint.exists():
        run.restore(checkpoint)
    run.network.train()
    rows = islice(batches(articles, vocabulary, augmenter, recipe), run.step, recipe.steps)
    started, first, mean = time.monotonic(), run.step, 0.0
    for batch in rows:
        value = run.update(batch)
        mean = value if not mean else 0.98 * mean + 0.02 * value
        if run.step % 25 == 0:
            pace = (time.monotonic() - started) / (run.step - first)
            logger.info("step %d loss %.4f, %.3f s a step", run.step, mean, pace)
        if run.step % recipe.save_every == 0 or run.step == recipe.steps:
            run.save(checkpoint)
    return run.averaged()
