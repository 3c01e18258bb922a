"""The whole path: an article in the browser, the real service and models, and back."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pace import patience, within
from tests.page.browser import ROOT, marked, opened, read, shoot, shown

EXAMPLE = (ROOT / "examples" / "article.txt").read_text("utf-8")

EMOJI = """🚲🚲 Cyclists get a lane of their own 🎉

“👩🏽‍🚒 came first, then everybody else 👨‍👩‍👧‍👦,” said Ilse Marrow 🌉. “We 💙 it.”

Marrow said that 12,000 people 🚶🏻‍♀️ had crossed on the first day. “𝒲𝑒 𝓌𝒾𝓁𝓁 stay,” she added 🙂.
"""


def answer(origin: str, text: str, **options: Any) -> Any:
    body = json.dumps({"text": text, "offset_unit": "utf16", **options}).encode()
    request = Request(f"{origin}/quotes", body, {"Content-Type": "application/json"})
    with urlopen(request, timeout=patience(60)) as response:
        return json.load(response)


@pytest.fixture(scope="module")
def sample(browser: Browser, real: str) -> Iterator[Page]:
    """The sample article, read once."""
    with opened(browser, real) as page:
        page.click("#sample")
        shown(page, 60)
        yield page


def test_an_article_is_marked_as_the_service_says(browser: Browser, real: str) -> None:
    told = answer(real, EXAMPLE)
    with opened(browser, real) as page:
        read(page, EXAMPLE)
        assert marked(page) == {
            q["id"]: "".join(part["text"] for part in q["parts"]) for q in told["quotes"]
        }
        expect(page.locator("#shown-title")).to_contain_text(f"{len(told['quotes'])} quotations")
        names = page.locator("#list .name b").all_inner_texts()
        assert set(names) == {q["speaker"]["name"] for q in told["quotes"]}
        assert names[0] == "Helena Voss"
        shares = [int(s.rstrip("%")) for s in page.locator("#list .percent").all_inner_texts()]
        assert shares == sorted(shares, reverse=True)
        assert 97 <= sum(shares) <= 103


def test_the_article_is_whole_and_unchanged(browser: Browser, real: str) -> None:
    with opened(browser, real) as page:
        read(page, EXAMPLE)
        paragraphs = page.evaluate(
            """() => [...document.querySelectorAll("#paper > *")].map((p) => {
              const copy = p.cloneNode(true);
              for (const number of copy.querySelectorAll(".number")) number.remove();
              return copy.textContent; })"""
        )
        assert "\n\n".join(paragraphs) == EXAMPLE.strip()


def test_offsets_hold_behind_emoji(browser: Browser, real: str) -> None:
    told = answer(real, EMOJI)
    assert len(told["quotes"]) >= 3
    with opened(browser, real) as page:
        read(page, EMOJI)
        assert marked(page) == {
            q["id"]: "".join(part["text"] for part in q["parts"]) for q in told["quotes"]
        }


def test_details_tell_chain_cue_medium_and_why(sample: Page) -> None:
    sample.locator("mark", has_text="the sluice could fail").hover()
    details = sample.locator("#details")
    expect(details).to_contain_text("two engineers on the project")
    expect(details.locator(".chain li").first).to_have_text("according to the Estuary Post")
    expect(details.locator(".chain li").last).to_contain_text("told by two engineers")
    expect(details.locator(".facts")).to_contain_text("the trust")
    expect(details.locator(".sure")).to_contain_text("It is a quotation")
    sample.locator("mark", has_text="The risk is small").hover()
    expect(details).to_contain_text("in a post on her blog")
    expect(details.locator(".facts .cue")).to_have_text("wrote")
    expect(details.locator(".told")).to_contain_text("wrote")
    expect(details.locator(".why p").first).to_contain_text("Lindqvist")
    sample.mouse.move(2, 2)
    expect(details).to_contain_text("Amara Lindqvist")


def test_a_click_holds_the_details(sample: Page) -> None:
    sample.locator("mark", has_text="The risk is small").click()
    sample.locator("mark", has_text="Every spring tide").hover()
    sample.wait_for_timeout(250)
    expect(sample.locator("#details")).to_contain_text("Amara Lindqvist")
    sample.keyboard.press("Escape")
    sample.mouse.move(2, 2)
    sample.locator("mark", has_text="Every spring tide").hover()
    expect(sample.locator("#details")).to_contain_text("Owen Drummond")
    sample.keyboard.press("Escape")


def test_a_quotation_is_copied_with_its_attribution(sample: Page) -> None:
    cases = {
        "Every spring tide": "“Every spring tide they hold back is water that my boats cannot use”"
        " — Owen Drummond, skipper of the cockle fleet",
        "We did not want": "“We did not want another museum, […] We wanted a working building, and"
        " this one has waited long enough.” — Nadia Ferreira, trust's director",
        "the sluice could": "two engineers on the project, according to the Estuary Post: the"
        " sluice could fail in a winter storm (reported, not word for word)",
    }
    for words, wanted in cases.items():
        sample.locator("mark", has_text=words).first.click()
        sample.get_by_role("button", name="Copy with attribution").click()
        expect(sample.locator("#note")).to_contain_text("Copied")
        assert sample.evaluate("navigator.clipboard.readText()") == wanted
    sample.keyboard.press("Escape")


def test_an_article_of_ten_thousand_words(browser: Browser, real: str) -> None:
    text = "\n\n".join(EXAMPLE.replace("March", f"March {1900 + n}") for n in range(28))
    assert len(text.split()) > 9_900
    with opened(browser, real) as page:
        page.fill("#text", text)
        page.click("#send")
        expect(page.locator("#wait")).to_be_visible()
        expect(page.locator("#wait-what")).to_contain_text("words")
        shoot(page, "laptop-waiting")
        shown(page, 90)
        assert page.locator("button.number").count() > 300
        with within(5, time.perf_counter):
            page.locator("#least").fill("80")
            expect(page.locator("#shown-count")).to_contain_text("shown")
        page.click("#link")
        expect(page.locator("#note")).to_contain_text("Link copied")


@pytest.mark.parametrize("size", ["phone", "laptop", "wide"])
def test_pictures(browser: Browser, real: str, size: str) -> None:
    with opened(browser, real, size) as page:

        def shoot_both(name: str) -> None:
            for scheme in ("dark", "light"):
                page.emulate_media(color_scheme=scheme)
                shoot(page, f"{size}-{scheme}-{name}")

        shoot_both("1-write")
        page.click("#sample")
        shown(page, 60)
        page.mouse.move(2, 2)
        shoot_both("2-shown")
        page.locator("mark", has_text="the sluice could fail").click()
        shoot_both("3-details")
        beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert beyond <= 0, "nothing stands out to the side"
