"""What somebody does before quoted words without a tag."""

from __future__ import annotations

import pytest

from onrecord.lexicon import cues
from onrecord.tagging.beats import beats
from onrecord.tagging.scope import lay
from tests.build import document
from tests.unit.attribution.scenes import strings

SHOOK = "Vine/PROPN/nsubj/shook shook=shake/VERB his/PRON head/NOUN ."


def sources(*paragraphs: str) -> list[str]:
    built = document(*paragraphs)
    found = beats(lay(built, strings(built)), cues.load())
    return [r.source.of(built.text) for r in found if r.source is not None]


def test_a_person_who_does_something_speaks() -> None:
    assert sources(f"{SHOOK}\n“ It creaks . ”") == ["Vine"]
    assert sources("She/PRON/nsubj/turned turned=turn/VERB .\n“ No ! ”") == ["She"]
    assert sources("The baker/NOUN/nsubj/left left=leave/VERB .\n“ Why ? ”") == ["baker"]


NONE = {
    "a thing": "The mill=mill/NOUN/nsubj/fell fell=fall/VERB .\n“ We lost . ”",
    "a verb of saying": "Vine/PROPN/nsubj/said said=say/VERB no .\n“ It creaks . ”",
    "a tag behind": f"{SHOOK}\n“ It creaks , ” Cobb/PROPN/nsubj/said said=say/VERB .",
    "a string before": f"“ No . ”\n{SHOOK}\n“ It creaks . ”",
    "no sentence before": "“ It creaks . ”",
    "a colon before": "Vine/PROPN/nsubj/shook shook=shake/VERB it : “ It creaks . ”",
    "a fragment": f"{SHOOK}\n“ a mess ”",
    "two sentences before": f"It rained=rain/VERB .\n{SHOOK}\n“ It creaks . ”",
    "no verb": "Vine/PROPN .\n“ It creaks . ”",
}


@pytest.mark.parametrize("paragraph", NONE.values(), ids=NONE)
def test_what_is_no_beat(paragraph: str) -> None:
    assert sources(paragraph) == []
