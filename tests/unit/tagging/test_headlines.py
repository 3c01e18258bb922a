"""Tags of headlines."""

from __future__ import annotations

import pytest

from tests.parses import report, tagged


def test_a_headline_ends_in_source_and_verb() -> None:
    found = report("Dam to stay shut for a year, engineers say", "say")
    assert found == {
        "form": "tag",
        "source": "engineers",
        "content": "Dam to stay shut for a year",
    }


def test_a_verb_that_is_read_as_a_noun() -> None:
    found = report("Bells of Ostrey to fall silent at night, press reports", "reports")
    assert found["source"] == "press"
    assert found["content"] == "Bells of Ostrey to fall silent at night"


def test_a_verb_in_y() -> None:
    found = report("Bells of Ostrey to fall silent, verger testifies", "testifies")
    assert (found["source"], found["content"]) == ("verger", "Bells of Ostrey to fall silent")


def test_whoever_is_told_is_no_source() -> None:
    found = report("Dam was never tested, inquiry told", "told")
    assert (found.get("source"), found["addressee"]) == (None, "inquiry")


NO_HEADLINES = [
    "Dam to stay shut for a year",
    "Dam shut, mayor out, clerk in",
    "Dam to stay shut for a year, “engineers” say",
    "Dam to stay shut for a year, mayor has left and clerks say",
    "Dam to stay shut for a year, and now say",
    "Dam to stay shut for a year, it is what all of the engineers of Ostrey now say",
    "Dam shut, says mayor who has been away since the end of a very long May",
]


@pytest.mark.parametrize("text", NO_HEADLINES)
def test_what_is_no_headline_tag(text: str) -> None:
    assert not [r for r in tagged(text) if r.evidence.startswith("the headline")]


def test_who_says_so_may_stand_before_a_colon() -> None:
    (found,) = (r for r in tagged("Police: Dam was shut by force ¶ It leaked.") if r.cue is None)
    text = "Police: Dam was shut by force"
    assert found.source is not None and found.source.of(text) == "Police"
    assert [piece.of(text) for piece in found.content] == ["Dam was shut by force"]


def test_a_sort_of_article_says_nothing() -> None:
    assert not [r for r in tagged("Transcript: Dam holds for a night ¶ It leaked.") if r.content]
