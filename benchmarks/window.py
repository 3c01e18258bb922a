"""`python -m benchmarks.window [FOLDER]`: time that the tagger's network takes of a window."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from benchmarks.measure import cores, pin, spent
from onrecord.tagging.learned.model import WEIGHTS, OnnxNetwork
from onrecord.tagging.learned.stream import ROOM
from onrecord.tagging.learned.weights import NETWORK

ROUNDS = 30


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.window", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=WEIGHTS, help="the tagger's files")
    given = parser.parse_args()
    pin(cores()[:1])
    print(f"{milliseconds(OnnxNetwork(given.folder / NETWORK)):.1f} ms")


def milliseconds(network: OnnxNetwork, rounds: int = ROUNDS) -> float:
    """Processor time of one full window, the least of some rounds."""
    window = np.zeros((4, ROOM + 2), dtype=np.int64)
    window[0] = 1_000 + np.arange(ROOM + 2)
    network(window)
    return 1_000 * min(spent(lambda: network(window)).processor for _ in range(rounds))


if __name__ == "__main__":
    main()
