"""An archive cut into partitions: the unit of work, and of what is lost where a worker is lost."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.archive.errors import ArchiveError

LINES = frozenset({".jsonl", ".ndjson"})
PARQUET = ".parquet"


@dataclass(frozen=True, slots=True)
class Partition:
    """A stretch of one file.

    Attributes:
        number: its place among all partitions, from 0.
        file: path of the file, as seen from the folder of the archive.
        start: of JSON lines, the byte at or behind which its first line starts; of Parquet, its
            first row.
        end: where the next partition starts.
    """

    number: int
    file: str
    start: int
    end: int

    @property
    def name(self) -> str:
        """What its files are called."""
        return f"part-{self.number:07d}"


def files(source: Path) -> list[Path]:
    """The files of an archive, in the order of their names: one file, or all below a folder.

    Raises:
        ArchiveError: where there is none that can be read, or a link below the folder leads out
            of it: whoever made the archive does not choose what else is read.
    """
    if source.is_file():
        found = [source]
    else:
        found = sorted(p for p in source.rglob("*") if p.suffix in {*LINES, PARQUET})
        found = [p for p in found if p.is_file() and not p.name.startswith(".")]
        top = source.resolve()
        for path in found:
            if not path.resolve().is_relative_to(top):
                raise ArchiveError(f"{path}: is a link that leads out of {source}")
    if not found:
        raise ArchiveError(f"{source}: holds no .jsonl, .ndjson or .parquet")
    return found


def root(source: Path) -> Path:
    """The folder that the paths of partitions start from."""
    return source.parent if source.is_file() else source


def partitions(source: Path, size: int) -> Iterator[Partition]:
    """All partitions, always the same ones for the same files.

    Args:
        source: a file or a folder of them.
        size: bytes of each, about; of Parquet, before compression.
    """
    number = 0
    for path in files(source):
        length, step = _measured(path, size)
        for start in range(0, length, step):
            name = path.relative_to(root(source)).as_posix()
            yield Partition(number, name, start, min(start + step, length))
            number += 1


def _measured(path: Path, size: int) -> tuple[int, int]:
    """Length of a file, and of its partitions, in bytes or rows."""
    if path.suffix != PARQUET:
        return path.stat().st_size, size
    from pyarrow import parquet  # noqa: PLC0415  # of an extra

    metadata = parquet.ParquetFile(path).metadata
    groups = (metadata.row_group(n).total_byte_size for n in range(metadata.num_row_groups))
    row = sum(groups) / max(1, metadata.num_rows)
    return metadata.num_rows, max(1, math.ceil(size / max(1.0, row)))
