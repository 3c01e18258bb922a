"""What the tagger says of a string, as features."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.attribution.hearing import heard
from onrecord.attribution.scene import Scene
from tests.unit.attribution.scenes import document, scene


def hearing(*chances: float) -> Scene:
    return replace(scene(document("“ We sail . ”")), heard=chances)


def test_words_that_look_said_speak_against_nobody() -> None:
    assert heard(hearing(0.99), 0, "1-2")["tagger"] == -1.0
    assert heard(hearing(0.01), 0, "1-2")["tagger"] == 1.0
    assert heard(hearing(0.5), 0, "1-2")["tagger"] == 0.0


def test_it_counts_by_size_too() -> None:
    found = heard(hearing(0.9), 0, "3-4")

    assert found["tagger & words: 3-4"] == found["tagger"] == pytest.approx(-0.55, abs=0.01)


def test_no_features_without_a_tagger() -> None:
    assert heard(hearing(), 0, "1-2") == {}


def test_nothing_is_told_of_a_string_inside_another() -> None:
    nested = replace(scene(document("“ He said ‘ no ’ to me . ”")), heard=(0.9, 0.9))

    assert heard(nested, 0, "5-8")
    assert heard(nested, 1, "1-2") == {}
