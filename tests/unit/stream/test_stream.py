from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from onrecord.deadline import NEVER, Deadline
from onrecord.errors import ModelUnavailable
from onrecord.options import Options, Section
from onrecord.problems import Kind, Problem
from onrecord.rendering import article_id
from onrecord.stream import Unreadable, extract_stream
from onrecord.strict_json import encode
from onrecord.types import Article, Extraction
from tests.fakes import BUG, FakePipeline


def stream(*articles: Any, options: Options | None = None) -> list[Any]:
    return list(extract_stream(iter(articles), FakePipeline(), options))


def test_one_answer_an_article_in_the_same_order() -> None:
    answers = stream(*({"id": str(n), "text": f"Ada said “{n}.”"} for n in range(3)))
    assert [(a["id"], a["quotes"][0]["text"]) for a in answers] == [
        ("0", "0."),
        ("1", "1."),
        ("2", "2."),
    ]


def test_it_reads_no_further_than_it_is_asked() -> None:
    def articles() -> Iterator[Any]:
        yield {"text": "Ada said “Yes.”"}
        raise AssertionError

    first = next(extract_stream(articles(), FakePipeline()))
    assert first["id"] == article_id("Ada said “Yes.”")


def test_options_hold_for_all() -> None:
    options = Options(include=frozenset({Section.RELATIONS}))
    (answer,) = stream({"text": "Ada said “Yes.”"}, options=options)
    assert list(answer) == ["id", "language", "relations", "meta"]


def test_what_is_wrong_with_an_article_costs_it_alone(capsys: pytest.CaptureFixture[str]) -> None:
    unreadable = Unreadable(Problem(Kind.INTERNAL, "lost"), "z")
    bad = [{"id": "x"}, {"id": "y", "text": BUG}, 7, unreadable]
    answers = stream(*bad, {"id": "v", "text": "Ada “b”"})
    assert [(a["id"], "error" in a) for a in answers] == [
        ("x", True),
        ("y", True),
        (None, True),
        ("z", True),
        ("v", False),
    ]
    assert "onrecord: id 'y': RuntimeError at " in capsys.readouterr().err


@pytest.mark.parametrize("name", ["\ud800", "a\x00"])
def test_an_id_that_is_no_text_costs_its_article_alone(name: str) -> None:
    bad, good = stream({"id": name, "text": "Ada “b”"}, {"id": "v", "text": "Ada “b”"})
    assert bad["error"]["errors"][0]["pointer"] == "/id"
    assert b"error" in encode(bad)
    assert good["id"] == "v"


def test_an_article_that_needs_too_much_memory_costs_itself_alone() -> None:
    class Small(FakePipeline):
        def extract(
            self, article: Article, deadline: Deadline = NEVER, *, explain: bool = False
        ) -> Extraction:
            if "much" in article.text:
                raise MemoryError
            return super().extract(article, deadline, explain=explain)

    articles = iter([{"id": "a", "text": "much"}, {"id": "b", "text": "Ada"}])
    first, second = extract_stream(articles, Small())
    assert first["error"]["type"] == "urn:onrecord:problem:out-of-memory"
    assert "error" not in second


def test_a_fault_that_is_not_the_articles_ends_the_stream() -> None:
    class Broken(FakePipeline):
        def extract(
            self, article: Article, deadline: Deadline = NEVER, *, explain: bool = False
        ) -> Extraction:
            raise ModelUnavailable("gone")

    with pytest.raises(ModelUnavailable):
        list(extract_stream(iter([{"text": "a"}]), Broken()))
