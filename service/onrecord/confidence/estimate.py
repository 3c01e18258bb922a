"""How sure the answer is: the values that the calibration reads of a statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.confidence.calibrate import Calibration, log_odds
from onrecord.types import Feature, QuotationType, Statement

Values = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Case:
    """One statement and all that tells how sure it is.

    Attributes:
        statement: with its raw scores and evidence.
        resolved: raw score of the speaker's resolution, or None where there is no speaker.
        signs: what else speaks for and against it (`signs.py`).
    """

    statement: Statement
    resolved: float | None = None
    signs: Values = field(default_factory=dict)

    @property
    def indirect(self) -> bool:
        """Whether its words stand outside quotation marks."""
        return self.statement.type is QuotationType.INDIRECT

    @property
    def mixed(self) -> float:
        """1 for a reported clause that holds quoted words."""
        return float(self.statement.type is QuotationType.MIXED)


@dataclass(frozen=True, slots=True)
class Confidence:
    """Calibrated probabilities of one statement.

    Attributes:
        quotation: that it is a quotation of somebody, with these words.
        speaker: that its speaker is right, given that it is one.
    """

    quotation: float
    speaker: float

    @property
    def joint(self) -> float:
        """That both are right."""
        return self.quotation * self.speaker


def estimate(calibration: Calibration, case: Case) -> Confidence:
    """The confidence of a statement."""
    question = "indirect" if case.indirect else "quotation"
    quotation = calibration.probability(question, quotation_values(calibration, case))
    speaker = calibration.probability("speaker", speaker_values(calibration, case))
    return Confidence(round(quotation, 4), round(speaker, 4))


def reasons(calibration: Calibration, case: Case) -> tuple[tuple[str, tuple[Feature, ...]], ...]:
    """For each probability of a statement, what each value added to its log-odds."""
    question = "indirect" if case.indirect else "quotation"
    quotation = quotation_values(calibration, case)
    speaker = speaker_values(calibration, case)
    return (
        ("quotation", calibration.models[question].contributions(quotation)),
        ("speaker", calibration.models["speaker"].contributions(speaker)),
    )


def estimate_chain(calibration: Calibration, sure: Confidence, values: Values) -> float:
    """The probability that the words of an attribution and all its hops are right."""
    return round(calibration.probability("chain", chain_values(sure, values)), 4)


def quotation_values(calibration: Calibration, case: Case) -> Values:
    """What tells whether it is a quotation of somebody, with these words."""
    question = "marked indirect" if case.indirect else "marked"
    marked = calibration.probability(question, marked_values(case))
    return {**case.signs, "as a quotation in news": log_odds(marked), "mixed": case.mixed}


def speaker_values(calibration: Calibration, case: Case) -> Values:
    """What tells whether its source is found and resolved to the right speaker."""
    question = "marked indirect source" if case.indirect else "marked source"
    source = calibration.probability(question, source_values(case))
    return {
        **case.signs,
        "its source in news": log_odds(source),
        "rule of who it is": log_odds(case.resolved) if case.resolved is not None else 0.0,
        "speaker not found": float(case.resolved is None),
        "no tag of its own": float(case.statement.follows is not None),
        "indirect": float(case.indirect),
        "mixed": case.mixed,
    }


def marked_values(case: Case) -> Values:
    """What tells whether people would mark the words as a quotation in news."""
    if case.indirect:
        return {**case.signs, **_evidence(case.statement)}
    speech = dict(case.statement.scores).get("speech", 0.5)
    return {**case.signs, "is it speech": log_odds(speech), "mixed": case.mixed}


def source_values(case: Case) -> Values:
    """What tells whether people would mark the same source."""
    if case.indirect:
        return {**case.signs, **_evidence(case.statement)}
    return {
        **case.signs,
        "lead of its tag": log_odds(dict(case.statement.scores).get("choice", 0.5)),
        "no tag of its own": float(case.statement.follows is not None),
        "mixed": case.mixed,
    }


def chain_values(sure: Confidence, values: Values) -> Values:
    """What tells whether a chain is right: whether its statement is, and its form."""
    return {**values, "its quotation": log_odds(sure.joint)}


def _evidence(statement: Statement) -> Values:
    return {feature.name: feature.value for feature in statement.evidence}
