"""How sure the answer is: the values that the calibration reads of a statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.confidence.calibrate import Calibration, Logistic, log_odds
from onrecord.confidence.wording import BASE, worded
from onrecord.types import Feature, QuotationType, Statement

Values = Mapping[str, float]

TAGGER = "tagger: "
"""How the names of signs of the tagger begin."""


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
    quotation = calibration.probability("quotation", quotation_values(case))
    speaker = calibration.probability("speaker", speaker_values(case))
    return Confidence(round(quotation, 4), round(speaker, 4))


def reasons(
    calibration: Calibration, case: Case, chain: Values | None = None
) -> tuple[tuple[str, tuple[Feature, ...]], ...]:
    """For each probability of a statement, what it starts from and what each value added to that.

    The contributions to one probability are its log-odds when summed.

    Args:
        chain: what `chain_values` tells of its attribution, where it has one.
    """
    values = {"quotation": quotation_values(case), "speaker": speaker_values(case)}
    values |= {"chain": chain} if chain else {}
    return tuple((name, _reasons(calibration.models[name], of)) for name, of in values.items())


def _reasons(model: Logistic, values: Values) -> tuple[Feature, ...]:
    added = (f for f in model.contributions(values) if f.contribution)
    told = (Feature(worded(f.name), f.value, f.contribution) for f in added)
    return (Feature(BASE, 1.0, model.intercept), *told)


def estimate_chain(calibration: Calibration, sure: Confidence, values: Values) -> float:
    """The probability that the words of an attribution and all its hops are right."""
    return round(calibration.probability("chain", chain_values(sure, values)), 4)


def quotation_values(case: Case) -> Values:
    """What tells whether it is a quotation of somebody, with these words."""
    own = _evidence(case.statement) if case.indirect else _score(case, "speech", "is it speech")
    return {**_signs(case), **own}


def speaker_values(case: Case) -> Values:
    """What tells whether its source is found and resolved to the right speaker."""
    tag = {} if case.indirect else _score(case, "choice", "lead of its tag")
    return {
        **_signs(case),
        **tag,
        "rule of who it is": log_odds(case.resolved) if case.resolved is not None else 0.0,
        "speaker not found": float(case.resolved is None),
        "no tag of its own": float(case.statement.follows is not None),
    }


def _signs(case: Case) -> Values:
    """All signs; what the tagger says counts otherwise for words outside quotation marks."""
    kind = case.statement.type
    if kind is QuotationType.DIRECT:
        return case.signs
    apart = {f"{kind.value}, {n}": v for n, v in case.signs.items() if n.startswith(TAGGER)}
    return {**case.signs, **apart, kind.value: 1.0}


def _score(case: Case, score: str, name: str) -> Values:
    return {name: log_odds(dict(case.statement.scores).get(score, 0.5))}


def chain_values(sure: Confidence, values: Values) -> Values:
    """What tells whether a chain is right: whether its statement is, and its form."""
    return {**values, "its quotation": log_odds(sure.joint)}


def _evidence(statement: Statement) -> Values:
    return {feature.name: feature.value for feature in statement.evidence}
