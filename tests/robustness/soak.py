"""The real service at a share of what it can do, with hostile requests among the good ones.

python -m tests.robustness.soak [--minutes 30] [--load 0.8] [--hostile 0.01] [--workers 1]
    [--server-cores 1 --client-cores 0] [--output soak.json] [--setting ONRECORD_NAME=VALUE]...

Warms up first, in the open: new words until all that the service keeps of words is full, and each
hostile request once, with the memory before and after told. Then measures how many articles a
second the service does, and asks for a share of that, evenly, whatever the answers take. Every
article has words in it that the service has not seen before, as news has. A good request that is
refused for now (503) is sent again when `Retry-After` says so, as the clients do, and counted
apart. Processes are not recycled, so that what grows is seen to grow. Tells, minute by minute,
answers and latency of the good requests and the memory of the worker processes; then, of the
minutes after `--warm-up` more, the latency, the slopes of its percentiles by the minute and of the
memory, with standard errors, and whether they are flat: gain no more than `MOST` an hour. Ends with
1 where a good request failed, a hostile one was answered with a fault of ours, or something grows;
and, with `PROOF` minutes or more, where memory and the work on an article are not surely flat.
Speaks to 127.0.0.1 alone, and stops by itself.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import signal
import statistics
import string
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from tests.robustness.hostile import HOSTILE, TEXT
from tests.robustness.trend import quantile, slope, verdict
from tests.web.server import ROOT, Server

ARTICLE = (ROOT / "examples" / "article.txt").read_text("utf-8")
CLIENTS = 128
TRIES = 5
TRIAL_SECONDS = 15
NEW_WORDS, AT_ONCE = 70_000, 1_000
"""More than any table of words that the service keeps has room for; as many in an article."""
MOST = {"p10": 0.01, "p50": 0.1, "memory": 10.0}
"""Seconds, seconds and megabytes an hour that count as flat. At the load that is asked for, one in
ten finds nobody before it, so that its latency is the work alone."""
PROOF = 10
"""Minutes of a run that is to show that memory and work are flat, not just that nothing grows."""


@dataclass
class Tally:
    """What came of the requests; moments are seconds since the start."""

    statuses: Counter[str] = field(default_factory=Counter)
    hostile: Counter[str] = field(default_factory=Counter)
    latency: list[tuple[float, float]] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


def ask(server: Server, path: str, headers: dict[str, str], body: bytes) -> tuple[str, float]:
    """The status of one request on a connection of its own, or the name of what went wrong; and
    the seconds after which to come again."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        connection.request("POST", path, body, {**headers, "Connection": "close"})
        response = connection.getresponse()
        response.read()
        return str(response.status), float(response.headers.get("Retry-After", "0"))
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__, 0.0
    finally:
        connection.close()


def article(number: int) -> bytes:
    """The example with a paragraph of its own, whose names and words are new."""
    chance = random.Random(number)
    a, b, c = ("".join(chance.choices(string.ascii_lowercase, k=8)) for _ in range(3))
    own = (
        f"“The {a} of {number} is ours,” said {b.title()} {c.title()}, a spokesman for {a.title()}."
    )
    return f"{ARTICLE}\n\n{own}\n".encode()


def fill(server: Server) -> dict[str, object]:
    """Have the service read more new words than it keeps, and each hostile request once."""
    before, started = memory(server), time.monotonic()
    statuses: Counter[str] = Counter()
    chance = random.Random(0)
    for _ in range(NEW_WORDS // AT_ONCE):
        words = ("".join(chance.choices(string.ascii_lowercase, k=9)) for _ in range(AT_ONCE))
        text = ". ".join(" ".join(row).capitalize() for row in batched(words, 20))
        statuses[ask(server, "/quotes", TEXT, text.encode())[0]] += 1
    filled = memory(server)
    for request in HOSTILE.values():
        ask(server, *request)
    return {
        "new_words": NEW_WORDS,
        "answers": dict(statuses),
        "seconds": round(time.monotonic() - started),
        "memory_mb": [round(mb, 1) for mb in (before, filled, memory(server))],
    }


def batched(words: Iterator[str], count: int) -> Iterator[tuple[str, ...]]:
    """So many at a time."""
    while row := tuple(islice(words, count)):
        yield row


def good(server: Server, tally: Tally, number: int, start: float, due: float) -> None:
    """Ask about an article; the wait since it was due counts, and that before another try."""
    body, attempt = article(number), 1
    status, again = ask(server, "/quotes", TEXT, body)
    while status == "503" and attempt < TRIES:
        time.sleep(again)
        attempt += 1
        status, again = ask(server, "/quotes", TEXT, body)
    with tally.lock:
        tally.statuses[status if attempt == 1 else f"{status} at try {attempt}"] += 1
        tally.latency.append((due - start, time.monotonic() - due))


def bad(server: Server, tally: Tally, name: str) -> None:
    """Send something hostile; half of the clients of "half" go without waiting."""
    status, _ = ask(server, *HOSTILE[name])
    with tally.lock:
        tally.hostile[f"{name}: {status}"] += 1


def capacity(server: Server) -> float:
    """Articles a second, with as many clients as keep the processes busy."""
    tally, start = Tally(), time.monotonic()

    def client(number: int) -> None:
        while time.monotonic() < start + TRIAL_SECONDS:
            number += 4
            good(server, tally, -number, start, time.monotonic())

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(client, range(4)))
    return sum(tally.statuses.values()) / (time.monotonic() - start)


def memory(server: Server) -> float:
    """Megabytes of all worker processes, what they share counted once; without files that they map,
    such as libraries: how much of those is theirs hangs on who else on the machine uses them."""
    total = 0
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((place / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == server.pid:
                rollup = (place / "smaps_rollup").read_text().splitlines()
                anonymous = (line for line in rollup if line.startswith("Pss_Anon:"))
                total += sum(int(line.split()[1]) for line in anonymous)
        except OSError:
            continue
    return total / 1024


def percentiles(seconds: list[float]) -> dict[str, float]:
    """Of the latency, in seconds."""
    shares = {"p10": 0.1, "p50": 0.5, "p95": 0.95, "p99": 0.99}
    return {name: quantile(q)(seconds) for name, q in shares.items()} | {"max": max(seconds)}


def run(server: Server, rate: float, minutes: float, hostile: float) -> Tally:
    """Ask at an even rate for some minutes."""
    tally, chance = Tally(), random.Random(1)
    start = time.monotonic()
    told, number = 0, 0
    with ThreadPoolExecutor(CLIENTS) as pool:
        while (now := time.monotonic() - start) < minutes * 60:
            due = start + number / rate
            time.sleep(max(0.0, due - time.monotonic()))
            if chance.random() < hostile:
                pool.submit(bad, server, tally, chance.choice(list(HOSTILE)))
            else:
                pool.submit(good, server, tally, number, start, due)
            number += 1
            if not tally.memory or now - tally.memory[-1][0] >= 5:
                tally.memory.append((now, memory(server)))
            if now >= (told + 1) * 60:
                told += 1
                tell(told, tally)
    return tally


def tell(minute: int, tally: Tally) -> None:
    """One line a minute."""
    with tally.lock:
        seconds = [s for due, s in tally.latency if due >= (minute - 1) * 60] or [0.0]
        statuses = dict(tally.statuses)
    of = percentiles(seconds)
    line = f"minute {minute:>3}  {len(seconds):>5} answers  p50 {of['p50']:6.3f} s"
    line += f"  p95 {of['p95']:6.3f} s  {tally.memory[-1][1]:7.1f} MB  {statuses}"
    print(line, flush=True)


def report(tally: Tally, warm: float) -> dict[str, Any]:
    """The figures: counts of all, the rest of what came after the first `warm` seconds."""
    latency = [point for point in tally.latency if point[0] >= warm]
    held = [point for point in tally.memory if point[0] >= warm]
    slopes = {
        "p10": slope(latency, quantile(0.1)),
        "p50": slope(latency, statistics.median),
        "memory": slope(held, statistics.median),
    }
    return {
        "good": dict(tally.statuses),
        "hostile": dict(sorted(tally.hostile.items())),
        "warm_up_seconds": warm,
        "latency_seconds": percentiles([seconds for _, seconds in latency]),
        "memory_first_and_last_mb": [held[0][1], held[-1][1]],
        "slopes": slopes | {"p95": slope(latency, quantile(0.95))},
        "found": {name: verdict(slopes[name], most) for name, most in MOST.items()},
    }


def options() -> tuple[argparse.Namespace, dict[str, str]]:
    """What was chosen on the command line, and the settings of the service."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument(
        "--warm-up", type=float, default=2, help="minutes at load that the slopes leave out"
    )
    parser.add_argument("--load", type=float, default=0.8)
    parser.add_argument("--hostile", type=float, default=0.01)
    parser.add_argument("--workers", default="1")
    parser.add_argument("--setting", action="append", default=[], help="ONRECORD_NAME=VALUE")
    parser.add_argument("--server-cores", help="such as 1 or 2,3; anywhere where not given")
    parser.add_argument("--client-cores")
    parser.add_argument("--output", type=Path, help="a JSON file for figures and raw points")
    chosen = parser.parse_args()
    settings = {"ONRECORD_WORKERS": chosen.workers, "ONRECORD_MAX_REQUESTS": "0"}
    return chosen, settings | dict(setting.split("=", 1) for setting in chosen.setting)


def settle(cores: str | None) -> None:
    """Run on these cores, and what is started from now on too."""
    if cores:
        os.sched_setaffinity(0, {int(core) for core in cores.split(",")})


def main() -> int:
    """Soak the service; 0 where nothing good was lost."""
    chosen, settings = options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the service is stopped too
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log")
        settle(chosen.server_cores)
        server = Server("onrecord.web.wsgi:app", log, **settings)
        settle(chosen.client_cores)
        try:
            server.wait(180)
            filled = fill(server)
            print(f"warm-up: {filled}", flush=True)
            most, busy = capacity(server), server.busy() or 0.0
            rate = most * chosen.load
            print(f"{most:.1f} articles a second at most; asking for {rate:.1f}", flush=True)
            tally = run(server, rate, chosen.minutes, chosen.hostile)
            busy = (server.busy() or 0.0) - busy
        finally:
            status = server.stop()
        faults = log.read_text("utf-8").count('"event": "exception"')
    figures = report(tally, min(chosen.warm_up, chosen.minutes / 3) * 60)
    figures |= {"filled": filled, "settings": settings, "capacity": most, "load": chosen.load}
    figures |= {
        "share_of_a_core": busy / chosen.minutes / 60,
        "faults_logged": faults,
        "exit": status,
    }
    print(json.dumps(figures, indent=2))
    if chosen.output:
        raw = {"latency": tally.latency, "memory": tally.memory}
        chosen.output.write_text(json.dumps(figures | raw), "utf-8")
    failed = any(not name.startswith("200") for name in tally.statuses)
    answered_wrongly = any(name.endswith(": 500") for name in tally.hostile)
    found = figures["found"]
    grows = "grows" in found.values()
    if chosen.minutes >= PROOF:
        grows = grows or not found["memory"] == found["p10"] == "flat"
    return int(failed or answered_wrongly or faults > 0 or status != 0 or grows)


if __name__ == "__main__":
    sys.exit(main())
