"""Calibrated probabilities from the raw scores of the stages."""

from onrecord.confidence.calibrate import Calibration, load, log_odds
from onrecord.confidence.estimate import (
    Case,
    Confidence,
    chain_values,
    estimate,
    estimate_chain,
    reasons,
)
from onrecord.confidence.signs import Circumstances

__all__ = [
    "Calibration",
    "Case",
    "Circumstances",
    "Confidence",
    "chain_values",
    "estimate",
    "estimate_chain",
    "load",
    "log_odds",
    "reasons",
]
