"""`python -m training DATA`: fits the ranker and the calibration, and writes both in their places.

DATA is a folder that holds `polnear/train.jsonl`, `polnear/dev.jsonl` and `gold/dev.jsonl`; the
calibration is fitted on the latter and on the annotated articles of the project, each set of which
is answered by an "is it speech" fitted without it.
Everything is deterministic: the same data and the same code give the same files.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from tqdm import tqdm

import onrecord
from evaluation.corpora import ARTICLES
from evaluation.reliability import OWN_LEVEL, Judgement, Reliability, reliability, save
from onrecord import attribution
from onrecord.attribution import Ranker
from onrecord.attribution.rank import FORMAT, WEIGHTS, version_of
from onrecord.bootstrap import load_parser, load_tagger
from onrecord.confidence import Calibration, calibrate
from onrecord.confidence.calibrate import PARAMETERS
from onrecord.document.parse import Parser
from onrecord.settings import Settings
from onrecord.tagging.learned.model import LearnedTagger
from training import calibration, curves, invented, own, ranker, sets, speech
from training.answers import Answered
from training.calibration import Row
from training.corpus import read
from training.examples import Example, examples
from training.scenes import scene

PACKAGE = Path(onrecord.__file__).parent
TRAIN = "polnear/train.jsonl"

_T = TypeVar("_T")


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit and write; the exit status."""
    options = _parser().parse_args(arguments)
    parser, spoken = load_parser(Settings.from_environment().spacy_model)
    tagger = load_tagger()
    strings = _strings(options, parser, tagger)
    if options.keep_ranker:
        fitted = attribution.load()
    else:
        fitted = _ranker(options, strings, _about(options, spoken))
    _calibrate(options, _Engine(parser, tagger, fitted), strings, {"spacy": spoken})
    return 0


class _Strings(NamedTuple):
    """The examples that the weights are fitted on; those of our own by set."""

    marked: Sequence[Example]
    made_up: Sequence[Example]
    others: Sequence[Example]
    own: Mapping[str, Sequence[Example]]
    pieces: Sequence[Example]

    def speech(self, but: str | None = None) -> dict[str, float]:
        """The weights of "it is nobody's speech", fitted without one of the sets of our own."""
        known = [e for name, each in self.own.items() if name != but for e in each]
        return speech.fit(self.marked, self.made_up, self.others, [*known, *self.pieces])


def _strings(options: argparse.Namespace, parser: Parser, tagger: LearnedTagger) -> _Strings:
    polnear = options.data / "polnear"
    return _Strings(
        marked=_marked(polnear / "train.jsonl", parser, None),
        made_up=list(invented.examples(parser, tagger)),
        others=_marked(polnear / "dev.jsonl", parser, tagger),
        own={
            source.name: list(own.examples(source.path, parser, tagger))
            for source in sets.learned_from(options.articles)
        },
        pieces=list(invented.examples_of_pieces(parser, tagger)),
    )


def _ranker(options: argparse.Namespace, strings: _Strings, about: Mapping[str, object]) -> Ranker:
    """Fit the ranker and "is it speech" and write them."""
    tags = _tags(attribution.load()) if options.only_speech else ranker.fit(strings.marked)
    weights = tags | strings.speech()
    version = version_of(weights)
    _write(options.into / "attribution" / WEIGHTS, {
        "format": FORMAT, "version": version, "trained_on": about,
        "examples": len(strings.marked), "invented": len(strings.made_up),
        "own": sum(map(len, strings.own.values())), "pieces": len(strings.pieces),
        "weights": weights,
    })  # fmt: skip
    return Ranker(weights, version)


def _without(strings: _Strings, known: Ranker, name: str) -> Ranker:
    """A ranker whose "is it speech" has not seen a set: its answers are as sure as they look."""
    if name not in strings.own:
        return known
    return Ranker(_tags(known) | strings.speech(but=name), known.version)


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


def _calibrate(
    options: argparse.Namespace, engine: _Engine, strings: _Strings, about: Mapping[str, object]
) -> None:
    """Fit the calibration, write it, and print how reliable it is."""
    version = engine.ranker.version
    sources = sets.fitted(options.data, options.articles)
    engines = [
        engine._replace(ranker=_without(strings, engine.ranker, source.name)) for source in sources
    ]
    read_ = [Answered.read(source, *each) for source, each in zip(sources, engines, strict=True)]
    answered = Answered([article for each in read_ for article in each.articles])
    crossed = answered.cross_fitted()
    rows = [*answered.rows(), *crossed.chain_rows()]
    models = calibration.fit(rows)
    judged = [*crossed.quotations(), *crossed.chains()]
    _write(options.into / "confidence" / PARAMETERS, {
        "format": calibrate.FORMAT, "versions": [version, engine.tagger.version],
        "fitted_on": {**about, "articles": _digests({s.name: s.path for s in sources})},
        "rows": _counted(rows), "models": models,
        "cross_fitted": {name: asdict(one) for name, one in _reliable(judged).items()},
    })  # fmt: skip
    print(f"ranker {version}, {engine.tagger.version}; calibration: {_counted(rows)}")
    print("cross-fitted by article:")
    _print(_reliable(judged))
    print("with a curve on top:")
    _print(curves.compare([one for one in crossed.quotations() if not one.known]))
    if options.judged:
        tested = Answered.read(sets.held_back(options.articles), *engine)
        shipped = Calibration.from_json(models)
        seen = tested.estimated(lambda _: shipped)
        unseen = [*seen.quotations(), *seen.chains_by(lambda _: shipped)]
        print("of the test set, on which nothing is fitted:")
        _print(_reliable(unseen))
        save(options.judged, [*judged, *unseen, *_at_own_level(answered)])


def _at_own_level(answered: Answered) -> list[Judgement]:
    """The quotations of gold/dev, by a calibration for articles like these."""
    crossed = answered.cross_fitted(at=sets.GOLD).quotations()
    return [replace(one, source=OWN_LEVEL) for one in crossed if one.source == sets.GOLD]


def _reliable(judged: Sequence[Judgement]) -> dict[str, Reliability]:
    """The measures of every set by itself, quotations and chains apart."""
    grouped: dict[str, list[Judgement]] = {}
    for one in judged:
        what = "chains" if one.kind == "chain" else "quotations"
        grouped.setdefault(f"{one.source}, {what}", []).append(one)
    return {name: reliability(group) for name, group in sorted(grouped.items())}


def _print(reliable: Mapping[str, Reliability]) -> None:
    for name, one in reliable.items():
        print(f"  {name + ':':<20} {one}")


def _about(options: argparse.Namespace, spoken: str) -> dict[str, object]:
    files = {TRAIN: options.data / TRAIN}
    files |= {source.name: source.path for source in sets.learned_from(options.articles)}
    return {"data": _digests(files), "spacy": spoken}


def _digests(files: Mapping[str, Path]) -> dict[str, str]:
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}


def _counted(rows: Sequence[Row]) -> dict[str, int]:
    questions = sorted({row.question for row in rows})
    return {q: sum(row.question == q for row in rows) for q in questions}


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
        "--articles",
        type=Path,
        default=ARTICLES,
        help="folder of the annotated articles of our own, default those of the project",
    )
    parser.add_argument(
        "--judged",
        type=Path,
        metavar="FILE",
        help="write the cross-fitted confidences there, and those of the test set",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
