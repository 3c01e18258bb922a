"""PolNeAR's figures by publisher and by month."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.breakdown import table
from evaluation.corpora import Data, write
from evaluation.errors import EvaluationError

ADAPTER = """
import sys
kind, responses, predictions, articles = sys.argv[1:]
open(predictions, "w").write(open(responses).read())
"""

SCORER = """
import json, sys
gold, predictions, flag = sys.argv[1:]
ids = [sorted(json.loads(line)["id"] for line in open(path)) for path in (gold, predictions)]
print(json.dumps({"attribution": {"f1": len(ids[1]) / 10}, "exact cue": {"f1": ids[0] == ids[1]}}))
"""


def articles() -> list[dict[str, str]]:
    told = (
        ("1", "Courier", "2016-09-02"),
        ("2", "Courier", "2016-10-30"),
        ("3", "Mail", "2016-09-30"),
    )
    return [
        {"id": i, "publisher": by, "date": on, "text": "The mill burned."} for i, by, on in told
    ]


def prepared(data: Path) -> Path:
    write(data / "data" / "polnear" / "dev.jsonl", articles())
    (data / "evaluate" / "adapt.py").write_text(ADAPTER, encoding="utf-8")
    (data / "evaluate" / "polnear.py").write_text(SCORER, encoding="utf-8")
    responses = data / "responses.jsonl"
    write(responses, [{"id": article["id"]} for article in articles()])
    return responses


def test_each_part_is_scored_by_its_own_articles_and_answers(data: Path) -> None:
    responses = prepared(data)
    head, _, *rows = table(Data(data), responses)
    cells = [row.strip("| ").split(" | ") for row in rows]
    assert [row[:2] for row in cells] == [
        ["Courier", "2"],
        ["Mail", "1"],
        ["2016-09", "2"],
        ["2016-10", "1"],
    ]
    columns = head.strip("| ").split(" | ")
    attribution = columns.index("attribution, F1") - len(columns)
    cue = columns.index("exact cue, F1") - len(columns)
    assert [row[attribution] for row in cells] == ["20.0", "10.0", "20.0", "10.0"]
    assert {row[cue] for row in cells} == {"100.0"}
    assert "-" in cells[0]


def test_a_scorer_that_fails_is_an_error(data: Path) -> None:
    responses = prepared(data)
    (data / "evaluate" / "polnear.py").write_text("raise ValueError('no flour')", encoding="utf-8")
    with pytest.raises(EvaluationError, match="no flour"):
        list(table(Data(data), responses))
