"""What fuzzing began with and what it found: nothing of it fails any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robustness.targets import TARGETS

CORPUS = Path(__file__).with_name("corpus")
CASES = [
    pytest.param(name, place, id=f"{name}/{place.name}")
    for name in TARGETS
    for place in sorted((CORPUS / name).iterdir())
]


@pytest.mark.parametrize(("name", "place"), CASES)
def test_nothing_of_the_corpus_fails(name: str, place: Path) -> None:
    TARGETS[name](place.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
@pytest.mark.parametrize("raw", [b"", b"\0", b"\xff" * 50, bytes(range(256)) * 4])
def test_neither_does_what_is_no_text(name: str, raw: bytes) -> None:
    TARGETS[name](raw)
