"""A larger network that the one that ships learns from: MPNet with the same inputs and heads.

Song et al. 2020, MPNet: Masked and Permuted Pre-training for Language Understanding. It knows the
same word pieces as the base of the network that ships, so that both read the same rows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from onrecord.tagging.learned.vocabulary import BREAK, MASK, PAD, START
from training.tagger.network import POSITIONS, Answers, Layer, Reader, Size, layer_state, masked

WIDTH, HEADS, LAYERS, INNER = 768, 12, 12, 3072
HEAD = WIDTH // HEADS
BUCKETS, FARTHEST = 32, 128
"""Distances between pieces are told apart in so many steps, up to so many pieces."""
OFFSET = 2
"""The first position of a text in MPNet's table."""
EPSILON = 1e-5
MPNET = ("attn.q", "attn.k", "attn.v", "attn.o", "LayerNorm")
"""What MPNet calls the parts of its attention."""
ITS_NAMES = {START: "<s>", PAD: "<pad>", BREAK: "</s>", MASK: "<mask>"}
"""What MPNet calls the special pieces."""


class Teacher(Reader):
    """MPNet, which sees how far pieces stand apart, under the heads of a `Reader`."""

    def __init__(self, pieces: int, layers: int = LAYERS) -> None:
        super().__init__(pieces, WIDTH, layers)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.distances = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(
            [Layer(WIDTH, Size(HEADS, INNER), EPSILON, HEAD) for _ in range(layers)]
        )

    def forward(self, inputs: Tensor, real: Tensor) -> Answers:
        """The answers to `inputs` (4, rows, length); `real` (rows, length) is what is there."""
        x = self.drop(self.norm(self.embedded(inputs)))
        steps = buckets(inputs.shape[2], inputs.device)
        mask = masked(real, x.dtype) + self.distances(steps).permute(2, 0, 1)[None]
        told = []
        for layer in self.layers:
            x = layer(x, mask)
            told.append(x)
        return self.answers(told)


def buckets(length: int, device: torch.device) -> Tensor:
    """The step of the distance from each piece to each other one, (length, length), as in T5."""
    at = torch.arange(length, device=device)
    behind = at[:, None] - at[None, :]
    half = BUCKETS // 2
    side = (behind < 0).long() * half
    apart = behind.abs()
    near = half // 2
    grown = torch.log(apart.clamp(min=1).float() / near) / math.log(FARTHEST / near)
    far = (near + grown * (half - near)).long().clamp(max=half - 1)
    return side + torch.where(apart < near, apart, far)


def with_teacher_weights(folder: Path, pieces: Sequence[str], layers: int = LAYERS) -> Teacher:
    """A teacher that starts from MPNet's weights.

    Args:
        folder: with `model.safetensors` and `vocab.txt`.
        pieces: of the base of the network that ships, in its order.
        layers: number of layers, from the lowest.
    """
    base = load_file(folder / "model.safetensors")
    its = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
    numbers = {piece: number for number, piece in enumerate(its)}
    return from_state(base, [numbers[ITS_NAMES.get(piece, piece)] for piece in pieces], layers)


def from_state(base: Mapping[str, Tensor], rows: Sequence[int], layers: int) -> Teacher:
    """A teacher from MPNet's weights by name; `rows` of its table of pieces, in our order."""
    network = Teacher(len(rows), layers)
    state = network.state_dict()
    state["pieces.weight"] = base["embeddings.word_embeddings.weight"][list(rows)]
    places = base["embeddings.position_embeddings.weight"]
    state["positions.weight"] = places[OFFSET : OFFSET + POSITIONS]
    state["distances.weight"] = base["encoder.relative_attention_bias.weight"]
    for end in ("weight", "bias"):
        state[f"norm.{end}"] = base[f"embeddings.LayerNorm.{end}"]
        for number in range(layers):
            there, here = f"encoder.layer.{number}", f"layers.{number}"
            state |= layer_state(base, MPNET, there, here, end)
    network.load_state_dict(state)
    return network
