"""The network: a small BERT that also reads case and quotation, with five heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.tagging.learned.scores import BOUNDS, LINK, NAMES, TAGS

WIDTH, HEADS, INNER = 384, 12, 1536
HEAD = WIDTH // HEADS
"""Numbers of an attention head."""
LAYERS = (0, 1, 2, 3, 4, 5)
"""Layers of the base model that the network starts from."""
BERT = ("self.query", "self.key", "self.value", "output.dense", "output.LayerNorm")
"""What a BERT calls the parts of its attention."""
POSITIONS = 256
NAMING = 256
CASES, QUOTED, LEADS = 6, 7, 2
DROPOUT = 0.1

Answers = tuple[Tensor, Tensor, Tensor, Tensor]
"""Tags (TAGS), starts and ends of each role (BOUNDS), what a word looks for and what it offers as a
source and as a cue (4 * LINK), and tags of named entities (NAMES), of each piece."""


def naming_layers(layers: int) -> tuple[int, int, int]:
    """Layers whose answers tell names: the lower ones know words, the last one what is cited."""
    return (layers + 1) // 3 - 1, (2 * layers + 1) // 3 - 1, layers - 1


class Reader(nn.Module):
    """What every network here has: what it is told beside the pieces, and its heads.

    Scores at the first piece of a word count.
    """

    def __init__(self, pieces: int, width: int, layers: int) -> None:
        super().__init__()
        self.named_by = naming_layers(layers)
        self.pieces = nn.Embedding(pieces, width)
        self.positions = nn.Embedding(POSITIONS, width)
        self.cases = nn.Embedding(CASES, width)
        self.quoted = nn.Embedding(QUOTED, width)
        self.leads = nn.Embedding(LEADS, width)
        self.drop = nn.Dropout(DROPOUT)
        self.tags = nn.Linear(width, TAGS)
        self.bounds = nn.Linear(width, BOUNDS)
        self.links = nn.Linear(width, 4 * LINK)
        self.naming = nn.Linear(len(self.named_by) * width, NAMING)
        self.names = nn.Linear(NAMING, NAMES)
        self.pieces.weight.requires_grad_(False)
        for added in (self.cases, self.quoted, self.leads):
            nn.init.normal_(added.weight, std=0.02)

    def embedded(self, inputs: Tensor) -> Tensor:
        """The sum of all that is known of each piece; `inputs` is (4, rows, length)."""
        pieces, cases, quoted, leads = inputs[0], inputs[1], inputs[2], inputs[3]
        x = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]]
        total: Tensor = x + self.cases(cases) + self.quoted(quoted) + self.leads(leads)
        return total

    def answers(self, told: Sequence[Tensor]) -> Answers:
        """The answers of the heads to those of the layers."""
        named = torch.cat([told[number] for number in self.named_by], -1)
        names = self.names(self.drop(functional.gelu(self.naming(self.drop(named)))))
        return self.tags(told[-1]), self.bounds(told[-1]), self.links(told[-1]), names


class Size(NamedTuple):
    """How many attention heads and how many inner neurons a layer has."""

    heads: int
    inner: int


WHOLE = (Size(HEADS, INNER),) * len(LAYERS)
"""The layers of the base."""


class Layer(nn.Module):
    """One layer of the encoder: attention and a feed-forward part, each with a residual."""

    def __init__(self, width: int, size: Size, epsilon: float = 1e-12, head: int = HEAD) -> None:
        super().__init__()
        self.heads, inner = size
        self.head = head
        self.qkv = nn.Linear(width, 3 * self.heads * head)
        self.out = nn.Linear(self.heads * head, width)
        self.norm1 = nn.LayerNorm(width, eps=epsilon)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=epsilon)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Read `x` (rows, length, width); `mask`, of a shape that spreads to (rows, heads, length,
        length), is added to the scores."""
        rows, length, _ = x.shape
        shape = (rows, length, 3, self.heads, self.head)
        q, k, v = self.qkv(x).reshape(shape).permute(2, 0, 3, 1, 4)
        scores = (q * self.head**-0.5) @ k.transpose(-1, -2) + mask.to(q.dtype)
        seen = torch.softmax(scores, -1).to(q.dtype) @ v
        seen = seen.transpose(1, 2).reshape(rows, length, self.heads * self.head)
        x = self.norm1(x + self.drop(self.out(seen)))
        made: Tensor = self.norm2(x + self.drop(self.outer(functional.gelu(self.inner(x)))))
        return made


class Network(Reader):
    """The network that ships."""

    def __init__(self, pieces: int, sizes: Sequence[Size] = WHOLE) -> None:
        super().__init__(pieces, WIDTH, len(sizes))
        self.sizes = tuple(sizes)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([Layer(WIDTH, size) for size in sizes])

    def forward(self, inputs: Tensor, real: Tensor) -> Answers:
        """The answers to `inputs` (4, rows, length); `real` (rows, length) is what is there."""
        return self.answers(self.states(inputs, real))

    def states(self, inputs: Tensor, real: Tensor) -> list[Tensor]:
        """What each layer makes of `inputs`, (rows, length, WIDTH)."""
        x = self.drop(self.norm(self.embedded(inputs)))
        mask = masked(real, x.dtype)
        told = []
        for layer in self.layers:
            x = layer(x, mask)
            told.append(x)
        return told


def masked(real: Tensor, kind: torch.dtype) -> Tensor:
    """What to add to the scores of attention so that nothing looks at what is not there."""
    return (1.0 - real.to(kind))[:, None, None, :] * -10000.0


def with_base_weights(path: Path, layers: Sequence[int] = LAYERS) -> Network:
    """A network that starts from the weights of a BERT of its size, in safetensors format.

    Args:
        path: of the weights.
        layers: which layers of the base it has, in order.
    """
    base = load_file(path)
    network = Network(base["embeddings.word_embeddings.weight"].shape[0], WHOLE[: len(layers)])
    state = network.state_dict()
    kind = base["embeddings.token_type_embeddings.weight"][0]
    state["pieces.weight"] = base["embeddings.word_embeddings.weight"]
    state["positions.weight"] = base["embeddings.position_embeddings.weight"][:POSITIONS] + kind
    for end in ("weight", "bias"):
        state[f"norm.{end}"] = base[f"embeddings.LayerNorm.{end}"]
        for new, old in enumerate(layers):
            state |= layer_state(base, BERT, f"encoder.layer.{old}", f"layers.{new}", end)
    network.load_state_dict(state)
    return network


def layer_state(
    base: Mapping[str, Tensor], names: Sequence[str], old: str, new: str, end: str
) -> dict[str, Tensor]:
    """The weights of one layer of a `Layer`, from those of a BERT-like base.

    Args:
        base: its weights by name.
        names: what it calls query, key and value, the map behind them and the norm behind that.
        old, new: beginning of the names there and here.
        end: `weight` or `bias`.
    """
    *attention, out, norm = names
    return {
        f"{new}.qkv.{end}": torch.cat([base[f"{old}.attention.{n}.{end}"] for n in attention]),
        f"{new}.out.{end}": base[f"{old}.attention.{out}.{end}"],
        f"{new}.norm1.{end}": base[f"{old}.attention.{norm}.{end}"],
        f"{new}.inner.{end}": base[f"{old}.intermediate.dense.{end}"],
        f"{new}.outer.{end}": base[f"{old}.output.dense.{end}"],
        f"{new}.norm2.{end}": base[f"{old}.output.LayerNorm.{end}"],
    }
