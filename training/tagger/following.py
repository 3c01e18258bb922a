"""A smaller network that learns to do, layer by layer, what the one that it was cut from does."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.tagger.loss import Targets, likeness, loss
from training.tagger.network import Answers, Network
from training.tagger.train import Recipe, Run

RECIPE = Recipe(
    steps=1300,
    size=16,
    rate=4e-4,
    new_rate=4e-4,
    naming=0.3,
    taught=0.9,
    fade=1.0,
    warm_up=60,
    keep=0.995,
)
"""Five passes: 52 minutes on one core."""

STATES_WEIGHT = 0.5


class Following(Run[Network]):
    """A run that learns the states of another network's layers beside its answers.

    Compare Jiao et al. 2020, TinyBERT; here layers are as many and as wide, so that each is
    compared with its own.
    """

    def __init__(
        self, network: Network, recipe: Recipe, device: torch.device, leader: Network
    ) -> None:
        """Take the network, cut, and its `leader`, whole.

        It drops nothing out: what it is to do is known to the last digit.
        """
        super().__init__(network, recipe, device)
        for part in network.modules():
            if isinstance(part, nn.Dropout):
                part.p = 0.0
        self._leader = leader.to(device).eval()

    def _loss(
        self, inputs: Tensor, real: Tensor, taught: Answers | None, targets: Targets
    ) -> Tensor:
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            with torch.no_grad():
                led = self._leader.states(inputs, real)
                taught = self._leader.answers(led)
            states = self.network.states(inputs, real)
            answers = self.network.answers(states)
        share, naming = self.recipe.taught, self.recipe.naming
        told = likeness(answers, taught, targets, naming)
        marked = loss(answers, targets, naming)
        return share * told + (1 - share) * marked + STATES_WEIGHT * apart(states, led, real)


def apart(states: list[Tensor], led: list[Tensor], real: Tensor) -> Tensor:
    """Mean over layers of the squared distance of states, as a share of the square of `led`."""
    there = real[..., None]
    shares = [
        ((mine.float() - its.float()).square() * there).sum() / (its.float().square() * there).sum()
        for mine, its in zip(states, led, strict=True)
    ]
    return torch.stack(shares).mean()
