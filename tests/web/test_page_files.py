"""The files of the page for editors, as the service gives them out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.settings import Settings
from onrecord.web import editor
from tests.web.server import Server

FILES = editor.load(Settings())
BUDGET = 100_000
"""Bytes of all files together, not compressed, so that the page is there at once anywhere."""


def test_all_of_it_is_small() -> None:
    assert sum(len(file.body) for file in FILES.values()) < BUDGET


@pytest.mark.parametrize("name", sorted(set(FILES) - {editor.START}))
def test_a_file_has_its_type_and_a_strict_policy(server: Server, name: str) -> None:
    answer = server.get(f"/page/{name}", **{"Accept-Encoding": "identity"})
    assert (answer.status, answer.body) == (200, FILES[name].body)
    assert answer.headers["content-type"] == FILES[name].content_type
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_the_page_allows_nothing_but_its_own_files(server: Server) -> None:
    policy = server.get("/").headers["content-security-policy"]
    told = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))
    assert "unsafe" not in policy
    assert told["default-src"] == told["base-uri"] == told["form-action"] == "'none'"
    assert told["script-src"] == told["style-src"] == told["connect-src"] == "'self'"
    assert (told["require-trusted-types-for"], told["trusted-types"]) == ("'script'", "'none'")
    assert told["frame-ancestors"] == "'none'"


def test_no_script_or_style_stands_in_the_page(server: Server) -> None:
    page = server.get("/").body.decode()
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", page)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))


def test_nothing_comes_from_elsewhere() -> None:
    for name, file in FILES.items():
        if not name.endswith(".woff2"):
            addresses = re.findall(r"(?:https?:)?//[\w.-]+\.\w+", file.body.decode())
            assert addresses in ([], ["http://www.w3.org"]), name


def test_no_module_makes_markup() -> None:
    makers = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|DOMParser|srcdoc"
    scripts = [file.body.decode() for name, file in FILES.items() if name.endswith(".js")]
    assert len(scripts) > 5
    assert not any(re.search(makers, script) for script in scripts)


def test_every_file_that_is_asked_for_is_there() -> None:
    page = FILES[editor.START].body.decode()
    wanted = set(re.findall(r'(?:src|href)="page/([^"]+)"', page))
    for name, file in FILES.items():
        if name.endswith(".js"):
            wanted |= set(re.findall(r'from "\./([^"]+)"', file.body.decode()))
    assert wanted | {editor.START, "newsreader.woff2"} == set(FILES)


def test_the_page_knows_how_long_an_article_may_be() -> None:
    page = editor.load(Settings(max_characters=4_321))[editor.START].body.decode()
    assert '<meta name="onrecord-longest" content="4321">' in page


def test_the_licence_of_the_font_is_with_it() -> None:
    place = Path(editor.__file__).parent / "static" / "newsreader-OFL.txt"
    assert "SIL Open Font License, Version 1.1" in place.read_text("utf-8")


def test_no_file_but_these_is_given_out(server: Server) -> None:
    for name in ("newsreader-OFL.txt", "index.html", "..%2Fapp.py", "%00", "main.js/"):
        assert server.get(f"/page/{name}").status == 404
