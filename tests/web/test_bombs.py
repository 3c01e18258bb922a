"""A gigabyte in a small body: what it costs the process that answers, as the kernel counts it.

The process is that of gunicorn with the fake pipeline, so that none of the memory that it takes for
a body is hidden in what the models have touched before.
"""

from __future__ import annotations

import gzip
import mmap
import os
import zlib
from functools import cache
from pathlib import Path

import pytest
import zstandard

from tests.pace import in_time
from tests.web.server import Server

MIB = 1 << 20
GIB = 1024
MOST_SECONDS = 0.3
MOST_MEMORY = 50_000_000

BODIES = (
    ("/quotes", "application/json", b"\0"),
    ("/quotes", "text/plain", b"\0"),
    ("/quotes", "text/html", b"\0"),
    ("/quotes/batch", "application/x-ndjson", b"\0"),
    ("/quotes/batch", "application/x-ndjson", b"\n"),
)


@cache
def bomb(coding: str, filling: bytes, number: int = GIB) -> bytes:
    """So many megabytes of one byte; of gzip, blocks that stand for one each, in one member."""
    piece = filling * MIB
    if coding == "zstd":
        packed = zstandard.ZstdCompressor().compressobj()
        return b"".join(packed.compress(piece) for _ in range(number)) + packed.flush()
    deflated = zlib.compressobj(9, wbits=-15)
    block = deflated.compress(piece) + deflated.flush(zlib.Z_FULL_FLUSH)
    check = 0
    for _ in range(number):
        check = zlib.crc32(piece, check)
    head, size = b"\x1f\x8b\x08" + bytes(6) + b"\xff", number * MIB
    end = deflated.flush() + check.to_bytes(4, "little") + size.to_bytes(4, "little")
    return head + block * number + end


def worker(server: Server) -> int:
    """The process that answers."""
    (child,) = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    return int(child)


def memory(process: int, name: str) -> int:
    """Bytes that a process holds in memory: now (VmRSS), or at most since `forget` (VmHWM)."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    (line,) = (line for line in lines if line.startswith(f"{name}:"))
    return int(line.split()[1]) * 1024


def forget(process: int) -> None:
    """Let the kernel count the peak of the memory anew (proc(5), clear_refs)."""
    Path(f"/proc/{process}/clear_refs").write_text("5")


def test_bombs_are_what_they_are_said_to_be() -> None:
    """Bodies that other readers inflate to their end: a small one, made as the large ones are."""
    small = MIB * 8 * b"\n"
    assert gzip.decompress(bomb("gzip", b"\n", 8)) == small
    reader = zstandard.ZstdDecompressor().stream_reader(bomb("zstd", b"\n", 8))
    assert reader.read(len(small) + 1) == small
    assert all(len(bomb(coding, b"\n")) < 2 * MIB for coding in ("gzip", "zstd"))


@pytest.mark.parametrize("coding", ["gzip", "zstd"])
@pytest.mark.parametrize(("target", "media", "filling"), BODIES)
def test_a_bomb_is_refused_at_once_and_in_little_memory(
    server: Server, target: str, media: str, filling: bytes, coding: str
) -> None:
    process, raw = worker(server), bomb(coding, filling)
    headers = {"Content-Type": media, "Content-Encoding": coding}
    forget(process)
    before = memory(process, "VmRSS")
    answers = [server.ask("POST", target, raw, headers) for _ in range(3)]
    assert memory(process, "VmHWM") - before < MOST_MEMORY
    assert in_time(min(answer.seconds for answer in answers), MOST_SECONDS)
    for answer in answers:
        assert answer.status == (200 if target == "/quotes/batch" else 413)
        assert answer.body.count(b"urn:onrecord:problem:too-large") == 1
    assert worker(server) == process


def test_the_memory_of_a_process_is_seen() -> None:
    """What the test above measures does grow where a process takes more."""
    process = os.getpid()
    forget(process)
    before = memory(process, "VmRSS")
    with mmap.mmap(-1, MOST_MEMORY) as held:  # pages of its own, not what others have left
        for page in range(0, len(held), mmap.PAGESIZE):
            held[page] = 1
        assert memory(process, "VmHWM") - before > 0.9 * len(held)
