"""Why a quotation got its speaker, told of statements made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from onrecord.attribution import Decision, Scene
from onrecord.confidence import Calibration, Case
from onrecord.confidence.calibrate import Logistic
from onrecord.explanation import Explainer
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
from onrecord.ways import MOST_DECIDING
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
ALONE = replace(KNOWN, rivals=())
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
    leads = {feature.name: feature.contribution for feature in explained(who=ALONE).deciding}
    assert leads == {"near": 2.5, "far": 0.5, "comma": 0.5}


def test_no_more_than_a_few_features_are_called_deciding() -> None:
    many = candidate(0, None, 9.0, {f"sign {n}": 1.0 for n in range(20)})
    decided = replace(DECIDED, chosen=many, weighed=(many, BY_FAR_TAG, NOBODY))
    told = explained(decisions=(decided, FOLLOWED), who=ALONE)
    assert len(told.deciding) == MOST_DECIDING


def test_ways_that_weigh_the_same_are_said_to() -> None:
    same = replace(BY_TAG, report=1)
    told = explained(decisions=(replace(DECIDED, weighed=(BY_TAG, same, NOBODY)), FOLLOWED))
    assert told.deciding[0].name == "both ways weigh the same, and the first to come is taken"


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
    told = explained(who=ALONE)
    assert not any("might" in sentence for sentence in told.summary)
    assert told.rivals == ()


def test_whom_the_source_was_taken_for_rather_than_others_is_among_what_decided() -> None:
    told = explained()
    words = f"“she” is Ada Quill rather than Mara Lorne or Jo Pell: {CLOSE}"
    assert told.deciding[-1] == Feature(words, 1.0)
    assert told.rivals == ("Mara Lorne", "Jo Pell")


def test_a_source_beside_a_name_is_found_by_that() -> None:
    told = explained(who=replace(ALONE, names=((SHE, LORNE),)))
    assert told.resolution == f"apposition, {CLOSE}"
    assert "“she” stands in apposition to “Mara Lorne”." in told.summary


def test_a_quotation_that_follows_another_is_explained_by_the_source_of_that() -> None:
    told = explained(1)
    assert told.weighed[0].follows == "q1"
    assert told.summary[0].startswith("The model chose the speaker of q1 (")
    assert told.summary[1].startswith("The next best was that nobody near is its source (")
    assert told.resolution == CLOSE


def test_words_that_are_followed_but_no_quotation_are_told_in_words() -> None:
    told = explained(0, (FOLLOWING,), (DECIDED, FOLLOWED))
    assert told.weighed[0].follows is None
    chosen = (
        "The model chose the speaker of the quoted words before, which are taken for nobody's ("
    )
    assert told.summary[0].startswith(chosen)


def test_a_source_that_is_not_resolved_is_said_not_to_be() -> None:
    told = explained(who=Resolution((), (), ()))
    assert told.resolution is None
    assert "Who “she” is was not found." in told.summary


def test_a_quotation_without_a_source_is_said_to_have_none() -> None:
    alone = replace(FOLLOWING, follows=None)
    decided = replace(FOLLOWED, chosen=UNTAGGED, weighed=(UNTAGGED, NOBODY))
    told = explained(0, (alone,), (DECIDED, decided))
    assert told.rule == "neither a tag nor a quotation before it stands near"
    assert told.summary[-1] == "Nobody is named as its source."
    assert "Nothing else came into question." in told.summary


NESTED = "the innermost source has the words"


def test_a_rule_that_went_before_the_model_is_named_and_its_source_flagged() -> None:
    taken = replace(BY_FAR_TAG, evidence=(), rule=NESTED)
    said = replace(TAGGED, report=1, source=LORNE, cue=FAR.cue, taken=taken)
    told = explained(0, (said, FOLLOWING))
    assert told.rule == NESTED
    assert told.deciding == (Feature(NESTED, 1.0),)
    assert [(one.source, one.chosen) for one in told.weighed] == [(SHE, False), (LORNE, True)]
    assert told.summary[0].startswith("The model chose the tag “said” of “she” (")
    assert told.summary[1] == f"A rule went before that: {NESTED}."
    assert told.summary[2] == "By that it is the tag “says” of “Mara Lorne”."
    assert told.summary[3] == "“Mara Lorne” is Mara Lorne, by the rule: name."


def test_a_way_that_a_rule_brought_in_comes_last_with_no_probability() -> None:
    taken = Candidate(1, None, None, (Feature(NESTED, 1.0),), rule=NESTED)
    said = replace(FOLLOWING, follows=None, source=LORNE, context=True, taken=taken)
    decided = replace(FOLLOWED, weighed=(FOLLOWS, BY_TAG, NOBODY))
    *_, brought = explained(1, (TAGGED, said), (DECIDED, decided)).weighed
    assert (brought.way, brought.source, brought.chosen) == (Way.UNTAGGED, LORNE, True)
    assert brought.probability == 0.0
    assert brought.features == (Feature(NESTED, 1.0),)


def test_a_way_that_the_model_weighed_gets_the_source_that_a_rule_found() -> None:
    taken = Candidate(1, None, None, rule=NESTED)
    said = replace(FOLLOWING, follows=None, source=LORNE, context=True, taken=taken)
    told = explained(1, (TAGGED, said))
    assert [(one.source, one.chosen) for one in told.weighed] == [(None, False), (LORNE, True)]
    assert "By that it is “Mara Lorne” of the text around it." in told.summary


def test_a_rule_that_takes_the_likeliest_way_is_no_override() -> None:
    taken = replace(BY_TAG, rule=NESTED)
    told = explained(0, (replace(TAGGED, taken=taken), FOLLOWING))
    assert told.summary[0] == f"A rule tells whose it is: {NESTED}."
    assert told.rule == NESTED


def test_a_headline_whose_words_come_again_is_explained_by_those() -> None:
    headline = replace(TAGGED, echoes=1, taken=BY_TAG)
    below = replace(FOLLOWING, follows=None, source=LORNE)
    told = explained(0, (headline, below))
    assert told.rule is not None
    assert told.rule.startswith("the article says the same words again below")
    (chosen,) = [one for one in told.weighed if one.chosen]
    assert (chosen.way, chosen.follows) == (Way.FOLLOWS, "q2")
    assert told.resolution == "name"
    assert f"“she” by itself would have been Ada Quill: {CLOSE}." in told.summary
    assert told.summary[-1] == "“Mara Lorne” is Mara Lorne, by the rule: name."


def test_a_headline_whose_words_below_have_no_speaker_is_explained_by_its_tag() -> None:
    headline = replace(TAGGED, echoes=1, taken=BY_TAG)
    told = explained(0, (headline, replace(FOLLOWING, follows=None)))
    assert told.rule is None
    assert told.weighed[0].chosen


def test_an_indirect_statement_is_explained_by_the_rule_that_found_it() -> None:
    scene = Scene(BUILT, (), (replace(TAG, evidence="the verb “said”"),))
    said = Statement(QuotationType.INDIRECT, (FIRST,), report=0, source=SHE, negated=True)
    told = Explainer(scene, (), (said,), KNOWN, EVEN).explanation(0, Case(said, 0.5))
    form, verb, *_ = (feature.name for feature in told.deciding)
    assert form == told.rule == "the verb “said” in a tag of the clause"
    assert verb == "the verb is one of speech"
    assert (told.weighed, told.speech) == ((), ())
    assert told.summary[0] == "A rule found it: the verb “said” in a tag of the clause."
    assert all(feature.contribution == 0 for feature in told.deciding)
    assert told.features == told.deciding[:3]
    assert told.summary[-1] == "The text says that it was not said, or denies it."


def test_an_indirect_statement_without_a_report_goes_on_in_the_voice_before() -> None:
    said = Statement(QuotationType.INDIRECT, (FIRST,), source=SHE)
    told = Explainer(Scene(BUILT, (), ()), (), (said,), KNOWN, EVEN).explanation(0, Case(said))
    assert told.rule == "it goes on in the voice of the source before"
    assert "a sentence with “would” for its verb" in [feature.name for feature in told.deciding]


def test_a_clause_beside_quoted_words_is_told_by_their_tag() -> None:
    beside = Statement(QuotationType.INDIRECT, (SECOND,), report=0, source=SHE)
    told = explained(1, (TAGGED, beside))
    assert told.rule == "a clause of its own beside quoted words, under the same tag"
    assert told.features == (Feature(told.rule, 1.0),)


def test_a_tag_without_verb_and_source_is_called_so() -> None:
    bare = replace(TAG, cue=None, source=None)
    scene = Scene(BUILT, (quoted(FIRST),), (bare, FAR))
    (told,) = (
        Explainer(scene, (DECIDED,), (TAGGED,), KNOWN, EVEN).explanation(0, Case(TAGGED, 0.5)),
    )
    assert told.summary[0].startswith("The model chose a tag without a verb (")


def test_the_signs_of_the_confidences_are_told() -> None:
    assert [name for name, _ in explained().confidences] == ["quotation", "speaker"]


def test_a_report_in_a_sentence_of_its_own_behind_quoted_words_is_a_statement_by_itself() -> None:
    stated = Statement(QuotationType.INDIRECT, (SECOND,), report=0, source=SHE)
    told = explained(1, (replace(TAGGED, context=True), stated))
    assert told.rule == "a report in a tag of the clause"


def test_what_the_confidence_of_an_attribution_goes_by_is_told_where_there_is_one() -> None:
    scene = Scene(BUILT, (quoted(FIRST),), (TAG, FAR))
    made = Explainer(scene, (DECIDED,), (TAGGED,), KNOWN, EVEN)
    told = made.explanation(0, Case(TAGGED, 0.5), {"several hops": 1.0})
    assert [name for name, _ in told.confidences] == ["quotation", "speaker", "chain"]
