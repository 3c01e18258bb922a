"""`python -m evaluation DATA`: every scorer on what `onrecord batch` gives, and one table."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from evaluation import baseline, engine, peers, report, seed
from evaluation.corpora import CORPORA, OWN, Corpus, Data, Json, article, articles, read
from evaluation.engine import Answers
from evaluation.processes import program
from evaluation.report import Measured
from evaluation.scoring import score
from onrecord.errors import OnrecordError
from onrecord.settings import Settings

SEED = "seed"
OURS = "own"
"""Stands for all sets of our own articles."""
FAILED = 1
"""Exit status where an expectation about the seed article fails."""
CANNOT = 2
"""Exit status where something could not be measured."""

Ask = Callable[[Sequence[Json], Path], Answers]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and record; the exit status."""
    options = _parser().parse_args(arguments)
    try:
        with _folder(options.keep) as folder:
            return _measure(options, folder)
    except OnrecordError as error:
        print(f"evaluation: {error}", file=sys.stderr)
        return CANNOT


def _measure(options: argparse.Namespace, folder: Path) -> int:
    data, command = Data(options.data), program(options.command)
    corpora = [CORPORA[name] for name in options.only if name in CORPORA]
    for corpus in corpora:
        data.check(corpus)
    ask = partial(engine.batch, command)
    peer = _baseline() if options.baselines and corpora else None
    outcomes = _seed(data, ask, folder) if SEED in options.only else ()
    measured = [_corpus(data, corpus, ask, peer, folder) for corpus in corpora]
    if measured:
        print(report.table(measured))
    if outcomes:
        print("\nseed article", *outcomes, sep="\n")
    if options.markdown:
        options.markdown.write_text(report.markdown(measured), encoding="utf-8")
    if options.json:
        _write(options.json, list(command), measured, outcomes)
    return 0 if all(o.passed for o in outcomes) else FAILED


def _corpus(data: Data, corpus: Corpus, ask: Ask, peer: Ask | None, folder: Path) -> Measured:
    asked = articles(corpus, data.gold(corpus))
    ours = _part(folder, corpus.name)
    answers = ask(asked, ours)
    scored = score(data, corpus, answers, ours)
    theirs = None
    if peer is not None:
        place = _part(folder, f"{corpus.name}-textacy")
        theirs = score(data, corpus, peer(asked, place), place)
    readme = data.readme(corpus).read_text(encoding="utf-8")
    return Measured(corpus.name, answers, scored, theirs, peers.read(readme))


def _seed(data: Data, ask: Ask, folder: Path) -> tuple[seed.Outcome, ...]:
    text = data.seed().read_text(encoding="utf-8")
    answers = ask([article(SEED, text)], _part(folder, SEED))
    response: Json = next(read(answers.responses), {"quotes": [], "attributions": []})
    return seed.outcomes(text, response)


def _baseline() -> Ask:
    model = Settings.from_environment().spacy_model
    return partial(baseline.answers, baseline.load(model))


def _write(
    path: Path,
    command: list[str],
    measured: Sequence[Measured],
    outcomes: Sequence[seed.Outcome],
) -> None:
    record = {
        "command": command,
        "corpora": report.record(measured),
        SEED: [{"expectation": o.expectation, "faults": list(o.faults)} for o in outcomes],
    }
    path.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _part(folder: Path, name: str) -> Path:
    part = folder / name
    part.mkdir(parents=True, exist_ok=True)
    return part


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        yield keep
        return
    with tempfile.TemporaryDirectory(prefix="onrecord-evaluation-") as name:
        yield Path(name)


def _names(text: str) -> list[str]:
    known = [*CORPORA, SEED]
    given = [name.strip() for name in text.split(",") if name.strip()]
    names = [name for one in given for name in (OWN if one == OURS else [one])]
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        raise argparse.ArgumentTypeError(f"{text!r}: it can be {', '.join([*known, OURS])}")
    return names


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with data/ and evaluate/")
    parser.add_argument(
        "--only",
        type=_names,
        default=[*CORPORA, SEED],
        metavar="A,B",
        help="measure these alone: " + ", ".join([*CORPORA, SEED, OURS]),
    )
    parser.add_argument(
        "--baselines", action="store_true", help="also run textacy's direct quotations"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures there")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table there")
    parser.add_argument(
        "--command",
        default="onrecord",
        help="the program under test and its first words (default: %(default)s)",
    )
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="leave articles, answers and predictions there"
    )
    return parser
