"""The annotated articles of the project, and the small scorer for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evaluation import own
from evaluation.corpora import OWN, Corpus, read, write
from evaluation.errors import EvaluationError
from evaluation.own import CANNOT, counted, faults, main, score

TEXT = "“The lamps burn,” Ada Quill said. She left."
WORDS = [1, 16]
ADA = {"id": "s1", "name": "Ada Quill", "kind": "person", "named": True}


def marked(identifier: str = "g1", **changes: Any) -> dict[str, Any]:
    quote = {
        "id": "q1", "type": "direct", "parts": [WORDS], "surface": ["The lamps burn,"],
        "speaker": "a",
    }  # fmt: skip
    return {
        "id": identifier,
        "genre": "wire",
        "text": TEXT,
        "speakers": [{"id": "a", "name": "Ada Quill", "aliases": []}],
        "quotes": [quote],
        "attributions": [],
        "distractors": [],
        **changes,
    }


def response(*confidences: float, name: str = "Ada Quill") -> dict[str, Any]:
    quotes = [
        {
            "type": "direct",
            "parts": [{"start": WORDS[0], "end": WORDS[1]}],
            "speaker": {**ADA, "name": name},
            "speaker_mention": None,
            "confidence": confidence,
        }
        for confidence in confidences
    ]
    return {"quotes": quotes, "attributions": []}


@pytest.mark.parametrize("corpus", OWN.values(), ids=str)
def test_the_sets_of_the_project_have_the_form_that_they_should(corpus: Corpus) -> None:
    assert corpus.place is not None
    articles = list(read(corpus.place))
    assert len({raw["id"] for raw in articles}) == len(articles) >= 20
    assert [fault for raw in articles for fault in faults(raw)] == []


def test_no_article_is_in_two_sets() -> None:
    texts = [raw["text"] for corpus in OWN.values() if corpus.place for raw in read(corpus.place)]
    assert len(set(texts)) == len(texts)


def test_faults_name_the_article_and_what_is_wrong() -> None:
    hop = {"source": "b"}
    bad = marked(
        quotes=[{**marked()["quotes"][0], "surface": ["The lamp"], "speaker": "c"}],
        attributions=[{"id": "x1", "chain": [hop]}],
    )
    assert list(faults(bad)) == [
        "g1 q1: the pieces are not its surface",
        "g1 q1: nobody is 'c'",
        "g1 x1: nobody is 'b'",
    ]
    assert list(faults(marked())) == []


def test_a_quotation_counts_as_found_and_as_right() -> None:
    made = score(
        [marked("g1"), marked("g2")], {"g1": response(0.99), "g2": response(0.9, name="X")}
    )
    assert (made.marked, made.given, made.found, made.right) == (2, 2, 2, 1)
    assert (made.sure, made.sure_right) == (0.5, 1.0)


def test_an_article_without_an_answer_has_its_quotations_missed() -> None:
    made = score([marked("g1"), marked("g2")], {"g1": response(0.9)})
    assert (made.marked, made.given, made.sure_right) == (2, 1, None)
    assert "66.7%" in made.line("own")


def test_nothing_found_is_no_share() -> None:
    assert score([marked()], {}).line("own").split()[1:5] == ["1", "0.0%", "0.0%", "0.0%"]


def test_the_row_of_the_readme_counts_what_a_set_holds(tmp_path: Path) -> None:
    place = tmp_path / "z.jsonl"
    chain = {"id": "x1", "content": [WORDS], "chain": [{"source": "a"}, {"source": "a"}]}
    write(place, [marked(attributions=[chain])])
    corpus = Corpus("own-z", None, "gold", place)
    assert counted("own-z", corpus) == "| `z` | 1 | 8 | 1 | 1, 0, 0 | 1 | 1 | 0 |"


def test_a_set_that_is_missing_is_a_clear_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = Corpus("own-z", None, "gold", tmp_path / "z.jsonl")
    monkeypatch.setattr(own, "OWN", {"own-z": gone})
    assert main(["--command", "true"]) == CANNOT
    assert "z.jsonl is missing" in capsys.readouterr().err
    with pytest.raises(EvaluationError):
        counted("own-z", gone)


def test_it_prints_a_line_for_each_set(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    engine: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    place = tmp_path / "z.jsonl"
    write(place, [marked()])
    monkeypatch.setattr(own, "OWN", {"own-z": Corpus("own-z", None, "gold", place)})
    assert main(["--command", engine]) == 0
    assert "own-z" in capsys.readouterr().out
    assert main(["--count"]) == 0
    assert "| `z` | 1 |" in capsys.readouterr().out
