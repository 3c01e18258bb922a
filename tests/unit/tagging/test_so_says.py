"""Sentences that say whose the ones before them are."""

from __future__ import annotations

import pytest

from tests.parses import parsed, report, tagged

SAID = [
    (
        "The bridge is unsafe. It should be closed at once. So says the pilot.",
        "says",
        "the pilot",
        "The bridge is unsafe. It should be closed at once.",
    ),
    (
        "The mill was shut in May. The river is dead. That, at least, is what the Orwell Trust "
        "says.",
        "says",
        "the Orwell Trust",
        "The mill was shut in May. The river is dead.",
    ),
    (
        "The lake is dry. So say the fishermen of Velde, who have lost their boats.",
        "say",
        "the fishermen of Velde",
        "The lake is dry.",
    ),
    (
        "The roads are safe, the police said. The bridge is closed. That is what drivers told the "
        "Velde Courier.",
        "told",
        "drivers",
        "The bridge is closed.",
    ),
]


@pytest.mark.parametrize(("text", "cue", "source", "content"), SAID)
def test_the_sentences_before_are_what_is_said(
    text: str, cue: str, source: str, content: str
) -> None:
    found = report(text, cue)
    assert (found["form"], found["source"], found["content"]) == ("tag", source, content)


NOT_SAID = [
    # an order; a clause of its own; a sentence that has its source
    "The rule is old. So tell the men that they may go.",
    "It was cold. That is what Loy says will kill the crop.",
    "The roads are safe, the police said. So says the pilot.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_points_at_no_sentence_takes_none(text: str) -> None:
    built = parsed(text)
    first = built.sentences[0]
    start = built.tokens[first.first].start
    whole = [
        p for r in tagged(text) for p in r.content if p.start == start and "." in p.of(built.text)
    ]
    assert not whole
