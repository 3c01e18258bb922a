"""Run in a mount namespace of its own: a disk of 64 kB that fills up, in earnest.

python -m tests.robustness.full_disk FOLDER
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.web.server import ROOT, Server

CODE = "import sys, tests.slow as s, onrecord.cli as c; sys.exit(c.main(None, s.load))"
ARTICLES = 60
SMALL, LARGE = "64k", "16m"


def main() -> None:
    """Fill the disk three times."""
    folder = Path(sys.argv[1])
    source, disk = folder / "in.jsonl", folder / "disk"
    made = [{"id": f"a{n}", "text": f"Ada said “{n}.” " * 9} for n in range(ARTICLES)]
    source.write_text("".join(json.dumps(members) + "\n" for members in made), "utf-8")
    disk.mkdir()
    mount("-t", "tmpfs", "-o", f"size={SMALL}", "small", str(disk))
    options = ["--workers", "2", "--partition-bytes", "1000"]
    fill(["batch", str(source), str(disk / "out.jsonl")], disk / "out.jsonl", disk)
    fill(["archive", str(source), str(disk / "out"), *options], disk / "out", disk)
    serve(disk)


def mount(*arguments: str) -> None:
    """Mount, or mount anew."""
    subprocess.run(["mount", *arguments], check=True)


def onrecord(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    """One command, with the pipeline of the tests."""
    command = [sys.executable, "-c", CODE, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


def fill(arguments: list[str], out: Path, disk: Path) -> None:
    """Run a command until the disk is full, then with more room: nothing is lost or done twice."""
    mount("-o", f"remount,size={SMALL}", str(disk))
    first = onrecord(arguments)
    assert first.returncode == 1, first.stderr
    assert first.stderr.splitlines()[-1].endswith("No space left on device"), first.stderr
    assert "Traceback" not in first.stderr, first.stderr
    before = ids(out)
    mount("-o", f"remount,size={LARGE}", str(disk))
    second = onrecord(arguments)
    assert second.returncode == 0, second.stderr
    assert sorted(ids(out)) == sorted(f"a{n}" for n in range(ARTICLES))
    print(f"{arguments[0]}: {len(before)} of {ARTICLES} when it was full, all of them afterwards")
    subprocess.run(["rm", "-r", str(out)], check=True)


def ids(out: Path) -> list[str]:
    """The articles whose answers are whole."""
    paths = sorted(out.glob("part-*.jsonl")) if out.is_dir() else [out]
    lines = [line for path in paths for line in path.read_bytes().splitlines(keepends=True)]
    return [json.loads(line)["id"] for line in lines if line.endswith(b"\n")]


def serve(disk: Path) -> None:
    """A service whose log and temporary files are on a full disk still answers."""
    mount("-o", f"remount,size={SMALL}", str(disk))
    filler = disk / "filler"
    log, settings = disk / "log", {"TMPDIR": str(disk)}
    server = Server("tests.web.fake_wsgi:app", log, False, **settings)
    server.wait(60)
    try:
        with filler.open("wb", buffering=0) as file:
            while file.write(bytes(1_024)):
                pass
    except OSError as error:
        print(f"service: {error.strerror}")
    for _ in range(20):
        assert server.post({"text": "Ada said “Yes.”"}).status == 200
    assert server.get("/metrics").status == 200
    filler.unlink()
    assert server.post({"text": "Ada said “Yes.”"}).status == 200
    assert server.stop() == 0
    assert log.read_text("utf-8").count("Booting worker") == 1
    assert list(disk.iterdir()) == [log]
    print("service: answered 20 articles while its log could not be written")


if __name__ == "__main__":
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "service")])
    main()
