"""One table: our figures, and those of others beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluation import peers
from evaluation.corpora import Json
from evaluation.engine import Answers
from evaluation.figures import FIGURES, Figure, Unit
from evaluation.peers import Peer

HEADER = ("", "onrecord", "textacy, now", "textacy", "Gender Gap Tracker", "best of the README")
LIVE = 2
"""The column of the live baseline, left out where none was run."""

NONE = "-"


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured on one corpus.

    Attributes:
        corpus: its name.
        answers: what the engine gave.
        score: all that the scorer says of it.
        baseline: the same of the live baseline, None where none was run.
        peers: the systems of the README.
    """

    corpus: str
    answers: Answers
    score: Json
    baseline: Json | None
    peers: Sequence[Peer]


def table(measured: Sequence[Measured]) -> str:
    """All key figures in percent, a corpus after the other."""
    rows: list[tuple[str, ...]] = [HEADER]
    for one in measured:
        rows.append((f"{one.corpus}, {_answered(one.answers)}", *[""] * (len(HEADER) - 1)))
        rows.extend(("  " + row[0], *row[1:]) for row in _rows(one))
    return "\n".join(_aligned(_without_empty_live(rows, measured)))


def markdown(measured: Sequence[Measured]) -> str:
    """The same for a page of the documentation."""
    rule = ("---", *["---:"] * (len(HEADER) - 2), "---")
    lines = []
    for one in measured:
        rows = _without_empty_live([HEADER, rule, *_rows(one)], measured)
        lines += [f"{one.corpus}, {_answered(one.answers)}", ""]
        lines += [f"| {' | '.join(row)} |" for row in rows] + [""]
    return "\n".join(lines)


def record(measured: Sequence[Measured]) -> Json:
    """The same and all that the scorers said, for a file."""
    return {
        one.corpus: {
            "articles": one.answers.asked,
            "answered": one.answers.answered,
            "seconds": round(one.answers.seconds, 1),
            "about": one.answers.about,
            "figures": {f.label: _rounded(f.of(one.score)) for f in FIGURES[one.corpus]},
            "score": one.score,
            "baseline": one.baseline,
        }
        for one in measured
    }


def _answered(answers: Answers) -> str:
    return f"{answers.answered} of {answers.asked} articles answered, {answers.seconds:.0f} s"


def _rows(one: Measured) -> list[tuple[str, ...]]:
    return [_row(one, figure) for figure in FIGURES[one.corpus]]


def _without_empty_live(
    rows: Sequence[tuple[str, ...]], measured: Sequence[Measured]
) -> list[tuple[str, ...]]:
    live = any(one.baseline is not None for one in measured)
    return [row if live else row[:LIVE] + row[LIVE + 1 :] for row in rows]


def _row(one: Measured, figure: Figure) -> tuple[str, ...]:
    own = (peers.textacy, peers.tracker)
    others = (peers.best(one.peers, named, figure) for named in own)
    top = peers.best(one.peers, peers.anyone, figure)
    return (
        figure.label,
        _shown(figure.of(one.score), figure),
        _shown(figure.of(one.baseline) if one.baseline else None, figure),
        *(_shown(found[0] if found else None, figure) for found in others),
        f"{_shown(top[0], figure)} {top[1]}" if top else NONE,
    )


def _shown(value: float | None, figure: Figure) -> str:
    if value is None:
        return NONE
    return f"{value:.1f}" if figure.unit is Unit.PERCENT else f"{value:.3f}"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """First and last column to the left, figures to the right; corpora stand apart."""
    figures = [r for r in rows if any(r[1:])]
    widths = [max(len(r[i]) for r in figures) for i in range(len(rows[0]))]
    for row in rows:
        if not any(row[1:]):
            yield "\n" + row[0]
            continue
        middle = (f"{cell:>{w}}" for cell, w in zip(row[1:-1], widths[1:-1], strict=True))
        yield "  ".join([f"{row[0]:<{widths[0]}}", *middle, row[-1]]).rstrip()
