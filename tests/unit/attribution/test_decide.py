"""Is it speech, and under which tag: two questions, two probabilities."""

from __future__ import annotations

import pytest

from onrecord.attribution import Ranker, decide
from onrecord.types import Candidate, Feature

TAG = Candidate(0, 0, None, (Feature("tag", 1.0),))
OTHER = Candidate(0, 1, None, (Feature("other", 1.0),))
ALONE = Candidate(0, None, None, (Feature("no tag", 1.0),))
NOBODY = Candidate(0, None, None, (Feature("no speech", 1.0),), spoken=False)


def decided(**weights: float) -> tuple[Candidate | None, float, float]:
    named = {name.replace("_", " "): value for name, value in weights.items()}
    [made] = decide(Ranker(named, "v"), [(OTHER, TAG, ALONE, NOBODY)])
    return made.chosen, made.speech, made.choice


def test_the_best_tag_is_chosen() -> None:
    chosen, speech, choice = decided(tag=3.0, no_speech=-2.0)

    assert chosen is not None and chosen.report == 0
    assert speech == pytest.approx(0.8808, abs=1e-4)
    assert choice == pytest.approx(0.9094, abs=1e-4)


def test_nobodys_speech_is_decided_apart_from_the_tags() -> None:
    chosen, speech, choice = decided(tag=30.0, no_speech=1.0)

    assert chosen is None
    assert speech == pytest.approx(0.2689, abs=1e-4)
    assert choice == 0.0


def test_speech_may_have_no_tag() -> None:
    chosen, _, _ = decided(no_tag=1.0, no_speech=-1.0)

    assert chosen is not None and chosen.report is None and chosen.follows is None


def test_extreme_scores_stay_finite() -> None:
    assert decided(no_speech=-1e6)[1] == pytest.approx(1.0)
