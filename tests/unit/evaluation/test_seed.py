"""The expectations about the seed article, held against made-up answers to a made-up article."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from evaluation import seed
from evaluation.errors import EvaluationError

TEXT = "\n\n".join(
    (
        "She responded by saying, “Ask the miller,” and left.",
        "He used his platform to express frustration, stating, “No flour.”",
        "Hegseth emphasized that the U.S. mill’s wheel was stuck.",
        "He made it clear that the miller’s cart was gone.",
        "Trump has made it clear that bread is dear.",
        "According to reports from the Wall Street Journal, the geese’s pond froze.",
    )
)


def quote(kind: str, text: str, speaker: str, **facts: Any) -> dict[str, Any]:
    title = facts.pop("title", None)
    return {"type": kind, "text": text, "speaker": {"name": speaker, "title": title}, **facts}


ANSWER: dict[str, Any] = {
    "quotes": [
        quote(
            "direct",
            "Ask the miller,",
            "Claudia Sheinbaum",
            title="President",
            speaker_mention={"text": "Sheinbaum"},
            cue={"text": "saying"},
        ),
        quote("direct", "No flour.", "Donald Trump", medium={"text": "his Truth Social platform"}),
        quote(
            "indirect",
            "the U.S. mill’s wheel was stuck",
            "Pete Hegseth",
            title="U.S. Secretary of Defense",
        ),
        quote("indirect", "the miller’s cart was gone", "Pete Hegseth"),
        quote("indirect", "bread is dear", "Donald Trump"),
    ],
    "attributions": [
        {
            "content": [{"text": "the geese’s pond froze"}],
            "chain": [
                {"speaker": {"name": "Wall Street Journal"}, "relation": "according_to"},
            ],
        }
    ],
}


def faults(answer: dict[str, Any]) -> list[str]:
    return [fault for outcome in seed.outcomes(TEXT, answer) for fault in outcome.faults]


def test_a_right_answer_passes_every_expectation() -> None:
    outcomes = seed.outcomes(TEXT, ANSWER)
    assert len(outcomes) == 7
    assert all(o.passed for o in outcomes)


def test_an_empty_answer_misses_everything_but_keeps_quiet_about_apostrophes() -> None:
    outcomes = seed.outcomes(TEXT, {"quotes": [], "attributions": []})
    assert [o.passed for o in outcomes] == [False] * 6 + [True]


@pytest.mark.parametrize(
    ("number", "field", "value", "fault"),
    [
        (0, "speaker", None, "speaker.name is None"),
        (0, "cue", {"text": "responded"}, "cue.text is 'responded'"),
        (1, "medium", None, "medium.text is None"),
        (2, "type", "mixed", "type is 'mixed'"),
        (4, "speaker", {"name": "Trump"}, "speaker.name is 'Trump'"),
    ],
)
def test_a_wrong_fact_is_named(number: int, field: str, value: object, fault: str) -> None:
    answer = copy.deepcopy(ANSWER)
    answer["quotes"][number][field] = value
    assert fault in faults(answer)


def test_a_wrong_chain_is_shown() -> None:
    answer = copy.deepcopy(ANSWER)
    answer["attributions"][0]["chain"][0]["relation"] = "said"
    assert faults(answer) == ["got [('Wall Street Journal', 'said')]"]


def test_words_between_apostrophes_taken_for_a_quotation_are_a_fault() -> None:
    answer = copy.deepcopy(ANSWER)
    answer["quotes"].append(quote("direct", "s wheel was stuck. He made it", "Pete Hegseth"))
    assert faults(answer) == ["direct quotation 's wheel was stuck. He made it'"]


def test_an_outcome_reads_as_a_line_with_its_faults_below() -> None:
    assert str(seed.Outcome("bread is found", ())) == "pass  bread is found"
    assert str(seed.Outcome("bread is found", ("it is not",))).splitlines() == [
        "FAIL  bread is found",
        "        it is not",
    ]


def test_another_article_is_refused() -> None:
    with pytest.raises(EvaluationError, match="not the expected one"):
        seed.outcomes("The mill burned.", ANSWER)
