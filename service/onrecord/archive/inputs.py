"""A partition -> its articles, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from onrecord.archive.partitions import PARQUET, Partition
from onrecord.stream.lines import members, read_line
from onrecord.stream.reading import TEXTS

_COLUMNS = ("id", "text", *TEXTS)
_ROWS = 64


class Entry(NamedTuple):
    """One article of a file: where it starts there (byte or row), and its members."""

    at: int
    members: object


def entries(folder: Path, partition: Partition, limit: int) -> Iterator[Entry]:
    """The articles of a partition, in order.

    Args:
        folder: what the path of the partition starts from.
        partition: which.
        limit: most bytes of one line.
    """
    path = folder / partition.file
    if path.suffix == PARQUET:
        yield from _rows(path, partition)
        return
    with path.open("rb") as file:
        _go_to(file, partition.start)
        while (at := file.tell()) < partition.end and (line := read_line(file, limit)):
            if line.raw.strip():
                yield Entry(at, members(line))


def _go_to(file: BinaryIO, start: int) -> None:
    """Go to the first line that starts at or behind a byte."""
    if start:
        file.seek(start - 1)
        while (raw := file.readline(65_536)) and not raw.endswith(b"\n"):
            pass


def _rows(path: Path, partition: Partition) -> Iterator[Entry]:
    from pyarrow import parquet  # noqa: PLC0415  # of an extra

    file = parquet.ParquetFile(path)
    first, groups = _groups(file.metadata, partition)
    columns = [name for name in _COLUMNS if name in file.schema_arrow.names]
    batches = file.iter_batches(_ROWS, row_groups=groups, columns=columns, use_threads=False)
    rows = (row for batch in batches for row in batch.to_pylist())
    wanted = islice(rows, partition.start - first, partition.end - first)
    for at, row in enumerate(wanted, partition.start):
        yield Entry(at, {name: _plain(name, value) for name, value in row.items()})


def _groups(metadata: Any, partition: Partition) -> tuple[int, list[int]]:
    """The row groups that a partition touches, and the number of their first row."""
    first, row = 0, 0
    groups: list[int] = []
    for number in range(metadata.num_row_groups):
        end = row + metadata.row_group(number).num_rows
        if row < partition.end and end > partition.start:
            first = first if groups else row
            groups.append(number)
        row = end
    return first, groups


def _plain(name: str, value: Any) -> Any:
    """A value of a column as JSON has it: dates in RFC 3339, those without a zone in UTC; ids that
    are numbers as strings."""
    if isinstance(value, datetime):
        zone = "Z" if value.tzinfo is None else ""
        return value.isoformat(timespec="seconds") + zone
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if name == "id" and isinstance(value, int) else value
