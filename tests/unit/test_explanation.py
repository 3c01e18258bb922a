"""Why a quotation got its speaker, told of statements made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from onrecord.attribution import Decision, Scene
from onrecord.confidence import Calibration, Case
from onrecord.confidence.calibrate import Logistic
from onrecord.explanation import MOST_DECIDING, Explainer
from onrecord.types import (
    Candidate,
    Construction,
    Explanation,
    Feature,
    QuotationType,
    QuotedString,
    Report,
    Resolution,
    Speaker,
    SpeakerKind,
    Statement,
    TextSpan,
    Way,
)
from tests.build import document, span

BUILT = document(
    "“ No lamps ” said=say/VERB she/PRON/nsubj/said .",
    "“ None at all . ”",
    "Mara/PROPN/compound/Lorne Lorne/PROPN/nsubj/says says=say/VERB so .",
)
SHE, SAID, LORNE = span(BUILT, "she"), span(BUILT, "said"), span(BUILT, "Mara Lorne")
FIRST, SECOND = span(BUILT, "No lamps"), span(BUILT, "None at all.")
QUILL = Speaker("s1", "Ada Quill", SpeakerKind.PERSON, True, None, (SHE,))
MARA = Speaker("s2", "Mara Lorne", SpeakerKind.PERSON, True, None, (LORNE,))
CLOSE = "pronoun, close candidates"
KNOWN = Resolution(
    (QUILL, MARA),
    ((SHE, 0, 0.5), (LORNE, 1, 0.9)),
    (CLOSE, "name"),
    (("Mara Lorne", "Jo Pell"), ()),
)
EVEN = Calibration({name: Logistic(0.0, {}) for name in ("quotation", "speaker", "chain")})
REACH = TextSpan(0, BUILT.paragraphs[0].end)
TAG = Report(Construction.TAG, SAID, "say", SHE, (), REACH)
FAR = Report(Construction.TAG, span(BUILT, "says"), "say", LORNE, (), BUILT.paragraphs[2])
TAGGED = Statement(QuotationType.DIRECT, (FIRST,), (FIRST,), report=0, source=SHE, cue=SAID)
FOLLOWING = Statement(QuotationType.DIRECT, (SECOND,), (SECOND,), follows=0)


def candidate(
    report: int | None = None,
    follows: int | None = None,
    score: float = 0.0,
    given: Mapping[str, float] | None = None,
) -> Candidate:
    evidence = tuple(Feature(name, 1.0, weight) for name, weight in (given or {}).items())
    return Candidate(0, report, follows, evidence, score)


BY_TAG = candidate(0, None, 3.0, {"near": 2.5, "verb": 1.0, "comma": 0.5})
BY_FAR_TAG = candidate(1, None, 1.0, {"verb": 1.0, "far": -0.5})
NOBODY = Candidate(0, None, None, (Feature("short", 1.0, 1.0),), -2.0, spoken=False)
DECIDED = Decision(BY_TAG, 0.9, 0.8, (BY_TAG, BY_FAR_TAG, NOBODY))
FOLLOWS = candidate(None, 0, 1.0, {"goes on": 1.0})
UNTAGGED = candidate(score=0.5)
FOLLOWED = Decision(FOLLOWS, 0.9, 0.6, (FOLLOWS, UNTAGGED, NOBODY))


def quoted(words: TextSpan) -> QuotedString:
    return QuotedString((words,), TextSpan(words.start - 1, words.end + 1))


def explained(
    number: int = 0,
    statements: tuple[Statement, ...] = (TAGGED, FOLLOWING),
    decisions: tuple[Decision, ...] = (DECIDED, FOLLOWED),
    who: Resolution = KNOWN,
) -> Explanation:
    scene = Scene(BUILT, (quoted(FIRST), quoted(SECOND)), (TAG, FAR))
    explainer = Explainer(scene, decisions, statements, who, EVEN)
    return explainer.explanation(number, Case(statements[number], 0.5))


def test_the_ways_are_told_with_the_chosen_one_first() -> None:
    chosen, rival = explained().weighed
    assert (chosen.way, chosen.source, chosen.cue) == (Way.TAG, SHE, SAID)
    assert chosen.chosen
    assert not rival.chosen
    assert chosen.probability > rival.probability
    assert chosen.probability + rival.probability == pytest.approx(1.0, abs=1e-3)


def test_deciding_is_what_the_chosen_way_has_and_the_next_one_has_not() -> None:
    leads = {feature.name: feature.contribution for feature in explained().deciding}
    assert leads == {"near": 2.5, "far": 0.5, "comma": 0.5}


def test_no_more_than_a_few_features_are_called_deciding() -> None:
    many = candidate(0, None, 9.0, {f"sign {n}": 1.0 for n in range(20)})
    told = explained(decisions=(replace(DECIDED, chosen=many, weighed=(many, NOBODY)), FOLLOWED))
    assert len(told.deciding) == MOST_DECIDING


def test_what_spoke_against_its_being_speech_is_told_apart() -> None:
    assert explained().speech == (Feature("short", 1.0, 1.0),)


def test_the_summary_says_whose_tag_it_is_and_what_came_next() -> None:
    summary = explained().summary
    assert summary[0].startswith("The model chose the tag “said” of “she” (")
    assert summary[1].startswith("The next best was the tag “says” of “Mara Lorne” (")
    assert summary[2] == f"“she” is Ada Quill, by the rule: {CLOSE}."


def test_the_summary_names_who_else_the_source_might_have_been() -> None:
    assert explained().summary[3] == "It might have been Mara Lorne or Jo Pell."


def test_nobody_else_is_named_where_nobody_else_was_weighed() -> None:
    alone = replace(KNOWN, rivals=())
    assert not any("might" in sentence for sentence in explained(who=alone).summary)


def test_a_quotation_that_follows_another_is_explained_by_the_source_of_that() -> None:
    told = explained(1)
    assert told.weighed[0].follows == "q1"
    assert told.summary[0].startswith("The model chose the speaker of q1 (")
    assert told.summary[1].startswith("The next best was that nobody near is its source (")
    assert told.resolution == CLOSE


def test_words_that_are_followed_but_no_quotation_are_told_in_words() -> None:
    told = explained(0, (FOLLOWING,), (DECIDED, FOLLOWED))
    assert told.weighed[0].follows is None
    assert told.summary[0].startswith("The model chose the speaker of the quoted words before (")


def test_a_source_that_is_not_resolved_is_said_not_to_be() -> None:
    told = explained(who=Resolution((), (), ()))
    assert told.resolution is None
    assert "Who “she” is was not found." in told.summary


def test_a_quotation_without_a_source_is_said_to_have_none() -> None:
    alone = replace(FOLLOWING, follows=None)
    decided = replace(FOLLOWED, chosen=UNTAGGED, weighed=(UNTAGGED, NOBODY))
    told = explained(0, (alone,), (DECIDED, decided))
    assert told.summary[-1] == "Nobody is named as its source."
    assert "Nothing else came into question." in told.summary


def test_an_indirect_statement_is_explained_by_the_rule_that_found_it() -> None:
    scene = Scene(BUILT, (), (replace(TAG, evidence="the verb “said”"),))
    said = Statement(QuotationType.INDIRECT, (FIRST,), report=0, source=SHE, negated=True)
    told = Explainer(scene, (), (said,), KNOWN, EVEN).explanation(0, Case(said, 0.5))
    assert (told.rule, told.weighed, told.speech) == ("the verb “said”", (), ())
    assert told.summary[0] == "A rule found it: the verb “said”."
    assert told.summary[-1] == "The text says that it was not said, or denies it."


def test_an_indirect_statement_without_a_report_goes_on_in_the_voice_before() -> None:
    said = Statement(QuotationType.INDIRECT, (FIRST,), source=SHE)
    told = Explainer(Scene(BUILT, (), ()), (), (said,), KNOWN, EVEN).explanation(0, Case(said))
    assert told.rule == "it goes on in the voice of the source before"


def test_a_tag_without_verb_and_source_is_called_so() -> None:
    bare = replace(TAG, cue=None, source=None)
    scene = Scene(BUILT, (quoted(FIRST),), (bare, FAR))
    (told,) = (
        Explainer(scene, (DECIDED,), (TAGGED,), KNOWN, EVEN).explanation(0, Case(TAGGED, 0.5)),
    )
    assert told.summary[0].startswith("The model chose a tag without a verb (")


def test_the_signs_of_the_confidences_are_told() -> None:
    assert [name for name, _ in explained().confidences] == ["quotation", "speaker"]
