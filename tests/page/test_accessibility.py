"""WCAG 2.2 AA on every state of the page, by axe-core, in light and in dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.browser import opened, read, shown, violations
from tests.page.conftest import KEY

TEXT = """A headline about Ada

Ada said “one two,” and then “three,” and “four,” and “five six seven,” and “eight.”
"""


def empty(page: Page) -> None:
    page.locator(".more summary").click()


def faulty(page: Page) -> None:
    page.click("#send")
    expect(page.locator("#text-wrong")).not_to_be_empty()


def waiting(page: Page) -> None:
    page.route("**/quotes", lambda _: None)
    page.fill("#text", TEXT)
    page.click("#send")
    expect(page.locator("#wait")).to_be_visible()


def marked(page: Page) -> None:
    read(page, TEXT)


def detailed(page: Page) -> None:
    read(page, TEXT)
    page.locator("button[data-quote=q3]").click()
    page.click("#link")
    expect(page.locator("#note")).to_contain_text("Link copied")


def filtered(page: Page) -> None:
    read(page, TEXT)
    page.get_by_role("button", name="Hide all").click()


def silent(page: Page) -> None:
    read(page, "Nothing was said.")


def offline(page: Page) -> None:
    page.fill("#text", TEXT)
    page.context.set_offline(True)
    page.click("#send")
    expect(page.locator("#problem")).to_contain_text("cannot be reached")


def cancelled(page: Page) -> None:
    waiting(page)
    page.keyboard.press("Escape")
    expect(page.locator("#problem")).to_contain_text("Cancelled")


STATES = (empty, faulty, waiting, marked, detailed, filtered, silent, offline, cancelled)


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(page: Page, state: object) -> None:
    assert callable(state)
    state(page)
    assert violations(page) == []


@pytest.mark.parametrize("state", [empty, detailed])
def test_axe_finds_nothing_on_a_phone(browser: Browser, fake: str, state: object) -> None:
    assert callable(state)
    with opened(browser, fake, "phone") as page:
        state(page)
        assert violations(page) == []


def test_axe_finds_nothing_where_a_key_is_asked_for(browser: Browser, guarded: str) -> None:
    with opened(browser, guarded) as page:
        page.fill("#text", TEXT)
        page.click("#send")
        expect(page.get_by_label("API key")).to_be_visible()
        page.get_by_label("API key").fill(f"{KEY} ")
        assert violations(page) == []


def test_axe_finds_nothing_in_the_sample(browser: Browser, real: str) -> None:
    with opened(browser, real, "wide") as page:
        page.click("#sample")
        shown(page, 60)
        page.locator("mark", has_text="the sluice could fail").click()
        assert violations(page) == []


def test_axe_is_awake(page: Page) -> None:
    page.evaluate("document.querySelector('label[for=text]').remove()")
    assert any("label" in told for told in violations(page))
