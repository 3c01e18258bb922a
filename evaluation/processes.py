"""Other programs, run to their end."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.errors import EvaluationError

TAIL_LINES = 8
"""Lines of a failed program's messages that an error repeats."""


@dataclass(frozen=True, slots=True)
class Finished:
    """How a program ended: its exit status and what it wrote."""

    command: str
    status: int
    output: str
    messages: str

    @property
    def tail(self) -> str:
        """The end of its messages, for an error."""
        return "\n".join((self.messages or self.output).strip().splitlines()[-TAIL_LINES:])


def run(command: Sequence[str]) -> Finished:
    """Run a program to its end.

    Raises:
        EvaluationError: where it cannot be started.
    """
    shown = shlex.join(command)
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise EvaluationError(f"cannot start {shown}: {error}") from error
    return Finished(shown, done.returncode, done.stdout, done.stderr)


def script(path: Path, *arguments: str) -> str:
    """The output of a Python script that is no part of the project.

    Raises:
        EvaluationError: where it fails; repeats the end of its messages.
    """
    done = run([sys.executable, str(path), *arguments])
    if done.status:
        raise EvaluationError(f"{done.command} ended with status {done.status}:\n{done.tail}")
    return done.output


def program(command: str) -> tuple[str, ...]:
    """A command line split into words, its program found beside this Python or on the path.

    Raises:
        EvaluationError: where there is no such program.
    """
    words = shlex.split(command)
    beside = str(Path(sys.executable).parent)
    found = words and (shutil.which(words[0], path=beside) or shutil.which(words[0]))
    if not found:
        raise EvaluationError(
            f"there is no program {command!r}: install onrecord, or name it with --command"
        )
    return (found, *words[1:])
