"""`python -m evaluation.own`: how the engine does on the annotated articles of the project.

A small scorer for those who have nothing but this repository. Where the corpora and their scorers
are at hand, `python -m evaluation DATA --only own` says more of the same articles.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation import engine, judging
from evaluation.corpora import OWN, Corpus, Json, articles, read
from evaluation.errors import EvaluationError
from evaluation.judging import Judged
from evaluation.processes import program
from evaluation.reliability import Judgement, Reliability, reliability
from onrecord.errors import OnrecordError

CANNOT = 2
"""Exit status where something could not be measured."""

HEADER = (
    f"{'':<10}{'quotations':>11}{'P':>7}{'R':>7}{'F1':>7}{'with speaker':>14}"
    f"{'ECE':>7}{'Brier':>7}{'sure':>7}{'right':>7}"
)
SURE = 0.95
"""Confidence from which a quotation counts as sure in the last two columns."""


@dataclass(frozen=True, slots=True)
class Score:
    """What an engine made of a set.

    Attributes:
        marked, given: how many quotations people marked, and how many it gave.
        found: how many of the marked ones are among the given ones.
        right: how many of these have the right speaker.
        reliable: how far confidences keep their word.
        sure: share of the given ones with at least `SURE`.
        sure_right: share of these that are right in words and speaker; None where there are none.
    """

    marked: int
    given: int
    found: int
    right: int
    reliable: Reliability
    sure: float
    sure_right: float | None

    def line(self, name: str) -> str:
        """One line of the table under `HEADER`, in percent."""
        kept = "-" if self.sure_right is None else f"{self.sure_right:.1%}"
        return (
            f"{name:<10}{self.marked:>11}{_share(self.found, self.given):>7.1%}"
            f"{_share(self.found, self.marked):>7.1%}{self._f1(self.found):>7.1%}"
            f"{self._f1(self.right):>14.1%}{self.reliable.error:>7.1%}"
            f"{self.reliable.brier:>7.3f}{self.sure:>7.1%}{kept:>7}"
        )

    def _f1(self, hits: int) -> float:
        return _share(2 * hits, self.given + self.marked)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit status."""
    options = _parser().parse_args(arguments)
    try:
        if options.count:
            print("\n".join(counted(name, corpus) for name, corpus in OWN.items()))
            return 0
        print(HEADER)
        for name, corpus in OWN.items():
            print(measure(corpus, program(options.command)).line(name))
    except OnrecordError as error:
        print(f"evaluation: {error}", file=sys.stderr)
        return CANNOT
    return 0


def measure(corpus: Corpus, command: Sequence[str]) -> Score:
    """Answer and score a set.

    Raises:
        EvaluationError: where the program fails, or the set is missing.
    """
    place = _place(corpus)
    with tempfile.TemporaryDirectory(prefix="onrecord-own-") as folder:
        answers = engine.batch(command, articles(corpus, place), Path(folder))
        responses = {response["id"]: response for response in read(answers.responses)}
    return score(list(read(place)), responses)


def score(marked: Sequence[Json], responses: Mapping[str, Json]) -> Score:
    """Hold responses, by the id of their article, to what people marked."""
    pairs = [(raw, responses[str(raw["id"])]) for raw in marked if str(raw["id"]) in responses]
    judged = [one for raw, response in pairs for one in judging.gold(raw, response) if one.marked]
    sure = [one.right for one in judged if one.confidence >= SURE]
    return Score(
        marked=sum(len(raw["quotes"]) for raw in marked),
        given=len(judged),
        found=sum(one.found for one in judged),
        right=sum(one.right for one in judged),
        reliable=reliability([_judgement(one) for one in judged]),
        sure=_share(len(sure), len(judged)),
        sure_right=_share(sum(sure), len(sure)) if sure else None,
    )


def counted(name: str, corpus: Corpus) -> str:
    """The row of a set in the README of the articles."""
    raws = list(read(_place(corpus)))
    types = Counter(quote["type"] for raw in raws for quote in raw["quotes"])
    hops = [len(one["chain"]) for raw in raws for one in raw["attributions"]]
    cells = (
        f"`{name.removeprefix('own-')}`",
        f"{len(raws)}",
        f"{sum(len(raw['text'].split()) for raw in raws):,}",
        f"{types.total()}",
        ", ".join(str(types[kind]) for kind in ("direct", "mixed", "indirect")),
        f"{len(hops)}",
        f"{sum(hop > 1 for hop in hops)}",
        f"{sum(len(raw['distractors']) for raw in raws)}",
    )
    return f"| {' | '.join(cells)} |"


def faults(raw: Json) -> Iterator[str]:
    """What is wrong with the form of an annotated article."""
    known = {speaker["id"] for speaker in raw["speakers"]}
    for quote in raw["quotes"]:
        if [raw["text"][start:end] for start, end in quote["parts"]] != quote["surface"]:
            yield f"{raw['id']} {quote['id']}: the pieces are not its surface"
        if quote["speaker"] is not None and quote["speaker"] not in known:
            yield f"{raw['id']} {quote['id']}: nobody is {quote['speaker']!r}"
    for attribution in raw["attributions"]:
        for hop in attribution["chain"]:
            if hop["source"] not in known:
                yield f"{raw['id']} {attribution['id']}: nobody is {hop['source']!r}"


def _judgement(one: Judged) -> Judgement:
    return Judgement("", one.groups["genre"], one.groups["type"], one.confidence, one.right)


def _place(corpus: Corpus) -> Path:
    if corpus.place is None or not corpus.place.is_file():
        raise EvaluationError(f"{corpus.place or corpus.name} is missing")
    return corpus.place


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.own", description=__doc__)
    parser.add_argument(
        "--command",
        default="onrecord",
        help="the program under test and its first words (default: %(default)s)",
    )
    parser.add_argument(
        "--count", action="store_true", help="print what the sets hold, for their README"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
