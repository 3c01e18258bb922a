"""The service under load, on one core; what sends is kept to another one."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measure import children, cores, memory, pin, processor, quantiles
from onrecord.strict_json import encode

Json = dict[str, Any]

LOCUSTFILE = Path(__file__).with_name("locustfile.py")
CLIENTS = (1, 4, 16, 64)
LOAD = 0.8
_PATIENCE = 180
_QUEUE = 80
"""Places in the queue: more than clients, so that nothing is refused where time is measured."""


@dataclass(frozen=True, slots=True)
class Running:
    """A service: the process of gunicorn, and where it listens."""

    process: int
    address: str
    ready_s: float

    @property
    def workers(self) -> list[int]:
        """Its worker processes."""
        return children(self.process)


@contextmanager
def service(workers: int, queue: int = _QUEUE) -> Iterator[Running]:
    """A service that runs on the measured core."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        bind = f"127.0.0.1:{probe.getsockname()[1]}"
    ours = {"ONRECORD_BIND": bind, "ONRECORD_QUEUE": str(queue), "OMP_NUM_THREADS": "1"}
    ours |= {"ONRECORD_WORKERS": str(workers), "ONRECORD_LOG_LEVEL": "warning"}
    environ = {**os.environ, **ours, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "gunicorn", "-c", "python:onrecord.web.gunicorn_conf"]
    started = time.perf_counter()
    with subprocess.Popen([*command, "onrecord.web.wsgi:app"], env=environ) as running:
        try:
            pin(cores()[:1], running.pid)
            _wait(running, f"http://{bind}/readyz")
            seconds = round(time.perf_counter() - started, 2)
            yield Running(running.pid, f"http://{bind}", seconds)
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(60)


def _wait(running: subprocess.Popen[bytes], address: str) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and running.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the service did not start")


def loaded(articles: Path, seconds: float, library: float, seed: str | None = None) -> Json:
    """What callers see at several numbers of clients, and at four fifths of what it can do.

    Args:
        articles: JSON lines.
        seconds: for each of them.
        library: words that the library reads in a second of a core, in the same run.
        seed: one article more, that one client sends again and again.
    """
    with service(1) as running:
        _attack(running, articles, 1, 3)
        alone = _alone(running, seed, seconds) if seed else {}
        ladder = {str(n): _attack(running, articles, n, seconds) for n in CLIENTS}
        best = max(step["answers_a_second"] for step in ladder.values())
        rate = _attack(running, articles, 16, seconds, best * LOAD)
    for step in (*ladder.values(), rate):
        step["of_the_library"] = round(step["words_a_processor_second"] / library, 3)
    with service(1, queue=4) as running:
        flooded = _attack(running, articles, 64, seconds)
    return {"clients": ladder, "at_80_percent": rate, "flooded": flooded, **alone}


def _alone(running: Running, text: str, seconds: float) -> Json:
    """What one client sees who sends one article again and again."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "seed.jsonl")
        place.write_bytes(encode({"text": text}) + b"\n")
        seen = _attack(running, place, 1, seconds)
    return {"seed": {**seen, "words": len(text.split())}}


def _attack(
    running: Running, articles: Path, clients: int, seconds: float, rate: float = 0.0
) -> Json:
    """What so many clients see."""
    (worker,) = running.workers
    before = processor(worker)
    environ = {**os.environ, "ONRECORD_BENCH_ARTICLES": str(articles)}
    environ["ONRECORD_BENCH_RATE"] = str(rate / clients)
    command = [
        sys.executable,
        "-m",
        "locust",
        "-f",
        str(LOCUSTFILE),
        "--headless",
        "--only-summary",
    ]
    command += [
        "-u",
        str(clients),
        "-r",
        str(clients),
        "-t",
        f"{round(seconds)}s",
        "-L",
        "CRITICAL",
    ]
    command += ["--host", running.address, "--stop-timeout", "60"]
    made = subprocess.run(
        command, env=environ, capture_output=True, check=False, preexec_fn=_elsewhere
    )
    worked = processor(worker) - before
    told = [line for line in made.stdout.splitlines() if line.startswith(b"{")]
    if not told:
        raise SystemExit(f"locust told nothing:\n{made.stderr.decode()}")
    seen: Json = json.loads(told[-1])
    answered = seen["seconds"]
    return {
        "answers": len(answered),
        "refused": seen["refused"],
        "errors": seen["errors"],
        "answers_a_second": round(len(answered) / seen["lasted"], 2),
        "words_a_processor_second": round(seen["words"] / worked) if worked > 0 else 0,
        **quantiles(answered),
        "health_p99_ms": quantiles(seen["health"]).get("p99_ms"),
    }


def _elsewhere() -> None:
    pin(cores()[1:])


def remembered(articles: Path) -> Json:
    """Memory of one worker and of two, after each has read some articles."""
    told: Json = {}
    for workers in (1, 2):
        with service(workers) as running:
            told["ready_s"] = running.ready_s
            for _ in range(3):
                _read_all(running.address, articles)
            sizes = [memory(process) for process in (running.process, *running.workers)]
        told[str(workers)] = {
            "processes": sizes,
            "pss_mb": round(sum(size["pss"] for size in sizes), 1),
        }
    told["worker_mb"] = max(size["rss"] for size in told["1"]["processes"])
    told["second_worker_mb"] = round(told["2"]["pss_mb"] - told["1"]["pss_mb"], 1)
    return told


def _read_all(address: str, articles: Path) -> None:
    for line in articles.read_bytes().splitlines()[:20]:
        headers = {"Content-Type": "application/json", "Connection": "close"}
        asked = urllib.request.Request(f"{address}/quotes", line, headers)
        with urllib.request.urlopen(asked, timeout=60) as answer:
            answer.read()
