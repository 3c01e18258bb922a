"""The network: a small BERT that also reads case and quotation, with five heads."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.tagging.learned.scores import BOUNDS, LINK, NAMES, TAGS

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
POSITIONS = 256
NAMING = 256
NAMED_BY = (1, 3, 5)
"""Layers whose answers tell names: the lower ones know words, the last one what is cited."""
CASES, QUOTED, LEADS = 6, 7, 2
DROPOUT = 0.1


class Layer(nn.Module):
    """One layer of the encoder: attention and a feed-forward part, each with a residual."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Read `x` (rows, length, WIDTH); `mask` (rows, 1, 1, length) is added to the scores."""
        rows, length = x.shape[0], x.shape[1]
        shape = (rows, length, 3, HEADS, WIDTH // HEADS)
        q, k, v = self.qkv(x).reshape(shape).permute(2, 0, 3, 1, 4)
        scores = (q * (WIDTH // HEADS) ** -0.5) @ k.transpose(-1, -2) + mask.to(q.dtype)
        seen = torch.softmax(scores, -1).to(q.dtype) @ v
        seen = seen.transpose(1, 2).reshape(rows, length, WIDTH)
        x = self.norm1(x + self.drop(self.out(seen)))
        made: Tensor = self.norm2(x + self.drop(self.outer(functional.gelu(self.inner(x)))))
        return made


class Network(nn.Module):
    """Scores for each piece; those at the first piece of a word count.

    The answers are tags (7), boundaries (start and end of each role, 6), two vectors each for
    what a word looks for and what it offers as a source and as a cue (4 * LINK), and the tags of
    named entities (NAMES).
    """

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(pieces, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        self.quoted = nn.Embedding(QUOTED, WIDTH)
        self.leads = nn.Embedding(LEADS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.tags = nn.Linear(WIDTH, TAGS)
        self.bounds = nn.Linear(WIDTH, BOUNDS)
        self.links = nn.Linear(WIDTH, 4 * LINK)
        self.naming = nn.Linear(len(NAMED_BY) * WIDTH, NAMING)
        self.names = nn.Linear(NAMING, NAMES)
        self.pieces.weight.requires_grad_(False)
        for added in (self.cases, self.quoted, self.leads):
            nn.init.normal_(added.weight, std=0.02)

    def forward(self, inputs: Tensor, real: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Tags, boundaries, links, names of `inputs` (4, rows, length); `real` is what is there."""
        pieces, cases, quoted, leads = inputs[0], inputs[1], inputs[2], inputs[3]
        x = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]]
        x = x + self.cases(cases) + self.quoted(quoted) + self.leads(leads)
        x = self.drop(self.norm(x))
        mask = (1.0 - real.to(x.dtype))[:, None, None, :] * -10000.0
        told = []
        for layer in self.layers:
            x = layer(x, mask)
            told.append(x)
        named = torch.cat([told[number] for number in NAMED_BY], -1)
        names = self.names(self.drop(functional.gelu(self.naming(self.drop(named)))))
        return self.tags(x), self.bounds(x), self.links(x), names


def with_base_weights(path: Path) -> Network:
    """A network that starts from the weights of a BERT of its size, in safetensors format."""
    base = load_file(path)
    network = Network(base["embeddings.word_embeddings.weight"].shape[0])
    state = network.state_dict()
    kind = base["embeddings.token_type_embeddings.weight"][0]
    state["pieces.weight"] = base["embeddings.word_embeddings.weight"]
    state["positions.weight"] = base["embeddings.position_embeddings.weight"][:POSITIONS] + kind
    for end in ("weight", "bias"):
        state[f"norm.{end}"] = base[f"embeddings.LayerNorm.{end}"]
        for i in range(LAYERS):
            old, new = f"encoder.layer.{i}", f"layers.{i}"
            attention = [base[f"{old}.attention.self.{n}.{end}"] for n in ("query", "key", "value")]
            state[f"{new}.qkv.{end}"] = torch.cat(attention)
            state[f"{new}.out.{end}"] = base[f"{old}.attention.output.dense.{end}"]
            state[f"{new}.norm1.{end}"] = base[f"{old}.attention.output.LayerNorm.{end}"]
            state[f"{new}.inner.{end}"] = base[f"{old}.intermediate.dense.{end}"]
            state[f"{new}.outer.{end}"] = base[f"{old}.output.dense.{end}"]
            state[f"{new}.norm2.{end}"] = base[f"{old}.output.LayerNorm.{end}"]
    network.load_state_dict(state)
    return network
