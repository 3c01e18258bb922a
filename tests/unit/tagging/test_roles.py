"""To whom the words are."""

from __future__ import annotations

import pytest

from tests.parses import report

TOLD = [
    ("Loy told reporters that the dam would hold.", "told", "reporters"),
    ("Loy said to the clerk that they were wrong.", "said", "the clerk"),
    ("Loy said the dam would hold.", "said", None),
    ("Marn promised the lamp would stay lit.", "promised", None),
    ("Marn promised voters that the lamp would stay lit.", "promised", "voters"),
    ("Marn promised a lamp “with two wicks”.", "promised", None),
    ("Loy told the truth about the dam.", "told", None),
    ("Loy told him nothing of the dam.", "told", "him"),
    ("Loy was known to friends as “the Otter”.", "known", None),
    # who is told in the passive, and who is shouted at; what answered is nobody
    ("The minister was told by an aide that the dam was old.", "told", "The minister"),
    ("Loy shouted at the clerk that the dam was old.", "shouted", "the clerk"),
    ("Loy said, to cheers, that the dam was old.", "said", None),
    ("A reporter asked which policy.", "asked", None),
]


@pytest.mark.parametrize(("text", "cue", "addressee"), TOLD)
def test_the_one_who_is_told(text: str, cue: str, addressee: str | None) -> None:
    assert report(text, cue).get("addressee") == addressee
