"""A figure is found in a scorer's result by its path."""

from __future__ import annotations

import pytest

from evaluation.corpora import CORPORA
from evaluation.figures import FIGURES, Figure, Unit


def test_a_share_is_given_in_percent() -> None:
    assert Figure("F1", ("direct", "f1")).of({"direct": {"f1": 0.25}}) == 25


def test_a_plain_figure_is_given_as_it_is() -> None:
    assert Figure("Brier", ("brier",), unit=Unit.PLAIN).of({"brier": 0.04}) == 0.04


@pytest.mark.parametrize("result", [{}, {"direct": None}, {"direct": {"f1": None}}])
def test_a_figure_that_the_scorer_does_not_give_is_none(result: dict[str, object]) -> None:
    assert Figure("F1", ("direct", "f1")).of(result) is None


def test_every_corpus_has_its_figures_and_no_label_comes_twice() -> None:
    assert set(FIGURES) == set(CORPORA)
    for figures in FIGURES.values():
        assert len({f.label for f in figures}) == len(figures)
