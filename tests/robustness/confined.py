"""Run by `.ci/confined`: the service where nothing can be written but /tmp, as nobody, alone."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

from tests.web.server import ROOT, Server

ARTICLE = "“The ferry is late,” said Ada Quill."
PLACES = ("/", "/usr", "/etc", "/proc/sys/kernel", "/dev", sys.prefix, sys.base_prefix, str(ROOT))

TMP = Path("/tmp")  # the one place that is ours


def main() -> None:
    """Look at the walls, then at the service within them."""
    assert (os.getuid(), os.getgid(), os.getgroups()) == (10001, 10001, [])
    status = dict(
        line.split(":", 1) for line in Path("/proc/self/status").read_text("ascii").splitlines()
    )
    assert {int(status[name], 16) for name in ("CapPrm", "CapEff", "CapBnd", "CapAmb")} == {0}
    assert status["NoNewPrivs"].strip() == "1"
    for place in PLACES:
        assert not can_write(Path(place)), place
    assert can_write(TMP)
    with socket.socket() as outside:
        outside.settimeout(2)
        assert outside.connect_ex(("192.0.2.1", 443)) != 0
    serve()


def can_write(folder: Path) -> bool:
    """Whether a file can be made here."""
    trial = folder / "trial"
    try:
        trial.touch()
    except OSError:
        return False
    trial.unlink()
    return True


def serve() -> None:
    """Start, answer, be asked for metrics, stop; tell what was written."""
    before, log = set(TMP.iterdir()), TMP / "log"
    server = Server("onrecord.web.wsgi:app", log, ONRECORD_WORKERS="2", ONRECORD_CACHE="memory://")
    server.wait(180)
    answer = server.post({"text": ARTICLE})
    assert answer.json["quotes"][0]["speaker"]["name"] == "Ada Quill", answer.body
    batch = b'{"text": "Ada said \xe2\x80\x9cYes.\xe2\x80\x9d"}\n' * 3
    lines = server.ask("POST", "/quotes/batch", batch, {"Content-Type": "application/x-ndjson"})
    assert lines.body.count(b'"language"') == 3
    assert b"onrecord_articles_total" in server.get("/metrics").body
    assert server.get("/").status == 200
    written = new(before)
    for path in (path for top in written for path in [top, *top.rglob("*")]):
        assert not path.is_file() or b"ferry" not in path.read_bytes(), path
    assert server.stop() == 0
    names, left = [path.name for path in written], [path.name for path in new(before)]
    assert (names[0], names[1][:17], len(names), left) == ("log", "onrecord-metrics-", 2, ["log"])
    print(f"confined: answered; wrote {', '.join(names)}; left {', '.join(left)}")


def new(before: set[Path]) -> list[Path]:
    """What is in /tmp that was not."""
    return sorted(set(TMP.iterdir()) - before)


if __name__ == "__main__":
    main()
