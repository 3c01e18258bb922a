"""The library and `onrecord extract` where none of the packages of the service can be imported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.pace import patience

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "examples" / "article.txt"

BLOCK = """
import sys
from importlib.machinery import PathFinder

SERVICE = {"flask", "werkzeug", "marshmallow", "gunicorn", "structlog", "yaml"}
SERVICE |= {"limits", "zstandard", "prometheus_client"}


class WithoutService(PathFinder):
    @staticmethod
    def find_spec(name, path=None, target=None):
        absent = name.partition(".")[0] in SERVICE
        return None if absent else PathFinder.find_spec(name, path, target)


sys.meta_path[:] = [WithoutService if f is PathFinder else f for f in sys.meta_path]
"""


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = [str(ROOT), str(ROOT / "service"), os.environ.get("PYTHONPATH", "")]
    return subprocess.run(
        [sys.executable, "-c", BLOCK + code, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, path))},
        capture_output=True,
        text=True,
        timeout=patience(120),
    )


COMMAND = "from onrecord.cli import main; sys.exit(main())"


def test_the_block_blocks() -> None:
    assert "No module named 'flask'" in run("import flask").stderr


def test_the_library_reads_an_article() -> None:
    code = "import onrecord; e = onrecord.load_pipeline().extract(open(sys.argv[1]).read())"
    done = run(f"{code}; print(len(e.quotes))", str(ARTICLE))
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 5


def test_extract_prints_its_answer() -> None:
    done = run(COMMAND, "extract", str(ARTICLE))
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["quotes"]) > 5


def test_batch_answers(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps({"id": "a", "text": ARTICLE.read_text("utf-8")}))
    done = run(COMMAND, "batch", str(source), str(target))
    assert done.returncode == 0, done.stderr
    assert json.loads(target.read_text("utf-8"))["id"] == "a"


def test_serve_tells_what_to_install() -> None:
    done = run(COMMAND, "serve")
    assert done.returncode == 1
    assert "pip install 'onrecord[service]'" in done.stderr
    assert done.stderr.count("\n") == 1
