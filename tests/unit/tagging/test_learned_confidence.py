"""Calibrated probabilities, the kinds of cues, and files that do not fit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.errors import ModelUnavailable
from onrecord.tagging.learned import weights
from onrecord.tagging.learned.confidence import Calibrated
from onrecord.tagging.learned.kinds import kind_of
from onrecord.types import RelationKind

CURVE = {"intercept": 0.0, "weights": {"mean": 1.0}, "points": [0.2, 0.6], "heights": [0.1, 0.9]}
SPECIAL = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n"


def test_the_curve_is_straight_between_its_corners_and_level_beyond() -> None:
    model = Calibrated.from_json(CURVE)
    assert model.probability({"mean": -9.0}) == 0.1
    assert model.probability({"mean": 9.0}) == 0.9
    assert model.probability({"mean": 0.0}) == pytest.approx(0.7)


def test_a_curve_without_heights_is_none() -> None:
    with pytest.raises(ValueError, match="as many heights"):
        Calibrated.from_json({**CURVE, "heights": []})


@pytest.mark.parametrize(
    ("cue", "kind"),
    [
        ("said", RelationKind.SPEECH),
        ("thought", RelationKind.THOUGHT),
        ("has always believed", RelationKind.THOUGHT),
        ("worries", RelationKind.THOUGHT),
        ("hoping", RelationKind.THOUGHT),
        ("according to", RelationKind.SPEECH),
        (":", RelationKind.SPEECH),
    ],
)
def test_kind(cue: str, kind: RelationKind) -> None:
    assert kind_of(cue.split()) is kind


def parameters() -> dict[str, object]:
    return {
        "format": weights.FORMAT,
        "version": "made-up",
        "weighing": {"start": 1.0, "end": 0.5, "bonus": [0.0, 0.1, 0.2]},
        "confidence": dict.fromkeys(("source", "cue", "content", "relation"), CURVE),
    }


def write(folder: Path, content: object) -> None:
    (folder / weights.PIECES).write_text(SPECIAL, encoding="utf-8")
    (folder / weights.PARAMETERS).write_text(json.dumps(content), encoding="utf-8")


def test_parameters_are_read(tmp_path: Path) -> None:
    write(tmp_path, parameters())
    found = weights.read(tmp_path)
    assert found.version == "made-up"
    assert found.weighing.bonus == (0.0, 0.1, 0.2)
    assert len(found.vocabulary) == 5


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format": 0}, "format"),
        ({"weighing": {}}, "broken"),
        ({"confidence": {}}, "broken"),
    ],
)
def test_files_that_do_not_fit(tmp_path: Path, change: dict[str, object], message: str) -> None:
    write(tmp_path, {**parameters(), **change})
    with pytest.raises(ModelUnavailable, match=message):
        weights.read(tmp_path)


def test_missing_files(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="cannot be read"):
        weights.read(tmp_path)
