"""The key figures: where each stands in a scorer's result and in the tables of the peers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from evaluation.corpora import OWN, Json


class Unit(StrEnum):
    """How a figure is shown."""

    PERCENT = "percent"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the table.

    Attributes:
        label: what the table calls it.
        path: the keys that lead to it in the scorer's result.
        column: what the README of the corpus calls it; None where no peer has it.
        part: which of the figures `a / b / c` in that column.
        unit: percent for shares, plain for others.
    """

    label: str
    path: tuple[str, ...]
    column: str | None = None
    part: int = 0
    unit: Unit = Unit.PERCENT

    def of(self, result: Json) -> float | None:
        """The figure in percent (or plain), None where the scorer has none."""
        value: object = result
        for key in self.path:
            value = value.get(key) if isinstance(value, dict) else None
        if not isinstance(value, int | float):
            return None
        return float(value) * (100 if self.unit is Unit.PERCENT else 1)


_EXACT = "exact source / cue / content"

_CORPORA: dict[str, tuple[Figure, ...]] = {
    "gold": (
        Figure("direct and mixed, P", ("detection_direct_mixed", "precision")),
        Figure("direct and mixed, R", ("detection_direct_mixed", "recall")),
        Figure("direct and mixed, F1", ("detection_direct_mixed", "f1"), "direct and mixed F1"),
        Figure("all types, F1", ("detection", "f1")),
        Figure("exact boundary, of found", ("on_matched", "exact_boundary")),
        Figure("speaker right, of found", ("on_matched", "speaker_accuracy")),
        Figure(
            "quotation and speaker, F1", ("quote_and_speaker", "f1"), "right speaker by name F1"
        ),
        Figure("chain exact, F1", ("chains", "exact", "f1")),
        Figure("distractors taken", ("distractors", "false_positive_rate")),
        Figure("calibration error (ECE)", ("calibration", "ece_10_bins")),
        Figure("Brier score", ("calibration", "brier"), unit=Unit.PLAIN),
    ),
    "polnear": (
        Figure("exact source, F1", ("exact source", "f1"), _EXACT, 0),
        Figure("exact cue, F1", ("exact cue", "f1"), _EXACT, 1),
        Figure("exact content, F1", ("exact content", "f1"), _EXACT, 2),
        Figure("attribution, F1", ("attribution", "f1"), "attribution"),
        Figure("direct detection, P", ("direct detection", "p")),
        Figure("direct detection, R", ("direct detection", "r")),
        Figure("direct detection, F1", ("direct detection", "f1"), "direct detection"),
        Figure("direct end to end, F1", ("direct end-to-end", "f1"), "direct end to end"),
    ),
    "sourcing": (
        Figure("statement (position), F1", ("position", "micro", "f1"), "pos F1"),
        Figure("kind right (lenient)", ("lenient", "micro", "kind"), "type"),
        Figure("name right (lenient)", ("lenient", "micro", "name"), "name"),
        Figure("title right (lenient)", ("lenient", "micro", "title"), "title"),
        Figure("kind right (position)", ("position", "micro", "kind")),
        Figure("name right (position)", ("position", "micro", "name")),
        Figure("title right (position)", ("position", "micro", "title")),
        Figure("named (position), F1", ("position", "micro", "named_f1"), "named F1 (pos)"),
    ),
}
"""The figures of each corpus that others have scored.

The README of `sourcing` gives kind, name and title of its peers by lenient matching alone.
"""

FIGURES: dict[str, tuple[Figure, ...]] = {
    **_CORPORA,
    **{name: _CORPORA[corpus.scored_as] for name, corpus in OWN.items()},
}
"""The figures of each corpus, in the order of the table."""
