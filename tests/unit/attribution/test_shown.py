"""Verbs by which documents state and people only do something."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.attribution.shown import is_shown
from onrecord.lexicon import cues
from tests.unit.attribution.scenes import document, report, scene


@pytest.mark.parametrize(
    ("source", "lemma", "expected"),
    [
        ("officers/NOUN", "show", True),
        ("Quill/PROPN", "demonstrate", True),
        ("they/PRON", "show", True),
        ("report/NOUN", "show", False),
        ("Quill/PROPN", "say", False),
        ("Quill/PROPN", "call", False),
        ("tides/NOUN", "show", False),
    ],
)
def test_people_show_things_and_documents_state_them(
    source: str, lemma: str, expected: bool
) -> None:
    field = source if source != "officers/NOUN" else "officers=officer/NOUN"
    built = document(f"Vane/PROPN said=say/VERB {field} did={lemma}/VERB “ great pluck ” .")
    inner = replace(report(built, "did", source.split("/", maxsplit=1)[0], lemma=lemma), outer=0)

    assert is_shown(scene(built), inner, cues.load()) is expected
    assert not is_shown(scene(built), replace(inner, outer=None), cues.load())
