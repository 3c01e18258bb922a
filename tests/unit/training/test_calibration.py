"""Rows for the calibration, and the logistic models fitted to them."""

from __future__ import annotations

import pytest

from onrecord.attribution import Scene
from onrecord.confidence.calibrate import Logistic
from onrecord.types import TextSpan
from tests.build import document, span
from training.calibration import SET, SET_VALUE, Row, fit, jaccard, words_of


def test_a_fitted_model_tells_right_from_wrong() -> None:
    made = [Row("source", {"near": float(n % 2)}, n % 2 == 1) for n in range(100)]
    fitted = fit(made)["source"]
    model = Logistic(fitted["intercept"], fitted["weights"])  # type: ignore[arg-type]
    assert model.probability({"near": 1.0}) > 0.9
    assert model.probability({"near": 0.0}) < 0.1


def test_each_question_is_fitted_by_itself_and_always_alike() -> None:
    made = [Row(q, {"a": float(n % 2)}, n % 3 == 0) for n in range(30) for q in ("one", "two")]
    assert sorted(fit(made)) == ["one", "two"]
    assert fit(made) == fit(made)


@pytest.mark.parametrize(("right", "least", "most"), [(True, 0.9, 0.95), (False, 0.05, 0.1)])
def test_answers_that_are_all_alike_make_it_probable_but_not_certain(
    right: bool, least: float, most: float
) -> None:
    fitted = fit([Row("source", {"near": 1.0}, right)] * 10)["source"]
    model = Logistic(fitted["intercept"], fitted["weights"])  # type: ignore[arg-type]
    assert least < model.probability({"near": 1.0}) < most


def test_a_known_set_does_not_make_other_articles_surer() -> None:
    """Nine in ten are right where the rules were made, half elsewhere: half is promised."""
    known = [Row("q", {"a": 1.0, f"{SET}known": SET_VALUE}, n % 10 > 0) for n in range(200)]
    other = [Row("q", {"a": 1.0}, n % 2 > 0) for n in range(200)]
    fitted = fit([*known, *other])["q"]
    assert fitted["weights"].keys() == {"a"}  # type: ignore[attr-defined]
    model = Logistic(fitted["intercept"], fitted["weights"])  # type: ignore[arg-type]
    assert model.probability({"a": 1.0}) == pytest.approx(0.5, abs=0.03)
    at_home = fit([*known, *other], at="known")["q"]
    model = Logistic(at_home["intercept"], at_home["weights"])  # type: ignore[arg-type]
    assert model.probability({"a": 1.0}) == pytest.approx(0.9, abs=0.03)


def test_a_row_counts_by_its_weight() -> None:
    rows = [Row("q", {"a": 1.0}, True, 0.1)] * 100 + [Row("q", {"a": 1.0}, False)] * 100
    fitted = fit(rows)["q"]
    model = Logistic(fitted["intercept"], fitted["weights"])  # type: ignore[arg-type]
    assert model.probability({"a": 1.0}) == pytest.approx(1 / 11, abs=0.02)


def test_words_are_those_that_stand_in_some_spans() -> None:
    built = document("The lamps burn , she/PRON said=say/VERB .")
    scene = Scene(built, (), ())
    assert words_of(scene, [span(built, "lamps burn,"), TextSpan(0, 3)]) == {0, 1, 2}


def test_words_in_common_are_a_share_of_all() -> None:
    assert jaccard(frozenset({1, 2}), frozenset({2, 3})) == pytest.approx(1 / 3)
    assert jaccard(frozenset(), frozenset()) == 0.0
