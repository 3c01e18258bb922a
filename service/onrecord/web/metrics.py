"""What Prometheus is told, summed over all worker processes."""

from __future__ import annotations

import os

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

from onrecord.types import Extraction
from onrecord.web.metrics_folder import FOLDER

MEDIA_TYPE = CONTENT_TYPE_LATEST

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_TENTHS = tuple(n / 10 for n in range(1, 11))

REQUESTS = Counter("onrecord_requests", "Requests answered", ("method", "path", "status"))
LATENCY = Histogram(
    "onrecord_request_seconds", "Seconds until an answer was ready", ("path",), buckets=_SECONDS
)
FIRST_LINE = Histogram(
    "onrecord_batch_first_line_seconds",
    "Seconds until the first line of a batch was answered",
    buckets=_SECONDS,
)
LINES = Counter("onrecord_batch_lines", "Lines of batches answered", ("outcome",))
IN_FLIGHT = Gauge(
    "onrecord_requests_in_flight",
    "Requests under way, those that wait for their turn included",
    multiprocess_mode="livesum",
)
QUEUED = Gauge(
    "onrecord_queue_requests",
    "Requests that have a place in the queue: one that is read and those that wait",
    multiprocess_mode="livesum",
)
WAIT = Histogram(
    "onrecord_queue_wait_seconds", "Seconds that an article waited for its turn", buckets=_SECONDS
)
CACHE = Counter("onrecord_cache", "Answers looked for among those that are kept", ("found",))
WORDS = Counter("onrecord_words", "Words of the articles read")
ARTICLES = Counter("onrecord_articles", "Articles read")
QUOTATIONS = Counter("onrecord_quotations", "Quotations found", ("type", "attributed"))
CONFIDENCE = Histogram("onrecord_confidence", "Confidence of quotations", buckets=_TENTHS)


def count(extraction: Extraction) -> None:
    """Count what one article held."""
    ARTICLES.inc()
    WORDS.inc(extraction.words)
    for quote in extraction.quotes:
        QUOTATIONS.labels(quote.type.value, str(quote.speaker is not None).lower()).inc()
        CONFIDENCE.observe(quote.confidence)


def exposition() -> bytes:
    """All metrics in the text format of Prometheus."""
    if FOLDER not in os.environ:
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)
