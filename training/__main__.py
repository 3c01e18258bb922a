"""`python -m training DATA`: fits the ranker and the calibration, and writes both in their places.

DATA is a folder that holds `polnear/train.jsonl`, `polnear/dev.jsonl` and `gold/dev.jsonl`. Everything is
deterministic: the same data and the same code give the same files.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from tqdm import tqdm

import onrecord
from onrecord import attribution, mentions, speakers
from onrecord.answer import sources, voices
from onrecord.attribution import Ranker
from onrecord.attribution.rank import FORMAT, WEIGHTS
from onrecord.bootstrap import load_parser, load_tagger
from onrecord.confidence.calibrate import PARAMETERS
from onrecord.document.parse import Parser
from onrecord.settings import Settings
from onrecord.tagging.learned.model import LearnedTagger
from training import calibration, invented, ranker, speech
from training.calibration import Row
from training.corpus import read, read_speeches
from training.examples import examples
from training.held_out import HeldOut
from training.scenes import scene

PACKAGE = Path(onrecord.__file__).parent

_T = TypeVar("_T")


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit and write; the exit status."""
    options = _parser().parse_args(arguments)
    parser, spoken = load_parser(Settings.from_environment().spacy_model)
    tagger = load_tagger()
    articles = list(read(options.data / "polnear" / "train.jsonl"))
    scenes = [(g, scene(parser, g.article)) for g in _shown(articles, "reading")]
    made = [examples(gold, seen) for gold, seen in _shown(scenes, "examples")]
    made_up = list(invented.examples(parser))
    marked = [e for each in made for e in each]
    own = ranker.fit(marked) | speech.fit(marked, made_up)
    held = HeldOut.read(options.data / "polnear" / "dev.jsonl", parser, tagger, own)
    weights = own | held.agreement()
    version = _digest(weights)
    _write(options.into / "attribution" / WEIGHTS, {
        "format": FORMAT, "version": version, "trained_on": _about(options.data, spoken),
        "examples": sum(map(len, made)), "invented": len(made_up), "weights": weights,
    })  # fmt: skip
    rows = [*held.rows(), *_speaker_rows(options.data, parser, tagger, Ranker(weights, version))]
    _write(options.into / "confidence" / PARAMETERS, {
        "format": FORMAT, "version": version, "fitted_on": _about(options.data, spoken),
        "rows": _counted(rows), "models": calibration.fit(rows),
    })  # fmt: skip
    print(f"ranker {version}: {len(weights)} weights; calibration: {_counted(rows)}")
    return 0


def _speaker_rows(
    data: Path, parser: Parser, tagger: LearnedTagger, fitted: Ranker
) -> Iterator[Row]:
    """Speakers are resolved by rules: no article is held out from them."""
    for article, speeches in read_speeches(data / "gold" / "dev.jsonl"):
        seen = scene(parser, article, tagger)
        decisions = attribution.decide(fitted, attribution.candidates(seen))
        statements = attribution.assemble(seen, decisions)
        chains = attribution.chains(seen, statements)
        found = mentions.find(seen.document)
        who = speakers.resolve(seen.document, found, sources(statements, chains), seen.outermost)
        named = [(v.speaker.name if v.speaker else None, v.score) for v in voices(statements, who)]
        yield from calibration.speaker_rows(statements, named, speeches)


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
