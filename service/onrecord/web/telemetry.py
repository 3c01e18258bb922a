"""Spans for OpenTelemetry, where its packages are installed: `pip install 'onrecord[telemetry]'`.

Where they go is set by the variables of OpenTelemetry itself (`OTEL_EXPORTER_OTLP_ENDPOINT`,
`OTEL_SERVICE_NAME` and so on). A span holds method, route and status, never the article.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import Any

from flask import Flask, request

from onrecord.errors import InvalidSettings

_NEEDED = ("opentelemetry.instrumentation.flask", "opentelemetry.exporter.otlp.proto.http")


def start(app: Flask) -> None:
    """Trace the requests of `app`, as children of the trace that `traceparent` names.

    Raises:
        InvalidSettings: where the packages are missing.
    """
    if not all(_is_there(name) for name in _NEEDED):
        raise InvalidSettings("ONRECORD_TRACING needs: pip install 'onrecord[telemetry]'")
    os.environ.setdefault("OTEL_SERVICE_NAME", "onrecord")
    # Packages of an extra, imported where they are asked for.
    from opentelemetry import trace  # noqa: PLC0415
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415
        OTLPSpanExporter,
    )
    from opentelemetry.instrumentation.flask import FlaskInstrumentor  # noqa: PLC0415
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415

    provider = TracerProvider()
    trace.set_tracer_provider(provider)
    FlaskInstrumentor().instrument_app(
        app, excluded_urls="healthz,readyz,metrics", response_hook=_without_query
    )

    def export() -> None:  # its thread must be of the process that answers, so after the fork
        provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))

    os.register_at_fork(after_in_child=export)


def _without_query(span: Any, _: str, __: Any) -> None:
    """Take the query out of a span before it ends: titles and bylines may stand in it."""
    for name, value in (("http.target", request.path), ("url.query", "")):
        span.set_attribute(name, value)


def _is_there(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False
