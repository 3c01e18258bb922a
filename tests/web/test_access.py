"""Keys, limits, origins, metrics and traces, over a real socket."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from flask import Request
from prometheus_client.parser import text_string_to_metric_families

from onrecord.errors import InvalidSettings
from onrecord.settings import Settings
from onrecord.web import exchange, metrics, telemetry
from onrecord.web.access import Keys
from onrecord.web.app import create_app
from onrecord.web.metrics_folder import FOLDER
from tests.fakes import FakePipeline
from tests.web.server import ROOT, Server

KEY, OTHER, OLD = "one-key", "another-key", "old-key"
PAGE = "https://desk.example"


def hashed(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(
        "tests.web.fake_wsgi:app",
        tmp_path_factory.mktemp("guarded") / "log",
        ONRECORD_API_KEYS=f"desk:{hashed(OLD)}, desk:{hashed(KEY)}, wire:{hashed(OTHER).upper()}",
        ONRECORD_RATE_LIMIT="5/day",
        ONRECORD_CORS_ORIGINS=PAGE,
    )
    running.wait(30)
    yield running
    assert running.stop() == 0


@pytest.mark.parametrize("headers", [{}, {"X-API-Key": "wrong"}, {"Authorization": f"Basic {KEY}"}])
def test_without_a_key_nobody_is_let_in(guarded: Server, headers: dict[str, str]) -> None:
    answer = guarded.post({"text": "a"}, **headers)
    assert (answer.status, answer.json["type"]) == (401, "urn:onrecord:problem:unauthorized")
    assert answer.headers["www-authenticate"].startswith("Bearer")
    batch = {"Content-Type": "application/x-ndjson", **headers}
    assert guarded.ask("POST", "/quotes/batch", b"{}", batch).status == 401


def test_one_name_may_have_two_keys_while_they_are_changed() -> None:
    keys = Keys(f"desk:{hashed(OLD)}, desk:{hashed(KEY)}")
    sent = ({"HTTP_X_API_KEY": key} for key in (OLD, KEY, OTHER))
    asked = [Request(environ) for environ in sent]
    assert [keys.holder(request) for request in asked] == ["desk", "desk", None]


def test_what_costs_nothing_is_open(guarded: Server) -> None:
    for path in (
        "/healthz",
        "/readyz",
        "/openapi.yaml",
        "/docs",
        "/metrics",
        "/",
        "/page/page.css",
    ):
        assert guarded.get(path).status == 200


def test_a_rate_holds_for_each_key(guarded: Server) -> None:
    for left in (4, 3):
        answer = guarded.post({"text": "a"}, Authorization=f"Bearer {KEY}")
        assert (answer.status, answer.headers["ratelimit-policy"]) == (200, '"default";q=5;w=86400')
        assert re.fullmatch(rf'"default";r={left};t=\d+', answer.headers["ratelimit"])
    lines = b'{"text": "a"}\n' * 5
    headers = {"Content-Type": "application/x-ndjson", "X-API-Key": KEY}
    batch = guarded.ask("POST", "/quotes/batch", lines, headers)
    errors = [json.loads(line).get("error", {}).get("status") for line in batch.body.splitlines()]
    assert errors == [None, None, None, 429, 429]
    answer = guarded.post({"text": "a"}, Authorization=f"bearer {KEY}")
    assert (answer.status, answer.json["type"]) == (429, "urn:onrecord:problem:too-many-requests")
    assert int(answer.headers["retry-after"]) > 0
    assert answer.headers["ratelimit"].startswith('"default";r=0;')
    assert guarded.post({"text": "a"}, **{"X-API-Key": OTHER}).status == 200


def test_keys_are_in_no_log(guarded: Server) -> None:
    guarded.post({"text": "a"}, Authorization=f"Bearer {KEY}")
    assert KEY not in guarded.log.read_text()


def test_pages_of_known_origins_may_read_answers(guarded: Server) -> None:
    known = guarded.get("/healthz", Origin=PAGE).headers
    assert known["access-control-allow-origin"] == PAGE
    assert "ETag" in known["access-control-expose-headers"]
    assert "Origin" in known["vary"]
    foreign = guarded.get("/healthz", Origin="https://elsewhere.example").headers
    assert "access-control-allow-origin" not in foreign


def test_a_preflight_is_answered_without_a_key(guarded: Server) -> None:
    asked = {"Origin": PAGE, "Access-Control-Request-Method": "POST"}
    answer = guarded.ask("OPTIONS", "/quotes", None, asked)
    assert (answer.status, answer.body) == (204, b"")
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert "X-API-Key" in answer.headers["access-control-allow-headers"]


def test_no_origin_is_named_where_none_is_set(server: Server) -> None:
    assert "access-control-allow-origin" not in server.get("/healthz", Origin=PAGE).headers


def test_metrics_are_summed_and_count_what_was_read(server: Server) -> None:
    def value(name: str, **labels: str) -> float:
        families = text_string_to_metric_families(server.get("/metrics").body.decode())
        samples = [s for f in families for s in f.samples if s.name == name]
        return sum(s.value for s in samples if labels.items() <= s.labels.items())

    before = value("onrecord_words_total"), value("onrecord_confidence_count")
    server.post({"text": "Ada said “Yes, I do.”"})
    assert value("onrecord_words_total") == before[0] + 5
    assert value("onrecord_confidence_count") == before[1] + 1
    assert value("onrecord_requests_total", path="/quotes", status="200", method="POST") > 0
    assert value("onrecord_requests_in_flight") == 1


def test_every_metric_is_documented(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER, raising=False)  # those of this process alone
    told = (ROOT / "docs" / "operations.md").read_text("utf-8")
    names = re.findall(r"^# HELP (onrecord_\w+)", metrics.exposition().decode(), re.MULTILINE)
    names = [name for name in names if not name.endswith("_created")]
    assert len(names) >= 7
    for name in names:
        assert f"| `{name}` |" in told, name


def test_the_trace_of_the_caller_is_logged(server: Server) -> None:
    trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    server.get("/healthz", traceparent=f"00-{trace}-00f067aa0ba902b7-01")
    assert any(line.get("trace_id") == trace for line in server.lines())
    count = sum("trace_id" in line for line in server.lines())
    for bad in (
        "00-0-0-01",
        f"ff-{trace}-00f067aa0ba902b7-01",
        f"00-{'0' * 32}-00f067aa0ba902b7-01",
    ):
        server.get("/healthz", traceparent=bad)
    assert sum("trace_id" in line for line in server.lines()) == count


def test_an_operation_that_goes_says_so() -> None:
    app = create_app(Settings(), FakePipeline())
    app.after_request_funcs[None].clear()
    ending = exchange.Ending(
        datetime(2031, 1, 1, tzinfo=UTC), datetime(2032, 1, 1, tzinfo=UTC), "https://a.example/why"
    )
    exchange.register(app, Settings(), {"onrecord.healthz": ending})
    told = app.test_client().get("/healthz").headers
    assert told["Deprecation"] == "@1924992000"
    assert told["Sunset"] == "Thu, 01 Jan 2032 00:00:00 GMT"
    assert told["Link"].startswith("<https://a.example/why>")
    assert "Deprecation" not in app.test_client().get("/readyz").headers


def test_addresses_are_counted_where_there_are_no_keys() -> None:
    settings = Settings(rate_limit="1/hour", trusted_proxies=1)
    client = create_app(settings, FakePipeline()).test_client()

    def status(address: str) -> int:
        headers = {"X-Forwarded-For": address}
        return client.post("/quotes", json={"text": "a"}, headers=headers).status_code

    assert [status(a) for a in ("192.0.2.1", "192.0.2.1", "192.0.2.2")] == [200, 429, 200]


def test_articles_are_let_through_where_the_storage_is_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = create_app(Settings(rate_limit="1/hour"), FakePipeline())
    limiter = app.extensions["onrecord"].gate._limiter._limiter

    def away(*_: object) -> bool:
        raise ConnectionError

    monkeypatch.setattr(limiter, "hit", away)
    client = app.test_client()
    assert [client.post("/quotes", json={"text": "a"}).status_code for _ in range(3)] == [200] * 3


def test_what_a_setting_needs_and_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telemetry, "find_spec", lambda _: None)
    with pytest.raises(InvalidSettings, match="telemetry"):
        create_app(Settings(tracing="on"), FakePipeline())
    for name in ("redis", "redis.backoff"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(InvalidSettings, match="redis"):
        create_app(Settings(rate_limit_storage="redis://localhost:1/0"), FakePipeline())
