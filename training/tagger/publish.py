"""Writes the files that ship: network, pieces, parameters, and the figures for the model card."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from onrecord.tagging.learned.link import link
from onrecord.tagging.learned.model import OnnxNetwork
from onrecord.tagging.learned.vocabulary import Vocabulary
from onrecord.tagging.learned.weights import FORMAT, NETWORK, PARAMETERS, PIECES, numbers_of
from onrecord.tagging.learned.words import Words
from training.tagger import export
from training.tagger.calibrate import calibrations
from training.tagger.held_out import judged
from training.tagger.network import Network
from training.tagger.tune import exact, weighing

FIGURES = "figures.json"


def publish(
    network: Network,
    pieces: Sequence[str],
    words: Sequence[Words],
    held_out: Path,
    origin: Mapping[str, Any],
    out: Path,
) -> None:
    """Write all files of a trained network into a folder.

    Args:
        network: trained.
        pieces: of the base model, in its order.
        words: of the training articles: their pieces stay.
        held_out: file of development articles, for the few weights and the calibration.
        origin: what it was made from, and how, for the record.
        out: the folder.
    """
    numbers = export.kept(pieces, words)
    export.write(export.pruned(network, numbers), out / NETWORK)
    stay = [pieces[number] for number in numbers]
    (out / PIECES).write_text("\n".join(stay) + "\n", encoding="utf-8")
    articles = list(judged(held_out, Vocabulary(stay), OnnxNetwork(out / NETWORK)))
    weighs = weighing(articles)
    confidence, errors = calibrations(articles, weighs, link)
    parameters = {
        "format": FORMAT,
        "version": f"tagger-{digest(out / NETWORK)[:12]}",
        "pieces": digest(out / PIECES),
        "weighing": asdict(weighs),
        "confidence": confidence,
    }
    _write(out / PARAMETERS, {**parameters, "numbers": numbers_of(parameters)})
    figures = {
        **origin,
        "pieces": len(stay),
        "bytes": (out / NETWORK).stat().st_size,
        "spans_f1": dict(zip(("source", "cue", "content"), exact(articles, weighs), strict=True)),
        "calibration_error": errors,
    }
    _write(out / FIGURES, figures)


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _write(path: Path, content: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
