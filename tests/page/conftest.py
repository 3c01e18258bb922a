from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.pace import patience
from tests.page.browser import Visit, launch, visited
from tests.web.server import Server

KEY = "an-editor-s-key"
LONGEST = 5_000


def _serve(application: str, log: Path, **settings: str) -> Iterator[str]:
    running = Server(application, log, False, **settings)
    running.wait(120)
    yield f"http://127.0.0.1:{running.port}"
    assert running.stop() == 0


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The origin of the whole service, with its models: one for all tests of the page."""
    yield from _serve("onrecord.web.wsgi:app", tmp_path_factory.mktemp("real") / "log")


@pytest.fixture(scope="session")
def fake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The origin of a service around the fake pipeline, which is quick."""
    yield from _serve("tests.web.fake_wsgi:app", tmp_path_factory.mktemp("fake") / "log")


@pytest.fixture(scope="session")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One that asks for a key, reads two articles a day, and short ones only."""
    yield from _serve(
        "tests.web.fake_wsgi:app",
        tmp_path_factory.mktemp("guarded") / "log",
        ONRECORD_API_KEYS=f"desk:{hashlib.sha256(KEY.encode()).hexdigest()}",
        ONRECORD_RATE_LIMIT="2/day",
        ONRECORD_MAX_CHARACTERS=str(LONGEST),
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; each has a context of its own."""
    expect.set_options(timeout=patience(20_000))
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture(scope="session")
def desk(browser: Browser, fake: str) -> Iterator[Visit]:
    """The page of the quick service at the size of a laptop; starting one takes its time."""
    with visited(browser, fake) as visit:
        yield visit


@pytest.fixture
def page(desk: Visit) -> Iterator[Page]:
    """That page, as if it were new."""
    desk.renew()
    yield desk.page
    desk.check()
