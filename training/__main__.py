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
from typing import NamedTuple, TypeVar

from tqdm import tqdm

import onrecord
from evaluation.reliability import reliability, save
from onrecord import attribution
from onrecord.attribution import Ranker
from onrecord.attribution.rank import FORMAT, WEIGHTS
from onrecord.bootstrap import load_parser, load_tagger
from onrecord.confidence import calibrate
from onrecord.confidence.calibrate import PARAMETERS
from onrecord.document.parse import Parser
from onrecord.settings import Settings
from onrecord.tagging.learned.model import LearnedTagger
from training import calibration, curves, held_out, invented, ranker, speech
from training.answers import Answered
from training.calibration import Row
from training.corpus import read
from training.examples import Example, examples
from training.scenes import scene

PACKAGE = Path(onrecord.__file__).parent

_T = TypeVar("_T")


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit and write; the exit status."""
    options = _parser().parse_args(arguments)
    parser, spoken = load_parser(Settings.from_environment().spacy_model)
    tagger = load_tagger()
    about = _about(options.data, spoken)
    fitted = attribution.load() if options.keep_ranker else _ranker(options, parser, tagger, about)
    _calibrate(options, _Engine(parser, tagger, fitted), about)
    return 0


def _ranker(
    options: argparse.Namespace,
    parser: Parser,
    tagger: LearnedTagger,
    about: Mapping[str, object],
) -> Ranker:
    """Fit the ranker and "is it speech" and write them."""
    polnear = options.data / "polnear"
    strings = _marked(polnear / "train.jsonl", parser, None)
    others = _marked(polnear / "dev.jsonl", parser, tagger)
    made_up = list(invented.examples(parser, tagger))
    tags = _tags(attribution.load()) if options.only_speech else ranker.fit(strings)
    weights = tags | speech.fit(strings, made_up, others)
    version = _digest(weights)
    _write(options.into / "attribution" / WEIGHTS, {
        "format": FORMAT, "version": version, "trained_on": about,
        "examples": len(strings), "invented": len(made_up), "weights": weights,
    })  # fmt: skip
    return Ranker(weights, version)


def _marked(path: Path, parser: Parser, tagger: LearnedTagger | None) -> list[Example]:
    """The examples of the articles of a file, with what the tagger says where one is given."""
    articles = list(read(path))
    scenes = [(g, scene(parser, g.article, tagger)) for g in _shown(articles, f"reading {path}")]
    return [e for gold, seen in scenes for e in examples(gold, seen)]


def _tags(known: Ranker) -> dict[str, float]:
    """The weights of a ranker without those of "it is nobody's speech"."""
    return {n: w for n, w in known.weights.items() if not n.startswith("no speech")}


class _Engine(NamedTuple):
    """The stages that answer an article."""

    parser: Parser
    tagger: LearnedTagger
    ranker: Ranker


def _calibrate(options: argparse.Namespace, engine: _Engine, about: Mapping[str, object]) -> None:
    """Fit the calibration in its three steps, write it, and print how reliable it is."""
    version = engine.ranker.version
    rows = list(held_out.rows(options.data / "polnear" / "dev.jsonl", *engine))
    marked = calibration.fit(rows)
    answered = Answered.read(options.data / "gold" / "dev.jsonl", *engine)
    rows += answered.rows(marked)
    crossed = answered.cross_fitted(marked)
    rows += crossed.chain_rows()
    quotations, chains = crossed.quotations(), crossed.chains()
    reliable = {"quotations": reliability(quotations), "chains": reliability(chains)}
    _write(options.into / "confidence" / PARAMETERS, {
        "format": calibrate.FORMAT, "versions": [version, engine.tagger.version],
        "fitted_on": about, "rows": _counted(rows), "models": calibration.fit(rows),
        "cross_fitted": {name: asdict(one) for name, one in reliable.items()},
    })  # fmt: skip
    print(f"ranker {version}, {engine.tagger.version}; calibration: {_counted(rows)}")
    print("cross-fitted by article on gold/dev:")
    for name, one in [*reliable.items(), *curves.compare(quotations).items()]:
        print(f"  {name + ':':<12} {one}")
    if options.judged:
        save(options.judged, [*quotations, *chains])


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
        "--keep-ranker",
        action="store_true",
        help="fit the calibration alone, for the ranker that is there",
    )
    parser.add_argument(
        "--only-speech",
        action="store_true",
        help="of the ranker fit “is it speech” alone, keep the weights of the tags",
    )
    parser.add_argument(
        "--into", type=Path, default=PACKAGE, help="folder of the package, default the one in use"
    )
    parser.add_argument(
        "--judged", type=Path, metavar="FILE", help="write the cross-fitted confidences there"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
