"""How sure the answer is: the values that the calibration reads of a statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.confidence.calibrate import Calibration, log_odds
from onrecord.types import QuotationType, Statement


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


def estimate(calibration: Calibration, statement: Statement, resolved: float | None) -> Confidence:
    """The confidence of a statement.

    Args:
        calibration: the fitted models.
        statement: the statement with its raw scores and evidence.
        resolved: raw score of the speaker's resolution, or None where there is no speaker.
    """
    question = "indirect" if statement.type is QuotationType.INDIRECT else "quotation"
    quotation = calibration.probability(question, quotation_values(calibration, statement))
    speaker = calibration.probability("speaker", speaker_values(calibration, statement, resolved))
    return Confidence(round(quotation, 4), round(speaker, 4))


def quotation_values(calibration: Calibration, statement: Statement) -> Mapping[str, float]:
    """What tells whether it is a quotation of somebody, with these words."""
    if statement.type is QuotationType.INDIRECT:
        marked = calibration.probability("marked indirect", evidence_values(statement))
    else:
        marked = calibration.probability("marked", speech_values(statement))
    return {"marked": log_odds(marked), "mixed": float(statement.type is QuotationType.MIXED)}


def speaker_values(
    calibration: Calibration, statement: Statement, resolved: float | None
) -> Mapping[str, float]:
    """What tells whether its source is found and resolved to the right speaker."""
    indirect = statement.type is QuotationType.INDIRECT
    if indirect:
        source = calibration.probability("marked indirect source", evidence_values(statement))
    else:
        source = calibration.probability("marked source", choice_values(statement))
    return {
        "source": log_odds(source),
        "resolved": log_odds(resolved) if resolved is not None else 0.0,
        "unresolved": float(resolved is None),
        "follows": float(statement.follows is not None),
        "indirect": float(indirect),
        "mixed": float(statement.type is QuotationType.MIXED),
    }


def speech_values(statement: Statement) -> Mapping[str, float]:
    """What tells whether people would mark quoted words as a quotation."""
    return {
        "speech": log_odds(dict(statement.scores).get("speech", 0.5)),
        "mixed": float(statement.type is QuotationType.MIXED),
    }


def choice_values(statement: Statement) -> Mapping[str, float]:
    """What tells whether people would mark the same source of quoted words."""
    return {
        "choice": log_odds(dict(statement.scores).get("choice", 0.5)),
        "follows": float(statement.follows is not None),
        "mixed": float(statement.type is QuotationType.MIXED),
    }


def evidence_values(statement: Statement) -> Mapping[str, float]:
    """What tells whether people would mark a reported clause, and with the same source."""
    return {feature.name: feature.value for feature in statement.evidence}
