"""Articles -> batches of windows of one length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.learned.stream import ROOM, Stream, lay
from onrecord.tagging.learned.vocabulary import Vocabulary
from training.tagger.augment import Augmenter
from training.tagger.examples import Labelled

LENGTH = ROOM + 2
BLURRED = 8
"""Pieces at an edge that cuts a paragraph which the loss leaves out."""

IGNORED = -100

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows, one a row.

    Attributes:
        inputs: (4, rows, LENGTH): pieces, cases, quoted, leads.
        real: (rows, LENGTH): whether there is a piece.
        tags: label of a word at its first piece, IGNORED elsewhere.
        relations: number of the attribution, -1 for none.
        linked: (rows, LENGTH, 2), as in `Labelled`.
        names: as `tags`, of the word's entity.
        articles: (rows,): number of the article that each window is of.
    """

    inputs: Rows
    real: NDArray[np.bool_]
    tags: Rows
    relations: Rows
    linked: NDArray[np.bool_]
    names: Rows
    articles: Rows


def epoch(
    articles: Sequence[Labelled],
    vocabulary: Vocabulary,
    augmenter: Augmenter | None,
    seed: int,
    size: int,
) -> Iterator[Batch]:
    """Batches of `size` windows over all articles, in an order that the seed settles."""
    random = np.random.default_rng(seed)
    rows: list[tuple[Rows, Rows]] = []
    numbers: list[int] = []
    for number, article in enumerate(articles):
        words = augmenter.change(article.words, random) if augmenter else article.words
        stream = lay(words, vocabulary)
        made = [window(stream, article, *cut) for cut in cuts(len(stream), random)]
        rows += made
        numbers += [number] * len(made)
    order = random.permutation(len(rows))
    for at in range(0, len(order) - size + 1, size):
        chosen = order[at : at + size]
        of = np.array([numbers[i] for i in chosen], dtype=np.int64)
        yield batch([rows[i] for i in chosen], of, vocabulary)


def cuts(length: int, random: np.random.Generator) -> Iterator[tuple[int, int]]:
    """Full windows from a random place on, one at the start and one at the end."""
    if length <= ROOM:
        yield 0, length
        return
    at = -int(random.integers(ROOM * 3 // 4))
    while True:
        start = min(max(0, at), length - ROOM)
        yield start, start + ROOM
        if start + ROOM >= length:
            return
        at += ROOM


def window(stream: Stream, article: Labelled, start: int, end: int) -> tuple[Rows, Rows]:
    """Inputs (4, pieces) and targets (5, pieces) of one window, its two ends not included."""
    cut = slice(start, end)
    inputs = np.stack(
        [stream.pieces[cut], stream.cases[cut], stream.quoted[cut], stream.leads[cut]]
    )
    words = stream.words[cut]
    held = words >= 0
    tags = np.where(held, article.tags[words], IGNORED)
    if start > 0 and start - 1 not in stream.breaks:
        tags[:BLURRED] = IGNORED
    if end < len(stream) and end not in stream.breaks:
        tags[-BLURRED:] = IGNORED
    relations = np.where(held, article.relations[words], -1)
    linked = np.where(held, article.linked[words].T, False)
    names = np.where(tags != IGNORED, article.names[words], IGNORED)
    return inputs, np.concatenate(
        [tags[None], relations[None], linked.astype(np.int64), names[None]]
    )


def batch(rows: Sequence[tuple[Rows, Rows]], articles: Rows, vocabulary: Vocabulary) -> Batch:
    """Windows of any length up to `ROOM`, padded to `LENGTH`."""
    inputs = np.zeros((4, len(rows), LENGTH), dtype=np.int64)
    targets = np.zeros((5, len(rows), LENGTH), dtype=np.int64)
    real = np.zeros((len(rows), LENGTH), dtype=np.bool_)
    inputs[0], targets[0], targets[1], targets[4] = vocabulary.pad, IGNORED, -1, IGNORED
    for i, (read, wanted) in enumerate(rows):
        end = read.shape[1] + 1
        inputs[:, i, 1:end] = read
        targets[:, i, 1:end] = wanted
        inputs[0, i, 0], inputs[0, i, end] = vocabulary.start, vocabulary.break_
        real[i, : end + 1] = True
    linked = targets[2:4].transpose(1, 2, 0).astype(np.bool_)
    return Batch(inputs, real, targets[0], targets[1], linked, targets[4], articles)
