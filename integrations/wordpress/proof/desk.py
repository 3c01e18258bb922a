"""What an editor does in the browser, and what the editor sees."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Request, Response, Route, sync_playwright

from tests.page.browser import FLAGS

CHROMIUM = "/usr/bin/chromium"
PATIENCE = 120_000
"""Milliseconds: the machine may have much else to do."""

SIDEBAR = ".onrecord-sidebar"
CHECK = ".onrecord-check"


class Desk:
    """An editor at work on the site."""

    def __init__(self, page: Page, address: str, pictures: Path) -> None:
        self.page = page
        self.address = address
        self.pictures = pictures
        self.seen: list[str] = []
        page.on("response", self._keep)
        page.on("request", self._keep_request)

    def log_in(self, user: str, password: str) -> None:
        """As one of the users."""
        self.page.goto(f"{self.address}/wp-login.php")
        self.page.fill("#user_login", user)
        self.page.fill("#user_pass", password)
        self.page.click("#wp-submit")
        self.page.wait_for_url("**/wp-admin/**")

    def activate(self) -> None:
        """The plugin."""
        self.page.goto(f"{self.address}/wp-admin/plugins.php")
        self.page.click("#activate-onrecord")
        self.page.wait_for_selector("#deactivate-onrecord")

    def delete_plugin(self) -> None:
        """Deactivate the plugin, and take it away."""
        self.page.goto(f"{self.address}/wp-admin/plugins.php")
        self.page.click("#deactivate-onrecord")
        self.page.once("dialog", lambda dialog: dialog.accept())
        self.page.click("#delete-onrecord")
        self.page.wait_for_selector("#onrecord-deleted, .deleted, tr.deleted")

    def set_up(self, url: str, key: str, timeout: int) -> str:
        """Save the settings, try the connection; what is said of it."""
        self.page.goto(f"{self.address}/wp-admin/options-general.php?page=onrecord")
        self.page.fill("#onrecord_url", url)
        self.page.fill("#onrecord_key", key)
        self.page.fill("#onrecord_timeout", str(timeout))
        self.page.click("#submit")
        self.page.wait_for_selector("#setting-error-settings_updated")
        self.page.click("#onrecord_try")
        return self.page.inner_text(".notice:has-text('onrecord'), .notice:has-text('service')")

    def write(self, title: str, paragraphs: list[str]) -> None:
        """A new post, typed."""
        self.page.goto(f"{self.address}/wp-admin/post-new.php")
        self.page.wait_for_selector(".editor-post-title__input")
        self.page.evaluate(
            """() => {
                const preferences = wp.data.dispatch('core/preferences');
                preferences.set('core/edit-post', 'welcomeGuide', false);
                preferences.set('core/edit-post', 'fullscreenMode', false);
            }"""
        )
        self.page.click(".editor-post-title__input")
        self.page.keyboard.insert_text(title)
        for paragraph in paragraphs:
            self.page.keyboard.press("Enter")
            self.page.keyboard.insert_text(paragraph)

    def open_sidebar(self) -> None:
        """With the button beside that of the settings."""
        self.page.click(".interface-pinned-items button[aria-label='Quotations']")
        self.page.wait_for_selector(SIDEBAR)

    def look(self) -> None:
        """Ask for the quotations, and wait for whatever comes."""
        self.page.click(f"{SIDEBAR} .components-button.is-primary")
        self._wait_until_quiet()

    def _wait_until_quiet(self) -> None:
        self.page.wait_for_function(
            "() => ['known', 'failed'].includes(wp.data.select('onrecord/quotations').get().state)"
        )

    def speakers(self) -> list[str]:
        """The headings of the list."""
        return self.page.locator(f"{SIDEBAR} .onrecord-speaker h2").all_inner_texts()

    def quotations(self) -> list[str]:
        """The words listed."""
        return self.page.locator(f"{SIDEBAR} .onrecord-quotation__words").all_inner_texts()

    def failure(self, where: str = SIDEBAR) -> str:
        """The notice of a failure."""
        notice = self.page.locator(f"{where} .onrecord-failure")
        return notice.first.inner_text() if notice.count() else ""

    def jump(self, words: str) -> str:
        """Show a quotation in the text; what is then selected there."""
        self._button(words, "Show in text").click()
        self.page.wait_for_timeout(300)
        return str(self.page.evaluate("() => window.getSelection().toString()"))

    def insert(self, words: str) -> None:
        """A pull quote of a quotation."""
        self._button(words, "Insert pull quote").click()

    def leave_out(self, words: str) -> None:
        """Of the structured data."""
        self._item(words).get_by_label("Publish as structured data").uncheck()

    def content(self) -> str:
        """What would be saved now."""
        return str(self.page.evaluate("() => wp.data.select('core/editor').getEditedPostContent()"))

    def undo(self) -> None:
        """The last change."""
        self.page.click(".edit-post-header button[aria-label='Undo']")

    def ready_to_publish(self) -> str:
        """Go to the check before publishing; what it says."""
        self.page.click(".editor-post-publish-panel__toggle")
        self.page.wait_for_selector(CHECK)
        self._wait_until_quiet()
        return self.page.inner_text(CHECK)

    def publish(self) -> str:
        """Publish; the address of the post."""
        self.page.click(".editor-post-publish-panel .editor-post-publish-button")
        self.page.wait_for_selector(".post-publish-panel__postpublish-header")
        address = self.page.evaluate("() => wp.data.select('core/editor').getPermalink()")
        self.page.click(".editor-post-publish-panel button[aria-label='Close panel']")
        return str(address)

    def update(self) -> None:
        """Save what was changed since."""
        self.page.click(".edit-post-header .editor-post-publish-button")
        self.page.wait_for_function(
            "() => !wp.data.select('core/editor').isSavingPost()"
            " && !wp.data.select('core/editor').isEditedPostDirty()"
        )

    def linked_data(self, address: str) -> list[dict[str, Any]]:
        """The quotations in the structured data of a public page, read as a stranger reads it."""
        browser = self.page.context.browser
        assert browser is not None
        context = browser.new_context()
        page = context.new_page()
        _stay_here(page)
        page.goto(address)
        found = page.locator("script.onrecord-quotations[type='application/ld+json']")
        documents = [json.loads(text) for text in found.all_text_contents()]
        context.close()
        nodes = [node for document in documents for node in document["@graph"]]
        return [node for node in nodes if node["@type"] == "Quotation"]

    def picture(self, name: str) -> None:
        """Of the window as it is."""
        self.page.wait_for_timeout(300)
        self.page.screenshot(path=self.pictures / f"{name}.png")

    def _item(self, words: str) -> Any:
        items = self.page.locator(f"{SIDEBAR} .onrecord-quotation")
        return items.filter(has_text=re.compile(re.escape(words)))

    def _button(self, words: str, label: str) -> Any:
        return self._item(words).get_by_role("button", name=re.compile("^" + label))

    def _keep(self, response: Response) -> None:
        try:
            self.seen.append(response.text())
        except Exception:  # noqa: BLE001  # pictures and answers without a body
            self.seen.append("")

    def _keep_request(self, request: Request) -> None:
        self.seen.append(json.dumps(request.headers))


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield started
        finally:
            started.close()


def open_page(started: Browser) -> Page:
    """A window of a laptop, which reaches this machine alone."""
    page = started.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.set_default_timeout(PATIENCE)
    _stay_here(page)
    return page


def _stay_here(page: Page) -> None:
    def sort(route: Route) -> None:
        if re.match(r"(?:http://127\.0\.0\.1[:/]|data:|blob:)", route.request.url):
            route.continue_()
        else:
            route.abort()

    page.route("**/*", sort)
