"""Sentences that say whose the words right before them are."""

from __future__ import annotations

import pytest

from onrecord.quotations import find
from onrecord.tagging.scope import lay
from onrecord.tagging.verdicts import verdict_reports
from tests.build import document

RUIZ = "Ana/PROPN/compound/Ruiz Ruiz/PROPN/pobj/{}"


def whose(text: str) -> list[str]:
    built = document(text)
    scope = lay(built, find(built.text, built.paragraphs))
    found = list(verdict_reports(scope))
    assert all(r.reach.end == r.source.end for r in found if r.source)
    return [r.source.of(built.text) for r in found if r.source]


@pytest.mark.parametrize(
    "line",
    [
        "That was=be/AUX the verdict/NOUN of/ADP/prep/verdict " + RUIZ.format("of") + " .",
        "That is=be/AUX the blunt/ADJ message/NOUN from/ADP/prep/message "
        + RUIZ.format("from")
        + " on Monday .",
        "Those were=be/AUX the words=word/NOUN of/ADP/prep/words " + RUIZ.format("of") + " .",
    ],
)
def test_whose_words_they_were(line: str) -> None:
    assert whose(f"“ Nothing will change . ”\n{line}") == ["Ana Ruiz"]


@pytest.mark.parametrize(
    "line",
    [
        "That was=be/AUX the end/NOUN of/ADP/prep/end " + RUIZ.format("of") + " .",
        "That was=be/AUX the verdict/NOUN .",
        "It was=be/AUX the verdict/NOUN of/ADP/prep/verdict " + RUIZ.format("of") + " .",
        "That shook=shake/VERB the verdict/NOUN of/ADP/prep/verdict " + RUIZ.format("of") + " .",
        "That",
        "",
    ],
)
def test_what_says_nothing_of_the_kind(line: str) -> None:
    assert whose(f"“ Nothing will change . ”\n{line}") == []
