"""`onrecord archive` with real worker processes around a fake pipeline, some of which are lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from onrecord.archive import local
from onrecord.cli import main
from tests.fakes import load
from tests.pace import patience, until
from tests.web.server import ROOT


@pytest.fixture
def source(tmp_path: Path) -> Path:
    made = [{"id": f"a{n}", "text": f"Ada{n} said “é{n}.”"} for n in range(40)]
    made[17]["text"] = "kill me"
    made[20]["text"] = ""
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(m) + "\n" for m in made))
    return tmp_path / "in.jsonl"


def start(source: Path) -> subprocess.Popen[str]:
    code = "import sys, tests.slow as s, onrecord.cli as c; sys.exit(c.main(None, s.load))"
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "service")])}
    command = [sys.executable, "-c", code, "archive", str(source), str(source.with_name("out"))]
    command += ["--workers", "2", "--partition-bytes", "300"]
    return subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, text=True)


def ids(folder: Path) -> list[str]:
    paths = sorted(folder.glob("part-*.jsonl"))
    return [json.loads(line)["id"] for path in paths for line in path.read_bytes().splitlines()]


def test_nothing_is_lost_or_done_twice_whatever_is_killed(source: Path) -> None:
    out = source.with_name("out")
    first = start(source)
    until(lambda: any(out.glob("part-*.jsonl")) or first.poll() is not None, 60)
    assert first.poll() is None
    workers = psutil.Process(first.pid).children(recursive=True)
    first.kill()
    first.communicate()
    before = {path: path.stat().st_ino for path in out.glob("part-*.jsonl")}
    assert psutil.wait_procs(workers, timeout=patience(30))[1] == []
    again = start(source)
    told = again.communicate(timeout=patience(180))[1]
    assert again.returncode == 0, told
    assert sorted(ids(out) + ids(out / "errors")) == sorted(f"a{n}" for n in range(40))
    assert set(ids(out / "errors")) == {"a17", "a20"}
    assert {path: path.stat().st_ino for path in before} == before
    assert "partitions were done before" in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["no", "out"], "no: holds no .jsonl, .ndjson or .parquet"),
        (["in.jsonl", "full"], "is not empty, and holds no plan.json"),
        (["in.jsonl", "out", "--address", "nonsense"], "nonsense: "),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    source: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    folder = source.parent
    (folder / "full").mkdir()
    (folder / "full" / "diary").touch()
    places = [str(folder / name) for name in arguments[:2]]
    assert main(["archive", *places, *arguments[2:]], load) == 1
    told = capsys.readouterr().err
    assert said in told
    assert told.startswith("onrecord: ")


@pytest.mark.parametrize("size", ["0", "x", "9999999999"])
def test_a_size_that_cannot_be_used(size: str) -> None:
    with pytest.raises(SystemExit):
        main(["archive", "a", "b", "--partition-bytes", size], load)


def test_lost_workers_are_replaced_until_the_end() -> None:
    started: list[subprocess.Popen[bytes]] = []

    def start() -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen(["sleep", "60"]))
        return started[-1]

    with local.supervised(2, start):
        started[0].kill()
        until(lambda: len(started) >= 3, 10)
    assert [worker.poll() is not None for worker in started] == [True] * 3


def test_workers_listen_on_this_machine_alone() -> None:
    from distributed import LocalCluster  # noqa: PLC0415  # seconds to import

    def listening(worker: subprocess.Popen[bytes]) -> set[str]:
        ports = psutil.Process(worker.pid).net_connections(kind="inet")
        return {port.laddr.ip for port in ports if port.status == psutil.CONN_LISTEN}

    with (
        LocalCluster(n_workers=0, dashboard_address=None) as cluster,
        local.starter(cluster.scheduler_address) as start,
    ):
        worker = start()
        try:
            until(lambda: len(cluster.scheduler_info["workers"]) == 1, 60)
            assert listening(worker) == {local.LOOPBACK}
        finally:
            worker.kill()
            worker.wait()
