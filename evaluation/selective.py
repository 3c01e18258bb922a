"""`python -m evaluation.selective JUDGED`: what a threshold on the confidence gives.

JUDGED is what `python -m training DATA --judged FILE` writes: every quotation of the gold articles
with its confidence by a calibration that was fitted on all articles but its own.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.reliability import Bin, Judgement, bins, load, reliability, selective

USES = {
    "publish without a look": 0.95,
    "suggest to an editor": 0.7,
    "research, everything that may count": 0.3,
}
"""The thresholds that the documentation recommends."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, and draw the diagram where a place for it is given."""
    options = _parser().parse_args(arguments)
    judged = load(options.judged)
    print("\n".join(_tables(judged)))
    if options.diagram:
        draw([one for one in judged if one.kind != "chain"], options.diagram)
    return 0


def draw(judged: Sequence[Judgement], place: Path) -> None:
    """The reliability diagram: what was promised, what came true, and how often; SVG or PNG."""
    import matplotlib as mpl  # noqa: PLC0415  # for development alone
    from matplotlib.figure import Figure  # noqa: PLC0415

    mpl.rcParams.update({"svg.hashsalt": "onrecord", "svg.fonttype": "none", "font.size": 9})
    filled = [row for row in bins(judged) if row.answers]
    figure = Figure(figsize=(4.6, 4.6), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="0.6", linewidth=1, linestyle="--")
    axes.plot([row.confidence for row in filled], [row.right for row in filled], color="#1f4e79")
    axes.scatter(
        [row.confidence for row in filled],
        [row.right for row in filled],
        s=[12 + 2 * row.answers for row in filled],
        color="#1f4e79",
    )
    for row in filled:
        axes.annotate(
            str(row.answers), (row.confidence, row.right), (7, -9), textcoords="offset points"
        )
    axes.set(xlabel="confidence", ylabel="share right", xlim=(0, 1.02), ylim=(0, 1.02))
    axes.set_title(f"gold/dev, cross-fitted: {reliability(judged)}", fontsize=8)
    place.parent.mkdir(parents=True, exist_ok=True)
    dated = {"Date": None} if place.suffix == ".svg" else {}
    figure.savefig(place, metadata=dated, dpi=120)


def _tables(judged: Sequence[Judgement]) -> Iterator[str]:
    quotations = [one for one in judged if one.kind != "chain"]
    for kind in ("quotations", *sorted({one.kind for one in judged})):
        these = quotations if kind == "quotations" else [o for o in judged if o.kind == kind]
        yield f"{kind + ':':<12} {reliability(these)}"
    yield from ("", "| threshold | returned | right |", "| ---: | ---: | ---: |")
    yield from (_row(quotations, least, f"{least:.2f}") for least in _thresholds())
    yield from ("", "| use | threshold | returned | right |", "| --- | ---: | ---: | ---: |")
    yield from (_row(quotations, t, f"{use} | {t:.2f}") for use, t in USES.items())
    yield from ("", "| confidence | quotations | mean | right |", "| --- | ---: | ---: | ---: |")
    yield from (_bin(number, row) for number, row in enumerate(bins(quotations)) if row.answers)


def _thresholds() -> tuple[float, ...]:
    return tuple(row.least for row in selective([]))


def _row(judged: Sequence[Judgement], least: float, label: str) -> str:
    (row,) = selective(judged, (least,))
    right = "-" if row.right is None else f"{row.right:.1%}"
    return f"| {label} | {row.returned:.1%} | {right} |"


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
