"""Windows as training reads them, made by hand."""

from __future__ import annotations

import numpy as np

from training.tagger.batches import LENGTH, Batch, Rows


def batch(rows: int, pieces: Rows | None = None) -> Batch:
    """Windows of one paragraph, the words at four to seven those of one content.

    Args:
        rows: how many windows.
        pieces: numbers of their pieces, (rows, LENGTH); all 0 without.
    """
    shape = (rows, LENGTH)
    inputs = np.zeros((4, *shape), dtype=np.int64)
    if pieces is not None:
        inputs[0] = pieces
    tags = np.zeros(shape, dtype=np.int64)
    tags[:, 4:8] = 6
    return Batch(
        inputs=inputs,
        real=np.ones(shape, dtype=np.bool_),
        tags=tags,
        relations=np.where(tags == 6, 0, -1),
        linked=np.zeros((*shape, 2), dtype=np.bool_),
        names=np.zeros(shape, dtype=np.int64),
        articles=np.arange(rows),
    )
