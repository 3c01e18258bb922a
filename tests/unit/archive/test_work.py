from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from onrecord.archive import attempts, outputs
from onrecord.archive.errors import ArchiveError
from onrecord.archive.outputs import Form
from onrecord.archive.partitions import partitions
from onrecord.archive.plan import settle
from onrecord.archive.work import Job, Outcome, do
from onrecord.options import Options, Section
from onrecord.settings import Settings
from onrecord.stream import extract_stream
from tests.fakes import BUG, FakePipeline, load

EVERYTHING = Options(include=frozenset(Section))


def job(folder: Path, form: Form = Form.LINES) -> Job:
    (folder / "out").mkdir(exist_ok=True)
    return Job(folder / "in.jsonl", folder / "out", form, EVERYTHING, Settings(), load)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    made = [{"id": f"a{n}", "text": f"Ada{n} said “é{n}” and “b.”"} for n in range(5)]
    made[3]["text"] = f"Ada: {BUG}"
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(m) + "\n" for m in made))
    return tmp_path


def only(folder: Path) -> Any:
    (partition,) = partitions(folder / "in.jsonl", 10_000)
    return partition


def written(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def timeless(answers: list[Any]) -> list[Any]:
    for answer in answers:
        answer["meta"]["elapsed_ms"] = 0
    return answers


def expected(folder: Path) -> list[Any]:
    members: Iterator[Any] = iter(written(folder / "in.jsonl"))
    answers = extract_stream(members, FakePipeline(), EVERYTHING)
    return timeless([answer for answer in answers if "error" not in answer])


def test_a_partition_gives_its_answers_and_sets_aside_what_has_none(source: Path) -> None:
    outcome = do(job(source), only(source))
    assert (outcome.articles, outcome.errors, outcome.words) == (5, 1, 20)
    out = source / "out"
    assert sorted(p.name for p in out.iterdir()) == [".attempts", "errors", "part-0000000.jsonl"]
    assert timeless(written(out / "part-0000000.jsonl")) == expected(source)
    (aside,) = written(out / "errors" / "part-0000000.jsonl")
    assert (aside["id"], aside["file"], aside["error"]["status"]) == ("a3", "in.jsonl", 500)
    assert (source / "in.jsonl").read_bytes()[aside["at"] :].startswith(b'{"id": "a3"')


def test_answers_in_parquet_are_the_same(source: Path) -> None:
    do(job(source, Form.PARQUET), only(source))
    rows = parquet.read_table(source / "out" / "part-0000000.parquet").to_pylist()
    assert timeless(rows) == expected(source)


def test_what_is_finished_is_not_done_again(source: Path) -> None:
    work, partition = job(source), only(source)
    do(work, partition)
    place = outputs.place(work.target, partition, work.form)
    before = place.stat()
    assert do(work, partition) == Outcome(0, 0, 0, 0, 0.0)
    assert place.stat() == before


def test_an_article_that_has_cost_three_workers_is_set_aside(source: Path) -> None:
    note = source / "out" / ".attempts" / "part-0000000"
    job(source)
    note.parent.mkdir()
    note.write_bytes(b"%011d\n" % 1 * 3 + b"%011d\n" % 2 * 2 + b"torn")
    outcome = do(job(source), only(source))
    assert outcome.errors == 2
    first, _ = written(source / "out" / "errors" / "part-0000000.jsonl")
    assert (first["id"], first["error"]["detail"]) == (
        "a1",
        "the process that read it was lost 3 times",
    )
    assert not note.exists()


def test_an_attempt_that_was_lost_leaves_what_it_had_in_hand(tmp_path: Path) -> None:
    path = tmp_path / "notes" / "p"
    for last in (4, 4, 7):
        with pytest.raises(KeyboardInterrupt), attempts.attempt(path) as attempt:
            assert attempt.may_take(1)
            assert attempt.may_take(last)
            raise KeyboardInterrupt
    assert path.read_bytes().split() == [b"00000000004", b"00000000004", b"00000000007"]


def test_a_worker_of_another_version_is_refused(source: Path) -> None:
    with pytest.raises(ArchiveError, match=r"a worker has onrecord .*, not 9"):
        do(replace(job(source), version="9"), only(source))


def test_what_lost_workers_have_left_is_removed(source: Path) -> None:
    out = job(source).target
    (out / "errors").mkdir()
    for left in (out / ".unfinished-x", out / "errors" / ".unfinished-y", out / "part-0.jsonl"):
        left.touch()
    outputs.clear(out)
    assert sorted(p.name for p in out.rglob("*")) == ["errors", "part-0.jsonl"]


def test_a_write_that_fails_leaves_nothing(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        do(job(source), only(source))
    assert not list((source / "out").rglob("part-*.jsonl"))


def test_a_plan_is_kept_to(source: Path) -> None:
    work = job(source)
    settle(work, 100)
    settle(work, 100)
    with pytest.raises(ArchiveError, match="holds answers with other partition_bytes;"):
        settle(work, 200)
    with pytest.raises(ArchiveError, match="other include, min_confidence"):
        settle(replace(work, options=Options(min_confidence=0.5)), 100)
    with pytest.raises(ArchiveError, match="other names"):
        settle(replace(work, settings=Settings(names="tagger")), 100)
    with (source / "in.jsonl").open("ab") as more:
        more.write(b"{}\n")
    with pytest.raises(ArchiveError, match="other files"):
        settle(work, 100)


def test_a_plan_is_not_gone_on_with_by_other_models(source: Path) -> None:
    work = replace(job(source), models=("tagger-old", "ranker"))
    settle(work, 100)
    with pytest.raises(ArchiveError, match="holds answers with other models;"):
        settle(replace(work, models=("tagger-new", "ranker")), 100)


def test_a_folder_of_something_else_is_left_alone(source: Path) -> None:
    work = job(source)
    (work.target / "diary.txt").touch()
    with pytest.raises(ArchiveError, match="is not empty"):
        settle(work, 100)
