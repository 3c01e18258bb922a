from __future__ import annotations

import pytest

from onrecord.document.article import check, flaw
from onrecord.errors import InvalidArticle, UnsupportedLanguage
from onrecord.types import Article
from tests.pace import within


@pytest.mark.parametrize(
    "article",
    [
        Article("Ada said yes."),
        Article("7"),
        Article("“é”"),
        Article("\ufeffНет, сказала Ада.\u2028"),
        Article("a" * 10),
        Article("a", title="", byline="", published_at="2031-05-17"),
        Article("a", published_at="2031-05-17T23:59:60Z"),
        Article("a", published_at="2031-05-17t08:30:00.123456789+05:30"),
        Article("a", language="EN-gb"),
        Article("a", language="en-Latn-US"),
    ],
)
def test_what_can_be_read(article: Article) -> None:
    check(article, 100)


@pytest.mark.parametrize(
    ("article", "field", "detail"),
    [
        (Article(""), "text", "is empty"),
        (Article(" \n"), "text", "holds no words: not one letter or digit"),
        (Article("’_’“”"), "text", "holds no words: not one letter or digit"),
        (Article("a" * 101), "text", "is 101 characters long; at most 100 are read"),
        (Article("a\x00"), "text", "holds a NUL character at offset 1"),
        (Article("😀\udc00"), "text", "holds an unpaired surrogate at offset 1"),
        (Article("a", title="\ud800"), "title", "holds an unpaired surrogate at offset 0"),
        (
            Article("a", byline="b" * 1001),
            "byline",
            "is 1,001 characters long; at most 1,000 are read",
        ),
    ],
)
def test_what_cannot_be_read(article: Article, field: str, detail: str) -> None:
    with pytest.raises(InvalidArticle) as caught:
        check(article, 100)
    assert (caught.value.field, caught.value.detail) == (field, detail)


@pytest.mark.parametrize(
    "value",
    ["", "May 17", "2031-05-17 ", "2031-13-01", "2031-05-17T08:30:00", "2031-05-17T25:00:00Z"],
)
def test_a_date_is_one_of_rfc_3339(value: str) -> None:
    with pytest.raises(InvalidArticle, match="published_at: is no date such as"):
        check(Article("a", published_at=value), None)


@pytest.mark.parametrize("value", ["", "e", "fr", "eng-US", "en-", "en_US", "en-" + "a" * 9])
def test_other_languages_are_refused_with_the_supported_ones(value: str) -> None:
    with pytest.raises(UnsupportedLanguage, match="supported: en"):
        check(Article("a", language=value), None)


def test_there_may_be_no_limit() -> None:
    check(Article("a" * 1_000_000), None)


def test_a_flaw_is_told_with_its_place() -> None:
    assert flaw("ab\x00") == "holds a NUL character at offset 2"
    assert flaw("😀") is None


@pytest.mark.parametrize("text", ["'" * 2_000_000, "_" * 2_000_000, " " * 2_000_000])
def test_time_grows_in_line_with_the_text(text: str) -> None:
    with within(0.25), pytest.raises(InvalidArticle):
        check(Article(text), None)
