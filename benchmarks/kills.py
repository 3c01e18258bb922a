"""Proof that an archive loses nothing and does nothing twice while its workers are killed.

    python -m benchmarks.kills 20000

starts `onrecord archive` with two workers, kills one of them every few seconds, kills all of it now
and then and starts it again; then every article must have its answer, or stand aside with its
error, exactly once, and what was finished must not have been done again.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from benchmarks.articles import Json, article

WORDS = 8
FILES = 4
POISON = 997
"""Every so many lines there is one that cannot be read."""


@dataclass
class Proof:
    """What has happened to one archive.

    Attributes:
        finished: the inode of each file of answers when it was first seen.
    """

    source: Path
    target: Path
    workers_killed: int = 0
    runs_killed: int = 0
    done_again: int = 0
    finished: dict[str, int] = field(default_factory=dict)


def main() -> int:
    """Run the proof; 0 where it holds."""
    parser = argparse.ArgumentParser(description="archive under kills")
    parser.add_argument("articles", type=int)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--every", type=float, default=10.0, help="seconds between kills")
    parser.add_argument("--partition-bytes", type=int, default=20_000)
    parser.add_argument("--out", type=Path, help="where the figures go, as JSON")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        proof = Proof(Path(folder, "in"), Path(folder, "out"))
        expected = _generate(proof.source, given.articles)
        started = time.monotonic()
        command = [sys.executable, "-m", "onrecord.cli", "archive", str(proof.source)]
        command += [str(proof.target), "--workers", str(given.workers)]
        command += ["--partition-bytes", str(given.partition_bytes)]
        _harass(proof, command, given.every)
        seconds = time.monotonic() - started
        figures = {**_judged(proof, expected), "seconds": round(seconds, 1)}
    print(json.dumps(figures, indent=2))
    if given.out:
        given.out.parent.mkdir(parents=True, exist_ok=True)
        given.out.write_text(json.dumps(figures, indent=2) + "\n")
    return 0 if figures["holds"] else 1


def _generate(source: Path, number: int) -> Counter[str]:
    """Write the archive; how often each id must come back."""
    source.mkdir()
    files = [(source / f"{n}.jsonl").open("w", encoding="utf-8") for n in range(FILES)]
    expected = Counter[str]()
    for place in range(number):
        made: Json = article(place, WORDS)
        if place % POISON == POISON - 1:
            made["text"] = "\x00"
        expected[made["id"]] += 1
        files[place % FILES].write(json.dumps(made, ensure_ascii=False) + "\n")
    for file in files:
        file.close()
    return expected


def _harass(proof: Proof, command: list[str], every: float) -> None:
    """Run the command until it comes to its end, and do not make that easy for it."""
    draw = random.Random(7)  # noqa: S311  # nothing secret
    while True:
        with _started(command) as running:
            lives = draw.randint(4, 9)
            for _ in range(lives):
                if _waited(running, every):
                    break
                _watch(proof)
                proof.workers_killed += _kill_one(running.pid, draw)
            else:
                if not _waited(running, every):
                    running.kill()
                    proof.runs_killed += 1
                    continue
            if running.wait() == 0:
                _watch(proof)
                return
            raise SystemExit("the archive ended with an error")


@contextmanager
def _started(command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    running = subprocess.Popen(command)
    try:
        yield running
    finally:
        running.kill()
        running.wait()


def _waited(running: subprocess.Popen[bytes], seconds: float) -> bool:
    """Whether it has ended within these seconds."""
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def _kill_one(parent: int, draw: random.Random) -> int:
    workers = [p for p in psutil.Process(parent).children(recursive=True) if _is_worker(p)]
    if workers:
        draw.choice(workers).send_signal(signal.SIGKILL)
    return min(1, len(workers))


def _is_worker(process: psutil.Process) -> bool:
    try:
        return "distributed.cli.dask_worker" in process.cmdline()
    except psutil.Error:
        return False


def _watch(proof: Proof) -> None:
    """Note what is finished; what was, must be the same file still."""
    for path in proof.target.glob("part-*"):
        inode = path.stat().st_ino
        proof.done_again += proof.finished.setdefault(path.name, inode) != inode


def _judged(proof: Proof, expected: Counter[str]) -> Json:
    answered = Counter(_ids(proof.target))
    aside = Counter(_ids(proof.target / "errors"))
    found = answered + aside
    lost, doubled = expected - found, found - expected
    bad = sum(1 for name in expected if (int(name[1:]) + 1) % POISON == 0)
    return {
        "articles": expected.total(),
        "answered": answered.total(),
        "set_aside": aside.total(),
        "set_aside_expected": bad,
        "lost": lost.total(),
        "doubled": doubled.total(),
        "partitions": len(proof.finished),
        "partitions_done_again": proof.done_again,
        "workers_killed": proof.workers_killed,
        "runs_killed": proof.runs_killed,
        "holds": not (lost or doubled or proof.done_again) and aside.total() == bad,
    }


def _ids(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("part-*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield str(json.loads(line)["id"])


if __name__ == "__main__":
    sys.exit(main())
