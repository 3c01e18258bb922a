"""What an article, an archive or a planted link can make the command line read, write or print."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from onrecord.archive.outputs import Form
from onrecord.archive.partitions import partitions
from onrecord.archive.work import Job, do
from onrecord.cli import main
from onrecord.options import Options
from onrecord.settings import Settings
from tests.fakes import BUG, load

Captured = pytest.CaptureFixture[str]

NAMES = (
    "../../escaped",
    "/tmp/escaped",
    "..",
    ".",
    "a/b",
    "a\\..\\b",
    "CON",
    "-rf",
    "~root",
    "$(touch escaped)",
    "a" * 200,
    "a\nb",
    "\x1b]0;escaped\x07",
    "\u202egnp.a",
)
"""Ids and titles that would be other places, were they ever taken for names of files."""


def everything(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def lines(text: str = "Ada said “Yes.”") -> bytes:
    made = [{"id": name, "text": text, "title": name, "byline": name} for name in NAMES]
    return b"".join(json.dumps(members).encode() + b"\n" for members in made)


def test_no_file_of_a_batch_is_named_by_an_article(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    source, target = tmp_path / "in" / "a.jsonl", tmp_path / "in" / "out.jsonl"
    source.write_bytes(lines())
    assert main(["batch", str(source), str(target)], load) == 0
    assert everything(tmp_path) == {"in", "in/a.jsonl", "in/out.jsonl"}
    assert [json.loads(x)["id"] for x in target.read_bytes().splitlines()] == list(NAMES)


@pytest.mark.parametrize("form", list(Form))
def test_no_file_of_an_archive_is_named_by_an_article_or_a_file(tmp_path: Path, form: Form) -> None:
    source, target = tmp_path / "in", tmp_path / "out"
    (source / "..a" / "$(b)").mkdir(parents=True)
    (source / "..a" / "$(b)" / "-c\n.jsonl").write_bytes(lines())
    target.mkdir()
    job = Job(source, target, form, Options(), Settings(), load)
    before = everything(tmp_path)
    for partition in partitions(source, 100_000):
        do(job, partition)
    assert everything(tmp_path) - before == {
        "out/.attempts",
        "out/errors",
        f"out/part-0000000.{form}",
    }


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    made = tmp_path / "secret.jsonl"
    made.write_text('{"id": "s", "text": "Ada said “secret.”"}\n', "utf-8")
    return made


def test_a_link_in_an_archive_that_leads_out_of_it_is_not_followed(
    tmp_path: Path, secret: Path, capfd: Captured
) -> None:
    source = tmp_path / "in"
    (source / "below").mkdir(parents=True)
    (source / "a.jsonl").write_bytes(lines())
    (source / "b.jsonl").symlink_to("../secret.jsonl")
    assert main(["archive", str(source), str(tmp_path / "out")], load) == 1
    assert (
        capfd.readouterr().err
        == f"onrecord: {source}/b.jsonl: is a link that leads out of {source}\n"
    )
    (source / "b.jsonl").unlink()
    (source / "below" / "c.jsonl").symlink_to(source / "a.jsonl")
    (source / "folder").symlink_to(tmp_path)  # links to folders are not followed at all
    assert {p.file for p in partitions(source, 100_000)} == {"a.jsonl", "below/c.jsonl"}


@pytest.mark.parametrize("name", ["errors", ".attempts", ".lock"])
def test_a_link_in_the_folder_of_the_answers_is_not_written_through(
    tmp_path: Path, secret: Path, name: str, capfd: Captured
) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out"
    source.write_bytes(lines())
    target.mkdir()
    (target / name).symlink_to(secret)
    before = secret.read_bytes()
    assert main(["archive", str(source), str(target)], load) == 1
    assert capfd.readouterr().err == f"onrecord: {target / name}: is a link\n"
    assert secret.read_bytes() == before


def test_a_link_in_the_place_of_answers_is_replaced_and_not_followed(
    tmp_path: Path, secret: Path
) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out"
    source.write_bytes(lines())
    target.mkdir()
    (target / "part-0000000.jsonl").symlink_to(tmp_path / "nowhere")
    (partition,) = partitions(source, 1_000_000)
    do(Job(source, target, Form.LINES, Options(), Settings(), load), partition)
    assert not (tmp_path / "nowhere").exists()
    assert not (target / "part-0000000.jsonl").is_symlink()


def test_a_link_in_the_place_of_an_attempt_is_not_written_through(
    tmp_path: Path, secret: Path
) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out"
    source.write_bytes(lines())
    (target / ".attempts").mkdir(parents=True)
    (target / ".attempts" / "part-0000000").symlink_to(secret)
    before = secret.read_bytes()
    (partition,) = partitions(source, 1_000_000)
    with pytest.raises(OSError, match="Too many levels of symbolic links"):
        do(Job(source, target, Form.LINES, Options(), Settings(), load), partition)
    assert secret.read_bytes() == before


def test_answers_are_not_written_among_what_is_read(tmp_path: Path, capfd: Captured) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines())
    assert main(["archive", str(tmp_path), str(tmp_path / "out")], load) == 1
    assert "is within" in capfd.readouterr().err
    assert everything(tmp_path) == {"a.jsonl"}


@pytest.mark.parametrize("link", [os.link, os.symlink])
def test_a_batch_is_not_written_over_its_input_by_another_name(
    tmp_path: Path, link: object, capfd: Captured
) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(lines() + b'{"id":"torn')
    before = source.read_bytes()
    assert callable(link)
    link(source, target)
    assert main(["batch", str(source), str(target)], load) == 1
    assert "cannot be read and written at once" in capfd.readouterr().err
    assert source.read_bytes() == before


def test_a_batch_leaves_what_is_no_output_of_its_own_alone(tmp_path: Path, secret: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(lines())
    target.symlink_to(secret)
    before = secret.read_bytes()
    assert main(["batch", str(source), str(target)], load) == 1
    assert secret.read_bytes() == before


OBEYED = "\x1b]0;owned\x07\x1b[2J\x9b31m\x08\r\x00"[:-1] + "\u202e\u2066\x7f"
"""A title for the window, a cleared screen, a colour, a way back, a turn of direction."""


@pytest.mark.parametrize("command", [["extract", "--format", "text"], ["explain"]])
def test_nothing_in_an_article_reaches_a_terminal_that_it_would_obey(
    tmp_path: Path, command: list[str], capfd: Captured
) -> None:
    article = tmp_path / "a.txt"
    article.write_text(f"A{OBEYED}da said “Yes{OBEYED}no.”", "utf-8")
    assert main([*command, str(article)], load) == 0
    told = capfd.readouterr()
    assert "Yes" in told.out
    obeyed = {c for c in OBEYED if not c.isprintable()}
    assert not obeyed & set(told.out + told.err)


def test_an_id_cannot_write_lines_of_its_own_into_the_log(tmp_path: Path, capfd: Captured) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(lines(f"Ada: {BUG}"))
    assert main(["batch", str(source), str(tmp_path / "out.jsonl")], load) == 0
    told = capfd.readouterr().err
    assert "\x1b" not in told
    assert sum(line.startswith("onrecord: id '") for line in told.splitlines()) == len(NAMES)
