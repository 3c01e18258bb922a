"""The real service at a share of what it can do, with hostile requests among the good ones.

python -m tests.robustness.soak [--minutes 30] [--load 0.8] [--hostile 0.01] [--workers 1]

Measures first how many articles a second the service does, then asks for a share of that, evenly,
whatever the answers take. Tells, minute by minute, answers and latency of the good requests and
the memory of the worker processes; then the slope of the memory. Ends with 1 where a good request
failed or a hostile one was answered with a fault of ours. Speaks to 127.0.0.1 alone, and stops by
itself.
"""

from __future__ import annotations

import argparse
import gzip
import http.client
import json
import random
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.web.server import ROOT, Server

ARTICLE = (ROOT / "examples" / "article.txt").read_text("utf-8")
CLIENTS = 32
TRIAL_SECONDS = 10
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
    """What came of the requests."""

    statuses: Counter[str] = field(default_factory=Counter)
    hostile: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


def ask(server: Server, path: str, headers: dict[str, str], body: bytes) -> str:
    """The status of one request on a connection of its own, or the name of what went wrong."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        connection.request("POST", path, body, {**headers, "Connection": "close"})
        response = connection.getresponse()
        response.read()
        return str(response.status)
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__
    finally:
        connection.close()


def good(server: Server, tally: Tally, number: int, due: float) -> None:
    """Ask about an article; the wait since it was due counts."""
    body = f"Number {number}.\n\n{ARTICLE}".encode()
    status = ask(server, "/quotes", TEXT, body)
    with tally.lock:
        tally.statuses[status] += 1
        tally.seconds.append(time.monotonic() - due)


def bad(server: Server, tally: Tally, name: str) -> None:
    """Send something hostile; half of the clients of "half" go without waiting."""
    path, headers, body = HOSTILE[name]
    status = ask(server, path, headers, body)
    with tally.lock:
        tally.hostile[f"{name}: {status}"] += 1


def capacity(server: Server) -> float:
    """Articles a second, with as many clients as keep the processes busy."""
    tally, end = Tally(), time.monotonic() + TRIAL_SECONDS

    def client(number: int) -> None:
        while time.monotonic() < end:
            good(server, tally, number, time.monotonic())

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(client, range(4)))
    return sum(tally.statuses.values()) / TRIAL_SECONDS


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


def slope(points: list[tuple[float, float]]) -> float:
    """Megabytes an hour, by least squares, of the second half: the first one warms up."""
    late = points[len(points) // 2 :]
    return statistics.linear_regression(*zip(*late, strict=True)).slope * 3_600


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
                pool.submit(good, server, tally, number, due)
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
        seconds, tally.seconds = sorted(tally.seconds), []
        statuses = dict(tally.statuses)
    half, most = seconds[len(seconds) // 2], seconds[int(len(seconds) * 0.95)]
    line = f"minute {minute:>3}  {len(seconds):>5} answers  p50 {half:6.3f} s  p95 {most:6.3f} s"
    print(f"{line}  {tally.memory[-1][1]:7.1f} MB  {statuses}", flush=True)


def main() -> int:
    """Soak the service; 0 where nothing good was lost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--load", type=float, default=0.8)
    parser.add_argument("--hostile", type=float, default=0.01)
    parser.add_argument("--workers", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log")
        server = Server("onrecord.web.wsgi:app", log, ONRECORD_WORKERS=str(chosen.workers))
        server.wait(180)
        for n in range(5):
            good(server, Tally(), n, 0.0)
        most = capacity(server)
        print(f"{most:.1f} articles a second at most; asking for {most * chosen.load:.1f}")
        tally = run(server, most * chosen.load, chosen.minutes, chosen.hostile)
        status = server.stop()
        faults = log.read_text("utf-8").count('"event": "exception"')
    print(f"good: {dict(tally.statuses)}\nhostile: {dict(sorted(tally.hostile.items()))}")
    print(f"memory: {slope(tally.memory):+.1f} MB an hour; faults logged: {faults}; exit {status}")
    answered_wrongly = any(name.endswith(": 500") for name in tally.hostile)
    return int(tally.statuses.keys() != {"200"} or answered_wrongly or faults > 0 or status != 0)


if __name__ == "__main__":
    sys.exit(main())
