"""Which values of a statement the calibration reads."""

from __future__ import annotations

import pytest

from onrecord.confidence import Calibration, estimate
from onrecord.confidence.calibrate import Logistic
from onrecord.types import Feature, QuotationType, Statement, TextSpan

PARTS = (TextSpan(0, 5),)
CALIBRATION = Calibration(
    "v",
    {
        "marked": Logistic(0.0, {"speech": 1.0}),
        "marked source": Logistic(0.0, {"choice": 1.0}),
        "marked indirect": Logistic(0.0, {"class: say": 2.0}),
        "marked indirect source": Logistic(5.0, {}),
        "quotation": Logistic(0.0, {"marked": 1.0}),
        "indirect": Logistic(0.0, {"marked": 1.0}),
        "speaker": Logistic(0.0, {"source": 1.0, "resolved": 1.0, "unresolved": -3.0}),
    },
)


def direct(speech: float, choice: float = 0.9) -> Statement:
    return Statement(QuotationType.DIRECT, PARTS, scores=(("speech", speech), ("choice", choice)))


def test_a_surer_decision_gives_a_higher_confidence() -> None:
    sure, unsure = (estimate(CALIBRATION, direct(p), 0.9) for p in (0.99, 0.6))
    assert sure.quotation > unsure.quotation
    assert sure.speaker == unsure.speaker


def test_a_doubtful_tag_makes_the_speaker_doubtful() -> None:
    sure, unsure = (estimate(CALIBRATION, direct(0.9, choice), 0.9) for choice in (0.99, 0.6))
    assert sure.speaker > unsure.speaker


def test_an_unresolved_source_makes_the_speaker_doubtful() -> None:
    resolved, not_resolved = (estimate(CALIBRATION, direct(0.9), p) for p in (0.9, None))
    assert resolved.speaker > not_resolved.speaker


def test_the_joint_confidence_is_that_both_are_right() -> None:
    sure = estimate(CALIBRATION, direct(0.9), 0.9)
    assert sure.joint == pytest.approx(sure.quotation * sure.speaker)


def test_an_indirect_statement_goes_by_its_evidence() -> None:
    said = Statement(QuotationType.INDIRECT, PARTS, evidence=(Feature("class: say", 1.0),))
    other = Statement(QuotationType.INDIRECT, PARTS)
    assert estimate(CALIBRATION, said, 0.9).quotation > estimate(CALIBRATION, other, 0.9).quotation
