"""More articles than can wait, and the same article again, over a real socket."""

from __future__ import annotations

import gzip
import json
import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.fakes import DAWDLE
from tests.pace import patience, until
from tests.robustness import raw
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


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A service that gives each article four seconds, of an idle machine: so long can its queue be
    kept full."""
    settings = {
        "ONRECORD_QUEUE": "1",
        "ONRECORD_THREADS": "3",
        "ONRECORD_TIMEOUT": str(round(patience(4))),
    }
    running = Server("tests.web.fake_wsgi:app", tmp_path_factory.mktemp("full") / "log", **settings)
    running.wait(30)
    yield running
    assert running.stop() == 0


def metric(server: Server, name: str) -> float:
    families = text_string_to_metric_families(server.get("/metrics").body.decode())
    return sum(sample.value for f in families for sample in f.samples if sample.name == name)


@contextmanager
def no_room(server: Server) -> Iterator[None]:
    """While this lasts, and for the seconds of an article at most, every place is taken."""
    with ThreadPoolExecutor(2) as pool:
        asked = [pool.submit(server.post, {"text": f"{DAWDLE} {n}"}) for n in range(2)]
        until(lambda: metric(server, "onrecord_queue_requests") >= 2, 2)
        yield
        assert not any(future.done() for future in asked), "the places were free again"
        assert {future.result().status for future in asked} == {503}


HEAD = "POST {} HTTP/1.1\r\nHost: a\r\nContent-Type: {}\r\nContent-Length: 2000000\r\n\r\n"


def test_what_has_no_room_is_refused_before_its_body_is_read(full: Server) -> None:
    targets = {"/quotes": "application/json", "/quotes/batch": "application/x-ndjson"}
    with no_room(full):
        for target, media in targets.items():
            with raw.connect(full) as connection:
                connection.sendall(HEAD.format(target, media).encode() + b'{"text": "')
                got = raw.answer(connection)
                assert got is not None
                assert got.status == 503
                assert b"urn:onrecord:problem:overloaded" in got.body


def test_whoever_sends_all_of_a_body_before_it_reads_gets_to_know_that_there_is_no_room(
    full: Server,
) -> None:
    """And it costs the server less than to read the body: it is not inflated and not parsed."""
    packed = gzip.compress(json.dumps({"text": "Ada said yes. \\n" * 130_000}).encode())
    noise = gzip.compress(random.Random(1).randbytes(1_500_000))
    coded = {"Content-Encoding": "gzip"}
    read = [full.post(packed, **coded) for _ in range(10)]
    with no_room(full):
        refused = [full.post(packed, **coded) for _ in range(10)]
        assert full.post(noise, **coded).status == 503
    assert {answer.status for answer in read} == {422}
    assert {answer.json["type"] for answer in refused} == {"urn:onrecord:problem:overloaded"}
    assert sum(a.seconds for a in refused) < 0.6 * sum(a.seconds for a in read)


def test_what_the_caller_has_needs_no_room(full: Server) -> None:
    tag = full.post(ARTICLE).headers["etag"]
    with no_room(full):
        assert full.post(ARTICLE, **{"If-None-Match": tag}).status == 304
        assert full.post(ARTICLE).status == 503


def test_what_is_kept_needs_no_room(tmp_path: Path) -> None:
    settings = {
        "ONRECORD_QUEUE": "1",
        "ONRECORD_TIMEOUT": str(round(patience(2))),
        "ONRECORD_CACHE": "memory://",
    }
    running = Server("tests.web.fake_wsgi:app", tmp_path / "log", **settings)
    running.wait(30)
    assert running.post(ARTICLE).status == 200
    with no_room(running):
        assert running.post(ARTICLE).status == 200
        assert running.post({"text": "Another one."}).status == 503
    assert running.stop() == 0


def test_the_queue_can_be_watched(full: Server) -> None:
    before = metric(full, "onrecord_queue_wait_seconds_count")
    assert full.post(ARTICLE).status == 200
    assert metric(full, "onrecord_queue_wait_seconds_count") == before + 1
    assert metric(full, "onrecord_queue_requests") == 0


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
