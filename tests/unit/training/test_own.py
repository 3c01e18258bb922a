"""Examples from the articles of our own."""

from __future__ import annotations

import json
from pathlib import Path

from onrecord.types import Article, TextSpan
from tests.unit.attribution.scenes import document, scene
from training.own import Marked, labelled, read

TALK = document("“ She said ‘ no ’ to us , ” he said/VERB .", "The “ green ” boat .", "“ Odd ”")


def span(words: str) -> TextSpan:
    start = TALK.text.index(words)
    return TextSpan(start, start + len(words))


def labels(said: tuple[str, ...], unsaid: tuple[str, ...]) -> list[bool]:
    marked = Marked("one", Article(TALK.text), tuple(map(span, said)), tuple(map(span, unsaid)))
    return [example.speech for example in labelled(marked, scene(TALK))]


def test_strings_are_said_or_not_or_left_out_where_nobody_marked_them() -> None:
    assert labels(("She said ‘no’ to us,",), ("green",)) == [True, False]
    assert labels(("She said ‘no’ to us,", "no"), ("green",)) == [True, True, False]
    assert labels(("She said ‘no’ to us,",), ("no", "green", "Odd")) == [True, False, False, False]


def test_what_nobody_says_is_right_where_nobody_says_it() -> None:
    marked = Marked("one", Article(TALK.text), (), (span("green"),))
    (example,) = labelled(marked, scene(TALK))

    assert any(example.right) and not example.speech


def test_a_set_is_read(tmp_path: Path) -> None:
    quotes = [
        {"type": "direct", "parts": [[1, 3]], "quoted": []},
        {"type": "mixed", "parts": [[4, 9]], "quoted": [[5, 6], [7, 8]]},
        {"type": "indirect", "parts": [[10, 12]], "quoted": []},
    ]
    article = {"id": "x", "text": "…", "quotes": quotes, "distractors": [{"span": [13, 15]}]}
    place = tmp_path / "a.jsonl"
    place.write_text(json.dumps(article) + "\n", encoding="utf-8")

    (marked,) = read(place)
    assert marked.said == (TextSpan(1, 3), TextSpan(5, 6), TextSpan(7, 8))
    assert marked.unsaid == (TextSpan(13, 15),)
