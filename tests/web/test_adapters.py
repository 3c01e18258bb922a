"""Library, service, command line and archive: the same articles, the same bytes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.articles import articles
from onrecord.bootstrap import load_pipeline
from onrecord.stream import extract_stream
from onrecord.strict_json import encode
from tests.pace import patience
from tests.web.server import ROOT, Server

pytestmark = pytest.mark.model

_CLOCK = re.compile(rb'"elapsed_ms":[0-9.]+')
ARTICLES = list(articles(6, 60))


def timeless(raw: bytes) -> list[bytes]:
    return _CLOCK.sub(b'"elapsed_ms":0', raw).splitlines()


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("adapters") / "in.jsonl"
    path.write_bytes(b"".join(encode(article) + b"\n" for article in ARTICLES))
    return path


@pytest.fixture(scope="module")
def library() -> list[bytes]:
    answers = extract_stream(iter(ARTICLES), load_pipeline())
    return timeless(b"".join(encode(answer) + b"\n" for answer in answers))


def command(*arguments: str) -> None:
    path = os.pathsep.join([str(ROOT / "service"), str(ROOT), *sys.path])
    environ = {**os.environ, "PYTHONPATH": path}
    subprocess.run(
        [sys.executable, "-m", "onrecord.cli", *arguments],
        env=environ,
        check=True,
        timeout=patience(300),
    )


def test_the_command_line_answers_as_the_library(source: Path, library: list[bytes]) -> None:
    target = source.with_name("out.jsonl")
    command("batch", str(source), str(target))
    assert timeless(target.read_bytes()) == library


def test_the_archive_answers_as_the_library(source: Path, library: list[bytes]) -> None:
    target = source.with_name("out")
    command("archive", str(source), str(target), "--workers", "2", "--partition-bytes", "900")
    parts = sorted(target.glob("part-*.jsonl"))
    assert len(parts) > 1
    assert timeless(b"".join(path.read_bytes() for path in parts)) == library


def test_the_service_answers_as_the_library(source: Path, library: list[bytes]) -> None:
    running = Server("onrecord.web.wsgi:app", source.with_name("log"))
    running.wait(120)
    try:
        one_by_one = [running.post(article).body for article in ARTICLES]
        headers = {"Content-Type": "application/x-ndjson"}
        batch = running.ask("POST", "/quotes/batch", source.read_bytes(), headers).body
    finally:
        assert running.stop() == 0
    assert timeless(b"\n".join(one_by_one)) == library
    assert timeless(batch) == library
    assert [json.loads(line)["id"] for line in library] == [a["id"] for a in ARTICLES]
