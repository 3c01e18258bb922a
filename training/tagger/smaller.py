"""`python -m training.tagger.smaller DATA WHOLE OUT`: makes a trained tagger faster.

Cuts attention heads and neurons out of the network in WHOLE (`slim`), and lets what is left learn
to do what the whole does (`following`). Runs on a processor.
"""

from __future__ import annotations

import argparse
import json
import logging
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import torch

from onrecord.tagging.learned.vocabulary import Vocabulary
from onrecord.tagging.learned.weights import NETWORK, PIECES
from training.tagger import examples, shipped, slim
from training.tagger.augment import Augmenter
from training.tagger.batches import epoch
from training.tagger.following import RECIPE, Following
from training.tagger.naming import Namer
from training.tagger.publish import FIGURES, digest, publish
from training.tagger.train import Lesson, train

SPARED = 10.0
"""Milliseconds to win a window of 256 pieces, of the 28 that the whole network takes."""

JUDGED_BY, OF, SEED = 100, 4, 1
"""Batches by which the worth of heads and neurons is told, windows of each, and their seed."""


def main() -> None:
    """Run the command line."""
    args = _parser().parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    pieces = (args.whole / PIECES).read_text(encoding="utf-8").split("\n")
    pieces = [piece for piece in pieces if piece]
    vocabulary = Vocabulary(pieces)
    articles = list(examples.load(args.data / "polnear" / "train.jsonl", Namer.load()))
    augmenter = Augmenter.of(articles)
    leader = shipped.read(args.whole / NETWORK)
    judged_by = islice(epoch(articles, vocabulary, augmenter, SEED, OF), JUDGED_BY)
    stay = slim.chosen(slim.worths(leader, judged_by, RECIPE.naming), SPARED)
    run = Following(slim.cut(leader, stay), RECIPE, torch.device("cpu"), leader)
    lesson = Lesson(articles, vocabulary, augmenter, RECIPE)
    network = train(run, lesson, args.out / "smaller.pt")
    whole = json.loads((args.whole / FIGURES).read_text(encoding="utf-8"))
    origin = {
        **{name: whole[name] for name in whole if name not in ("pieces", "bytes")},
        "whole_sha256": digest(args.whole / NETWORK),
        "whole_spans_f1": whole["spans_f1"],
        "sizes": network.sizes,
        "recipes": [*whole["recipes"], asdict(RECIPE)],
    }
    dev = args.data / "polnear" / "dev.jsonl"
    publish(network, pieces, [article.words for article in articles], dev, origin, args.out)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="training.tagger.smaller", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with polnear/train.jsonl and dev.jsonl")
    parser.add_argument("whole", type=Path, help="folder with the files of the whole tagger")
    parser.add_argument("out", type=Path, help="folder for the checkpoint and the model")
    return parser


if __name__ == "__main__":
    main()
