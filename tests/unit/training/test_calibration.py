"""Rows for the calibration, and the logistic models fitted to them."""

from __future__ import annotations

import pytest

from onrecord.attribution import Ranker, Scene
from onrecord.confidence.calibrate import Logistic
from onrecord.document.tree import Document
from onrecord.types import Article, Construction, QuotedString, Report, TextSpan
from tests.build import document, span
from training.calibration import Row, fit, marked_rows
from training.corpus import GoldArticle, GoldAttribution
from training.scenes import find

TAG_WINS = Ranker({"tag": 5.0, "no speech": -1.0}, "test")


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
    found = marked_rows(find(scene(built), TAG_WINS), marked(built, content, source))
    return [(row.question, row.right) for row in found]


def test_a_quotation_with_the_marked_words_and_source_is_right_twice() -> None:
    assert rows("No lamps burn here", "she") == [("marked", True), ("marked source", True)]


def test_a_quotation_with_another_source_is_wrong_there() -> None:
    assert rows("No lamps burn here", "said") == [("marked", True), ("marked source", False)]


def test_a_quotation_that_has_a_source_where_none_is_marked_is_wrong_there() -> None:
    assert rows("No lamps burn here", None) == [("marked", True), ("marked source", False)]


def test_a_quotation_that_nobody_marked_is_none_and_its_source_is_not_asked_for() -> None:
    assert rows("said", "she") == [("marked", False)]


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
