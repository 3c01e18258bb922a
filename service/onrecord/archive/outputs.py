"""The answers to a partition: all of them under their final names, or none."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Any

from onrecord.archive.errors import ArchiveError
from onrecord.archive.partitions import Partition
from onrecord.rendering import Json
from onrecord.strict_json import encode

ERRORS = "errors"
ATTEMPTS = ".attempts"
LOCK = ".lock"
_UNFINISHED = ".unfinished-"


class Form(StrEnum):
    """What answers are written as; also the suffix of their files."""

    LINES = "jsonl"
    PARQUET = "parquet"


def place(target: Path, partition: Partition, form: Form) -> Path:
    """Where the answers to a partition stand once it is finished: the sign that it is."""
    return target / f"{partition.name}.{form}"


def write(
    target: Path,
    partition: Partition,
    form: Form,
    answers: Sequence[Json],
    errors: Sequence[Json],
) -> None:
    """Write what a partition gave. The answers come last: where they stand, all of it stands.

    Where two workers do the same partition, which engines may let happen, the later one replaces
    what the earlier one wrote by the same.
    """
    (target / ERRORS).mkdir(exist_ok=True)
    aside = target / ERRORS / f"{partition.name}.jsonl"
    if errors:
        _replace(aside, lambda path: _lines(path, errors))
    else:
        aside.unlink(missing_ok=True)
    final = place(target, partition, form)
    writer = _lines if form is Form.LINES else _parquet
    _replace(final, lambda path: writer(path, answers))


def check_links(target: Path) -> None:
    """See that what is written in the folder stays there. Files of answers replace what stands in
    their place, links too, and need no look.

    Raises:
        ArchiveError: where a link stands in the place of something of ours.
    """
    for name in (ERRORS, ATTEMPTS, LOCK):
        if (target / name).is_symlink():
            raise ArchiveError(f"{target / name}: is a link")


def clear(target: Path) -> None:
    """Remove what workers that were lost have left."""
    for folder in (target, target / ERRORS):
        for left in folder.glob(f"{_UNFINISHED}*"):
            left.unlink(missing_ok=True)
    with suppress(OSError):
        (target / ATTEMPTS).rmdir()


def _replace(final: Path, writer: Callable[[Path], Any]) -> None:
    unfinished = final.with_name(f"{_UNFINISHED}{final.name}-{secrets.token_hex(4)}")
    try:
        writer(unfinished)
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.replace(final)
    finally:
        unfinished.unlink(missing_ok=True)


def _lines(path: Path, rows: Iterable[Json]) -> None:
    with path.open("wb") as file:
        file.writelines(encode(row) + b"\n" for row in rows)


def _parquet(path: Path, rows: Sequence[Json]) -> None:
    from pyarrow import Table, parquet  # noqa: PLC0415  # of an extra

    from onrecord.archive.columns import schema  # noqa: PLC0415

    table = Table.from_pylist(list(rows), schema())
    parquet.write_table(table, path, compression="zstd")
