"""The signs of the confidence in words."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from onrecord.confidence.calibrate import PARAMETERS
from onrecord.confidence.wording import worded

SHIPPED = json.loads(files("onrecord.confidence").joinpath(PARAMETERS).read_text(encoding="utf-8"))[
    "models"
]
SIGNS = sorted({sign for model in SHIPPED.values() for sign in model["weights"]})


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_with_a_weight_has_words(sign: str) -> None:
    assert worded(sign) != sign
    assert not worded(sign).startswith(("tagger", "source:", "cue:"))


def test_no_two_signs_have_the_same_words() -> None:
    assert len({worded(sign) for sign in SIGNS}) == len(SIGNS)


def test_a_sign_that_is_counted_once_more_says_so() -> None:
    told = worded("mixed, tagger: same cue")
    assert told == f"{worded('tagger: same cue')} (counted once more, for quoted words in a clause)"


def test_a_sign_of_a_family_names_its_value() -> None:
    assert worded("rivals: 2") == "others that the source might have been: 2"


def test_a_sign_without_words_keeps_its_name() -> None:
    assert worded("new") == "new"
