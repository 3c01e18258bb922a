"""Weights, scores and the file they come from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.attribution import rank
from onrecord.attribution.rank import Ranker, probabilities
from onrecord.errors import ModelUnavailable
from onrecord.types import Candidate, Feature

FIRST = Candidate(0, 0, None, (Feature("near", 1.0), Feature("odd", 0.5)))
SECOND = Candidate(0, 1, None, (Feature("far", 1.0),))


def test_a_score_is_the_sum_of_what_its_features_add() -> None:
    found = Ranker({"near": 2.0, "odd": -1.0}, "v").score([SECOND, FIRST])

    assert [(c.report, c.score) for c in found] == [(0, 1.5), (1, 0.0)]
    assert found[0].evidence == (Feature("near", 1.0, 2.0), Feature("odd", 0.5, -0.5))


def test_ties_keep_their_order() -> None:
    assert [c.report for c in Ranker({}, "v").score([SECOND, FIRST])] == [1, 0]


def test_probabilities_sum_to_one_in_the_order_of_the_candidates() -> None:
    ranked = Ranker({"near": 1.0}, "v").score([FIRST, SECOND])

    found = probabilities(ranked)
    assert sum(found) == pytest.approx(1.0)
    assert found[0] > found[1]


@pytest.mark.parametrize("content", ["{", json.dumps({"format": 0})])
def test_a_broken_file_of_weights(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / rank.WEIGHTS).write_text(content)
    monkeypatch.setattr(rank, "files", lambda _: tmp_path)

    with pytest.raises(ModelUnavailable, match=r"weights\.json"):
        rank.load()
