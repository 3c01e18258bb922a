"""Development articles: what must not be fitted on the articles that the stages were trained on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.attribution import Ranker
from onrecord.document.parse import Parser
from onrecord.tagging.learned.model import LearnedTagger
from training import calibration
from training.calibration import Row
from training.corpus import read
from training.scenes import find, scene


def rows(path: Path, parser: Parser, tagger: LearnedTagger, ranker: Ranker) -> Iterator[Row]:
    """Answers for the calibration: the articles of a file of PolNeAR, by models of other ones."""
    for gold in read(path):
        yield from calibration.marked_rows(find(scene(parser, gold.article, tagger), ranker), gold)
