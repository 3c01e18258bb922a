"""Labels behind a string that leave no doubt."""

from __future__ import annotations

import pytest

from onrecord.attribution.signatures import is_signature
from tests.unit.attribution.scenes import document, label, scene, strings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“ We sail at dawn . ” — Ada/PROPN Quill/PROPN , mayor/NOUN", True),
        ("“ We sail at dawn . ” — Ada/PROPN Quill/PROPN left=leave/VERB", False),
        ("“ We sail . ” That was=be/AUX the verdict/NOUN of Ada/PROPN Quill/PROPN .", True),
    ],
)
def test_the_rest_of_the_paragraph_is_the_label_or_says_whose_the_words_are(
    text: str, expected: bool
) -> None:
    built = document(text)
    string = strings(built)[0]
    made = label(built, "Ada Quill", string, behind=True)

    assert is_signature(scene(built, made), string, made) is expected
