"""Reading the annotated articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.types import TextSpan
from training.corpus import GoldChain, GoldSpeech, read, read_answers

MARKED = {
    "id": 7,
    "text": "She said no.",
    "attributions": [{"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 11], [11, 11]]}],
}
GOLD = {
    "text": "She said no.",
    "speakers": [{"id": "q", "name": "Ada Quill", "aliases": ["Quill"]}],
    "quotes": [{"parts": [[9, 11]], "speaker": "q"}, {"parts": [[0, 3]], "speaker": None}],
    "attributions": [{"content": [[9, 11]], "chain": [{"source": "q"}]}],
}


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_an_article_comes_with_its_attributions(tmp_path: Path) -> None:
    (gold,) = read(write(tmp_path / "a.jsonl", MARKED))
    assert gold.id == "7"
    assert gold.article.text == "She said no."
    (marked,) = gold.attributions
    assert (marked.source, marked.cue) == ((TextSpan(0, 3),), (TextSpan(4, 8),))


def test_empty_spans_are_left_out(tmp_path: Path) -> None:
    (gold,) = read(write(tmp_path / "a.jsonl", MARKED))
    assert gold.attributions[0].content == (TextSpan(9, 11),)


def test_speeches_come_with_all_right_names(tmp_path: Path) -> None:
    ((article, gold),) = read_answers(write(tmp_path / "a.jsonl", GOLD))
    assert article.text == "She said no."
    named = GoldSpeech((TextSpan(9, 11),), ("Ada Quill", "Quill"))
    assert gold.speeches == (named, GoldSpeech((TextSpan(0, 3),), ()))
    (chain,) = gold.chains
    assert (chain.content, chain.hops) == ((TextSpan(9, 11),), (("Ada Quill", "Quill"),))


def test_a_chain_is_that_of_the_same_names_in_the_same_order() -> None:
    chain = GoldChain((), (("Ada Quill", "Quill"), ()))
    assert chain.is_of(["Quill", None])
    assert not chain.is_of([None, "Quill"])
    assert not chain.is_of(["Quill"])


@pytest.mark.parametrize(
    ("name", "names", "right"),
    [
        ("Ada Quill", ("Ada Quill",), True),
        ("the Quill Trust", ("Quill Trust",), True),
        ("Quill", ("Ada Quill", "Quill"), True),
        ("Quill", ("Ada Quill",), False),
        (None, (), True),
        ("Quill", (), False),
        (None, ("Quill",), False),
    ],
)
def test_a_name_is_right_or_not(name: str | None, names: tuple[str, ...], right: bool) -> None:
    assert GoldSpeech((TextSpan(0, 1),), names).is_named(name) is right


def test_another_format_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        list(read(write(tmp_path / "a.jsonl", {"id": 1})))
