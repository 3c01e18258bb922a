"""Chromium, as an editor has it, and what is asked of it on every page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Playwright, expect

from tests.pace import patience

ROOT = Path(__file__).parents[2]
SHOTS = ROOT / "build" / "screenshots"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SIZES = {"phone": (390, 844), "laptop": (1280, 800), "wide": (1920, 1080)}

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """async (tags) => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}});
  return found.violations.map(
    (v) => `${v.id} (${v.impact}): ${v.nodes.map((n) => n.html).slice(0, 3)}`);
}"""


def executable() -> str:
    """The browser: what ONRECORD_CHROMIUM says, or the first that is installed."""
    found = os.environ.get("ONRECORD_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), "")
    assert found, "no Chromium is installed: apt-get install chromium, or set ONRECORD_CHROMIUM"
    return found


def launch(playwright: Playwright) -> Browser:
    """Start it."""
    return playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))


@dataclass
class Visit:
    """A page that is open, and what happened on it that must not."""

    page: Page
    origin: str
    wrong: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Note errors of scripts, refusals of the policy, and requests to elsewhere."""
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: self.wrong.append(f"dialog: {dialog.message}"))
        self.page.on("console", lambda message: self._console(message.type, message.text))
        self.page.on("request", lambda request: self._request(request.url))

    def renew(self) -> None:
        """Nothing is left of what was done on it before."""
        self.page.unroute_all()
        self.page.context.set_offline(False)
        self.page.goto(f"{self.origin}/healthz")
        self.page.evaluate("sessionStorage.clear()")
        self.page.goto(f"{self.origin}/")

    def check(self) -> None:
        """Fail where something happened that must not."""
        wrong = [*self.wrong]
        self.wrong.clear()
        assert wrong == []

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"} and "Failed to load resource" not in text:
            self.wrong.append(f"{kind}: {text}")

    def _request(self, url: str) -> None:
        if not url.startswith((self.origin, "blob:", "data:")):
            self.wrong.append(f"request: {url}")


@contextmanager
def visited(
    browser: Browser, origin: str, size: str = "laptop", path: str = "", **options: Any
) -> Iterator[Visit]:
    """The page at an origin; fails at the end where something happened that must not."""
    width, height = SIZES[size]
    settings = {"reduced_motion": "reduce", "accept_downloads": True, **options}
    context = browser.new_context(viewport={"width": width, "height": height}, **settings)
    context.set_default_timeout(patience(20_000))
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=origin)
    visit = Visit(context.new_page(), origin)
    visit.watch()
    visit.page.goto(f"{origin}/{path}")
    try:
        yield visit
    finally:
        context.close()
    visit.check()


@contextmanager
def opened(
    browser: Browser, origin: str, size: str = "laptop", path: str = "", **options: Any
) -> Iterator[Page]:
    """The same, for who needs the page alone."""
    with visited(browser, origin, size, path, **options) as visit:
        yield visit.page


def read(page: Page, text: str) -> None:
    """Paste an article and have it read."""
    page.fill("#text", text)
    page.click("#send")
    shown(page)


def shown(page: Page, seconds: float = 20) -> None:
    """Until an answer is shown."""
    expect(page.locator("#shown")).to_be_visible(timeout=patience(seconds) * 1000)


def violations(page: Page) -> list[str]:
    """What axe-core finds, in light and in dark."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {told}" for told in page.evaluate(_RUN, RULES)]
    page.emulate_media(color_scheme="light")
    return found


def shoot(page: Page, name: str) -> None:
    """Keep a picture of what is in view."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png")


def marked(page: Page) -> dict[str, str]:
    """By id of each quotation, the text that is marked as its own."""
    parts: list[list[str]] = page.evaluate(
        """() => [...document.querySelectorAll("#paper mark")].flatMap(
          (mark) => mark.dataset.all.split(" ").map((id) => [id, mark.textContent]))"""
    )
    found: dict[str, str] = {}
    for name, text in parts:
        found[name] = found.get(name, "") + text
    return found
