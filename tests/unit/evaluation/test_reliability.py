"""How far probabilities are from what comes true."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.reliability import (
    Judgement,
    bins,
    chance,
    least_for,
    load,
    reliability,
    save,
    selective,
)


def judged(*pairs: tuple[float, bool]) -> list[Judgement]:
    return [Judgement("dev-1", "wire", "direct", *pair) for pair in pairs]


def test_probabilities_that_come_true_as_often_as_they_say_have_no_error() -> None:
    assert reliability(judged(*[(0.75, True)] * 3, (0.75, False))).error == 0.0


def test_the_error_is_the_distance_between_what_is_said_and_what_comes() -> None:
    assert reliability(judged((0.9, True), (0.9, False))).error == pytest.approx(0.4)


def test_bins_do_not_make_up_for_each_other() -> None:
    assert reliability(judged((0.8, True), (0.2, False))).error == pytest.approx(0.2)


@pytest.mark.parametrize(("probability", "brier"), [(1.0, 0.0), (0.0, 1.0), (0.5, 0.25)])
def test_the_brier_score_is_the_mean_squared_distance(probability: float, brier: float) -> None:
    assert reliability(judged((probability, True))).brier == brier


def test_nothing_is_reliable() -> None:
    assert reliability([]).answers == 0


def test_a_certainty_falls_in_the_last_bin() -> None:
    assert [row.answers for row in bins(judged((1.0, True), (0.95, False)))] == [0] * 9 + [2]


def test_a_higher_threshold_returns_less() -> None:
    rows = selective(
        judged((0.9, True), (0.6, True), (0.5, False), (0.2, False)), (0.0, 0.5, 0.8, 1)
    )
    assert [row.returned for row in rows] == [1.0, 0.75, 0.25, 0.0]
    assert [row.right for row in rows] == [0.5, pytest.approx(2 / 3), 1.0, None]


def test_judgements_are_kept(tmp_path: Path) -> None:
    answers = judged((0.9, True), (0.2, False))
    save(tmp_path / "new" / "judged.jsonl", answers)
    assert load(tmp_path / "new" / "judged.jsonl") == answers


def test_figures_read_as_a_line() -> None:
    assert str(reliability(judged((0.9, True)))) == (
        "1 answers, 100.0% right, ECE 10.0%, Brier 0.010"
    )


def test_few_answers_show_an_error_by_chance_and_many_less() -> None:
    few, many = (judged(*[(0.75, True)] * count) for count in (10, 400))
    assert chance(few) > chance(many) > 0
    assert chance(few) == chance(few)
    assert chance(judged((1.0, True))) == 0.0


@pytest.mark.parametrize(("right", "least"), [(1.0, 0.9), (0.75, 0.5), (0.5, 0.2)])
def test_the_lowest_confidence_from_which_enough_is_right(right: float, least: float) -> None:
    made = judged((0.9, True), (0.8, False), (0.7, True), (0.5, True), (0.2, False))
    assert least_for(made, right) == least


def test_no_confidence_is_enough_where_the_surest_is_wrong() -> None:
    assert least_for(judged((0.9, False), (0.8, True)), 0.9) is None
    assert least_for([], 0.9) is None


def test_answers_of_the_same_confidence_count_together() -> None:
    assert least_for(judged((0.9, True), (0.9, False)), 1.0) is None
