"""Development articles: what must not be fitted on the articles that the tagger was trained on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.attribution import Ranker, Scene
from onrecord.document.parse import Parser
from onrecord.tagging.learned.model import LearnedTagger
from training import agreement, calibration
from training.calibration import Row
from training.corpus import GoldArticle, read
from training.examples import Example, examples
from training.scenes import scene

FOLDS = 5
"""Parts of the articles; each is answered by weights of agreement fitted on the others."""


@dataclass(frozen=True, slots=True)
class HeldOut:
    """The articles as the attribution stage sees them with the tagger's help.

    Attributes:
        scenes: each article with what people marked in it.
        examples: the strings of each article with their candidates.
        weights: those of the ranker that were fitted on other articles.
    """

    scenes: Sequence[tuple[GoldArticle, Scene]]
    examples: Sequence[Sequence[Example]]
    weights: Mapping[str, float]

    @classmethod
    def read(
        cls, path: Path, parser: Parser, tagger: LearnedTagger, weights: Mapping[str, float]
    ) -> HeldOut:
        """The articles of a file of PolNeAR."""
        scenes = [(gold, scene(parser, gold.article, tagger)) for gold in read(path)]
        return cls(scenes, [examples(gold, seen) for gold, seen in scenes], weights)

    def agreement(self) -> dict[str, float]:
        """Weights of the features of agreement, fitted on all the articles."""
        return self._fitted(range(len(self.scenes)))

    def rows(self) -> Iterator[Row]:
        """Answers for the calibration, cross-fitted: no article is answered by its own weights."""
        for fold in range(FOLDS):
            others = [n for n in range(len(self.scenes)) if n % FOLDS != fold]
            fitted = Ranker({**self.weights, **self._fitted(others)}, "fold")
            for gold, seen in self.scenes[fold::FOLDS]:
                yield from calibration.marked_rows(fitted, gold, seen)

    def _fitted(self, numbers: Sequence[int]) -> dict[str, float]:
        return agreement.fit([e for n in numbers for e in self.examples[n]], self.weights)
