"""Speech that a dash opens, and what else starts with one."""

from __future__ import annotations

import pytest

from onrecord.document.paragraphs import split
from onrecord.quotations.dashes import dash_speech


def speech(text: str) -> list[str]:
    found = dash_speech(text, split(text))
    return [piece.of(text) for pieces in found.values() for _, piece in pieces]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("— We sail, — said Ilse.", ["We sail,"]),
        ("– We sail, – said Ilse. – Alone.", ["We sail,", "Alone."]),
        ("-- When? asked Ilse.", ["When?"]),
        ("— I sail at dawn, said Ilse.\n— Why?", ["I sail at dawn,", "Why?"]),
        ("— The port is shut, said the mayor.\n— The ferry is free.", []),
        ("— Ilse Randow, harbour master", []),
        ("- We sail, - said Ilse.", []),
        # further words and a further tag
        ("– We sail, said Ilse, the pilot. – Alone.", ["We sail,", "Alone."]),
        ("— We sail, — said Ilse. — When? — asked Orla.", ["We sail,", "When?"]),
        # as in Spanish
        ("—We sail —said Ilse—. Alone.\n—When?", ["We sail", "Alone.", "When?"]),
        ("—The pilot —who said nothing— left.", []),
        # a hyphen opens speech where its own paragraph shows a tag
        ("- It is cold. I sail, says Ilse.\n- The port.", ["It is cold. I sail,"]),
        ("- When? asked Ilse.", ["When?"]),
        ("- Who sails? The mayor said nothing.", []),
        ("- The port is shut, the mayor said.", []),
        ("We sail, — said Ilse.", []),
    ],
)
def test_speech_behind_a_dash(text: str, found: list[str]) -> None:
    assert speech(text) == found
