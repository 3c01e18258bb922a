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
    if statement.type is QuotationType.INDIRECT:
        quotation = calibration.probability("indirect", indirect_values(statement))
        source = calibration.probability("indirect source", indirect_values(statement))
    else:
        quotation = calibration.probability("quotation", quotation_values(statement))
        source = calibration.probability("source", source_values(statement))
    speaker = calibration.probability("speaker", speaker_values(resolved))
    return Confidence(round(quotation, 4), round(source * speaker, 4))


def quotation_values(statement: Statement) -> Mapping[str, float]:
    """What tells whether quoted words are a quotation."""
    return {
        "speech": log_odds(dict(statement.scores).get("speech", 0.5)),
        "mixed": float(statement.type is QuotationType.MIXED),
    }


def source_values(statement: Statement) -> Mapping[str, float]:
    """What tells whether quoted words have the right tag."""
    return {
        "choice": log_odds(dict(statement.scores).get("choice", 0.5)),
        "follows": float(statement.follows is not None),
        "mixed": float(statement.type is QuotationType.MIXED),
    }


def speaker_values(resolved: float | None) -> Mapping[str, float]:
    """What tells whether the source was resolved to the right speaker."""
    return {
        "resolved": log_odds(resolved) if resolved is not None else 0.0,
        "unresolved": float(resolved is None),
    }


def indirect_values(statement: Statement) -> Mapping[str, float]:
    """What tells whether a reported clause is a statement of its source."""
    return {feature.name: feature.value for feature in statement.evidence}
