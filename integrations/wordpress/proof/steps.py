"""What is proved, step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe

from integrations.wordpress.proof.desk import CHECK, SIDEBAR, Desk
from integrations.wordpress.proof.switch import WRONG, Switch
from integrations.wordpress.proof.wordpress import WordPress

TIMEOUT = 6

TITLE = "Ferry to stay in port"
PARAGRAPHS = [
    "A sheet of paper hangs on the gate of the landing 🚢.",
    "“You will walk home tonight, and tomorrow, and the day after.”",
    "The harbour ferry stopped on Monday, and nobody on the quay knows for how long.",
    "“We lost an engine, and the spare one is two weeks away,” Mayor Ines Okafor told reporters.",
    "Baker Tomas Lindqvist was less patient. “My bread goes stale on the wrong side of the "
    "water,” he said.",
]
MAYOR = "We lost an engine, and the spare one is two weeks away,"
BAKER = "My bread goes stale on the wrong side of the water,"
SAID_BY_MAYOR, SAID_BY_BAKER = MAYOR.rstrip(","), BAKER.rstrip(",")
"""As they are published: the comma belongs to the sentence around the words."""
PAPER = "You will walk home tonight"

TOLD = {
    "down": "cannot be reached",
    "slow": f"did not answer within {TIMEOUT} seconds",
    "malformed JSON": "cannot be read",
    "a page in place of JSON": "cannot be read",
    "JSON of another shape": "cannot be read",
    "a confidence of 97": "cannot be read",
    "a redirection": "cannot be read",
    "401": "does not take the key",
    "413": "too long",
    "422": "language is not supported",
    "429": "Try again in 37 seconds",
    "500": "had a fault of its own",
    "503": "is not ready",
}
"""What an editor is told, by what is wrong with the service."""


@dataclass
class Proof:
    """Who and what takes part, and the posts that were published."""

    desk: Desk
    wordpress: WordPress
    switch: Switch
    key: str
    posts: dict[str, str] = field(default_factory=dict)


def plugin_is_set_up(proof: Proof) -> None:
    """The plugin is activated and set up; its page tells that the service answers, not the key."""
    desk = proof.desk
    desk.log_in("editor", proof.wordpress.password)
    desk.activate()
    told = desk.set_up(proof.switch.address, proof.key + "-wrong", TIMEOUT)
    assert "does not take the key" in told, told
    told = desk.set_up(proof.switch.address, proof.key, TIMEOUT)
    assert "answered as it should" in told, told
    assert desk.page.input_value("#onrecord_key") == ""
    desk.picture("settings")


def quotations_are_seen(proof: Proof) -> None:
    """A post is written; the sidebar shows who says what, and changes nothing; axe is content."""
    desk = proof.desk
    desk.write(TITLE, PARAGRAPHS)
    desk.open_sidebar()
    before = desk.content()
    assert proof.switch.asked == 2, "nothing is sent without a click"
    desk.look()
    assert any("Ines Okafor" in name for name in desk.speakers()), desk.speakers()
    assert any("Tomas Lindqvist" in name for name in desk.speakers()), desk.speakers()
    assert MAYOR in desk.quotations(), desk.quotations()
    assert desk.content() == before
    assert desk.speakers()[0] == "No speaker (1)", desk.speakers()
    _axe_finds_nothing(proof, SIDEBAR)
    desk.picture("sidebar")


def _axe_finds_nothing(proof: Proof, where: str) -> None:
    found = Axe().run(proof.desk.page, context={"include": [[where]]})
    assert found.violations_count == 0, found.generate_report()


def words_are_shown(proof: Proof) -> None:
    """A click on a quotation selects its words in the text, behind an emoji as well."""
    before = proof.desk.content()
    for words in (MAYOR, BAKER):
        assert proof.desk.jump(words) == words
    assert proof.desk.content() == before


def pull_quote_is_inserted(proof: Proof) -> None:
    """A click inserts a pull quote with its citation behind the paragraph, and nothing else."""
    desk = proof.desk
    before = desk.content()
    desk.insert(MAYOR)
    block = (
        "<!-- wp:pullquote -->\n"
        '<figure class="wp-block-pullquote"><blockquote>'
        f"<p>{MAYOR.rstrip(',')}</p><cite>Ines Okafor, Mayor</cite>"
        "</blockquote></figure>\n<!-- /wp:pullquote -->\n\n"
    )
    after = desk.content()
    assert after.replace(block, "", 1) == before, after
    behind = after[after.index(block) + len(block) :]
    assert behind.startswith(f"<!-- wp:paragraph -->\n<p>{PARAGRAPHS[4]}"), behind
    desk.undo()
    assert desk.content() == before, "it is one step to undo"
    desk.insert(MAYOR)
    assert desk.content() == after
    desk.page.wait_for_selector(f"{SIDEBAR} :text('The text has changed since')")
    known = desk.quotations()
    desk.look()
    assert desk.quotations() == known, "a pull quote is not read again"
    assert desk.jump(BAKER) == BAKER
    desk.picture("pull-quote")


def warning_before_publishing(proof: Proof) -> None:
    """Before publishing there is a warning; the post is published all the same."""
    told = proof.desk.ready_to_publish()
    assert PAPER in told, told
    assert "1 quotation has no speaker" in told, told
    assert MAYOR not in told, told
    _axe_finds_nothing(proof, CHECK)
    proof.desk.picture("warning")
    proof.posts["real"] = proof.desk.publish()


def page_has_structured_data(proof: Proof) -> None:
    """The public page has the certain quotations as schema.org Quotation, and no others."""
    found = {node["text"]: node for node in proof.desk.linked_data(proof.posts["real"])}
    assert set(found) == {SAID_BY_MAYOR, SAID_BY_BAKER}, found
    speaker = found[SAID_BY_MAYOR]["spokenByCharacter"]
    assert speaker == {"@type": "Person", "name": "Ines Okafor", "jobTitle": "Mayor"}, speaker


def quotation_is_left_out(proof: Proof) -> None:
    """What an editor leaves out is not in the structured data any more."""
    proof.desk.leave_out(BAKER)
    proof.desk.update()
    found = [node["text"] for node in proof.desk.linked_data(proof.posts["real"])]
    assert found == [SAID_BY_MAYOR], found


def service_fails(proof: Proof) -> None:
    """The service is down, slow or wrong: each time it is told how, and the text is untouched."""
    desk = proof.desk
    assert set(TOLD) == {"down", "slow", *WRONG}
    desk.write(TITLE, PARAGRAPHS)
    desk.open_sidebar()
    before = desk.content()
    for mode, words in TOLD.items():
        proof.switch.set(mode)
        desk.look()
        told = desk.failure()
        assert words in told, (mode, told)
        assert "as you left it" in told, (mode, told)
        assert proof.key not in told
        assert desk.content() == before, mode
        if mode == "down":
            _axe_finds_nothing(proof, SIDEBAR)
            desk.picture("down")
    proof.switch.set("real")
    desk.look()
    assert desk.failure() == ""
    assert MAYOR in desk.quotations()


def writing_goes_on(proof: Proof) -> None:
    """While a slow service is waited for, writing goes on, and what is written stays."""
    desk = proof.desk
    desk.write(TITLE, PARAGRAPHS)
    desk.open_sidebar()
    proof.switch.set("slow")
    desk.page.click(f"{SIDEBAR} .components-button.is-primary")
    desk.page.locator("p.wp-block-paragraph").last.click()
    desk.page.keyboard.press("End")
    desk.page.keyboard.insert_text(" The sheet is gone now.")
    desk.page.wait_for_selector(f"{SIDEBAR} .onrecord-failure")
    assert desk.content().count("The sheet is gone now.") == 1


def publishing_without_the_service(proof: Proof) -> None:
    """With the service down the check says so, the post is published, and its data come later."""
    desk = proof.desk
    proof.switch.set("down")
    told = desk.ready_to_publish()
    assert "cannot be reached" in desk.failure(CHECK), told
    assert "publish all the same" in told, told
    desk.picture("warning-down")
    address = desk.publish()
    assert desk.linked_data(address) == []
    assert proof.wordpress.state()["scheduled"] == 1
    proof.wordpress.php("cron")
    assert proof.wordpress.state()["scheduled"] == 1, "it is tried again"
    assert desk.linked_data(address) == []
    proof.switch.set("real")
    proof.wordpress.php("cron")
    assert proof.wordpress.state()["scheduled"] == 0
    published = {node["text"] for node in desk.linked_data(address)}
    assert published == {SAID_BY_MAYOR, SAID_BY_BAKER}, published


def others_are_kept_out(proof: Proof) -> None:
    """No nonce, no answer; who may not edit a post gets none; who may not set it up cannot."""
    desk = proof.desk
    ask = """async ({post, nonce}) => {
        const headers = {'Content-Type': 'application/json'};
        if (nonce) headers['X-WP-Nonce'] = nonce;
        const body = JSON.stringify({post, content: '<p>“Hello,” said Ada.</p>'});
        const route = '/?rest_route=/onrecord/v1/quotations';
        const answer = await fetch(route, {method: 'POST', headers, body});
        return answer.status;
    }"""
    post = int(desk.page.evaluate("() => wp.data.select('core/editor').getCurrentPostId()"))
    nonce = desk.page.evaluate("() => wp.apiFetch.nonceMiddleware.nonce")
    asked = proof.switch.asked
    assert desk.page.evaluate(ask, {"post": post, "nonce": None}) == 401
    assert proof.switch.asked == asked
    assert desk.page.evaluate(ask, {"post": post, "nonce": nonce}) == 200
    desk.page.context.clear_cookies()
    desk.log_in("writer", proof.wordpress.password)
    desk.page.goto(f"{desk.address}/wp-admin/post-new.php")
    nonce = desk.page.evaluate("() => wp.apiFetch.nonceMiddleware.nonce")
    asked = proof.switch.asked
    assert desk.page.evaluate(ask, {"post": post, "nonce": nonce}) == 403
    assert proof.switch.asked == asked
    page = desk.page.goto(f"{desk.address}/wp-admin/options-general.php?page=onrecord")
    assert page is not None
    assert page.status == 403


def key_stays_on_the_server(proof: Proof) -> None:
    """Nothing that the browser sent or got holds the key or the address of the service."""
    assert len(proof.desk.seen) > 100
    for text in proof.desk.seen:
        assert proof.key not in text.replace(proof.key + "-wrong", "")


def nothing_is_left(proof: Proof) -> None:
    """PHP had nothing to complain of; deleted, the plugin leaves nothing in the database."""
    notices = proof.wordpress.notices()
    assert notices == [], notices
    state = proof.wordpress.state()
    assert state["options"] > 0
    assert state["meta"] > 0
    desk = proof.desk
    desk.page.context.clear_cookies()
    desk.log_in("editor", proof.wordpress.password)
    desk.delete_plugin()
    state = proof.wordpress.state()
    left = {name: state[name] for name in ("options", "meta", "scheduled")}
    assert left == {"options": 0, "meta": 0, "scheduled": 0}, left


STEPS: tuple[Callable[[Proof], None], ...] = (
    plugin_is_set_up,
    quotations_are_seen,
    words_are_shown,
    pull_quote_is_inserted,
    warning_before_publishing,
    page_has_structured_data,
    quotation_is_left_out,
    service_fails,
    writing_goes_on,
    publishing_without_the_service,
    others_are_kept_out,
    key_stays_on_the_server,
    nothing_is_left,
)
