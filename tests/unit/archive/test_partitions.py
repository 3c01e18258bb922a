from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from onrecord.archive.errors import ArchiveError
from onrecord.archive.inputs import entries
from onrecord.archive.partitions import Partition, files, partitions
from onrecord.stream import Unreadable

LIMIT = 1_000


def read(source: Path, size: int) -> list[Any]:
    folder = source if source.is_dir() else source.parent
    return [e.members for p in partitions(source, size) for e in entries(folder, p, LIMIT)]


def lines(path: Path, number: int) -> list[dict[str, str]]:
    made = [{"id": f"a{n}", "text": "é" * (n % 5)} for n in range(number)]
    path.write_text("".join(json.dumps(m, ensure_ascii=False) + "\n" for m in made), "utf-8")
    return made


@pytest.mark.parametrize("size", [1, 7, 30, 31, 64, 10_000])
def test_every_line_is_in_one_partition_wherever_the_cuts_fall(tmp_path: Path, size: int) -> None:
    made = lines(tmp_path / "in.jsonl", 20)
    assert read(tmp_path / "in.jsonl", size) == made


def test_a_last_line_without_an_end_and_empty_lines(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b'\n\n{"text": "a"}\r\n\n{"text": "b"}')
    for size in range(1, 40):
        assert read(tmp_path / "in.jsonl", size) == [{"text": "a"}, {"text": "b"}]


def test_what_cannot_be_read_is_where_it_was(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(b'{"text": "a"}\nno json\n' + b"x" * 2_000 + b'\n{"text": "b"}\n')
    for size in (5, 100, 5_000):
        first, second, third, last = read(source, size)
        assert isinstance(second, Unreadable)
        assert isinstance(third, Unreadable)
        assert (first, last) == ({"text": "a"}, {"text": "b"})
        assert third.problem.detail == "the line is over 1,000 bytes"


def test_a_folder_is_all_files_below_it_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.ndjson", "a.jsonl", "c.txt", ".hidden.jsonl"):
        lines(tmp_path / name, 2)
    assert [p.relative_to(tmp_path).as_posix() for p in files(tmp_path)] == [
        "a.jsonl",
        "b/2.ndjson",
    ]
    numbered = list(partitions(tmp_path, 1_000))
    assert [(p.number, p.file) for p in numbered] == [(0, "a.jsonl"), (1, "b/2.ndjson")]
    assert numbered[1].name == "part-0000001"


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"holds no \.jsonl"):
        files(tmp_path)


@pytest.mark.parametrize("group", [1, 3, 100])
@pytest.mark.parametrize("size", [1, 60, 100_000])
def test_every_row_of_a_parquet_is_in_one_partition(tmp_path: Path, group: int, size: int) -> None:
    source = tmp_path / "in.parquet"
    table = pa.table(
        {"id": list(range(10)), "text": [f"a{n}" for n in range(10)], "desk": [1] * 10}
    )
    parquet.write_table(table, source, row_group_size=group)
    assert read(source, size) == [{"id": str(n), "text": f"a{n}"} for n in range(10)]


def test_rows_know_their_place(tmp_path: Path) -> None:
    source = tmp_path / "in.parquet"
    parquet.write_table(pa.table({"text": list("abcdef")}), source, row_group_size=2)
    got = list(entries(tmp_path, Partition(0, "in.parquet", 3, 5), LIMIT))
    assert [(e.at, e.members) for e in got] == [(3, {"text": "d"}), (4, {"text": "e"})]


@pytest.mark.parametrize(
    ("value", "read_as"),
    [
        (date(2031, 5, 17), "2031-05-17"),
        (datetime(2031, 5, 17, 8, 30), "2031-05-17T08:30:00Z"),  # noqa: DTZ001
        (datetime(2031, 5, 17, 8, 30, tzinfo=UTC), "2031-05-17T08:30:00+00:00"),
        ("2031-05-17", "2031-05-17"),
        (None, None),
    ],
)
def test_dates_are_read_as_the_contract_has_them(
    tmp_path: Path, value: object, read_as: str | None
) -> None:
    source = tmp_path / "in.parquet"
    parquet.write_table(pa.table({"text": ["a"], "published_at": [value]}), source)
    assert read(source, 100) == [{"text": "a", "published_at": read_as}]
