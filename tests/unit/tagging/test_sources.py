"""Who is cited."""

from __future__ import annotations

import pytest

from onrecord.lexicon import cues
from onrecord.tagging import sources
from tests.parses import report, scoped

SOURCES = [
    ("Loy said the dam would hold.", "said", "Loy"),
    ("“We stopped,” said Ferran Loy.", "said", "Ferran Loy"),
    ("Ferran Loy, who said the dam was safe, has resigned.", "said", "Ferran Loy"),
    ("Loy was quoted as saying that the dam would hold.", "saying", "Loy"),
    ("Loy shut the gate and said it was late.", "said", "Loy"),
    ("Loy sold the mill, saying it was too old.", "saying", "Loy"),
    ("Investors were told by the clerk that the mill was lost.", "told", "the clerk"),
    ("The inn was once described in the Coastal Guide as “a cave with soup”.", "described", "the Coastal Guide"),
    ("The inspectors said the dam was safe but declined to say who had built it.", "declined to say", "The inspectors"),
    ("The clerk warned that it would flood, adding that boats were ready.", "adding", "The clerk"),
    ("Loy and Marn said the dam would hold.", "said", "Loy and Marn"),
]


@pytest.mark.parametrize(("text", "cue", "source"), SOURCES)
def test_the_source_of_a_cue(text: str, cue: str, source: str) -> None:
    assert report(text, cue)["source"] == source


UNKNOWN = [
    ("It was revealed that both had known.", "revealed"),
    ("Asked whether she would go, Marn shook her head.", "Asked"),
    ("Her husband was asked what he would miss.", "asked"),
    ("The mayor is said to have left.", "said"),
]


@pytest.mark.parametrize(("text", "cue"), UNKNOWN)
def test_a_passive_without_an_agent_names_nobody(text: str, cue: str) -> None:
    assert "source" not in report(text, cue)


RESUMED = [
    ("He said the emails had been lost but did not say what they were.", "say", True),
    ("He said the gate was shut and refused to say who had the key.", "refused", True),
    ("She said the clerk had been paid and added that it was late.", "added", True),
    ("He said the clerk would go and he told nobody.", "told", False),
    ("He said the clerk posed a threat and refused to drop the axe.", "refused", False),
    ("The vote was lost and the mayor said so.", "said", False),
]


@pytest.mark.parametrize(("text", "verb", "resumes"), RESUMED)
def test_a_second_cue_shares_the_subject_of_the_first(text: str, verb: str, resumes: bool) -> None:
    scope = scoped(text)
    token = next(t for t in scope.document.tokens if t.text == verb)
    assert (sources.resumed(scope, token, cues.load()) is not None) is resumes
