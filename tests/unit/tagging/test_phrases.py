"""From a noun to the mention of a source, and where a sentence proper begins."""

from __future__ import annotations

import pytest

from onrecord.tagging.datelines import body_start
from tests.parses import report, scoped

MENTIONS = [
    ("Chief Executive Ada Kern said profits would fall.", "Chief Executive Ada Kern"),
    ("Ada Kern, who runs the bank, said profits would fall.", "Ada Kern"),
    (
        "Two people familiar with the talks said profits would fall.",
        "Two people familiar with the talks",
    ),
    ("The clerk (an old man) said profits would fall.", "The clerk"),
    # how a document came to the paper is no part of what it is called
    ("A memo seen by the Herald said profits would fall.", "A memo"),
    ("A report published on Friday said profits would fall.", "A report"),
    ("Firms that the bank owns said profits would fall.", "Firms that the bank owns"),
    ("A memo that the Herald printed said profits would fall.", "A memo"),
    # what a document holds, and how one was met, neither
    ("The minutes of a talk at which Loy sang said profits would fall.", "The minutes of a talk"),
    ("A memo in which Loy resigned said profits would fall.", "A memo"),
    ("One engineer I met tonight said profits would fall.", "One engineer"),
    ("A trader who asked not to be named said profits would fall.", "A trader"),
    # a name in another tongue is one, whatever the parser makes of its preposition
    ("La Voix des Cols said profits would fall.", "La Voix des Cols"),
    ("The Gazeta do Porto said profits would fall.", "The Gazeta do Porto"),
    (
        "Engineers who have left the firm said profits would fall.",
        "Engineers who have left the firm",
    ),
]


@pytest.mark.parametrize(("text", "mention"), MENTIONS)
def test_the_mention_of_a_source(text: str, mention: str) -> None:
    assert report(text, "said")["source"] == mention


BODIES = [
    ("OSTREY, May 3 (Meridian Wire) — The dam will hold, engineers said.", "The dam"),
    ("VALBORG — The dam will hold, engineers said.", "The dam"),
    ("18:05 — The dam will hold, engineers said.", "The dam"),
    ("The dam — an old one — will hold, engineers said.", "The dam"),
    ("NATO said the dam will hold.", "NATO"),
]


@pytest.mark.parametrize(("text", "begins"), BODIES)
def test_datelines_and_times_stand_before_the_sentence(text: str, begins: str) -> None:
    scope = scoped(text)
    assert scope.document.text[body_start(scope, scope.document.sentences[0]) :].startswith(begins)


def test_a_dateline_is_no_part_of_the_statement() -> None:
    text = "VALBORG — The dam will hold, engineers said."
    assert report(text, "said")["content"] == "The dam will hold"
