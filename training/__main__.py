"""`python -m training DATA`: fits the ranker and the calibration, and writes both in their places.

DATA is a folder that holds `polnear/train.jsonl`, `polnear/dev.jsonl` and `gold/dev.jsonl`.
Everything is deterministic: the same data and the same code give the same files.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar

from tqdm import tqdm

import onrecord
from onrecord.attribution import Ranker
from onrecord.attribution.rank import FORMAT, WEIGHTS
from onrecord.bootstrap import load_parser, load_tagger
from onrecord.confidence.calibrate import PARAMETERS
from onrecord.settings import Settings
from training import calibration, held_out, invented, ranker, speech
from training.answers import Answered
from training.calibration import Row
from training.corpus import read
from training.examples import examples
from training.scenes import scene

PACKAGE = Path(onrecord.__file__).parent

_T = TypeVar("_T")


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit and write; the exit status."""
    options = _parser().parse_args(arguments)
    parser, spoken = load_parser(Settings.from_environment().spacy_model)
    tagger = load_tagger()
    articles = list(read(options.data / "polnear" / "train.jsonl"))
    scenes = [
        (g, scene(parser, g.article, tagger, with_relations=False))
        for g in _shown(articles, "reading")
    ]
    made = [examples(gold, seen) for gold, seen in _shown(scenes, "examples")]
    made_up = list(invented.examples(parser, tagger))
    strings = [e for each in made for e in each]
    weights = ranker.fit(strings) | speech.fit(strings, made_up)
    version = _digest(weights)
    fitted = Ranker(weights, version)
    _write(options.into / "attribution" / WEIGHTS, {
        "format": FORMAT, "version": version, "trained_on": _about(options.data, spoken),
        "examples": sum(map(len, made)), "invented": len(made_up), "weights": weights,
    })  # fmt: skip
    rows = list(held_out.rows(options.data / "polnear" / "dev.jsonl", parser, tagger, fitted))
    marked = calibration.fit(rows)
    gold = options.data / "gold" / "dev.jsonl"
    answered = Answered.read(gold, parser, tagger, fitted)
    rows += answered.rows(marked)
    reliable = answered.cross_fitted(marked)
    _write(options.into / "confidence" / PARAMETERS, {
        "format": FORMAT, "version": version, "fitted_on": _about(options.data, spoken),
        "rows": _counted(rows), "cross_fitted": asdict(reliable), "models": calibration.fit(rows),
    })  # fmt: skip
    print(f"ranker {version}: {len(weights)} weights; calibration: {_counted(rows)}")
    print(f"cross-fitted on {gold.name} of the gold articles: {reliable}")
    return 0


def _about(data: Path, spoken: str) -> dict[str, object]:
    files = {
        f"{name}": hashlib.sha256((data / name).read_bytes()).hexdigest()
        for name in ("polnear/train.jsonl", "polnear/dev.jsonl", "gold/dev.jsonl")
    }
    return {"data": files, "spacy": spoken}


def _counted(rows: Sequence[Row]) -> dict[str, int]:
    questions = sorted({row.question for row in rows})
    return {q: sum(row.question == q for row in rows) for q in questions}


def _digest(weights: Mapping[str, float]) -> str:
    canonical = json.dumps(weights, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]


def _write(place: Path, content: Mapping[str, object]) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False)
    place.write_text(text + "\n", encoding="utf-8")


def _shown(items: Sequence[_T], what: str) -> Sequence[_T]:
    return tqdm(items, desc=what, disable=not sys.stderr.isatty())  # type: ignore[return-value]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with polnear/ and gold/")
    parser.add_argument(
        "--into", type=Path, default=PACKAGE, help="folder of the package, default the one in use"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
