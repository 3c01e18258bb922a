"""Which phrases tell where, or through what, words were put."""

from __future__ import annotations

import pytest

from tests.parses import report

CARRIED = [
    ("Loy wrote in the Marrow Herald that the dam was old.", "wrote", "in the Marrow Herald"),
    ("Loy called the plan “a farce” in a letter to members.", "called", "in a letter to members"),
    ("Loy said on social media that the dam was old.", "said", "on social media"),
    ("Loy posted online that the dam was old.", "posted", "online"),
    ("Loy said by video link that the dam was old.", "said", "by video link"),
    ("Loy told managers on a Perch channel that the dam was old.", "told", "on a Perch channel"),
    (
        "Loy said on the sidelines of the summit that the dam was old.",
        "said",
        "on the sidelines of the summit",
    ),
    (
        "Loy said on the floor of the House that the dam was old.",
        "said",
        "on the floor of the House",
    ),
    ("In a circular dated Monday, the ministry said the dam was old.", "said", "In a circular"),
    (
        "Outside court she refused to say whether the dam was old.",
        "refused to say",
        "Outside court",
    ),
    (
        "Loy confirmed in an email to this newspaper that the dam was old.",
        "confirmed",
        "in an email to this newspaper",
    ),
    # where somebody is at home
    ("In the port of Ostrey, a skipper said the dam was old.", "said", None),
]


@pytest.mark.parametrize(("text", "cue", "medium"), CARRIED)
def test_what_carries_the_words(text: str, cue: str, medium: str | None) -> None:
    assert report(text, cue).get("medium") == medium
