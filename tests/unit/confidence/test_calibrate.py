"""Parameters -> probabilities, and the refusal of parameters that do not belong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.confidence import calibrate
from onrecord.confidence.calibrate import FORMAT, Calibration, Logistic, load, log_odds
from onrecord.errors import ModelUnavailable
from onrecord.types import Feature


@pytest.fixture
def parameters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the parameters are read from in the test; empty at first."""
    monkeypatch.setattr(calibrate, "files", lambda _: tmp_path)
    return tmp_path / calibrate.PARAMETERS


def test_without_values_the_intercept_decides() -> None:
    assert Logistic(0.0, {}).probability({}) == 0.5


def test_a_weight_moves_the_probability_its_way() -> None:
    model = Logistic(0.0, {"cue": 2.0, "far": -2.0})
    assert model.probability({"cue": 1.0}) > 0.5 > model.probability({"far": 1.0})


def test_a_value_without_a_weight_counts_nothing() -> None:
    assert Logistic(0.3, {}).probability({"unheard of": 9.0}) == Logistic(0.3, {}).probability({})


@pytest.mark.parametrize("value", [1e9, -1e9])
def test_no_value_is_too_large(value: float) -> None:
    assert 0.0 <= Logistic(0.0, {"a": 1.0}).probability({"a": value}) <= 1.0


def test_each_question_has_its_own_model() -> None:
    calibration = Calibration({"quotation": Logistic(9.0, {}), "speaker": Logistic(-9.0, {})})
    assert calibration.probability("quotation", {}) > 0.99
    assert calibration.probability("speaker", {}) < 0.01


@pytest.mark.parametrize(("probability", "sign"), [(0.9, 1), (0.1, -1), (1.0, 1), (0.0, -1)])
def test_log_odds_are_finite_and_have_their_sign(probability: float, sign: int) -> None:
    assert 0 < sign * log_odds(probability) < 20


def written(**changes: object) -> str:
    model = {"intercept": 1.0, "weights": {"a": 2.0}}
    whole = {"format": FORMAT, "versions": ["ranker", "tagger"], "models": {"source": model}}
    return json.dumps({**whole, **changes})


def test_parameters_are_read(parameters: Path) -> None:
    parameters.write_text(written())
    assert load("ranker", "tagger").models["source"] == Logistic(1.0, {"a": 2.0})


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", written(models={"a": {}})],
    ids=["empty", "list", "nothing", "half"],
)
def test_a_broken_file_is_told(parameters: Path, content: str) -> None:
    parameters.write_text(content)
    with pytest.raises(ModelUnavailable, match=r"parameters\.json cannot be read"):
        load("ranker", "tagger")


def test_a_missing_file_is_told(parameters: Path) -> None:
    assert not parameters.exists()
    with pytest.raises(ModelUnavailable, match=r"parameters\.json cannot be read"):
        load("ranker", "tagger")


@pytest.mark.parametrize(
    "changes",
    [
        {"versions": ["another", "tagger"]},
        {"versions": ["ranker", "another"]},
        {"versions": None},
        {"format": FORMAT - 1},
    ],
    ids=["ranker", "tagger", "none", "format"],
)
def test_parameters_of_other_models_or_another_format_are_refused(
    parameters: Path, changes: dict[str, object]
) -> None:
    parameters.write_text(written(**changes))
    with pytest.raises(ModelUnavailable, match="make fit"):
        load("ranker", "tagger")


def test_contributions_are_weights_times_values() -> None:
    told = Logistic(9.0, {"a": 2.0}).contributions({"a": 0.5, "b": 1.0})
    assert told == (Feature("a", 0.5, 1.0), Feature("b", 1.0, 0.0))
