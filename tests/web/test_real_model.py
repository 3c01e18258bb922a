"""The whole service, with its real entry point and models, on the example article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web import linked
from tests.web.server import ROOT, Answer, Server

TEXT = (ROOT / "examples" / "article.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server("onrecord.web.wsgi:app", tmp_path_factory.mktemp("real") / "log")
    running.wait(120)
    yield running
    assert running.stop() == 0
    running.lines()  # nothing but JSON: no library wrote a last word of its own


@pytest.fixture(scope="module")
def answer(real: Server) -> Answer:
    return real.post_text(TEXT, include="quotes,attributions,speakers,relations,explanations")


def _speaker_of(answer: Answer, words: str) -> Any:
    found = [q for q in answer.json["quotes"] if words in q["text"]]
    assert len(found) == 1
    return found[0]["speaker"]


def test_it_is_ready_with_its_model(real: Server) -> None:
    assert "en_core_web_sm" in real.get("/readyz").json["model"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("We found cracks that nobody had drawn", "Helena Voss"),
        ("Half a bridge,", "Helena Voss"),
        ("My customers come on foot", "Samuel Adeyemi"),
        ("No inspection before last October", "Ruth Calder"),
        ("It's the engineers' turn to speak", "Tobias Renn"),
        ("I read about it in the paper", "Tobias Renn"),
    ],
)
def test_a_quotation_has_its_speaker(answer: Answer, words: str, name: str) -> None:
    assert _speaker_of(answer, words)["name"] == name


def test_a_reported_clause_is_an_indirect_quotation(answer: Answer) -> None:
    indirect = [q for q in answer.json["quotes"] if q["type"] == "indirect"]
    assert any("divers had inspected all fourteen pillars" in q["text"] for q in indirect)


def test_an_according_to_phrase_makes_an_attribution(answer: Answer) -> None:
    chains = [a["chain"] for a in answer.json["attributions"]]
    first = [chain[0] for chain in chains]
    assert any(
        hop["relation"] == "according_to" and "Ellery Courier" in hop["source"]["text"]
        for hop in first
    )


def test_apostrophes_open_no_quotation(answer: Answer) -> None:
    texts = [q["text"] for q in answer.json["quotes"] if q["type"] == "direct"]
    assert not any(text.startswith(("s ", "turn to", "expect")) for text in texts)


def test_every_span_cuts_its_text_out(answer: Answer) -> None:
    for quote in answer.json["quotes"]:
        for span in quote["parts"]:
            assert TEXT[span["start"] : span["end"]] == span["text"]


def test_the_same_article_gets_the_same_answer(real: Server, answer: Answer) -> None:
    again = real.post_text(TEXT, include="quotes,attributions,speakers,relations,explanations")
    first, second = dict(answer.json), dict(again.json)
    del first["meta"], second["meta"]
    assert first == second


def test_linked_data_of_the_article_is_as_its_vocabularies_say(real: Server) -> None:
    headers = {"Content-Type": "text/plain", "Accept": "application/ld+json"}
    answer = real.ask("POST", "/quotes", TEXT.encode(), headers)
    nodes = linked.check(answer.json)
    quotations = [n for n in nodes if n["@type"] == [f"{linked.SCHEMA}Quotation"]]
    plain = real.post_text(TEXT).json
    assert len(quotations) == len(plain["quotes"]) > 5
    assert len(nodes) == 1 + 2 * len(quotations) + sum(bool(s["quotes"]) for s in plain["speakers"])


@pytest.mark.parametrize(
    "text",
    [
        "“" * 2_000 + "a",
        "a" * 20_000,
        "“a” " * 2_000,
        "\u0301" * 500 + "a",
        "a\u202e\u200b\ufeff“b”\u2028said\x85Ada.",
        "😀" * 3_000 + "a",
        "((((((((((" * 300 + "a",
        "7",
    ],
    ids=["marks", "word", "strings", "combining", "bidi", "emoji", "brackets", "digit"],
)
def test_odd_text_is_no_error(real: Server, text: str) -> None:
    assert real.post({"text": text}).status == 200


def test_nothing_of_the_article_is_logged(real: Server, answer: Answer) -> None:
    log = real.log.read_text("utf-8")
    assert "Voss" not in log
    assert "Marlow" not in log


def test_a_missing_model_is_told_in_one_line(tmp_path: Path) -> None:
    broken = Server("onrecord.web.wsgi:app", tmp_path / "log", ONRECORD_SPACY_MODEL="no_such_model")
    with pytest.raises(AssertionError):
        broken.wait(60)
    lines = broken.log.read_text().splitlines()
    assert any(line.startswith("onrecord: ") and "no_such_model" in line for line in lines)
