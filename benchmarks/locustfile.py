"""What locust runs: clients that send articles, and now and then ask for health."""

from __future__ import annotations

import json
import os
import time
from itertools import count
from pathlib import Path
from typing import Any

from locust import FastHttpUser, constant_throughput, events, task

ARTICLES = Path(os.environ["ONRECORD_BENCH_ARTICLES"]).read_bytes().splitlines()
WORDS = [len(json.loads(line)["text"].split()) for line in ARTICLES]
RATE = float(os.environ["ONRECORD_BENCH_RATE"])
"""Articles a second that each client sends; 0 for as many as are answered."""

_HEALTH = 16

_next = count()
_seen: dict[str, Any] = {"seconds": [], "health": [], "refused": 0, "errors": 0, "words": 0}
_started = time.perf_counter()


class Client(FastHttpUser):
    """Sends one article after the other over one connection."""

    if RATE:
        wait_time = constant_throughput(RATE)

    @task
    def article(self) -> None:
        """The next article, and now and then a health check."""
        number = next(_next)
        place = number % len(ARTICLES)
        started = time.perf_counter()
        headers = {"Content-Type": "application/json"}
        with self.client.post(
            "/quotes", data=ARTICLES[place], headers=headers, catch_response=True
        ) as answer:
            seconds = time.perf_counter() - started
            if answer.status_code == 200:
                _seen["seconds"].append(seconds)
                _seen["words"] += WORDS[place]
            else:
                _seen["refused" if answer.status_code == 503 else "errors"] += 1
            answer.success()
        if number % _HEALTH == 0:
            started = time.perf_counter()
            self.client.get("/healthz")
            _seen["health"].append(time.perf_counter() - started)


@events.quitting.add_listener
def _tell(**_: Any) -> None:
    print(json.dumps({**_seen, "lasted": time.perf_counter() - _started}), flush=True)
