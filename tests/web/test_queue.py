"""More articles than can wait, and the same article again, over a real socket."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.web.server import Answer, Server

ARTICLE = {"text": "Ada said “Yes.”"}


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    settings = {"ONRECORD_QUEUE": "3", "ONRECORD_THREADS": "2", "ONRECORD_CACHE": "memory://"}
    running = Server("tests.web.slow_wsgi:app", tmp_path_factory.mktemp("slow") / "log", **settings)
    running.wait(30)
    yield running
    assert running.stop() == 0


def together(server: Server, number: int, tell: str) -> list[Answer]:
    with ThreadPoolExecutor(number) as pool:
        asked = [pool.submit(server.post, {"text": f"Ada{tell}{n} “Y.”"}) for n in range(number)]
        return [future.result() for future in asked]


def test_what_has_no_room_is_refused_at_once_and_the_rest_is_answered(slow: Server) -> None:
    answers = together(slow, 12, "a")
    refused = [answer for answer in answers if answer.status == 503]
    assert {answer.status for answer in answers} == {200, 503}
    assert len(answers) - len(refused) >= 4
    assert refused[0].headers["content-type"] == "application/problem+json"
    assert refused[0].json["type"] == "urn:onrecord:problem:overloaded"
    assert int(refused[0].headers["retry-after"]) >= 1
    assert slow.post(ARTICLE).status == 200


def test_health_checks_never_wait_behind_articles(tmp_path: Path) -> None:
    """Thirty articles take three seconds; a health check comes in between."""
    settings = {"ONRECORD_QUEUE": "40", "ONRECORD_THREADS": "2"}
    running = Server("tests.web.slow_wsgi:app", tmp_path / "log", **settings)
    running.wait(30)
    with ThreadPoolExecutor(30) as pool:
        asked = [pool.submit(running.post, {"text": f"Ada{n} b “Y.”"}) for n in range(30)]
        time.sleep(0.5)
        assert running.get("/healthz").status == 200
        waiting = [future for future in asked if not future.done()]
        assert len(waiting) > 5
        assert {future.result().status for future in asked} == {200}
    assert running.stop() == 0


def test_a_batch_has_a_place_for_as_long_as_it_lasts(slow: Server) -> None:
    lines = b"\n".join(json.dumps({"text": f"Ada{n} c “Y.”"}).encode() for n in range(5))
    headers = {"Content-Type": "application/x-ndjson"}
    with ThreadPoolExecutor(9) as pool:
        asked = [pool.submit(slow.ask, "POST", "/quotes/batch", lines, headers) for _ in range(9)]
        answers = [future.result() for future in asked]
    whole = [answer for answer in answers if answer.status == 200]
    assert {answer.status for answer in answers} == {200, 503}
    assert all(len(answer.body.splitlines()) == 5 for answer in whole)
    for _ in range(4):
        assert slow.ask("POST", "/quotes/batch", lines[:0], headers).status == 200


def test_an_answer_that_is_kept_is_given_again(slow: Server) -> None:
    article = {"text": "Ada said “Again.”"}
    first, second = slow.post(article), slow.post(article)
    assert (first.status, second.status) == (200, 200)
    assert second.body == first.body
    other = slow.post({**article, "min_confidence": 0.99})
    assert other.json["quotes"] == []
    told = slow.get("/metrics").body.decode()
    assert 'onrecord_cache_total{found="true"} 1.0' in told


def test_settings_of_the_queue_that_cannot_be_used(tmp_path: Path) -> None:
    broken = Server("tests.web.slow_wsgi:app", tmp_path / "log", ONRECORD_CACHE="disk://")
    with pytest.raises(AssertionError):
        broken.wait(30)
    assert broken.log.read_text().startswith("onrecord: ONRECORD_CACHE is of another form")
