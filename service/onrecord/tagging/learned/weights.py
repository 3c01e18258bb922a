"""The files of a trained tagger: what they hold, and whether they fit this version."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import ModelUnavailable
from onrecord.tagging.learned.confidence import QUESTIONS, Calibrated
from onrecord.tagging.learned.decode import Weighing
from onrecord.tagging.learned.vocabulary import Vocabulary

FORMAT = 3
"""Changes with what the files hold or how words are cut: older files then do not fit."""

NETWORK, PIECES, PARAMETERS = "tagger.onnx", "pieces.txt", "tagger.json"


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a tagger needs beside its network.

    Attributes:
        version: name of this trained tagger.
        vocabulary: its pieces.
        weighing: of the parts of a span's score.
        calibrations: by question, see `confidence.QUESTIONS`.
    """

    version: str
    vocabulary: Vocabulary
    weighing: Weighing
    calibrations: Mapping[str, Calibrated]


def read(folder: Path) -> Parameters:
    """Read and check the parameters.

    Raises:
        ModelUnavailable: where a file is missing, broken, or of another format.
    """
    try:
        raw = json.loads((folder / PARAMETERS).read_text(encoding="utf-8"))
        spelled = (folder / PIECES).read_bytes()
        pieces = spelled.decode("utf-8").split("\n")
    except (OSError, ValueError) as error:
        raise ModelUnavailable(f"the tagger's files cannot be read: {error}") from error
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise ModelUnavailable(
            f"the tagger's files are not of format {FORMAT}; run `make train` to make them anew"
        )
    if raw.get("pieces", digest(spelled)) != digest(spelled):
        raise ModelUnavailable(f"{PIECES} is broken, or not the one of {PARAMETERS}")
    try:
        if raw.get("numbers", numbers_of(raw)) != numbers_of(raw):
            raise ModelUnavailable(f"{PARAMETERS} is broken: its numbers have been changed")
        return _parameters(raw, pieces)
    except (KeyError, TypeError, ValueError) as error:
        raise ModelUnavailable(f"{PARAMETERS} is broken: {error!r}") from error


def digest(raw: bytes) -> str:
    """By what `tagger.json` knows the pieces that the network was trained with."""
    return hashlib.sha256(raw).hexdigest()


def numbers_of(parameters: Mapping[str, Any]) -> str:
    """By what `tagger.json` knows its own numbers, with which everything behind was fitted."""
    numbers = [parameters["weighing"], parameters["confidence"]]
    return digest(json.dumps(numbers, sort_keys=True).encode())


def _parameters(raw: Mapping[str, Any], pieces: list[str]) -> Parameters:
    weighing = raw["weighing"]
    source, cue, content = map(float, weighing["bonus"])
    return Parameters(
        version=str(raw["version"]),
        vocabulary=Vocabulary([piece for piece in pieces if piece]),
        weighing=Weighing(float(weighing["start"]), float(weighing["end"]), (source, cue, content)),
        calibrations={name: Calibrated.from_json(raw["confidence"][name]) for name in QUESTIONS},
    )
