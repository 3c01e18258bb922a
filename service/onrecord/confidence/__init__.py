"""Calibrated probabilities from the raw scores of the stages."""

from onrecord.confidence.calibrate import Calibration, load, log_odds
from onrecord.confidence.estimate import Confidence, estimate

__all__ = ["Calibration", "Confidence", "estimate", "load", "log_odds"]
