"""The fitted parameters that ship."""

from __future__ import annotations

import pytest

from onrecord import attribution, confidence
from onrecord.bootstrap import load_tagger

pytestmark = pytest.mark.model


def test_the_weights_and_the_calibration_belong_together() -> None:
    ranker = attribution.load()
    calibration = confidence.load(ranker.version, load_tagger().version)
    assert ranker.weights
    assert {"quotation", "speaker", "chain"} <= set(calibration.models)
