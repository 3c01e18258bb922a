"""Programs that fail say why."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from evaluation.errors import EvaluationError
from evaluation.processes import program, run, script


def test_a_script_gives_its_output(tmp_path: Path) -> None:
    path = tmp_path / "hello.py"
    path.write_text("import sys; print('hello', sys.argv[1])", encoding="utf-8")
    assert script(path, "mill") == "hello mill\n"


def test_a_failing_script_repeats_the_end_of_its_messages(tmp_path: Path) -> None:
    path = tmp_path / "broken.py"
    path.write_text("raise ValueError('no flour')", encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"status 1:\n(.|\n)*no flour"):
        script(path)


def test_a_program_that_cannot_be_started_is_named() -> None:
    with pytest.raises(EvaluationError, match="cannot start /no/such/program"):
        run(["/no/such/program"])


def test_a_command_may_bring_its_first_words() -> None:
    assert program(f"{sys.executable} -m onrecord")[1:] == ("-m", "onrecord")


def test_a_program_beside_this_python_is_found_without_a_path() -> None:
    assert program(Path(sys.executable).name)[0].endswith(Path(sys.executable).name)


@pytest.mark.parametrize("command", ["no-such-program-here", ""])
def test_a_program_that_is_not_there_is_an_error(command: str) -> None:
    with pytest.raises(EvaluationError, match="there is no program"):
        program(command)
