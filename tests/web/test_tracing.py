"""Spans, as a collector of OpenTelemetry gets them from the service."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.pace import until
from tests.web.server import Server

collected = pytest.importorskip("opentelemetry.proto.collector.trace.v1.trace_service_pb2")
pytest.importorskip("opentelemetry.instrumentation.flask")

TRACE, PARENT = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
SECRET = "nobody-may-read-this"


@contextmanager
def collector() -> Iterator[tuple[str, list[bytes]]]:
    """The address of a collector, and the bodies that it was sent."""
    bodies: list[bytes] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Collector)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", bodies
    finally:
        server.shutdown()
        server.server_close()


def spans(bodies: list[bytes]) -> list[Any]:
    told = map(collected.ExportTraceServiceRequest.FromString, bodies)
    scopes = (
        scope for one in told for resource in one.resource_spans for scope in resource.scope_spans
    )
    return [span for scope in scopes for span in scope.spans]


def attributes(span: Any) -> dict[str, Any]:
    return {pair.key: pair.value for pair in span.attributes}


def test_a_request_is_a_span_of_the_trace_of_its_caller(tmp_path: Path) -> None:
    with collector() as (address, bodies):
        running = Server(
            "tests.web.fake_wsgi:app",
            tmp_path / "log",
            ONRECORD_TRACING="on",
            OTEL_EXPORTER_OTLP_ENDPOINT=address,
            OTEL_BSP_SCHEDULE_DELAY="100",
            OTEL_EXPORTER_OTLP_COMPRESSION="none",
        )
        running.wait(60)
        headers = {"traceparent": f"00-{TRACE}-{PARENT}-01", "Content-Type": "text/plain"}
        target = f"/quotes?title={SECRET}"
        answer = running.ask("POST", target, f"Ada said “{SECRET}.”".encode(), headers)
        assert answer.status == 200
        until(lambda: bool(bodies), 10)
        assert running.stop() == 0
    (span,) = spans(bodies)
    assert (span.trace_id.hex(), span.parent_span_id.hex()) == (TRACE, PARENT)
    assert span.name == "POST /quotes"
    told = attributes(span)
    status = told.get("http.response.status_code") or told["http.status_code"]
    assert status.int_value == 200
    assert SECRET.encode() not in b"".join(bodies)
    assert b"onrecord" in bodies[0]
    assert any(line.get("trace_id") == TRACE for line in running.lines())
