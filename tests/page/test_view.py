"""What an editor does with a marked article: filters, steps, takes it along."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.browser import marked, opened, read, shown

TEXT = "Ada said “one two,” and then “three,” and “four,” and “five six seven,” and “eight.”"
"""To the fake pipeline: direct, mixed, indirect, direct, mixed; by Ada and by nobody in turn;
90, 60, 30, 90, 60 per cent sure."""


@pytest.fixture
def article(page: Page) -> Page:
    read(page, TEXT)
    return page


def ids(page: Page) -> list[str]:
    return sorted(marked(page))


def test_types_are_filtered(article: Page) -> None:
    assert ids(article) == ["q1", "q2", "q3", "q4", "q5"]
    article.get_by_role("checkbox", name="Mixed").uncheck()
    assert ids(article) == ["q1", "q3", "q4"]
    expect(article.locator("#shown-count")).to_have_text("3 of 5 shown")
    article.get_by_role("checkbox", name="Direct").uncheck()
    assert ids(article) == ["q3"]
    article.get_by_role("checkbox", name="Direct").check()
    assert ids(article) == ["q1", "q3", "q4"]


def test_the_least_confidence_is_a_slider(article: Page) -> None:
    article.locator("#least").fill("60")
    expect(article.locator("#least-told")).to_have_text("60%")
    expect(article.locator("#shown-count")).to_have_text("4 of 5 shown")
    assert ids(article) == ["q1", "q2", "q4", "q5"]
    article.locator("#least").focus()
    article.keyboard.press("ArrowRight")
    expect(article.locator("#shown-count")).to_have_text("2 of 5 shown")


def test_speakers_are_filtered(article: Page) -> None:
    article.get_by_label("Show Ada").uncheck()
    assert ids(article) == ["q2", "q4"]
    article.get_by_role("button", name="Hide all").click()
    assert ids(article) == []
    article.get_by_role("button", name="Show all").click()
    assert len(ids(article)) == 5


def test_speakers_have_their_quotations_and_shares(article: Page) -> None:
    rows = article.locator("#list > li")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("Ada")
    expect(rows.nth(0)).to_contain_text("Reader")
    expect(rows.nth(0)).to_contain_text("3 quotations, 4 words")
    expect(rows.nth(0).locator(".percent")).to_have_text("50%")
    expect(rows.nth(1)).to_contain_text("No speaker found")
    rows.nth(0).locator(".quotes button").nth(1).click()
    expect(article.locator("button.number:focus")).to_have_attribute("data-quote", "q3")
    expect(article.locator("#details")).to_contain_text("four")


def test_numbers_and_lines_tell_what_colours_tell(article: Page) -> None:
    numbers = article.locator("button.number").all_inner_texts()
    assert numbers == ["1", "?", "1", "?", "1"]
    styles = article.evaluate(
        """() => [...document.querySelectorAll("#paper mark")].map(
          (mark) => getComputedStyle(mark).textDecorationStyle)"""
    )
    assert styles == ["solid", "dashed", "dotted", "solid", "dashed"]
    unsure = article.locator("button.number.unsure")
    assert [b.get_attribute("data-quote") for b in unsure.all()] == ["q2", "q3", "q5"]


@pytest.mark.parametrize(
    ("form", "name"), [("JSON", "json"), ("CSV", "csv"), ("JSON-LD", "jsonld")]
)
def test_a_file_is_downloaded(article: Page, form: str, name: str, tmp_path: Path) -> None:
    article.get_by_role("checkbox", name="Mixed").uncheck()
    with article.expect_download() as started:
        article.get_by_role("button", name=form, exact=True).click()
    assert started.value.suggested_filename == f"onrecord.{name}"
    place = tmp_path / "file"
    started.value.save_as(place)
    content = place.read_text("utf-8")
    if name == "csv":
        assert [line.split(",")[1] for line in content.splitlines()] == ["id", "q1", "q3", "q4"]
        return
    value: Any = json.loads(content)
    if name == "json":
        assert [quote["id"] for quote in value["quotes"]] == ["q1", "q3", "q4"]
        assert value["meta"]["offset_unit"] == "codepoint"
        assert {"attributions", "speakers", "relations", "explanations"} < value.keys()
    else:
        assert sum(node["type"] == "Quotation" for node in value["@graph"]) == 3


def test_a_file_holds_hidden_speakers_and_the_page_says_so(article: Page, tmp_path: Path) -> None:
    article.get_by_label("Show Ada").uncheck()
    with article.expect_download() as started:
        article.get_by_role("button", name="CSV", exact=True).click()
    started.value.save_as(tmp_path / "file")
    assert len((tmp_path / "file").read_text("utf-8").splitlines()) == 6
    expect(article.locator("#note")).to_contain_text("Speakers that you hid are in it")


def link(page: Page) -> str:
    page.click("#link")
    expect(page.locator("#note")).to_contain_text("Link copied")
    copied: str = page.evaluate("navigator.clipboard.readText()")
    return copied


def test_a_link_restores_the_view_and_sends_nothing(
    browser: Browser, article: Page, fake: str
) -> None:
    article.get_by_role("checkbox", name="Mixed").uncheck()
    article.locator("#least").fill("20")
    article.get_by_label("Show Ada").uncheck()
    article.locator("button[data-quote=q4]").click()
    sent: list[str] = []
    article.on("request", lambda request: sent.append(request.url))
    address = link(article)
    assert sent == []
    assert address.startswith(f"{fake}/#a1=")
    with opened(browser, fake, path=address.removeprefix(f"{fake}/")) as other:
        shown(other)
        assert ids(other) == ["q4"]
        expect(other.locator("#least-told")).to_have_text("20%")
        expect(other.locator("#details")).to_contain_text("five six seven")
        other.click("#edit")
        expect(other.locator("#text")).to_have_value(TEXT)
        assert "#" not in other.url


def test_the_fragment_of_a_link_reaches_no_server(
    browser: Browser, article: Page, fake: str
) -> None:
    address = link(article)
    with opened(browser, fake) as other:
        sent: list[str] = []
        other.on("request", lambda request: sent.append(request.url))
        other.evaluate("(address) => { location.href = address; }", address)
        shown(other)
        assert f"{fake}/quotes" in sent
        assert not any("#" in url or "a1=" in url for url in sent)


def test_an_article_too_long_for_a_link_is_told(page: Page) -> None:
    noise = "Ada said “" + " ".join(f"{n * 7919 % 99991:x}{n:x}" for n in range(20_000)) + ".”"
    read(page, noise[:190_000] + "”")
    page.click("#link")
    expect(page.locator("#note")).to_contain_text("too long for a link")
    assert "#" not in page.url


@pytest.mark.parametrize("fragment", ["a1=AAAA", "a1=%00", "a1=", "a1=" + "x" * 70_000])
def test_a_broken_link_is_told(browser: Browser, fake: str, fragment: str) -> None:
    with opened(browser, fake, path=f"#{fragment}") as page:
        expect(page.locator("#problem")).to_contain_text("This link cannot be read")
        expect(page.locator("#write")).to_be_visible()


def test_a_link_that_unfolds_without_end_is_refused(page: Page) -> None:
    page.evaluate(
        """async () => {
          const {pack} = await import("/page/link.js");
          location.hash = await pack({text: "a".repeat(6_000_000)});
        }"""
    )
    expect(page.locator("#problem")).to_contain_text("This link cannot be read")


def test_the_keyboard_is_enough(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.locator("#skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#text")).to_be_focused()
    page.keyboard.insert_text(TEXT)
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.locator("#send")).to_be_focused()
    page.keyboard.press("Enter")
    shown(page)
    expect(page.locator("#shown-title")).to_be_focused()
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.locator("#least")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("button[data-quote=q1]")).to_be_focused()
    expect(page.locator("#details")).to_contain_text("one two")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("button[data-quote=q3]")).to_be_focused()
    expect(page.locator("#details")).to_contain_text("four")
    page.keyboard.press("End")
    expect(page.locator("button[data-quote=q5]")).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page.locator("#inspector-title")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#close")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#note")).to_contain_text("Copied: “one two” — Ada, Reader")
    page.keyboard.press("Escape")
    expect(page.locator("button[data-quote=q1]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Show Ada")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_label("Show Ada")).to_be_focused()
    assert ids(page) == ["q2", "q4"]


def test_the_focus_can_be_seen(article: Page) -> None:
    article.locator("#least").focus()
    article.keyboard.press("Tab")
    style = article.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    width = article.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert (style, width) == ("solid", "3px")


def test_what_is_told_to_a_screen_reader(article: Page) -> None:
    for role in ("banner", "main", "navigation"):
        expect(article.get_by_role(role)).to_have_count(1)
    first = article.locator("button.number").first
    assert first.get_attribute("aria-label") == "1: Ada, direct quotation, 90% sure"
    assert article.locator("#shown-count").get_attribute("role") == "status"
    assert article.locator("#note").get_attribute("role") == "status"
    assert article.locator("#problem").get_attribute("role") == "alert"
    assert article.locator("#least").get_attribute("aria-valuetext") == "0 percent"
