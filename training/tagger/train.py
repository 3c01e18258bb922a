"""The training run: restartable, with fixed seeds, on a processor or an accelerator."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import Any, Generic, TypeVar

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from onrecord.tagging.learned.vocabulary import Vocabulary
from training.tagger.augment import Augmenter
from training.tagger.batches import Batch, epoch
from training.tagger.examples import Labelled
from training.tagger.loss import Targets, likeness, loss
from training.tagger.network import Answers, Reader

logger = logging.getLogger(__name__)

SAVE_EVERY = 500
"""Steps between checkpoints."""

N = TypeVar("N", bound=Reader)

Advice = Callable[[Batch, Tensor, Tensor], Answers]
"""What teachers say of a batch, its inputs and what is there of it on the device."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """The settings of a run.

    Attributes:
        steps: number of batches in all.
        size: windows a batch.
        rate: highest learning rate of the top layer; each layer below has `fade` times that.
        new_rate: highest learning rate of what nothing has trained before, see `NEW`.
        naming: weight of the loss of the names.
        taught: share of what teachers say in what is learned, the rest being what people marked.
        warm_up: steps over which the rate grows.
        keep: share of the running average of the weights kept at each step, at most.
    """

    steps: int
    size: int
    rate: float
    new_rate: float
    naming: float
    taught: float
    fade: float
    warm_up: int
    keep: float
    decay: float = 0.01
    seed: int = 20160908


NEW = ("cases", "quoted", "leads", "tags", "bounds", "links", "naming", "names")
"""Beginnings of the names of the weights that nothing has trained before."""


class Run(Generic[N]):
    """A training run and all of its state."""

    def __init__(self, network: N, recipe: Recipe, device: torch.device) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe = recipe
        self.device = device
        self.network = network.to(device)
        self.average = {n: p.detach().clone() for n, p in self._trained()}
        fused = device.type == "cuda"
        self.optimizer = torch.optim.AdamW(
            groups(self.network, recipe), betas=(0.9, 0.98), fused=fused
        )
        self.step = 0

    def _trained(self) -> Iterator[tuple[str, nn.Parameter]]:
        yield from ((n, p) for n, p in self.network.named_parameters() if p.requires_grad)

    def update(self, batch: Batch, advise: Advice | None = None) -> Tensor:
        """One step; gives the loss."""
        factor = rate_at(self.step, self.recipe)
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * factor
        inputs = torch.from_numpy(batch.inputs).to(self.device)
        real = torch.from_numpy(batch.real).to(self.device)
        taught = advise(batch, inputs, real) if advise else None
        value = self._loss(inputs, real, taught, Targets.of(batch, self.device))
        self.optimizer.zero_grad(set_to_none=True)
        value.backward()
        nn.utils.clip_grad_norm_([p for _, p in self._trained()], 1.0)
        self.optimizer.step()
        self.step += 1
        self._follow()
        return value.detach()

    def _loss(
        self, inputs: Tensor, real: Tensor, taught: Answers | None, targets: Targets
    ) -> Tensor:
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            answers = self.network(inputs, real)
        marked = loss(answers, targets, self.recipe.naming)
        if taught is None:
            return marked
        share = self.recipe.taught
        told = likeness(answers, taught, targets, self.recipe.naming)
        return (1 - share) * marked + share * told

    def _follow(self) -> None:
        keep = min(self.recipe.keep, (1 + self.step) / (10 + self.step))
        names, weights = zip(*self._trained(), strict=True)
        with torch.no_grad():
            torch._foreach_lerp_([self.average[n] for n in names], list(weights), 1 - keep)

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
        state = torch.load(path, weights_only=True, map_location=self.device)
        self.network.load_state_dict(state["network"])
        self.average = state["average"]
        self.optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["random"].cpu())
        self.step = state["step"]

    def averaged(self) -> N:
        """The network with the averaged weights, for use."""
        self.network.load_state_dict({**self.network.state_dict(), **self.average})
        return self.network.eval()


def groups(network: Reader, recipe: Recipe) -> list[dict[str, Any]]:
    """One group of weights a layer, with its peak rate."""
    made: dict[tuple[float, float], list[nn.Parameter]] = {}
    top = max(int(n.split(".")[1]) for n, _ in network.named_parameters() if n.startswith("layers"))
    for name, weight in network.named_parameters():
        if not weight.requires_grad:
            continue
        peak = recipe.rate * recipe.fade ** (top + 1)
        if name.startswith(NEW):
            peak = recipe.new_rate
        elif name.startswith("layers."):
            peak = recipe.rate * recipe.fade ** (top - int(name.split(".")[1]))
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


@dataclass(frozen=True)
class Lesson(IterableDataset[Batch]):
    """What a network reads: articles, changed anew in each epoch.

    Attributes:
        articles: in their order.
        vocabulary: of the base.
        augmenter: changes the articles.
    """

    articles: Sequence[Labelled]
    vocabulary: Vocabulary
    augmenter: Augmenter
    recipe: Recipe

    def __iter__(self) -> Iterator[Batch]:
        """Epoch after epoch without an end; of several workers each makes epochs of its own."""
        worker = get_worker_info()
        first, step = (worker.id, worker.num_workers) if worker else (0, 1)
        for number in count(first, step):
            seed = self.recipe.seed + number
            yield from epoch(self.articles, self.vocabulary, self.augmenter, seed, self.recipe.size)


def train(
    run: Run[N], lesson: Lesson, checkpoint: Path, workers: int = 0, advise: Advice | None = None
) -> N:
    """Train to the last step and give the averaged network; goes on from a checkpoint.

    Args:
        run: its state.
        lesson: what is read.
        checkpoint: file of the state.
        workers: processes that make batches; 0 makes them here.
        advise: teachers, if any.
    """
    recipe = run.recipe
    if checkpoint.exists():
        run.restore(checkpoint)
    run.network.train()
    if run.step < recipe.steps:
        loader = DataLoader(lesson, batch_size=None, num_workers=workers, collate_fn=as_it_is)
        started, first = time.monotonic(), run.step
        for batch in islice(loader, run.step, recipe.steps):
            value = run.update(batch, advise)
            if run.step % 50 == 0:
                pace = (time.monotonic() - started) / (run.step - first)
                logger.info("step %d loss %.4f, %.3f s a step", run.step, value.item(), pace)
            if run.step % SAVE_EVERY == 0 or run.step == recipe.steps:
                run.save(checkpoint)
    return run.averaged()


def as_it_is(batch: Batch) -> Batch:
    """The batch: it is made whole."""
    return batch
