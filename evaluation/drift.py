"""`python -m evaluation.drift DATA`: does the confidence keep its word elsewhere?

By corpus, type of quotation, kind of speaker and genre (or publisher), and on the gold articles
with noise. Confidences are those of the shipped calibration. It was fitted on the sets of our own
but the test, and promises less on gold/dev than comes true, since its errors were read.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from evaluation import engine
from evaluation.corpora import CORPORA, Corpus, Data, Json, article, articles, read
from evaluation.judging import JUDGES, Judged
from evaluation.noise import NOISES
from evaluation.processes import program
from evaluation.reliability import Judgement, reliability
from onrecord.errors import OnrecordError

CANNOT = 2
"""Exit status where something could not be measured."""

LEAST = 10
"""Quotations below which a group is left out: its figures would mean nothing."""

HEADER = f"{'':<44}{'quotations':>11}{'confidence':>12}{'right':>8}{'gap':>7}{'ECE':>7}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit status."""
    options = _parser().parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory(prefix="onrecord-drift-") as folder:
            _measure(Data(options.data), program(options.command), Path(folder))
    except OnrecordError as error:
        print(f"evaluation: {error}", file=sys.stderr)
        return CANNOT
    return 0


def _measure(data: Data, command: Sequence[str], folder: Path) -> None:
    print(HEADER)
    for name, corpus in CORPORA.items():
        judged = _judged(data, corpus, articles(corpus, data.gold(corpus)), command, folder)
        print(_line(name if corpus.place else f"{name}/dev", judged))
        for grouping in ("type", "speaker", "genre"):
            print(*_by(grouping, judged), sep="\n")
    gold = CORPORA["gold"]
    for noise, worse in NOISES.items():
        asked = [article(str(raw["id"]), worse(raw["text"])) for raw in read(data.gold(gold))]
        print(_line(f"gold/dev, {noise}", _judged(data, gold, asked, command, folder)))


def _judged(
    data: Data, corpus: Corpus, asked: Sequence[Json], command: Sequence[str], folder: Path
) -> list[Judged]:
    answers = engine.batch(command, asked, folder)
    responses = {response["id"]: response for response in read(answers.responses)}
    judge = JUDGES[corpus.scored_as]
    return [
        judged
        for raw in read(data.gold(corpus))
        if str(raw["id"]) in responses
        for judged in judge(raw, responses[str(raw["id"])])
    ]


def _by(grouping: str, judged: Iterable[Judged]) -> Iterator[str]:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        groups[one.groups[grouping]].append(one)
    large = {name: group for name, group in groups.items() if len(group) >= LEAST}
    if len(large) > 1:
        yield from (_line(f"  {grouping}: {name}", large[name]) for name in sorted(large))


def _line(name: str, judged: Sequence[Judged]) -> str:
    measured = reliability([Judgement("", "", "", one.confidence, one.right) for one in judged])
    given = sum(one.confidence for one in judged) / len(judged) if judged else 0.0
    return (
        f"{name:<44}{measured.answers:>11}{given:>12.1%}{measured.right:>8.1%}"
        f"{100 * (given - measured.right):>+7.1f}{measured.error:>7.1%}"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.drift", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with data/ and evaluate/")
    parser.add_argument(
        "--command",
        default="onrecord",
        help="the program under test and its first words (default: %(default)s)",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
