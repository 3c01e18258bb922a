"""`python -m training` on a few made-up articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.reliability import OWN_LEVEL, load
from training import invented
from training.__main__ import main

pytestmark = pytest.mark.model

NAMES = ("Ada Quill", "Ruth Falk", "Tom Reyes", "Ines Moss", "Karl Dean", "Mary Holt")


def article(number: int) -> dict[str, Any]:
    """A direct and an indirect quotation, and a title that nobody says."""
    name = NAMES[number % len(NAMES)]
    text = (
        f"“We sail at dawn and we sail alone,” {name} said.\n\n"
        f"{name} said that the harbour was closed to everyone.\n\n"
        f"{name} has read “The Long Tide” twice.\n\n"
        f"“Nobody asked the crew what they thought,” {name} told reporters."
    )

    def role(words: str, start: int = 0) -> list[list[int]]:
        place = text.index(words, start)
        return [[place, place + len(words)]]

    def attribution(cue: str, content: str) -> dict[str, Any]:
        start = max(0, text.rfind("\n\n", 0, text.index(content)))
        return {"source": role(name, start), "cue": role(cue, start), "content": role(content)}

    return {
        "id": str(number),
        "text": text,
        "attributions": [
            attribution("said", "“We sail at dawn and we sail alone,”"),
            attribution("said", "that the harbour was closed to everyone"),
            attribution("told", "“Nobody asked the crew what they thought,”"),
        ],
    }


def gold(number: int) -> dict[str, Any]:
    """The same with speakers; every second one is said to be somebody else."""
    marked = article(number)
    name = NAMES[number % len(NAMES)] if number % 2 else "Nora Vane"
    first = marked["attributions"][0]
    quote = {
        "type": "direct",
        "parts": first["content"],
        "quoted": first["content"],
        "speaker": "s",
        "speaker_mention": first["source"][0],
    }
    title = marked["text"].index("The Long Tide")
    return {
        "id": marked["id"],
        "genre": "wire",
        "text": marked["text"],
        "attributions": [],
        "speakers": [{"id": "s", "name": name, "aliases": []}],
        "quotes": [quote],
        "distractors": [{"span": [title, title + len("The Long Tide")], "kind": "title"}],
    }


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    for place, make in (
        ("polnear/train.jsonl", article),
        ("polnear/dev.jsonl", article),
        ("gold/dev.jsonl", gold),
        ("own/a.jsonl", gold),
        ("own/test.jsonl", gold),
    ):
        (folder / place).parent.mkdir(exist_ok=True)
        lines = "\n".join(json.dumps(make(number)) for number in range(30))
        (folder / place).write_text(lines, encoding="utf-8")
    return folder


def trained(data: Path, into: Path) -> tuple[Any, Any]:
    """What the command writes; every frame once and one piece: reading all would take minutes."""
    piece = into.with_suffix(".txt")
    piece.write_text("Ferry sails\n\n[s We sail], she said of the [n Lady Maud].", encoding="utf-8")
    given = [str(data), "--articles", str(data / "own"), "--into", str(into)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(invented, "ROUNDS", 1)
        patch.setattr(invented, "PIECES", piece)
        assert main([*given, "--judged", str(judged(into))]) == 0
    places = into / "attribution" / "weights.json", into / "confidence" / "parameters.json"
    weights, parameters = (json.loads(place.read_text("utf-8")) for place in places)
    return weights, parameters


def judged(into: Path) -> Path:
    return into.with_suffix(".jsonl")


@pytest.fixture(scope="module")
def into(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("trained") / "one"


@pytest.fixture(scope="module")
def written(data: Path, into: Path) -> tuple[Any, Any]:
    return trained(data, into)


def test_both_files_belong_together_and_tell_their_data(written: tuple[Any, Any]) -> None:
    weights, parameters = written
    assert weights["version"] == parameters["versions"][0]
    assert set(weights["trained_on"]["data"]) == {"polnear/train.jsonl", "a"}
    assert weights["pieces"] == 2
    assert set(parameters["fitted_on"]["articles"]) == {"gold", "a"}
    assert set(parameters["models"]) >= {"quotation", "speaker"}
    assert weights["weights"]


@pytest.mark.usefixtures("written")
def test_the_test_set_is_judged_by_what_ships(into: Path) -> None:
    assert {one.source for one in load(judged(into))} == {"gold", "a", "test", OWN_LEVEL}


def test_the_same_data_give_the_same_files(
    data: Path, tmp_path: Path, written: tuple[Any, Any]
) -> None:
    assert trained(data, tmp_path / "two") == written
