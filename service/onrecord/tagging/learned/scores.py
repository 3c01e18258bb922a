"""What the network says of the words of a text, window by window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.learned.stream import Numbers, Stream, Window, lay, windows
from onrecord.tagging.learned.vocabulary import Vocabulary
from onrecord.tagging.learned.words import Case, Quoted, Words

TAGS, BOUNDS, LINK, NAMES = 7, 6, 64, 37
SOURCE, CUE, CONTENT = 0, 1, 2

ASKED = 8
"""Words of a content, evenly spread, that are asked for their source and cue."""

Floats = NDArray[np.float32]


class Network(Protocol):
    """A network that reads one window."""

    def __call__(self, inputs: Numbers) -> tuple[Floats, Floats, Floats, Floats]:
        """Tags, boundaries, links and names of each piece; `inputs` is (4, pieces)."""


@dataclass(frozen=True, slots=True)
class View:
    """The words of one window as the linker needs them.

    Attributes:
        first: number of the first word in the window.
        links: (1 + words, 4, LINK): row 0 is for "none"; what a word asks for as source and as
            cue, and what it offers as source and as cue.
    """

    first: int
    links: Floats

    @property
    def last(self) -> int:
        """Number of the last word in the window."""
        return self.first + len(self.links) - 2


@dataclass(frozen=True, slots=True)
class Scores:
    """The network's answer for all words of a text.

    Attributes:
        tags: (words, TAGS) log-probabilities.
        bounds: (words, BOUNDS) log-odds: starts of the three roles, then their ends.
        homes: position of the view that answers for each word.
        views: the windows.
        names: (words, NAMES) log-probabilities, see `names.names`.
    """

    tags: Floats
    bounds: Floats
    homes: Numbers
    views: tuple[View, ...]
    names: Floats

    def pointers(self, first: int, last: int) -> tuple[View, Floats]:
        """Where the words of a content look for their source and their cue.

        Returns:
            the view of the content's first word, and (2, 1 + words of the view) probabilities;
            column 0 says that there is none.
        """
        view = self.views[self.homes[first]]
        width = min(last, view.last) - first + 1
        rows = 1 + first - view.first + np.arange(min(width, ASKED)) * width // min(width, ASKED)
        asks = view.links[rows, :2].transpose(1, 0, 2)
        offers = view.links[:, 2:].transpose(1, 2, 0)
        scores = asks @ offers / np.float32(LINK**0.5)
        scores -= scores.max(-1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(-1, keepdims=True)
        return view, shares.mean(1)


def score(words: Words, vocabulary: Vocabulary, network: Network) -> Scores:
    """Run the network over a text."""
    stream = lay(words, vocabulary)
    tags = np.zeros((len(words), TAGS), dtype=np.float32)
    bounds = np.zeros((len(words), BOUNDS), dtype=np.float32)
    names = np.zeros((len(words), NAMES), dtype=np.float32)
    homes = np.zeros(len(words), dtype=np.int64)
    views: list[View] = []
    for window in windows(stream):
        of_tags, of_bounds, links, of_names = network(_inputs(stream, window, vocabulary))
        held = stream.words[window.start : window.end]
        places = np.flatnonzero(held >= 0)
        if not len(places):
            continue
        own = places[places >= window.own - window.start]
        numbers = held[own]
        tags[numbers] = of_tags[own + 1]
        bounds[numbers] = of_bounds[own + 1]
        names[numbers] = of_names[own + 1]
        homes[numbers] = len(views)
        rows = np.concatenate([[0], places + 1])
        views.append(View(int(held[places[0]]), links[rows].reshape(-1, 4, LINK)))
    return Scores(tags, bounds, homes, tuple(views), names)


def _inputs(stream: Stream, window: Window, vocabulary: Vocabulary) -> Numbers:
    cut = slice(window.start, window.end)
    made = np.zeros((4, window.end - window.start + 2), dtype=np.int64)
    rows: Sequence[Numbers] = (stream.pieces, stream.cases, stream.quoted, stream.leads)
    for row, values in enumerate(rows):
        made[row, 1:-1] = values[cut]
    made[:, 0] = vocabulary.start, Case.LOWER, Quoted.OUTSIDE, 0
    made[:, -1] = vocabulary.break_, Case.LOWER, Quoted.OUTSIDE, 0
    return made
