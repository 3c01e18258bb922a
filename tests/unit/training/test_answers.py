"""Answers held to the gold articles, and how sure models of other articles are of them."""

from __future__ import annotations

import pytest

from onrecord.attribution import Scene
from onrecord.confidence import Case, Confidence
from onrecord.confidence.calibrate import Calibration, Logistic
from onrecord.document.tree import Document
from onrecord.types import (
    Hop,
    HopRelation,
    QuotationType,
    Speaker,
    SpeakerKind,
    Statement,
    TextSpan,
)
from tests.build import document, span
from training.answers import Answer, Answered, AnsweredArticle, answers
from training.corpus import GoldAnswers, GoldChain, GoldSpeech
from training.scenes import Found

ADA = Speaker("s1", "Ada Quill", SpeakerKind.PERSON, True, None, ())
EVEN = Calibration(
    {
        name: Logistic(0.0, {})
        for name in ("marked", "marked source", "marked indirect", "marked indirect source")
    }
)


def article() -> Document:
    return document("“ No lamps burn here ” she/PRON/nsubj/said said=say/VERB .")


def gold(words: str, *names: str, chains: tuple[GoldChain, ...] = ()) -> GoldAnswers:
    speech = GoldSpeech((span(article(), words),), names)
    return GoldAnswers("dev-1", "wire", (speech,), chains)


def chain(*hops: str) -> GoldChain:
    return GoldChain((span(article(), "No lamps burn here"),), tuple((hop,) for hop in hops))


def answered(
    name: str | None,
    marked: GoldAnswers,
    type_: QuotationType = QuotationType.DIRECT,
    hops: tuple[Hop, ...] = (),
) -> Answer:
    built = article()
    statement = Statement(type_, (span(built, "No lamps burn here"),))
    found = Found(
        Scene(built, (), ()),
        (statement,),
        (name,),
        (Case(statement, 0.9),),
        {0: hops} if hops else {},
    )
    (answer,) = answers(found, marked)
    return answer


def test_an_answer_with_the_words_and_the_speaker_is_right() -> None:
    answer = answered("Ada Quill", gold("No lamps burn here", "Ada Quill"))
    assert (answer.found, answer.right) == (True, True)


@pytest.mark.parametrize("name", ["Quill Trust", None])
def test_another_speaker_is_wrong(name: str | None) -> None:
    answer = answered(name, gold("No lamps burn here", "Ada Quill"))
    assert (answer.found, answer.right) == (True, False)


def test_other_words_are_wrong_whoever_says_them() -> None:
    answer = answered("Ada Quill", gold("said", "Ada Quill"))
    assert (answer.found, answer.right) == (False, False)


@pytest.mark.parametrize(
    ("type_", "counts"), [(QuotationType.INDIRECT, False), (QuotationType.DIRECT, True)]
)
def test_an_indirect_one_that_says_a_chain_again_does_not_count(
    type_: QuotationType, counts: bool
) -> None:
    marked = gold("said", "Ada Quill", chains=(chain("Ada Quill"),))
    answer = answered("Ada Quill", marked, type_)
    assert answer.counts is counts
    assert len(list(answer.rows(EVEN))) == counts


@pytest.mark.parametrize(
    ("wanted", "right"), [(("Ada Quill",), True), (("Courier", "Ada Quill"), False)]
)
def test_a_chain_is_right_with_all_its_hops(wanted: tuple[str, ...], right: bool) -> None:
    marked = gold("said", "Ada Quill", chains=(chain(*wanted),))
    answer = answered("Ada Quill", marked, hops=(Hop(None, ADA, None, HopRelation.SAID),))
    assert answer.chain_right is right
    (row,) = answer.chain_rows(Confidence(0.9, 0.9))
    assert (row.question, row.right) == ("chain", right)


def test_a_hop_without_a_speaker_goes_by_its_words() -> None:
    marked = gold("said", "Ada Quill", chains=(chain("she"),))
    hop = Hop(span(article(), "she"), None, None, HopRelation.SAID)
    assert answered(None, marked, hops=(hop,)).chain_right


@pytest.mark.parametrize(
    ("type_", "found", "questions"),
    [
        (QuotationType.DIRECT, True, ["quotation", "speaker"]),
        (QuotationType.MIXED, False, ["quotation"]),
        (QuotationType.INDIRECT, True, ["indirect", "speaker"]),
    ],
)
def test_the_speaker_is_asked_for_where_the_words_are_found(
    type_: QuotationType, found: bool, questions: list[str]
) -> None:
    answer = Answer(Case(Statement(type_, (TextSpan(0, 2),)), 0.9), found, found)
    rows = list(answer.rows(EVEN))
    assert [row.question for row in rows] == questions
    assert all(row.right is found for row in rows)


def told(sign: float, right: bool) -> Answer:
    case = Case(Statement(QuotationType.DIRECT, (TextSpan(0, 2),)), 0.9, {"a sign": sign})
    return Answer(case, True, right, {}, right)


MARKED = {
    name: {"intercept": 0.0, "weights": {}}
    for name in ("marked", "marked source", "marked indirect", "marked indirect source")
}


def test_no_article_is_judged_by_models_that_have_seen_it() -> None:
    """The one article where the sign means the opposite is foreseen wrongly."""
    usual = [AnsweredArticle(f"{n}", "wire", (told(1.0, True), told(0.0, False))) for n in range(9)]
    odd = AnsweredArticle("odd", "wire", (told(1.0, False), told(0.0, True)))
    crossed = Answered([*usual, odd]).cross_fitted(MARKED)
    quotations = crossed.quotations()
    assert [one.article for one in quotations if (one.confidence > 0.5) != one.right] == ["odd"] * 2
    assert {one.kind for one in quotations} == {"direct"}
    assert {one.kind for one in crossed.chains()} == {"chain"}
    assert len(crossed.chains()) == 20
