"""The command line with parts switched off."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.ablation import main

pytestmark = pytest.mark.model

TEXT = (
    "“The mill burned, and we lost all that we had,” said Orla Fenn on Friday. "
    "Fenn added that the horse was safe."
)


def answer(tmp_path: Path, without: str) -> Any:
    given, target = tmp_path / "given.jsonl", tmp_path / f"{without}.jsonl"
    given.write_text(json.dumps({"id": "1", "text": TEXT}) + "\n", encoding="utf-8")
    include = ["--include", "quotes,relations"]
    assert main([without, "batch", *include, str(given), str(target)]) == 0
    return json.loads(target.read_text(encoding="utf-8"))


def test_without_the_tagger_the_grammar_still_tells_who_spoke(tmp_path: Path) -> None:
    assert '"Orla Fenn"' in json.dumps(answer(tmp_path, "tagger")["quotes"])


def test_with_marks_alone_no_cue_is_known(tmp_path: Path) -> None:
    (quote,) = answer(tmp_path, "reports,tagger")["quotes"]
    assert quote["cue"] is None


@pytest.mark.parametrize("without", ["", "paper", "tagger,paper"])
def test_a_part_that_there_is_not(without: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([without, "batch"]) == 2
    assert "reports, tagger, ranker" in capsys.readouterr().err
