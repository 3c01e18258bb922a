"""A disk that is full, or that nothing may be written to."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.web import metrics_folder
from onrecord.web.metrics_folder import FOLDER
from tests.pace import patience, until
from tests.robustness.namespaces import needs_namespaces
from tests.web.server import ROOT, Server

CODE = (
    "import resource, signal, sys; from onrecord.cli import main; from tests.fakes import load;"
    "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
    "room = int(sys.argv[1]);"
    "room and resource.setrlimit(resource.RLIMIT_FSIZE, (room, room));"
    "sys.exit(main(sys.argv[2:], load))"
)


def batch(source: Path, target: Path, room: int = 0) -> subprocess.CompletedProcess[str]:
    """A run for whose output there are so many bytes of room; 0 for as many as it wants."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "service")])
    command = [sys.executable, "-c", CODE, str(room), "batch", str(source), str(target)]
    # Without coverage, which would have no room for its own file.
    ours = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    environ = {**ours, "PYTHONPATH": path}
    return subprocess.run(
        command, env=environ, capture_output=True, text=True, timeout=patience(60)
    )


@pytest.mark.parametrize("room", [1, 2_500])
def test_a_batch_whose_disk_is_full_says_so_and_goes_on_later(tmp_path: Path, room: int) -> None:
    source, target, whole = (tmp_path / name for name in ("in", "out", "whole"))
    lines = [json.dumps({"id": f"a{n}", "text": f"Ada said “{n}.”"}) for n in range(20)]
    source.write_text("\n".join(lines), "utf-8")
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    done = batch(source, target, room)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == f"onrecord: {target}: File too large"
    assert "Traceback" not in done.stderr
    assert target.stat().st_size <= room
    assert batch(source, target).returncode == 0
    assert batch(source, whole).returncode == 0
    assert timeless(target) == timeless(whole)


def timeless(place: Path) -> list[object]:
    answers = [json.loads(line) for line in place.read_text("utf-8").splitlines()]
    for answer in answers:
        del answer["meta"]["elapsed_ms"]
    return answers


def test_an_output_that_is_no_file_is_refused(tmp_path: Path) -> None:
    """Such as a device, which could be read for ever for what stands in it."""
    source = tmp_path / "in"
    source.write_text('{"text": "a"}\n', "utf-8")
    done = batch(source, Path("/dev/zero"))
    assert done.returncode == 1
    assert done.stderr.startswith("onrecord: /dev/zero: is no file")


def test_a_service_that_has_no_folder_for_metrics_runs_without(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(FOLDER, raising=False)
    monkeypatch.setattr(metrics_folder, "ROOM", 1 << 60)
    metrics_folder.open_folder()
    told = json.loads(capsys.readouterr().err)
    assert (told["event"], told["level"]) == ("no folder for metrics", "warning")
    assert FOLDER not in os.environ
    metrics_folder.forget(1)
    metrics_folder.close_folder()


def test_a_start_that_fails_leaves_no_folder_behind(tmp_path: Path) -> None:
    environ = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "service")]),
        "TMPDIR": str(tmp_path),
        "ONRECORD_SPACY_MODEL": "no_such_model",
    }
    code = "import sys; from onrecord.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, "serve", "--bind", "127.0.0.1:0"],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "no_such_model" in done.stderr
    assert list(tmp_path.glob("onrecord-metrics-*")) == []


def test_a_start_that_is_stopped_leaves_no_folder_behind(tmp_path: Path) -> None:
    server = Server(
        "tests.robustness.never_wsgi:app", tmp_path / "log", False, TMPDIR=str(tmp_path)
    )
    until(lambda: any(tmp_path.glob("onrecord-metrics-*")), 30)
    assert server.stop() == 128 + signal.SIGTERM
    assert list(tmp_path.glob("onrecord-metrics-*")) == []


@pytest.mark.long
@needs_namespaces
def test_a_disk_that_is_really_full_costs_nothing_but_time(tmp_path: Path) -> None:
    """Of a batch, an archive, and the log and temporary files of a service."""
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "service")])}
    command = ["unshare", "--mount", sys.executable, "-m", "tests.robustness.full_disk"]
    done = subprocess.run(
        [*command, str(tmp_path)],
        env=environ,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 4
