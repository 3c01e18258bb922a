"""What comes in: files, HTML, hostile articles; and what goes wrong."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.fakes import BUG
from tests.page.browser import marked, opened, read, shown, violations
from tests.page.conftest import KEY, LONGEST

TEXT = "Ada said “one two.”"

HOSTILE = """Ada <img src=x onerror=alert(1)> said “<script>alert(2)</script> <b>bold</b>”

</textarea></p><svg onload=alert(3)> “javascript:alert(4) {{7*7}} ${alert(5)} <a href=//a.example>”
“\u202etxet desrever\u202c \u200b” “]]> --> &lt;i&gt; &#x3c;i>”"""


def file(page: Page, name: str, content: bytes, kind: str = "") -> None:
    page.set_input_files("#file", {"name": name, "mimeType": kind, "buffer": content})


def test_a_text_file_is_read_as_it_is(page: Page) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.post_data or ""))
    file(page, "a.txt", TEXT.replace(" ", "\r\n").encode(), "text/plain")
    expect(page.locator("#count")).to_contain_text("from a.txt")
    page.click("#send")
    shown(page)
    assert '"text":"Ada\\r\\nsaid\\r\\n“one\\r\\ntwo.”"' in sent[-1]
    assert marked(page) == {"q1": "one\r\ntwo."}


def test_an_html_file_is_read_as_html(page: Page) -> None:
    markup = "<h1>Ada</h1><p>Ada &amp; Bo said <q>one <b>two</b></q></p><script>no()</script>"
    file(page, "a.html", markup.encode(), "text/html")
    expect(page.get_by_label("HTML source")).to_be_checked()
    page.click("#send")
    shown(page)
    assert marked(page) == {"q1": "one two"}
    expect(page.locator("#paper")).to_contain_text("Ada & Bo")
    assert page.locator("#paper b").count() == 0


def test_a_dropped_file_is_read(page: Page) -> None:
    page.evaluate(
        """(text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], "dropped.txt", {type: "text/plain"}));
          for (const type of ["dragenter", "dragover", "drop"]) {
            document.getElementById("sheet").dispatchEvent(
              new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
          }
        }""",
        TEXT,
    )
    expect(page.locator("#text")).to_have_value(TEXT)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.docx", b"PK", "is no .txt or .html file"),
        ("a.txt", b"a\x00b", "is no text"),
        ("a.txt", b"a" * 800_001, "is too large: an article may have 200,000 characters"),
    ],
)
def test_a_file_that_cannot_be_read(page: Page, name: str, content: bytes, told: str) -> None:
    file(page, name, content)
    expect(page.locator("#text-wrong")).to_contain_text(told)


@pytest.mark.parametrize(
    ("content", "coding"),
    [
        ("“é”".encode("cp1252"), "It was not UTF-8; read as Windows-1252."),
        ("“é”".encode("utf-16"), "read as UTF-16"),
        ("\ufeff“é”".encode(), "from a.txt"),
    ],
)
def test_a_file_in_another_coding(page: Page, content: bytes, coding: str) -> None:
    file(page, "a.txt", content, "text/plain")
    expect(page.locator("#text")).to_have_value("“é”")
    expect(page.locator("#count")).to_contain_text(coding)


def test_pasted_markup_is_known_as_html(page: Page) -> None:
    page.evaluate("(text) => navigator.clipboard.writeText(text)", "<p>Ada said “one.”</p>")
    page.focus("#text")
    page.keyboard.press("Control+v")
    expect(page.get_by_label("HTML source")).to_be_checked()


@pytest.mark.parametrize("form", ["#plain", "#html"])
def test_a_hostile_article_stays_text(page: Page, form: str) -> None:
    page.check(form)
    read(page, HOSTILE)
    foreign = "script, svg, img, a, b, i, iframe, object, style, link"
    page.locator("button.number").first.focus()
    page.get_by_role("button", name="Copy with attribution").click()
    page.click("#link")
    expect(page.locator("#note")).to_contain_text("Link copied")
    assert page.locator("#paper, .quotes, .said").locator(foreign).count() == 0
    assert page.locator("script, img, iframe, svg").count() == 1  # the page's own script


def test_a_hostile_article_is_shown_letter_by_letter(page: Page) -> None:
    read(page, HOSTILE)
    assert list(marked(page).values()) == [
        "<script>alert(2)</script> <b>bold</b>",
        "javascript:alert(4) {{7*7}} ${alert(5)} <a href=//a.example>",
        "\u202etxet desrever\u202c \u200b",
        "]]> --> &lt;i&gt; &#x3c;i>",
    ]


def test_a_hostile_link_stays_text(browser: Browser, fake: str) -> None:
    with opened(browser, fake, path=f"#{quote(HOSTILE)}") as page:
        expect(page.locator("#write")).to_be_visible()


def test_no_script_can_make_markup(browser: Browser, fake: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(fake)
    told = page.evaluate(
        "() => { try { document.body.innerHTML = '<i>'; } catch (e) { return e.name; } }"
    )
    context.close()
    assert told == "TypeError"


def test_an_empty_article_is_told_at_the_field(page: Page) -> None:
    page.click("#send")
    expect(page.locator("#text-wrong")).to_contain_text("There is no article yet")
    expect(page.locator("#text")).to_be_focused()
    expect(page.locator("#text")).to_have_attribute("aria-invalid", "true")
    page.fill("#text", "a")
    expect(page.locator("#text-wrong")).to_be_empty()


def test_a_long_article_is_told_with_the_limit(browser: Browser, guarded: str) -> None:
    with opened(browser, guarded) as page:
        page.fill("#text", "😀a" * 2_501)
        expect(page.locator("#count")).to_contain_text(f"5,002 of {LONGEST:,} characters")
        page.click("#send")
        expect(page.locator("#text-wrong")).to_contain_text("5,002 characters; 5,000 can be read")


def test_what_the_service_refuses_is_told_with_field_and_limit(page: Page) -> None:
    page.evaluate("document.querySelector('#title').removeAttribute('maxlength')")
    page.fill("#text", TEXT)
    page.locator(".more summary").click()
    page.fill("#title", "a" * 1_001)
    page.click("#send")
    problem = page.locator("#problem")
    expect(problem).to_contain_text("The article cannot be read as it is")
    expect(problem).to_contain_text("Headline: is 1,001 characters long; at most 1,000 are read")
    expect(page.locator("#text")).to_have_value(TEXT)


def test_the_network_is_down(page: Page) -> None:
    page.fill("#text", TEXT)
    page.context.set_offline(True)
    page.click("#send")
    expect(page.locator("#problem")).to_contain_text("The service cannot be reached")
    expect(page.locator("#text")).to_have_value(TEXT)
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    shown(page)
    expect(page.locator("#problem")).to_be_hidden()


def test_a_fault_of_the_service_is_told_with_its_request_id(page: Page) -> None:
    page.fill("#text", f"{BUG} “a”")
    page.click("#send")
    expect(page.locator("#problem")).to_contain_text("Something broke in the service")
    expect(page.locator("#problem code")).to_have_text(re.compile("^[0-9a-f]{32}$"))


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_proxy_without_the_service_behind_it(page: Page, status: int) -> None:
    page.route("**/quotes", lambda route: route.fulfill(status=status, body="<h1>Bad</h1>"))
    page.fill("#text", TEXT)
    page.click("#send")
    expect(page.locator("#problem")).to_contain_text(f"did not answer (status {status})")


def test_an_answer_that_makes_no_sense(page: Page) -> None:
    page.route("**/quotes", lambda route: route.fulfill(status=200, body="{}"))
    page.fill("#text", TEXT)
    page.click("#send")
    expect(page.locator("#problem")).to_contain_text("The answer could not be shown")
    expect(page.locator("#write")).to_be_visible()


def test_a_key_is_asked_for_and_then_the_rate_told(browser: Browser, guarded: str) -> None:
    with opened(browser, guarded) as page:
        page.fill("#text", TEXT)
        page.click("#send")
        problem = page.locator("#problem")
        expect(problem).to_contain_text("This service asks for a key")
        expect(page.get_by_label("API key")).to_be_focused()
        page.keyboard.insert_text("no key at all")
        page.keyboard.press("Enter")
        expect(problem).to_contain_text("That is no key")
        page.get_by_label("API key").fill("wrong")
        page.keyboard.press("Enter")
        expect(problem).to_contain_text("That key is not known here")
        page.get_by_label("API key").fill(KEY)
        page.keyboard.press("Enter")
        shown(page)
        page.reload()
        read(page, TEXT)
        page.click("#edit")
        page.click("#send")
        expect(problem).to_contain_text("there is room again in")
        expect(page.get_by_role("button", name="Try again in")).to_be_disabled()
        expect(page.locator("#text")).to_have_value(TEXT)


def test_reading_can_be_cancelled(page: Page) -> None:
    page.route("**/quotes", lambda _: None)
    page.fill("#text", TEXT)
    page.click("#send")
    expect(page.locator("#wait-title")).to_be_focused()
    expect(page.locator("#wait-time")).to_contain_text("It takes a moment")
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator("#problem")).to_contain_text("Cancelled")
    expect(page.locator("#text")).to_have_value(TEXT)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#wait")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#write")).to_be_visible()


def test_an_article_without_quotations(page: Page) -> None:
    read(page, "Nothing was said.")
    expect(page.locator("#shown-title")).to_have_text("No quotations found")
    expect(page.locator("#paper")).to_have_text("Nothing was said.")
    expect(page.locator("#list")).to_be_hidden()


GERMAN = "„Die Brücke bleibt zu“, sagte Ada am Dienstag nach der Sitzung des Rates der Stadt. " * 3


def test_a_text_that_is_not_english_is_told_of(page: Page) -> None:
    read(page, GERMAN)
    warned = page.locator("#warned")
    expect(warned).to_be_visible()
    expect(warned).to_contain_text("does not look like English, and only English is read")
    assert violations(page) == []
    page.click("#again")
    read(page, TEXT)
    expect(warned).to_be_hidden()


def test_what_was_written_outlives_a_reload_and_goes_nowhere(page: Page) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.post_data or ""))
    page.fill("#text", TEXT)
    page.get_by_label("HTML source").check()
    page.locator(".more summary").click()
    page.fill("#title", "A headline")
    page.reload()
    expect(page.locator("#text")).to_have_value(TEXT)
    expect(page.get_by_label("HTML source")).to_be_checked()
    expect(page.locator("#title")).to_have_value("A headline")
    expect(page.locator("#count")).to_contain_text("4 words")
    assert not any(sent)
    page.click("#send")
    shown(page)
    page.reload()
    expect(page.locator("#text")).to_have_value(TEXT)
    page.click("#send")
    shown(page)
    page.click("#again")
    page.reload()
    expect(page.locator("#text")).to_have_value("")
    expect(page.locator("#title")).to_have_value("")


def test_a_file_outlives_a_reload_as_it_is(page: Page) -> None:
    file(page, "a.txt", TEXT.replace(" ", "\r\n").encode(), "text/plain")
    expect(page.locator("#count")).to_contain_text("from a.txt")
    page.reload()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.post_data or ""))
    page.click("#send")
    shown(page)
    assert '"text":"Ada\\r\\nsaid' in "".join(sent)


def test_what_was_written_is_of_one_tab(browser: Browser, fake: str) -> None:
    with opened(browser, fake) as page:
        page.fill("#text", TEXT)
        page.reload()
        other = page.context.new_page()
        other.goto(fake)
        expect(other.locator("#text")).to_have_value("")
        expect(page.locator("#text")).to_have_value(TEXT)


def test_a_file_for_the_picker_may_be_chosen_twice(page: Page, tmp_path: Path) -> None:
    for _ in range(2):
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Open a file").click()
        place = tmp_path / "a.txt"
        place.write_text(TEXT, "utf-8")
        chooser.value.set_files(place)
        expect(page.locator("#text")).to_have_value(TEXT)
        page.fill("#text", "")
