"""Who hears the words, where the cue does not say."""

from __future__ import annotations

import pytest

from tests.parses import report

HEARD = [
    (
        "Speaking to reporters outside the court on Monday, Loy said the dam was old.",
        "said",
        "reporters",
    ),
    ("Addressing a rally, Loy said the dam was old.", "said", "a rally"),
    ("Loy wrote to the council on 3 May saying the dam was old.", "saying", "the council"),
    ("Loy testified before the committee that the dam was old.", "testified", "the committee"),
    ("The council said Marn had informed it that the dam was old.", "informed", "it"),
    # an outlet that was spoken to is the medium
    ("Speaking to the Marrow Herald, Loy said the dam would hold.", "said", None),
    ("Loy, speaking at a rally, said the dam would hold.", "said", None),
    ("Loy resigned on Monday, saying that the dam was old.", "saying", None),
]


@pytest.mark.parametrize(("text", "cue", "addressee"), HEARD)
def test_who_hears_it(text: str, cue: str, addressee: str | None) -> None:
    assert report(text, cue).get("addressee") == addressee
