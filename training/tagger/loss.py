"""What the network is trained for: tags, boundaries, and which source and cue a content has.

It learns from what people marked (`loss`) and, where there are teachers, from what those say of
articles that they have not learned from (`likeness`).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.tagging.learned.scores import LINK
from training.tagger.batches import IGNORED, Batch
from training.tagger.network import Answers

SMOOTHING = 0.02
BOUNDS_WEIGHT, LINKS_WEIGHT = 0.5, 0.25
FIRST_OF_CONTENT = 5
"""The first of the two tags of a content."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What people marked in a batch, as `Batch` has it, where a network can read it."""

    tags: Tensor
    relations: Tensor
    linked: Tensor
    names: Tensor

    @classmethod
    def of(cls, batch: Batch, device: torch.device) -> Targets:
        """The targets of a batch on a device."""
        told = (batch.tags, batch.relations, batch.linked, batch.names)
        return cls(*(torch.from_numpy(part).to(device) for part in told))


def loss(answers: Answers, targets: Targets, naming: float) -> Tensor:
    """The weighted sum of the losses, a mean over the words of a batch; `naming` weighs names."""
    scores, bounds, links, named = (a.float() for a in answers)
    tags = targets.tags
    known = tags != IGNORED
    of_tags = functional.cross_entropy(
        scores.flatten(0, 1), tags.flatten(), ignore_index=IGNORED, label_smoothing=SMOOTHING
    )
    wanted = boundaries(tags)
    of_bounds = functional.binary_cross_entropy_with_logits(bounds, wanted, reduction="none")
    of_bounds = (of_bounds.sum(-1) * known).sum() / known.sum()
    of_links = links_loss(links, tags, targets.relations, targets.linked)
    shared = BOUNDS_WEIGHT * of_bounds + LINKS_WEIGHT * of_links
    if not naming:
        return of_tags + shared
    of_names = functional.cross_entropy(
        named.flatten(0, 1),
        targets.names.flatten(),
        ignore_index=IGNORED,
        label_smoothing=SMOOTHING,
    )
    return of_tags + shared + naming * of_names


def likeness(answers: Answers, taught: Answers, targets: Targets, naming: float) -> Tensor:
    """How far the answers are from those of a teacher, weighed as in `loss`.

    The cross-entropy with the teacher's probabilities, less its own entropy (Hinton et al. 2015,
    Distilling the Knowledge in a Neural Network, at temperature 1). Links count where the teacher
    takes a word for one of a content.

    Args:
        answers: of the network that learns.
        taught: of the teacher, to the same batch.
        targets: tell which pieces count.
        naming: weight of the names.
    """
    scores, bounds, links, named = (a.float() for a in answers)
    its_scores, its_bounds, its_links, its_named = (a.float() for a in taught)
    known = targets.tags != IGNORED
    count = known.sum()
    total = _divergence(scores, its_scores, known) / count
    of_bounds = functional.binary_cross_entropy_with_logits(
        bounds, its_bounds.sigmoid(), reduction="none"
    ) - functional.binary_cross_entropy_with_logits(
        its_bounds, its_bounds.sigmoid(), reduction="none"
    )
    total = total + BOUNDS_WEIGHT * (of_bounds.sum(-1) * known).sum() / count
    content = known & (its_scores.argmax(-1) >= FIRST_OF_CONTENT)
    for role in range(2):
        pair = [_linking(kind, targets.tags, role) for kind in (links, its_links)]
        apart = _divergence(pair[0], pair[1], content) / content.sum().clamp(min=1)
        total = total + LINKS_WEIGHT * apart
    if not naming:
        return total
    told = targets.names != IGNORED
    return total + naming * _divergence(named, its_named, told) / told.sum().clamp(min=1)


def _divergence(scores: Tensor, taught: Tensor, counted: Tensor) -> Tensor:
    """Kullback-Leibler divergence over the last dimension, summed over what is counted."""
    apart = functional.kl_div(
        scores.log_softmax(-1), taught.log_softmax(-1), reduction="none", log_target=True
    ).sum(-1)
    return (apart * counted).sum()


def boundaries(tags: Tensor) -> Tensor:
    """Start and end of each role at each first piece, (rows, length, 6): starts before ends."""
    starts = [(tags == 1 + 2 * role) for role in range(3)]
    ends = []
    following = _next_word_tags(tags)
    for role in range(3):
        within = (tags == 1 + 2 * role) | (tags == 2 + 2 * role)
        ends.append(within & (following >= 0) & (following != 2 + 2 * role))
    return torch.stack([*starts, *ends], -1).float()


def _next_word_tags(tags: Tensor) -> Tensor:
    """The tag of the next word, wherever its first piece is; -1 behind the last one."""
    length = tags.shape[1]
    at = torch.arange(length, device=tags.device).expand_as(tags)
    place = torch.where(tags != IGNORED, at, length)
    after = torch.flip(torch.cummin(torch.flip(place, [1]), 1).values, [1])
    after = functional.pad(after[:, 1:], (0, 1), value=length)
    padded = functional.pad(tags, (0, 1), value=-1)
    return padded.gather(1, after)


def links_loss(links: Tensor, tags: Tensor, relations: Tensor, linked: Tensor) -> Tensor:
    """How improbable each content word finds its own source and cue; place 0 stands for none."""
    content = tags >= FIRST_OF_CONTENT
    same = (relations[:, :, None] == relations[:, None, :]) & (relations >= 0)[:, :, None]
    total = links.new_zeros(())
    for role in range(2):
        logs = _linking(links, tags, role).log_softmax(-1)
        right = same & ((tags + 1) // 2 == role + 1)[:, None, :]
        found = right.any(-1)
        right[:, :, 0] = ~linked[..., role]
        counted = content & (found | ~linked[..., role])
        likely = logs.masked_fill(~right, -1e4).logsumexp(-1)
        total = total - (likely * counted).sum() / counted.sum().clamp(min=1)
    return total


def _linking(links: Tensor, tags: Tensor, role: int) -> Tensor:
    """How well each word fits what each other one looks for as `role`, (rows, length, length)."""
    asks, offers = links[..., role * LINK :], links[..., (2 + role) * LINK :]
    scores = asks[..., :LINK] @ offers[..., :LINK].transpose(1, 2) / LINK**0.5
    open_ = tags != IGNORED
    open_[:, 0] = True
    return scores.masked_fill(~open_[:, None, :], -1e4)
