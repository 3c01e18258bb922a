"""`onrecord batch`: ids and order kept, bad lines answered, work resumed, memory bounded."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli import main
from onrecord.cli.answering import Work
from onrecord.cli.workers import AHEAD, answers
from onrecord.options import Options
from onrecord.rendering import article_id
from onrecord.settings import Settings
from onrecord.stream.lines import Line, read_lines
from tests.fakes import BUG, load
from tests.pace import patience, until

ROOT = Path(__file__).parents[3]
WORK = Work(Settings(), Options(), load)

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(f"{line(n)}\n" for n in range(20)))
    return source, tmp_path / "out.jsonl"


def line(number: int) -> str:
    return json.dumps({"id": f"a{number}", "text": f"Ada{number} said “é{number}.”"})


def batch(source: Path, target: Path, *options: str) -> int:
    return main(["batch", str(source), str(target), *options], load)


def written(target: Path) -> list[Any]:
    return [json.loads(made) for made in target.read_bytes().splitlines()]


def timeless(answered: list[Any]) -> list[Any]:
    for answer in answered:
        answer.get("meta", {}).pop("elapsed_ms", None)
    return answered


@pytest.mark.parametrize("workers", ["1", "2"])
def test_every_line_gets_its_answer_in_order(files: tuple[Path, Path], workers: str) -> None:
    assert batch(*files, "--workers", workers) == 0
    answered = written(files[1])
    assert [answer["id"] for answer in answered] == [f"a{n}" for n in range(20)]
    assert [answer["quotes"][0]["text"] for answer in answered] == [f"é{n}." for n in range(20)]


def test_options_hold_for_every_line(files: tuple[Path, Path]) -> None:
    assert batch(*files, "--include", "relations", "--offset-unit", "utf16") == 0
    assert all(list(a) == ["id", "language", "relations", "meta"] for a in written(files[1]))


def test_how_much_was_done_is_told(files: tuple[Path, Path], capsys: Captured) -> None:
    batch(*files)
    assert capsys.readouterr().err == "onrecord: 20 lines answered\n"


BAD = {
    b"no json": (None, "not-json"),
    b'["a"]': (None, "invalid-field"),
    b'{"id": "x"}': ("x", "invalid-field"),
    b'{"id": "x", "text": 7}': ("x", "invalid-field"),
    b'{"id": "x", "text": ""}': ("x", "invalid-field"),
    b'{"id": "x", "text": "a\\u0000"}': ("x", "invalid-field"),
    b'{"id": "x", "text": "a\\ud800"}': ("x", "invalid-field"),
    b'{"id": "x", "text": "a", "title": 1}': ("x", "invalid-field"),
    b'{"id": "x", "text": "a", "language": "fr"}': ("x", "invalid-field"),
    b'{"id": 7, "text": "a"}': (7, "invalid-field"),
    b'{"id": [], "text": "a"}': (None, "invalid-field"),
    b'{"id": "", "text": "a"}': ("", "invalid-field"),
    b'{"id": "\\ud800", "text": "\\ud800"}': ("?", "invalid-field"),
    b'{"id": "x", "text": "a", "text": "b"}': (None, "not-json"),
    b'{"id": "x", "text": "\xff"}': (None, "not-utf8"),
    b"[" * 100_000: (None, "not-json"),
    b'{"text": "' + b"a" * 2_500_000 + b'"}': (None, "too-large"),
    f'{{"id": "x", "text": "{BUG}"}}'.encode(): ("x", "internal-error"),
}


def test_a_bad_line_gets_one_error_line_and_no_more(
    files: tuple[Path, Path], capsys: Captured
) -> None:
    good = line(1).encode()
    files[0].write_bytes(b"\n".join([good, *BAD, good]))
    assert batch(*files) == 0
    first, *answered, last = written(files[1])
    assert (first["id"], last["id"]) == ("a1", "a1")
    kinds = [(answer["id"], answer["error"]["type"].split(":")[-1]) for answer in answered]
    assert kinds == list(BAD.values())
    assert f"{len(BAD)} could not be read" in capsys.readouterr().err


def test_a_fault_of_ours_is_told_with_its_place_and_without_the_text(
    files: tuple[Path, Path], capsys: Captured
) -> None:
    files[0].write_text(json.dumps({"id": "x", "text": f"Wilhelmina: {BUG}"}))
    assert batch(*files) == 0
    told = capsys.readouterr().err
    assert "onrecord: id 'x': RuntimeError at " in told
    assert "Wilhelmina" not in told + files[1].read_text()


def test_empty_lines_count_for_nothing_and_other_members_are_left_alone(
    files: tuple[Path, Path],
) -> None:
    files[0].write_text('\n{"text": "Ada said “Yes.”", "desk": "x", "title": null}\n\r\n')
    assert batch(*files) == 0
    assert [answer["id"] for answer in written(files[1])] == [article_id("Ada said “Yes.”")]


def test_nothing_to_do_is_done(files: tuple[Path, Path]) -> None:
    files[0].write_text("")
    assert batch(*files) == 0
    assert files[1].read_text() == ""


@pytest.mark.parametrize("kept", [0, 1, 10, 19, 20])
@pytest.mark.parametrize("torn", [0, 1, 5, 40])
def test_a_run_goes_on_where_the_last_one_stopped(
    files: tuple[Path, Path], kept: int, torn: int
) -> None:
    assert batch(*files) == 0
    whole = files[1].read_bytes().splitlines(keepends=True)
    rest = b"".join(whole[kept:])[:torn]
    files[1].write_bytes(b"".join(whole[:kept]) + rest)
    assert batch(*files) == 0
    again = files[1].read_bytes().splitlines(keepends=True)
    assert again[:kept] == whole[:kept]
    assert timeless([json.loads(a) for a in again]) == timeless([json.loads(a) for a in whole])


def test_error_lines_are_not_tried_again(files: tuple[Path, Path], capsys: Captured) -> None:
    files[0].write_bytes(b"\n".join(BAD))
    batch(*files)
    before = files[1].read_bytes()
    capsys.readouterr()
    assert batch(*files) == 0
    assert files[1].read_bytes() == before
    assert f"{len(BAD)} of them by an earlier run" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("present", "said"),
    [
        (b'{"id":"b7","quotes":[]}\n', "line 1 answers id 'b7', the input has 'a0'"),
        (b'{"id":"a0"}\n{"id":"a2"}\n', "line 2 answers id 'a2', the input has 'a1'"),
        (b'{"quotes":[]}\n', "line 1 is no answer of ours"),
        (b"[]\n", "line 1 is no answer of ours"),
        (b"Dear diary\n", "line 1 is no answer of ours"),
        (b"Dear diary", "its last line is no answer of ours"),
        (b'{"id":"a0"}\nDear diary', "its last line is no answer of ours"),
        (b"".join(b'{"id":"a%d"}\n' % n for n in range(21)), "has more lines than the input"),
    ],
)
def test_an_output_of_something_else_is_refused_and_left_alone(
    files: tuple[Path, Path], capsys: Captured, present: bytes, said: str
) -> None:
    files[1].write_bytes(present)
    assert batch(*files) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"onrecord: {files[1]}: ")
    assert said in told
    assert files[1].read_bytes() == present


def test_input_and_output_cannot_be_one_file(files: tuple[Path, Path]) -> None:
    before = files[0].read_bytes()
    assert batch(files[0], files[0]) == 1
    assert files[0].read_bytes() == before


@pytest.mark.parametrize(
    ("source", "target"), [("no.jsonl", "o"), ("in.jsonl", "no/o"), (".", "o")]
)
def test_files_that_cannot_be_opened(
    files: tuple[Path, Path], capsys: Captured, source: str, target: str
) -> None:
    folder = files[0].parent
    assert batch(folder / source, folder / target) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_line_is_never_read_beyond_its_limit() -> None:
    file = io.BytesIO(b"a" * 1000 + b"\nbb\n" + b"c" * 10 + b"\n" + b"d" * 11)
    assert list(read_lines(file, 10)) == [
        Line(b"a" * 11, whole=False),
        Line(b"bb\n"),
        Line(b"c" * 10 + b"\n"),
        Line(b"d" * 11, whole=False),
    ]


def test_no_more_lines_are_read_than_the_processes_are_about_to_answer() -> None:
    read = 0

    def lines() -> Any:
        nonlocal read
        for number in range(100):
            read += 1
            yield Line(line(number).encode())

    stream = answers(lines(), WORK, 2)
    next(stream)
    assert read <= 2 * AHEAD
    stream.close()


def _start(source: Path, target: Path, workers: int) -> subprocess.Popen[bytes]:
    heed = "signal.signal(signal.SIGINT, signal.default_int_handler)"  # job control may ignore it
    run = "sys.exit(c.main(None, s.load))"
    code = f"import signal, sys, tests.slow as s, onrecord.cli as c; {heed}; {run}"
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "service")])}
    command = [sys.executable, "-c", code, "batch", str(source), str(target)]
    return subprocess.Popen(
        [*command, "--workers", str(workers)], env=environ, start_new_session=True
    )


@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_run_loses_nothing_and_leaves_no_process(
    files: tuple[Path, Path], workers: int
) -> None:
    running = _start(*files, workers)
    until(lambda: files[1].exists() and files[1].stat().st_size > 0, 30)
    running.kill()
    running.wait()
    assert 0 < len(files[1].read_bytes().splitlines()) < 20
    until(lambda: not _alive(running.pid), 30)
    assert batch(*files) == 0
    assert [answer["id"] for answer in written(files[1])] == [f"a{n}" for n in range(20)]


def test_a_lost_process_is_told_and_what_was_answered_stands(
    files: tuple[Path, Path],
) -> None:
    lines = files[0].read_text().splitlines()
    lines[10] = json.dumps({"id": "a10", "text": "kill me"})
    files[0].write_text("\n".join(lines))
    assert _start(*files, 2).wait(patience(60)) == 1
    answered = written(files[1])
    assert [answer["id"] for answer in answered] == [f"a{n}" for n in range(len(answered))]
    assert len(answered) <= 10


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_interrupt_ends_the_run_with_its_status(files: tuple[Path, Path]) -> None:
    running = _start(*files, 2)
    until(lambda: files[1].exists() and files[1].stat().st_size > 0, 30)
    os.killpg(running.pid, signal.SIGINT)
    assert running.wait(patience(30)) == 130
    until(lambda: not _alive(running.pid), 30)
