"""The gold articles answered by the engine, for the last step of the calibration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord import attribution, mentions, speakers
from onrecord.answer import sources, voices
from onrecord.attribution import Ranker
from onrecord.confidence import Calibration, estimate
from onrecord.confidence.calibrate import Logistic
from onrecord.document.parse import Parser
from onrecord.tagging.learned.model import LearnedTagger
from training import calibration
from training.calibration import Answer, Row
from training.corpus import read_answers
from training.reliability import Reliability, reliability
from training.scenes import scene

FOLDS = 5
"""Parts of the articles; for the figures each is answered by models fitted on the others."""

Fitted = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers to the gold articles, article by article. No stage was trained on them."""

    articles: Sequence[Sequence[Answer]]

    @classmethod
    def read(cls, path: Path, parser: Parser, tagger: LearnedTagger, ranker: Ranker) -> Answered:
        """Answer the articles of a file."""
        made = []
        for article, gold in read_answers(path):
            seen = scene(parser, article, tagger)
            decisions = attribution.decide(ranker, attribution.candidates(seen))
            statements = attribution.assemble(seen, decisions)
            chains = attribution.chains(seen, statements)
            cited = sources(statements, chains)
            found = mentions.find(seen.document)
            who = speakers.resolve(seen.document, found, cited, seen.outermost)
            named = [
                (v.speaker.name if v.speaker else None, v.score) for v in voices(statements, who)
            ]
            made.append(tuple(calibration.answers(seen, statements, named, gold)))
        return cls(made)

    def rows(self, marked: Fitted) -> Iterator[Row]:
        """The rows of all articles; `marked` are the models of the first step."""
        return self._rows(marked, range(len(self.articles)))

    def cross_fitted(self, marked: Fitted) -> Reliability:
        """How reliable the confidences are where no article is answered by its own models."""
        judged: list[tuple[float, bool]] = []
        for fold in range(FOLDS):
            others = [n for n in range(len(self.articles)) if n % FOLDS != fold]
            fitted = _calibration({**marked, **calibration.fit(self._rows(marked, others))})
            for article in self.articles[fold::FOLDS]:
                for answer in article:
                    sure = estimate(fitted, answer.statement, answer.resolved)
                    judged.append((sure.joint, answer.right))
        return reliability(judged)

    def _rows(self, marked: Fitted, numbers: Sequence[int]) -> Iterator[Row]:
        first = _calibration(marked)
        for number in numbers:
            for answer in self.articles[number]:
                yield from answer.rows(first)


def _calibration(models: Fitted) -> Calibration:
    made = {name: Logistic(m["intercept"], m["weights"]) for name, m in models.items()}
    return Calibration("", made)
