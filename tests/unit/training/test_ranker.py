"""Weights of the tags."""

from __future__ import annotations

from onrecord.types import Candidate, Feature
from training import ranker
from training.examples import Example

NEAR = Candidate(0, 0, None, (Feature("near", 1.0),))
FAR = Candidate(0, 1, None, (Feature("far", 1.0),))
TITLE = Candidate(0, None, None, (Feature("no speech", 1.0), Feature("title", 1.0)), spoken=False)
PLAIN = Candidate(0, None, None, (Feature("no speech", 1.0),), spoken=False)


def spoken() -> list[Example]:
    return [Example("a", (NEAR, FAR, PLAIN), (True, False, False), True)] * 30


def mute() -> list[Example]:
    return [Example("a", (NEAR, FAR, TITLE), (False, False, True), False)] * 30


def test_the_right_tag_gets_the_greater_weight() -> None:
    weights = ranker.fit(spoken())

    assert weights["near"] > 0 > weights["far"]


def test_strings_that_are_nobodys_speech_teach_nothing_about_tags() -> None:
    assert ranker.fit(spoken() + mute()) == ranker.fit(spoken())
    assert "title" not in ranker.fit(spoken() + mute())


def test_rare_features_get_no_weight() -> None:
    odd = Candidate(0, 2, None, (Feature("odd", 1.0),))

    assert "odd" not in ranker.fit([*spoken(), Example("b", (NEAR, odd), (True, False), True)])


def test_fitting_is_deterministic() -> None:
    assert ranker.fit(spoken()) == ranker.fit(spoken())
