"""Articles go to the engine without their annotation; missing files are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.corpora import CORPORA, Data, articles, read, write
from evaluation.errors import EvaluationError

POLNEAR = CORPORA["polnear"]


def test_an_article_keeps_id_text_and_headline_alone(data: Path) -> None:
    assert articles(POLNEAR, Data(data).gold(POLNEAR)) == [
        {"id": "1", "text": "The mill burned.", "title": "Fire"},
        {"id": "2", "text": "The mill stands."},
    ]


def test_a_corpus_whose_texts_begin_with_the_headline_gives_no_title(data: Path) -> None:
    asked = articles(CORPORA["gold"], Data(data).gold(POLNEAR))
    assert all("title" not in article for article in asked)


def test_a_missing_file_is_named_with_what_the_folder_must_hold(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"gold.dev\.jsonl is missing.*--only"):
        Data(tmp_path).check(CORPORA["gold"])


def test_a_missing_scorer_is_found_before_the_engine_runs(data: Path) -> None:
    (data / "evaluate" / "polnear.py").unlink()
    with pytest.raises(EvaluationError, match=r"polnear\.py is missing"):
        Data(data).check(POLNEAR)


@pytest.mark.parametrize("line", ["{", "[1]"])
def test_a_line_that_is_no_object_is_named_by_its_number(tmp_path: Path, line: str) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text(f'{{"id": 1}}\n\n{line}\n', encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"lines\.jsonl, line 3"):
        list(read(path))


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    write(path, [{"text": "naïve “mill”\n"}])
    assert list(read(path)) == [{"text": "naïve “mill”\n"}]
