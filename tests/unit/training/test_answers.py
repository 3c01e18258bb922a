"""Answers held to the gold articles, and how sure models of other articles are of them."""

from __future__ import annotations

from pathlib import Path

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
from training.answers import FOLDS, NOISY, Answer, Answered, AnsweredArticle, answers
from training.calibration import SET, SET_VALUE
from training.corpus import GoldAnswers, GoldChain, GoldSpeech
from training.scenes import Found
from training.sets import Source

ADA = Speaker("s1", "Ada Quill", SpeakerKind.PERSON, True, None, ())


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
    ("type_", "name", "found", "right"),
    [
        (QuotationType.INDIRECT, "Ada Quill", True, True),
        (QuotationType.INDIRECT, "the Lamp", True, False),
        (QuotationType.DIRECT, "Ada Quill", False, False),
    ],
)
def test_an_indirect_one_that_says_a_chain_is_held_to_its_last_hop(
    type_: QuotationType, name: str, found: bool, right: bool
) -> None:
    marked = gold("said", chains=(chain("the Lamp", "Ada Quill"),))
    answer = answered(name, marked, type_)
    assert (answer.found, answer.right) == (found, right)


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
        (QuotationType.INDIRECT, True, ["quotation", "speaker"]),
    ],
)
def test_the_speaker_is_asked_for_where_the_words_are_found(
    type_: QuotationType, found: bool, questions: list[str]
) -> None:
    answer = Answer(Case(Statement(type_, (TextSpan(0, 2),)), 0.9), found, found)
    rows = list(answer.rows())
    assert [row.question for row in rows] == questions
    assert all(row.right is found for row in rows)


def told(sign: float, right: bool) -> Answer:
    case = Case(Statement(QuotationType.DIRECT, (TextSpan(0, 2),)), 0.9, {"a sign": sign})
    return Answer(case, True, right, {}, right)


def plain(number: int, *answers: Answer) -> AnsweredArticle:
    return AnsweredArticle(f"{number}", "wire", answers)


def test_no_article_is_judged_by_models_that_have_seen_it() -> None:
    """The one article where the sign means the opposite is foreseen wrongly."""
    usual = [plain(n, told(1.0, True), told(0.0, False)) for n in range(9)]
    odd = AnsweredArticle("odd", "wire", (told(1.0, False), told(0.0, True)))
    crossed = Answered([*usual, odd]).cross_fitted()
    quotations = crossed.quotations()
    assert [one.article for one in quotations if (one.confidence > 0.5) != one.right] == ["odd"] * 2
    assert {one.kind for one in quotations} == {"direct"}
    assert {one.kind for one in crossed.chains()} == {"chain"}
    assert len(crossed.chains()) == 20


def test_an_article_and_its_worse_print_are_in_the_same_fold() -> None:
    prints = [AnsweredArticle(str(n // 2), "wire", (), noisy=bool(n % 2)) for n in range(60)]
    folds = Answered(prints).folds
    assert folds[::2] == folds[1::2]
    assert len(set(folds)) == FOLDS


def test_a_worse_print_is_fitted_on_with_less_weight_and_not_reported() -> None:
    worse = AnsweredArticle("1", "wire", (told(1.0, False),), noisy=True)
    assert [row.weight for row in worse.rows()] == [NOISY] * 2
    both = Answered([plain(1, told(1.0, True)), worse, plain(2, told(1.0, False))])
    crossed = both.cross_fitted()
    assert len(crossed.quotations()) == len(crossed.chains()) == 2
    assert len(list(crossed.chain_rows())) == 2


def test_rows_of_a_known_set_say_so() -> None:
    known = AnsweredArticle("1", "wire", (told(1.0, True),), Source("gold", Path(), known=True))
    rows = [*known.rows(), *known.chain_rows([Confidence(0.9, 0.9)])]
    assert {row.values[f"{SET}gold"] for row in rows} == {SET_VALUE}
    assert not any(
        name.startswith(SET) for row in plain(1, told(1.0, True)).rows() for name in row.values
    )


def test_other_articles_are_judged_by_the_model_that_is_given() -> None:
    even = Calibration({name: Logistic(0.0, {}) for name in ("quotation", "speaker", "chain")})
    seen = Answered([plain(1, told(1.0, True))]).estimated(lambda _: even)
    assert [one.confidence for one in seen.quotations()] == [0.25]
    assert [one.confidence for one in seen.chains_by(lambda _: even)] == [0.5]
