from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from onrecord.document.html import Reading, read
from onrecord.document.offsets import OffsetUnit
from onrecord.options import OffsetsIn, Options
from onrecord.rendering import render
from onrecord.types import Article, TextSpan
from tests.fakes import FakePipeline
from tests.pace import within

SHOWN = {
    "white space": ("a \n\t b", "a b"),
    "no-break space": ("a&nbsp; b\u00a0c", "a\u00a0 b\u00a0c"),
    "paragraphs": ("<p>a<p>b</p>c", "a\n\nb\n\nc"),
    "line break": ("a<br>b<br/>c", "a\nb\nc"),
    "words across tags": ("<b>a</b>b <i> c</i>", "ab c"),
    "headings and lists": ("<h1>a</h1><ul><li>b<li>c</ul>d", "a\n\nb\n\nc\n\nd"),
    "cells": ("<table><tr><td>a<td>b<tr><td>c</table>", "a\tb\n\nc"),
    "references": ("&lt;a&gt; &amp;amp; &#8220;b&#x201D; &eacute", "<a> &amp; “b” é"),
    "references without an end": (
        "&notit; &ampx &unknown; & &#; AT&T",
        "¬it; &x &unknown; & &#; AT&T",
    ),
    "numbers that are no characters": ("&#0;&#xD800;&#99999999999;", "\ufffd\ufffd\ufffd"),
    "numbers of Windows": ("&#147;a&#148;", "“a”"),
    "quotation": ("<q>a</q>, <q> b </q>", "“a”, “ b ”"),
    "quotation left open": ("<q>a", "“a"),
    "block quotation": ("a<blockquote cite='https://b.example'>c</blockquote>d", "a\n\nc\n\nd"),
    "script and style": ("a<script>'<p>b'</script><style>c</style>d", "ad"),
    "script left open": ("a<script>b", "a"),
    "script in capitals": ("a<SCRIPT>b</Script >c", "ac"),
    "head": ("<head><title>a</title></head><body>b", "b"),
    "hidden": ("a<p hidden>b<p>c", "a\n\nc"),
    "hidden by style": ("a<div style='DISPLAY : none'>b<b>c</b></div>d", "a\n\nd"),
    "hidden in hidden": ("a<div hidden>b<div>c</div>d</div>e", "a\n\ne"),
    "hidden inline": ("a<span hidden>b<span>c</span>d</span>e", "ae"),
    "template and noscript": ("a<template>b</template><noscript>c</noscript>d", "ad"),
    "dialog": ("<dialog>a</dialog><dialog open>b</dialog>c", "b\n\nc"),
    "comment": ("a<!-- b > <p> -->c<!-->d<!--->e<!-- f --!>g", "acdeg"),
    "comment left open": ("a<!-- b", "a"),
    "doctype and instruction": ("<!doctype html><?php 1 ?>a", "a"),
    "no tags": ("1 < 2 <3 </ 4", "1 < 2 <3"),
    "tag left open": ("a<b c='d", "a"),
    "attributes": ("<p title='a > b' x=\"<q>\" y=z/>c", "c"),
    "end tags of nothing": ("a</b></p>b</div>c", "a\n\nb\n\nc"),
    "end tag in a cell": ("<div hidden><table><td></div>a</table></div>b", "b"),
    "preformatted": ("a<pre> b\n  c </pre>d", "a\n\n b\n  c \n\nd"),
    "an emoji, a combining character": ("<p>😀 e\u0301&#x1F600;", "😀 e\u0301😀"),
    "nothing": ("<p> <br>", ""),
}


@pytest.mark.parametrize("name", SHOWN)
def test_html_is_read_as_a_browser_shows_it(name: str) -> None:
    source, shown = SHOWN[name]
    assert read(source).text == shown


def at(reading: Reading, words: str) -> str:
    start = reading.text.index(words)
    return reading.at(TextSpan(start, start + len(words))).of(reading.source)


def test_words_are_found_in_the_source_without_the_tags_around_them() -> None:
    reading = read("<p>One <b>two</b> &amp; <i>three</i>.</p>")
    assert at(reading, "two") == "two"
    assert at(reading, "two & three") == "two</b> &amp; <i>three"
    assert at(reading, "&") == "&amp;"


def test_the_marks_of_a_q_stand_where_its_tags_do() -> None:
    reading = read("Ada: <q>No</q>.")
    assert at(reading, "“No”") == "<q>No</q>"
    assert at(reading, "No") == "No"


def test_collapsed_white_space_stands_where_it_was() -> None:
    reading = read("a \n b")
    assert reading.at(TextSpan(0, 3)) == TextSpan(0, 5)
    assert at(reading, "b") == "b"


CITED = {
    "a q": ("<q cite='https://a.example/1?b&amp;c'>One</q> two", "One", "https://a.example/1?b&c"),
    "beside it": ("<q cite='https://a.example'>One</q> two", "two", None),
    "a block": (
        "<blockquote cite=HTTP://a.example><p>One<p>two</blockquote>",
        "two",
        "HTTP://a.example",
    ),
    "left open": ("a <blockquote cite=https://a.example>One", "One", "https://a.example"),
    "the innermost": (
        "<blockquote cite=https://a.example>One <q cite=https://b.example>two</q></blockquote>",
        "two",
        "https://b.example",
    ),
    "around the innermost": (
        "<blockquote cite=https://a.example><q cite=https://b.example>two</q> One</blockquote>",
        "One",
        "https://a.example",
    ),
    "ended by a block outside": (
        "<div><blockquote cite=https://a.example>two</div>One</blockquote>",
        "One",
        None,
    ),
    "a script": ("<q cite='javascript:alert(1)'>One</q>", "One", None),
    "a relative address": ("<q cite='/about'>One</q>", "One", None),
    "an address with white space": ("<q cite='https://a.example/ b'>One</q>", "One", None),
    "an address without end": (f"<q cite='https://{'a' * 3000}'>One</q>", "One", None),
    "another element": ("<p cite='https://a.example'>One", "One", None),
}


@pytest.mark.parametrize("name", CITED)
def test_the_source_that_a_cite_names_is_known(name: str) -> None:
    source, words, address = CITED[name]
    reading = read(source)
    start = reading.text.index(words)
    assert reading.cite(TextSpan(start, start + len(words))) == address


def test_a_quotation_tells_the_source_that_its_cite_names() -> None:
    source = "<p>Ada said: <q cite='https://a.example'>One</q>, then “two” & more."
    reading = read(source)
    found = FakePipeline().extract(Article(reading.text))
    for offsets_in in OffsetsIn:
        answer = render(found, Options(offsets_in=offsets_in), "a", 0.0, reading)
        assert [quote.get("cite") for quote in answer["quotes"]] == ["https://a.example", None]
    assert "cite" not in render(found, Options(), "a", 0.0)["quotes"][0]


PIECES = st.sampled_from(
    [
        "a",
        "Ada said",
        "“Yes, 😀 é.”",
        " ",
        "\n",
        "\xa0",
        "&amp;",
        "&eacute;",
        "&#8220;",
        "&notit;",
        "&",
        "<",
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<q>",
        "</q>",
        "<div hidden>",
        "</div>",
        "<br>",
        "<!-- x -->",
        "<script>",
        "</script>",
        "<li>",
        "<ul>",
        "</ul>",
        "<table>",
        "<td>",
        "</table>",
        "<pre>",
        "</pre>",
        "<blockquote cite='x'>",
        "</blockquote>",
        '<a href="x>y">',
        "</a>",
        ">",
        '"',
        "<span style='display:none'>",
        "</span>",
        "/>",
        "=",
        "<hr>",
        "<title>",
        "</title>",
        "<h2>",
        "</h2>",
        "<![CDATA[",
        "]]>",
        "&#0;",
        "<!",
        "<p",
    ]
)
SOURCES = st.lists(PIECES, max_size=40).map("".join)


@given(SOURCES)
def test_a_span_cut_out_of_the_source_shows_its_text(source: str) -> None:
    reading = read(source)
    before = 0
    for offset in range(len(reading.text)):
        there = reading.at(TextSpan(offset, offset + 1))
        assert before <= there.start < there.end <= len(source)
        before = there.start
        character, cut = reading.text[offset], there.of(source)
        is_reference = cut.startswith("&") and cut != "&"
        is_between = character.isspace() or character in "“”"
        assert cut == character or is_reference or is_between


@given(SOURCES, st.sampled_from(OffsetUnit), st.sampled_from(OffsetsIn))
@example("Ada: <p>😀 “a<b>é&amp;</b>”", OffsetUnit.UTF16, OffsetsIn.SOURCE)
def test_every_returned_span_cut_from_what_it_points_at_is_the_returned_text(
    source: str, unit: OffsetUnit, place: OffsetsIn
) -> None:
    source = f"<p>Ada said “Come.” {source} “Go 😀 now.”"
    reading = read(source)
    extraction = FakePipeline().extract(Article(reading.text))
    options = Options(offset_unit=unit, offsets_in=place)
    answer = render(extraction, options, "a", 0, reading)
    pointed = source if place is OffsetsIn.SOURCE else answer["text"]
    coding, width = {"codepoint": ("utf-32-le", 4), "utf16": ("utf-16-le", 2)}.get(
        unit.value, ("utf-8", 1)
    )
    coded = pointed.encode(coding)
    spans = [part for quote in answer["quotes"] for part in quote["parts"]]
    assert spans
    for span in spans:
        cut = coded[span["start"] * width : span["end"] * width].decode(coding)
        assert cut == span["text"]


PLAIN = st.sampled_from(
    [
        "a",
        "Ada",
        " ",
        "\n",
        "&amp;",
        "&eacute;",
        "&#8220;",
        "&notit;",
        "&",
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<br>",
        "<!-- x -->",
        "<!-->",
        "<!x>",
        "</ x>",
        "<ul>",
        "<li>",
        "</ul>",
        "<h2>",
        "</h2>",
        '<a href="x>y">',
        "</a>",
        ">",
        '"',
        "<em class=x/y>",
        "</em>",
        "< ",
        "<1",
        "=",
        "'",
        "<i a=b'>",
        '<b\nc="d"e>',
        "&#128;",
        "&#xFFFFFF;",
    ]
)


@given(st.lists(PLAIN, max_size=30).map("".join))
def test_lexbor_reads_the_same_words(source: str) -> None:
    body = LexborHTMLParser(f"<!doctype html><body>{source}").body
    assert body is not None
    squeezed = re.sub(r"[ \t\n\f\r]+", "", body.text(deep=True))
    assert re.sub(r"[ \t\n\f\r]+", "", read(source).text) == squeezed


HOSTILE = [
    "<!--", "<", "<a ", "</a ", "<!", "</", "&", "&#", "<script>", "<a b='", "<div>", "<p>a",
    "<a x=", "<q>", "&amp;", "<p><button><div>", "<li><ul>", "<table><td>",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_markup_costs_linear_time(unit: str) -> None:
    with within(10):
        read((unit * 200_000)[:200_000])
