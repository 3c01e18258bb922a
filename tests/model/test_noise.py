"""Texts of marks and stray letters: an answer in seconds, and the prose beside them is read."""

from __future__ import annotations

import pytest

import onrecord
from onrecord import Pipeline
from onrecord.settings import Settings
from tests.pace import within

pytestmark = pytest.mark.model

PROSE = "\n\n“We sail at dawn,” said Ilse Randow, the harbour master."
SECONDS = 5.0
"""Processor time for 100,000 characters; a parser alone took 10 to 15."""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return onrecord.load_pipeline(Settings(max_characters=200_000))


@pytest.mark.parametrize("noise", ['"a ' + "'" * 99_990, "'a " * 33_333, '"a. ' * 25_000])
def test_noise_costs_little_and_hides_nothing(pipeline: Pipeline, noise: str) -> None:
    pipeline.extract(PROSE)

    with within(SECONDS):
        found = pipeline.extract(noise + PROSE)
    assert found.quotes[-1].parts[0].of(found.text) == "We sail at dawn,"
    assert found.quotes[-1].speaker is not None
