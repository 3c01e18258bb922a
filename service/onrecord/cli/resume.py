"""Where a batch stopped: how much of its output stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO

from onrecord.cli.errors import CommandError
from onrecord.errors import InvalidInput
from onrecord.stream import identity
from onrecord.stream.lines import members, read_lines
from onrecord.strict_json import decode, parse

_START = b'{"id":'
"""Every line of output starts so, a torn one as far as it goes."""


def resume(source: Path, target: Path, limit: int) -> int:
    """Cut a torn last line off the output of an earlier run.

    Args:
        source: the input, JSON lines.
        target: the output; it need not exist.
        limit: most bytes of one line of input.

    Returns:
        how many lines of the input have their answer.

    Raises:
        CommandError: where the output is not that of this input; it is left as it is.
    """
    if not target.exists():
        return 0
    if not target.is_file():
        raise CommandError(f"{target}: is no file, so that what it holds cannot be gone on with")
    with source.open("rb") as incoming, target.open("r+b") as written:
        done, end = _compare(incoming, written, target, limit)
        written.truncate(end)
    return done


def _compare(incoming: BinaryIO, written: BinaryIO, target: Path, limit: int) -> tuple[int, int]:
    """Number of whole lines of output, and where the last of them ends."""
    asked = read_lines(incoming, limit)
    done = end = 0
    for raw in written:
        if not raw.endswith(b"\n"):
            if not (raw.startswith(_START) or _START.startswith(raw)):
                raise CommandError(f"{target}: its last line is no answer of ours")
            break
        line = next(asked, None)
        if line is None:
            raise CommandError(f"{target}: has more lines than the input")
        found, expected = _id_of(raw, target, done + 1), identity(members(line))
        if found != expected:
            raise CommandError(
                f"{target}: line {done + 1:,} answers id {found!r}, the input has {expected!r}"
            )
        done, end = done + 1, end + len(raw)
    return done, end


def _id_of(raw: bytes, target: Path, number: int) -> Any:
    try:
        answer = parse(decode(raw))
    except InvalidInput as error:
        raise CommandError(f"{target}: line {number:,} is no answer of ours: {error}") from error
    if not isinstance(answer, dict) or "id" not in answer:
        raise CommandError(f"{target}: line {number:,} is no answer of ours")
    return answer["id"]
