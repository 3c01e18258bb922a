"""The real service at a share of what it can do, with hostile requests among the good ones.

python -m tests.robustness.soak [--minutes 30] [--load 0.8] [--hostile 0.01] [--workers 1]
    [--server-cores 1 --client-cores 0] [--output soak.json] [--setting ONRECORD_NAME=VALUE]...

Measures first how many articles a second the service does, then asks for a share of that, evenly,
whatever the answers take. Every article has words in it that the service has not seen before, as
news has. A good request that is refused for now (503) is sent again when `Retry-After` says so, as
the clients do, and counted apart. Processes are not recycled, so that what grows is seen to grow.
Tells, minute by minute, answers and latency of the good requests and the memory of the worker
processes; then, of the minutes after the warm-up, percentiles of the latency, its slope and that of
the memory, each with its standard error. Ends with 1 where a good request failed or a hostile one
was answered with a fault of ours. Speaks to 127.0.0.1 alone, and stops by itself.
"""

from __future__ import annotations

import argparse
import gzip
import http.client
import json
import math
import os
import random
import statistics
import string
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.web.server import ROOT, Server

ARTICLE = (ROOT / "examples" / "article.txt").read_text("utf-8")
CLIENTS = 128
TRIES = 5
TRIAL_SECONDS = 15
MINUTES_FOR_A_SLOPE = 3
JSON = {"Content-Type": "application/json"}
TEXT = {"Content-Type": "text/plain; charset=utf-8"}

HOSTILE: dict[str, tuple[str, dict[str, str], bytes]] = {
    "deep JSON": ("/quotes", JSON, b"[" * 500_000),
    "no JSON": ("/quotes", JSON, b'{"text": '),
    "no UTF-8": ("/quotes", TEXT, b"Ada said \xff\xfe" * 100),
    "a bomb": ("/quotes", {**JSON, "Content-Encoding": "gzip"}, gzip.compress(bytes(50_000_000))),
    "marks": ("/quotes", TEXT, "“‘\"'".encode() * 10_000 + b"a"),
    "combining": ("/quotes", TEXT, b"a" + "\u0301".encode() * 50_000),
    "bidi": ("/quotes", TEXT, "\u202e\u200b“Ada\u2066”\u2028 ".encode() * 3_000),
    "a long word": ("/quotes", TEXT, b"a" * 200_000),
    "too long": ("/quotes", TEXT, b"a " * 200_000),
    "fields": ("/quotes", JSON, json.dumps({f"f{n}": n for n in range(20_000)}).encode()),
    "lines": ("/quotes/batch", {"Content-Type": "application/x-ndjson"}, b"{\n[]\n\xff\n" * 200),
    "headers": ("/quotes", {f"X-{n}": "a" for n in range(200)}, b"a"),
    "nothing": ("/nowhere", TEXT, b""),
    "half": ("/quotes", {**TEXT, "Content-Length": "1000"}, b"Ada said"),
}


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
    """Megabytes of all worker processes, what they share counted once."""
    total = 0
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((place / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == server.pid:
                rollup = (place / "smaps_rollup").read_text().splitlines()
                total += sum(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
        except OSError:
            continue
    return total / 1024


def slope(points: list[tuple[float, float]]) -> dict[str, float]:
    """The least-squares slope of an hour, and its standard error.

    Of the means of minutes: points that are seconds apart are not independent of each other.
    """
    minutes: dict[int, list[float]] = defaultdict(list)
    for moment, value in points:
        minutes[int(moment // 60)].append(value)
    xs = [minute / 60 for minute in minutes]
    ys = [statistics.fmean(values) for values in minutes.values()]
    if len(xs) < MINUTES_FOR_A_SLOPE:
        return {}
    line = statistics.linear_regression(xs, ys)
    left = sum((y - line.slope * x - line.intercept) ** 2 for x, y in zip(xs, ys, strict=True))
    spread = sum((x - statistics.fmean(xs)) ** 2 for x in xs)
    return {"an_hour": line.slope, "standard_error": math.sqrt(left / (len(xs) - 2) / spread)}


def percentiles(seconds: list[float]) -> dict[str, float]:
    """Of the latency, in seconds."""
    ranked = sorted(seconds)
    shares = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
    return {name: ranked[int(len(ranked) * q)] for name, q in shares.items()} | {"max": ranked[-1]}


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


def report(tally: Tally, warm: float) -> dict[str, object]:
    """The figures: counts of all, the rest of what came after the first `warm` seconds."""
    latency = [point for point in tally.latency if point[0] >= warm]
    held = [point for point in tally.memory if point[0] >= warm]
    return {
        "good": dict(tally.statuses),
        "hostile": dict(sorted(tally.hostile.items())),
        "warm_up_seconds": warm,
        "latency_seconds": percentiles([seconds for _, seconds in latency]),
        "latency_slope_seconds": slope(latency),
        "memory_first_and_last_mb": [held[0][1], held[-1][1]],
        "memory_slope_mb": slope(held),
    }


def options() -> tuple[argparse.Namespace, dict[str, str]]:
    """What was chosen on the command line, and the settings of the service."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument(
        "--warm-up", type=float, default=5, help="minutes that the slopes leave out"
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
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log")
        settle(chosen.server_cores)
        server = Server("onrecord.web.wsgi:app", log, **settings)
        settle(chosen.client_cores)
        try:
            server.wait(180)
            capacity(server)
            most, busy = capacity(server), server.busy() or 0.0
            rate = most * chosen.load
            print(f"{most:.1f} articles a second at most; asking for {rate:.1f}", flush=True)
            tally = run(server, rate, chosen.minutes, chosen.hostile)
            busy = (server.busy() or 0.0) - busy
        finally:
            status = server.stop()
        faults = log.read_text("utf-8").count('"event": "exception"')
    figures = report(tally, min(chosen.warm_up, chosen.minutes / 3) * 60)
    figures |= {"settings": settings, "capacity": most, "load": chosen.load}
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
    return int(failed or answered_wrongly or faults > 0 or status != 0)


if __name__ == "__main__":
    sys.exit(main())
