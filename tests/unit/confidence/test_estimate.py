"""Which values of a statement the calibration reads."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from onrecord.confidence import (
    Calibration,
    Case,
    Confidence,
    chain_values,
    estimate,
    estimate_chain,
    reasons,
)
from onrecord.confidence.calibrate import Logistic
from onrecord.confidence.estimate import quotation_values, speaker_values
from onrecord.types import Feature, QuotationType, Statement, TextSpan

PARTS = (TextSpan(0, 5),)
CALIBRATION = Calibration(
    {
        "quotation": Logistic(
            0.0, {"is it speech": 1.0, "in the headline": -1.0, "class: say": 2.0, "indirect": -1.0}
        ),
        "speaker": Logistic(
            0.25,
            {
                "lead of its tag": 1.0,
                "rule of who it is": 1.0,
                "speaker not found": -3.0,
                "tagger: another source": -2.0,
            },
        ),
        "chain": Logistic(0.0, {"its quotation": 1.0, "several hops": -1.0}),
    },
)


def direct(speech: float, choice: float = 0.9, resolved: float | None = 0.9) -> Case:
    scores = (("speech", speech), ("choice", choice))
    return Case(Statement(QuotationType.DIRECT, PARTS, scores=scores), resolved)


def test_a_surer_decision_gives_a_higher_confidence() -> None:
    sure, unsure = (estimate(CALIBRATION, direct(p)) for p in (0.99, 0.6))
    assert sure.quotation > unsure.quotation
    assert sure.speaker == unsure.speaker


def test_a_doubtful_tag_makes_the_speaker_doubtful() -> None:
    sure, unsure = (estimate(CALIBRATION, direct(0.9, choice)) for choice in (0.99, 0.6))
    assert sure.speaker > unsure.speaker


def test_an_unresolved_source_makes_the_speaker_doubtful() -> None:
    resolved, not_resolved = (
        estimate(CALIBRATION, direct(0.9, resolved=score)) for score in (0.9, None)
    )
    assert resolved.speaker > not_resolved.speaker


def test_a_sign_makes_doubtful_what_it_speaks_against() -> None:
    plain = direct(0.9)
    signed = replace(plain, signs={"in the headline": 1.0, "tagger: another source": 1.0})
    assert estimate(CALIBRATION, signed).quotation < estimate(CALIBRATION, plain).quotation
    assert estimate(CALIBRATION, signed).speaker < estimate(CALIBRATION, plain).speaker


def test_the_joint_confidence_is_that_both_are_right() -> None:
    sure = estimate(CALIBRATION, direct(0.9))
    assert sure.joint == pytest.approx(sure.quotation * sure.speaker)


def test_an_indirect_statement_goes_by_its_evidence() -> None:
    said = Statement(QuotationType.INDIRECT, PARTS, evidence=(Feature("class: say", 1.0),))
    other = Statement(QuotationType.INDIRECT, PARTS)
    sure, unsure = (estimate(CALIBRATION, Case(one, 0.9)) for one in (said, other))
    assert sure.quotation > unsure.quotation


def test_a_chain_is_no_surer_for_more_hops_and_surer_for_a_surer_quotation() -> None:
    one = estimate_chain(CALIBRATION, Confidence(0.9, 0.9), {})
    assert estimate_chain(CALIBRATION, Confidence(0.9, 0.9), {"several hops": 1.0}) < one
    assert estimate_chain(CALIBRATION, Confidence(0.9, 0.5), {}) < one


def test_reasons_are_what_each_value_adds_to_the_log_odds() -> None:
    case = replace(direct(0.9), signs={"tagger: another source": 1.0})
    told = dict(reasons(CALIBRATION, case))
    assert Feature("the trained tagger has another source", 1.0, -2.0) in told["speaker"]
    added = sum(feature.contribution for feature in told["speaker"])
    expected = estimate(CALIBRATION, case).speaker
    assert 1 / (1 + math.exp(-added)) == pytest.approx(expected, abs=1e-4)


def test_reasons_start_from_what_holds_without_any_sign_and_leave_out_what_adds_nothing() -> None:
    base, *signs = dict(reasons(CALIBRATION, direct(0.9)))["speaker"]
    assert base == Feature("what holds before any sign is read", 1.0, 0.25)
    assert all(sign.contribution for sign in signs)


def test_the_reasons_of_an_attribution_add_up_too() -> None:
    sure = Confidence(0.9, 0.8)
    values = chain_values(sure, {"several hops": 1.0, "a hop without a speaker": 0.0})
    told = dict(reasons(CALIBRATION, direct(0.9), values))["chain"]
    added = sum(feature.contribution for feature in told)
    expected = estimate_chain(CALIBRATION, sure, {"several hops": 1.0})
    assert 1 / (1 + math.exp(-added)) == pytest.approx(expected, abs=1e-4)
    assert "several steps in the attribution" in [feature.name for feature in told]


def test_what_the_tagger_says_counts_by_itself_for_words_outside_quotation_marks() -> None:
    signs = {"tagger: nothing here": 1.0, "in the headline": 1.0}
    plain = quotation_values(replace(direct(0.9), signs=signs))
    assert not any("direct" in name for name in plain)
    mixed = Statement(QuotationType.MIXED, PARTS)
    values = quotation_values(Case(mixed, 0.9, signs))
    assert values["mixed"] == values["mixed, tagger: nothing here"] == 1.0
    assert "mixed, in the headline" not in values


@pytest.mark.parametrize(("follows", "value"), [(None, 0.0), (0, 1.0)])
def test_a_quotation_that_shares_the_speaker_of_another_has_no_tag_of_its_own(
    follows: int | None, value: float
) -> None:
    values = speaker_values(Case(Statement(QuotationType.DIRECT, PARTS, follows=follows), 0.9))
    assert values["no tag of its own"] == value
