"""`python -m evaluation.selective JUDGED`: what a threshold on the confidence gives.

JUDGED is what `python -m training DATA --judged FILE` writes: the quotations of the articles that
the calibration is fitted on, each with its confidence by a calibration that was fitted without its
article, and those of the test set, with the confidence that ships. *Known* are those of sets that
rules were made after or the ranker was fitted on, *unseen* those of the others. *Gold, own level*
are those of gold/dev again, by a calibration, cross-fitted as well, that knows how often answers
are right there: it tells how well confidences can be told apart where the level is known.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from evaluation.corpora import TEST
from evaluation.reliability import (
    OWN_LEVEL,
    Bin,
    Judgement,
    bins,
    chance,
    least_for,
    load,
    reliability,
    selective,
)

USES = {
    "publish without a look, if you must": 0.95,
    "suggest to an editor": 0.7,
    "research, everything that may count": 0.3,
}
"""The thresholds that the documentation recommends."""

AIMS = (0.98, 0.95, 0.9)
"""Shares right for which the lowest threshold is told."""

HEADING = """# Confidence in figures

Written by `make calibrate`; [confidence.md](confidence.md) tells what the groups are and what to
take from it."""

CHAIN = "chain"

_COLORS = ("#1f4e79", "#b0413e", "0.55", "#c9a227")

Groups = Mapping[str, Sequence[Judgement]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, and draw the diagram where a place for it is given."""
    options = _parser().parse_args(arguments)
    judged = load(options.judged)
    print(HEADING, *_tables(judged), sep="\n")
    if options.diagram:
        draw(grouped([one for one in judged if one.kind != CHAIN]), options.diagram)
    return 0


def grouped(judged: Iterable[Judgement]) -> Groups:
    """Unseen, test and known ones, and gold at its own level, as far as there are any."""
    groups: dict[str, list[Judgement]] = {"unseen": [], TEST: [], "known": [], OWN_LEVEL: []}
    for one in judged:
        named = one.source if one.source in groups else "known" if one.known else "unseen"
        groups[named].append(one)
    return {name: group for name, group in groups.items() if group}


def draw(groups: Groups, place: Path) -> None:
    """The reliability diagram: what was promised, what came true, and how often; SVG or PNG."""
    import matplotlib as mpl  # noqa: PLC0415  # for development alone
    from matplotlib.figure import Figure  # noqa: PLC0415

    mpl.rcParams.update({"svg.hashsalt": "onrecord", "svg.fonttype": "none", "font.size": 9})
    figure = Figure(figsize=(4.6, 4.6), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="0.6", linewidth=1, linestyle="--")
    for (name, group), color in zip(groups.items(), _COLORS, strict=False):
        filled = [row for row in bins(group) if row.answers]
        given, right = [row.confidence for row in filled], [row.right for row in filled]
        label = f"{name}: {len(group)}, ECE {reliability(group).error:.1%}"
        axes.plot(given, right, color=color, label=label)
        axes.scatter(given, right, s=[12 + row.answers for row in filled], color=color)
    axes.set(xlabel="confidence", ylabel="share right", xlim=(0, 1.02), ylim=(0, 1.02))
    axes.legend(loc="upper left", frameon=False)
    place.parent.mkdir(parents=True, exist_ok=True)
    dated = {"Date": None} if place.suffix == ".svg" else {}
    figure.savefig(place, metadata=dated, dpi=120)


def _tables(judged: Sequence[Judgement]) -> Iterator[str]:
    groups = grouped([one for one in judged if one.kind != CHAIN])
    chains = grouped([one for one in judged if one.kind == CHAIN])
    yield from _head("quotations", ["answers", "right", "ECE", "by chance", "Brier"])
    for name, group in groups.items():
        yield from _measures(name, group)
    yield from (_told(f"{name}, chains", group) for name, group in chains.items())
    heads = [f"{name}, {what}" for name in groups for what in ("returned", "right")]
    yield from _head("threshold", heads)
    yield from (_row(groups, least, f"{least:.2f}") for least in _thresholds())
    yield from _head("use | threshold", heads)
    yield from (_row(groups, least, f"{use} | {least:.2f}") for use, least in USES.items())
    yield from _head("share right | from", ["of all"])
    unseen = next(iter(groups.values()), ())
    yield from (_aim(unseen, right) for right in AIMS)
    for name, group in groups.items():
        yield from _head(f"confidence, {name}", ["quotations", "mean", "right"])
        yield from (_bin(number, row) for number, row in enumerate(bins(group)) if row.answers)


def _measures(name: str, group: Sequence[Judgement]) -> Iterator[str]:
    yield _told(name, group)
    parts = {f"… {one.kind}": one.kind for one in sorted(group, key=lambda one: one.kind)}
    yield from (
        _told(label, [one for one in group if one.kind == kind]) for label, kind in parts.items()
    )
    sources = sorted({one.source for one in group})
    for source in sources if len(sources) > 1 else ():
        yield _told(f"… set {source}", [one for one in group if one.source == source])


def _told(name: str, group: Sequence[Judgement]) -> str:
    made = reliability(group)
    shares = f"{made.right:.1%} | {made.error:.1%} | {chance(group):.1%} | {made.brier:.3f}"
    return f"| {name} | {made.answers} | {shares} |"


def _head(first: str, others: Sequence[str]) -> Iterator[str]:
    rules = ["---", *["---:"] * (first.count("|") + len(others))]
    yield from ("", f"| {' | '.join([first, *others])} |", f"| {' | '.join(rules)} |")


def _aim(judged: Sequence[Judgement], right: float) -> str:
    least = least_for(judged, right)
    if least is None:
        return f"| {right:.0%} | - | - |"
    (row,) = selective(judged, (least,))
    return f"| {right:.0%} | {least:.3f} | {row.returned:.1%} |"


def _thresholds() -> tuple[float, ...]:
    return tuple(row.least for row in selective([]))


def _row(groups: Groups, least: float, label: str) -> str:
    cells = []
    for group in groups.values():
        (row,) = selective(group, (least,))
        cells += [f"{row.returned:.1%}", "-" if row.right is None else f"{row.right:.1%}"]
    return f"| {label} | {' | '.join(cells)} |"


def _bin(number: int, row: Bin) -> str:
    named = f"{number / 10:.1f} to {(number + 1) / 10:.1f}"
    return f"| {named} | {row.answers} | {row.confidence:.1%} | {row.right:.1%} |"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.selective", description=__doc__)
    parser.add_argument("judged", type=Path, help="file that python -m training --judged wrote")
    parser.add_argument(
        "--diagram", type=Path, metavar="FILE", help="draw the reliability diagram there"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
