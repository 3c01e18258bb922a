"""A missing or damaged model: told at the start in one line, whatever the damage."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord import attribution, bootstrap, confidence
from onrecord.attribution import rank
from onrecord.confidence import calibrate
from onrecord.errors import ModelUnavailable
from onrecord.settings import Settings
from onrecord.tagging.learned.model import WEIGHTS, LearnedTagger
from tests.web.server import ROOT

DAMAGE: dict[str, Callable[[bytes], bytes | None]] = {
    "missing": lambda _: None,
    "empty": lambda _: b"",
    "cut off": lambda raw: raw[: len(raw) // 2],
    "garbage": lambda raw: bytes(byte ^ 0x5A for byte in raw[:100_000]),
    "another format": lambda _: b"[]",
    "an object of nothing": lambda _: b"{}",
    "one byte": lambda raw: raw[:-5] + b"~" + raw[-4:],
}


def damage(place: Path, name: str) -> None:
    made = DAMAGE[name](place.read_bytes())
    place.unlink()
    if made is not None:
        place.write_bytes(made)


def told(load: Callable[[], object]) -> None:
    with pytest.raises(ModelUnavailable) as raised:
        load()
    message = str(raised.value)
    assert message
    assert "\n" not in message
    assert len(message) < 400


@pytest.mark.parametrize("name", DAMAGE)
@pytest.mark.parametrize("file", ["tagger.onnx", "tagger.json", "pieces.txt"])
def test_a_damaged_tagger_is_told(tmp_path: Path, file: str, name: str) -> None:
    folder = shutil.copytree(WEIGHTS, tmp_path / "weights")
    damage(folder / file, name)
    told(lambda: LearnedTagger.load(folder))


@pytest.mark.parametrize("name", sorted(set(DAMAGE) - {"one byte"}))
def test_a_damaged_ranker_or_calibration_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    version = attribution.load().version
    for module, file in ((rank, rank.WEIGHTS), (calibrate, calibrate.PARAMETERS)):
        copied = shutil.copy(Path(str(module.__file__)).with_name(file), tmp_path / file)
        damage(Path(copied), name)
        monkeypatch.setattr(module, "files", lambda _: tmp_path)
    told(attribution.load)
    told(lambda: confidence.load(version))


def test_changed_numbers_of_the_tagger_are_told(tmp_path: Path) -> None:
    folder = shutil.copytree(WEIGHTS, tmp_path / "weights")
    place = folder / "tagger.json"
    changed = json.loads(place.read_text())
    changed["weighing"]["start"] += 1.0
    place.write_text(json.dumps(changed))
    told(lambda: LearnedTagger.load(folder))


def test_changed_weights_of_the_ranker_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = json.loads(Path(str(rank.__file__)).with_name(rank.WEIGHTS).read_text())
    changed["weights"] = {name: -weight for name, weight in changed["weights"].items()}
    (tmp_path / rank.WEIGHTS).write_text(json.dumps(changed))
    monkeypatch.setattr(rank, "files", lambda _: tmp_path)
    told(attribution.load)


@pytest.mark.parametrize("name", ["missing", "empty", "garbage"])
@pytest.mark.parametrize("file", ["config.cfg", "meta.json", "parser/model", "vocab/strings.json"])
def test_a_damaged_spacy_pipeline_is_told(tmp_path: Path, file: str, name: str) -> None:
    package = Path(str(__import__(Settings().spacy_model).__file__)).parent
    folder = shutil.copytree(next(package.glob("*-*")), tmp_path / "model")
    damage(folder / file, name)
    told(lambda: bootstrap.load_parser(str(folder)))


def test_loading_and_reading_run_no_code_of_a_model_and_touch_nothing_else() -> None:
    """No pickle, no network, no other program, no file written: told by Python's audit hooks."""
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "service")])}
    environ = {k: v for k, v in environ.items() if not k.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-B", "-m", "tests.robustness.watched"],
        env=environ,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
