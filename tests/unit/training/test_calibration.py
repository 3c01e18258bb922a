"""Rows for the calibration, and the logistic models fitted to them."""

from __future__ import annotations

import pytest

from onrecord.attribution import Ranker, Scene
from onrecord.confidence.calibrate import Calibration, Logistic
from onrecord.document.tree import Document
from onrecord.types import (
    Article,
    Construction,
    QuotationType,
    QuotedString,
    Report,
    Statement,
    TextSpan,
)
from tests.build import document, span
from training.calibration import Answer, Row, answers, fit, marked_rows
from training.corpus import GoldAnswers, GoldArticle, GoldAttribution, GoldSpeech

TAG_WINS = Ranker({"tag": 5.0}, "test")


def article() -> Document:
    return document("“ No lamps burn here ” she/PRON/nsubj/said said=say/VERB .")


def scene(built: Document) -> Scene:
    words = span(built, "No lamps burn here")
    string = QuotedString((words,), TextSpan(words.start - 1, words.end + 1))
    report = Report(
        construction=Construction.TAG,
        cue=span(built, "said"),
        lemma="say",
        source=span(built, "she"),
        content=(),
        reach=TextSpan(0, len(built.text)),
    )
    return Scene(built, (string,), (report,))


def marked(built: Document, content: str, source: str | None) -> GoldArticle:
    spans = (span(built, source),) if source else ()
    attribution = GoldAttribution(spans, (), (span(built, content),))
    return GoldArticle("1", Article(built.text), (attribution,))


def rows(content: str, source: str | None) -> list[tuple[str, bool]]:
    built = article()
    found = marked_rows(TAG_WINS, marked(built, content, source), scene(built))
    return [(row.question, row.right) for row in found]


def test_a_quotation_with_the_marked_words_and_source_is_right_twice() -> None:
    assert rows("No lamps burn here", "she") == [("marked", True), ("marked source", True)]


def test_a_quotation_with_another_source_is_wrong_there() -> None:
    assert rows("No lamps burn here", "said") == [("marked", True), ("marked source", False)]


def test_a_quotation_that_has_a_source_where_none_is_marked_is_wrong_there() -> None:
    assert rows("No lamps burn here", None) == [("marked", True), ("marked source", False)]


def test_a_quotation_that_nobody_marked_is_none_and_its_source_is_not_asked_for() -> None:
    assert rows("said", "she") == [("marked", False)]


def gold(words: str, *names: str, contents: tuple[str, ...] = ()) -> GoldAnswers:
    built = article()
    speech = GoldSpeech((span(built, words),), names)
    return GoldAnswers((speech,), tuple((span(built, content),) for content in contents))


def answered(
    name: str | None, marked: GoldAnswers, type_: QuotationType = QuotationType.DIRECT
) -> list[tuple[bool, bool]]:
    built = article()
    statement = Statement(type_, (span(built, "No lamps burn here"),))
    found = answers(scene(built), (statement,), ((name, 0.9),), marked)
    return [(answer.found, answer.right) for answer in found]


def test_an_answer_with_the_words_and_the_speaker_is_right() -> None:
    assert answered("Ada Quill", gold("No lamps burn here", "Ada Quill")) == [(True, True)]


@pytest.mark.parametrize("name", ["Quill Trust", None])
def test_another_speaker_is_wrong(name: str | None) -> None:
    assert answered(name, gold("No lamps burn here", "Ada Quill")) == [(True, False)]


def test_other_words_are_wrong_whoever_says_them() -> None:
    assert answered("Ada Quill", gold("said", "Ada Quill")) == [(False, False)]


def test_an_indirect_one_that_says_a_chain_again_is_left_out() -> None:
    marked = gold("said", "Ada Quill", contents=("No lamps burn here",))
    assert answered("Ada Quill", marked, QuotationType.INDIRECT) == []
    assert answered("Ada Quill", marked) == [(False, False)]


EVEN = Calibration(
    "v",
    {
        name: Logistic(0.0, {})
        for name in ("marked", "marked source", "marked indirect", "marked indirect source")
    },
)


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
    answer = Answer(Statement(type_, (TextSpan(0, 2),)), 0.9, found, found)
    rows = list(answer.rows(EVEN))
    assert [row.question for row in rows] == questions
    assert all(row.right is found for row in rows)


def test_a_fitted_model_tells_right_from_wrong() -> None:
    made = [Row("source", {"near": float(n % 2)}, n % 2 == 1) for n in range(100)]
    fitted = fit(made)["source"]
    model = Logistic(fitted["intercept"], fitted["weights"])  # type: ignore[arg-type]
    assert model.probability({"near": 1.0}) > 0.9
    assert model.probability({"near": 0.0}) < 0.1


def test_each_question_is_fitted_by_itself_and_always_alike() -> None:
    made = [Row(q, {"a": float(n % 2)}, n % 3 == 0) for n in range(30) for q in ("one", "two")]
    assert sorted(fit(made)) == ["one", "two"]
    assert fit(made) == fit(made)


@pytest.mark.parametrize(("right", "least", "most"), [(True, 0.9, 0.95), (False, 0.05, 0.1)])
def test_answers_that_are_all_alike_make_it_probable_but_not_certain(
    right: bool, least: float, most: float
) -> None:
    fitted = fit([Row("source", {"near": 1.0}, right)] * 10)["source"]
    model = Logistic(fitted["intercept"], fitted["weights"])  # type: ignore[arg-type]
    assert least < model.probability({"near": 1.0}) < most
