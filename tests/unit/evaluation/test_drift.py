"""Confidence by corpus, by group and under noise, on a corpus and an engine that are made up."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

import pytest

from evaluation import drift
from evaluation.corpora import CORPORA
from evaluation.drift import CANNOT, LEAST, main

TEXT = "“The lamps burn,” Ada Quill said."
WORDS = [1, 16]

SURE_OF_ADA = """
import json, sys
given, made = sys.argv[-2:]
ada = {"id": "s1", "name": "Ada Quill", "kind": "person", "named": True, "mentions": []}
with open(given, encoding="utf-8") as articles, open(made, "w", encoding="utf-8") as out:
    for line in articles:
        article = json.loads(line)
        found = {"type": "direct", "parts": [{"start": 1, "end": 16}], "speaker_mention": None}
        found |= {"speaker": ada if "Ada" in article["text"] else None, "confidence": 0.9}
        answer = {"id": article["id"], "quotes": [found], "attributions": [], "speakers": [ada]}
        out.write(json.dumps(answer) + "\\n")
"""


def marked(number: int) -> dict[str, object]:
    return {
        "id": f"g{number}",
        "genre": "wire" if number % 2 else "court",
        "text": TEXT,
        "speakers": [{"id": "a", "name": "Ada Quill", "aliases": []}],
        "quotes": [{"parts": [WORDS], "speaker": "a"}],
        "attributions": [],
    }


@pytest.fixture
def command(tmp_path: Path) -> str:
    path = tmp_path / "sure.py"
    path.write_text(SURE_OF_ADA, encoding="utf-8")
    return shlex.join([sys.executable, str(path)])


@pytest.fixture
def corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A gold corpus of enough articles of two genres, and nothing else."""
    root = tmp_path / "corpora"
    folder = root / "data" / "gold"
    folder.mkdir(parents=True)
    lines = (json.dumps(marked(n), ensure_ascii=False) for n in range(2 * LEAST))
    (folder / "dev.jsonl").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(drift, "CORPORA", {"gold": CORPORA["gold"]})
    return root


def line(printed: str, label: str) -> list[str]:
    found = next(one for one in printed.splitlines() if one.strip().startswith(label))
    return found.strip().removeprefix(label).split()


def test_each_line_tells_what_was_promised_and_what_came(
    corpora: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(corpora), "--command", command]) == 0
    printed = capsys.readouterr().out
    assert line(printed, "gold/dev") == ["20", "90.0%", "100.0%", "-10.0", "10.0%"]
    assert line(printed, "genre: court") == ["10", "90.0%", "100.0%", "-10.0", "10.0%"]


def test_a_single_group_has_no_line_of_its_own(
    corpora: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(corpora), "--command", command])
    assert "type: direct" not in capsys.readouterr().out


def test_noise_is_measured_by_what_the_engine_makes_of_the_noisy_text(
    corpora: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In lower case this engine does not know Ada, and stays as sure as before."""
    main([str(corpora), "--command", command])
    printed = capsys.readouterr().out
    assert line(printed, "gold/dev, as it is")[2] == "100.0%"
    assert line(printed, "gold/dev, lower case") == ["20", "90.0%", "0.0%", "+90.0", "90.0%"]


def test_a_corpus_that_is_not_there_is_a_clear_error(
    tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "nowhere"), "--command", command]) == CANNOT
    assert "is missing" in capsys.readouterr().err
