"""How far probabilities are from what comes true."""

from __future__ import annotations

import pytest

from evaluation.reliability import reliability


def test_probabilities_that_come_true_as_often_as_they_say_have_no_error() -> None:
    judged = [(0.75, True)] * 3 + [(0.75, False)]
    assert reliability(judged).error == 0.0


def test_the_error_is_the_distance_between_what_is_said_and_what_comes() -> None:
    assert reliability([(0.9, True), (0.9, False)]).error == pytest.approx(0.4)


def test_bins_do_not_make_up_for_each_other() -> None:
    assert reliability([(0.8, True), (0.2, False)]).error == pytest.approx(0.2)


@pytest.mark.parametrize(("probability", "brier"), [(1.0, 0.0), (0.0, 1.0), (0.5, 0.25)])
def test_the_brier_score_is_the_mean_squared_distance(probability: float, brier: float) -> None:
    assert reliability([(probability, True)]).brier == brier


def test_nothing_is_reliable() -> None:
    assert reliability([]).answers == 0
