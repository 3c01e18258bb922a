"""Explanations name what really decided: where that changes in the text, the answer does too."""

from __future__ import annotations

import pytest

import onrecord
from onrecord import Pipeline, pipeline
from onrecord.types import Quotation, Way

pytestmark = pytest.mark.model

BOTH = "“The pier is safe,” Ada Quill said.\n\n“The lamps are not,” Mara Lorne said."
BEFORE = "Mara Lorne said: “The pier is safe.” Ada Quill left the hall."


@pytest.fixture(scope="module")
def engine() -> Pipeline:
    return onrecord.load_pipeline()


def first(engine: Pipeline, text: str) -> Quotation:
    return engine.extract(text, explain=True).quotes[0]


def name(quote: Quotation) -> str | None:
    return quote.speaker.name if quote.speaker else None


@pytest.mark.parametrize(
    ("text", "speaker", "decided", "changed", "other"),
    [
        (
            BOTH,
            "Ada Quill",
            "other paragraph, tag behind",
            "“The pier is safe,” Mara Lorne said.\n\n“The lamps are not,” Ada Quill said.",
            "Mara Lorne",
        ),
        (
            BOTH,
            "Ada Quill",
            "words between, tag behind: 0",
            "“The pier is safe,” in red letters on a wall.\n\n“It is,” Mara Lorne said.",
            "Mara Lorne",
        ),
        (
            BEFORE,
            "Mara Lorne",
            "cue: say",
            "Mara Lorne left the hall. “The pier is safe,” Ada Quill said.",
            "Ada Quill",
        ),
    ],
)
def test_the_deciding_feature_decides(
    engine: Pipeline, text: str, speaker: str, decided: str, changed: str, other: str
) -> None:
    quote = first(engine, text)
    assert name(quote) == speaker
    assert quote.explanation is not None
    leads = {feature.name: feature.contribution for feature in quote.explanation.deciding}
    assert leads[decided] > 0
    assert name(first(engine, changed)) == other


def test_the_chosen_way_is_the_likeliest_and_says_whose_tag_it_is(engine: Pipeline) -> None:
    explanation = first(engine, BOTH).explanation
    assert explanation is not None
    chosen = next(one for one in explanation.weighed if one.chosen)
    assert chosen.way is Way.TAG
    assert chosen.source is not None
    assert chosen.source.of(BOTH) == "Ada Quill"
    assert chosen.probability == max(one.probability for one in explanation.weighed)
    assert "Ada Quill" in " ".join(explanation.summary)


def test_who_else_a_pronoun_might_have_been_is_told(engine: Pipeline) -> None:
    text = "Mary Lorne spoke at the mill. Anna Quill spoke at the mill.\n\n“It is safe,” she said."
    quote = first(engine, text)
    assert quote.explanation is not None
    (told,) = [s for s in quote.explanation.summary if s.startswith("It might have been ")]
    other = {"Mary Lorne", "Anna Quill"} - {name(quote)}
    assert all(one in told for one in other)


def test_nothing_is_explained_unless_asked_for(
    engine: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("explained without being asked")

    monkeypatch.setattr(pipeline, "Explainer", refused)
    assert engine.extract(BOTH).quotes[0].explanation is None
