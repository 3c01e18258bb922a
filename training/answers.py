"""The gold articles answered by the engine, for the last steps of the calibration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.reliability import Judgement
from onrecord.answer import chain_signs
from onrecord.attribution import Ranker, Scene
from onrecord.confidence import Calibration, Case, Confidence, estimate, estimate_chain
from onrecord.confidence.estimate import chain_values, quotation_values, speaker_values
from onrecord.document.parse import Parser
from onrecord.tagging.learned.model import LearnedTagger
from onrecord.types import Hop, TextSpan
from training import calibration
from training.calibration import SAME, Row, jaccard, words_of
from training.corpus import GoldAnswers, GoldChain, read_answers
from training.scenes import Found, find, scene

SAME_CONTENT = 0.5
"""Word overlap (Jaccard) from which an attribution has the marked content."""

Fitted = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Answer:
    """One statement of an answer held to the gold articles.

    Attributes:
        case: the statement, and what tells how sure it is.
        found: whether it is a quotation with these words.
        right: whether its speaker is right as well.
        chain: what tells of the form of its chain, None where it has none.
        chain_right: whether the words and all hops of the chain are right.
        counts: False for what says the content of a marked chain again: no quotation, no error.
    """

    case: Case
    found: bool
    right: bool
    chain: Mapping[str, float] | None = None
    chain_right: bool = False
    counts: bool = True

    def rows(self, calibration: Calibration) -> Iterator[Row]:
        """Is it a quotation; and where it is one, is the speaker right."""
        if not self.counts:
            return
        question = "indirect" if self.case.indirect else "quotation"
        yield Row(question, quotation_values(calibration, self.case), self.found)
        if self.found:
            yield Row("speaker", speaker_values(calibration, self.case), self.right)

    def chain_rows(self, sure: Confidence) -> Iterator[Row]:
        """Is its chain right, where it has one."""
        if self.chain is not None:
            yield Row("chain", chain_values(sure, self.chain), self.chain_right)


@dataclass(frozen=True, slots=True)
class AnsweredArticle:
    """The answers to one article."""

    id: str
    genre: str
    answers: tuple[Answer, ...]


def answers(found: Found, gold: GoldAnswers) -> Iterator[Answer]:
    """What was found in an article, held to what people marked."""
    seen = found.scene
    marked = [(speech, words_of(seen, speech.parts)) for speech in gold.speeches]
    chains = [(chain, words_of(seen, chain.content)) for chain in gold.chains]
    for number, case in enumerate(found.cases):
        own = words_of(seen, case.statement.parts)
        share, speech = max(
            ((jaccard(own, words), speech) for speech, words in marked),
            key=lambda pair: pair[0],
            default=(0.0, None),
        )
        is_found = share >= SAME and speech is not None
        again = case.indirect and any(jaccard(own, words) >= SAME for _, words in chains)
        hops = found.hops.get(number)
        yield Answer(
            case=case,
            found=is_found,
            right=is_found and speech is not None and speech.is_named(found.names[number]),
            chain=chain_signs(hops) if hops else None,
            chain_right=bool(hops) and _is_marked(seen, own, hops or (), chains),
            counts=is_found or not again,
        )


def _is_marked(
    seen: Scene,
    own: frozenset[int],
    hops: Sequence[Hop],
    chains: Iterable[tuple[GoldChain, frozenset[int]]],
) -> bool:
    names = [hop.speaker.name if hop.speaker else _text(seen, hop.source) for hop in hops]
    same = (chain for chain, words in chains if jaccard(own, words) >= SAME_CONTENT)
    return any(chain.is_of(names) for chain in same)


def _text(seen: Scene, span: TextSpan | None) -> str | None:
    return span.of(seen.document.text) if span else None


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers to the gold articles. No stage was trained on them."""

    articles: Sequence[AnsweredArticle]

    @classmethod
    def read(cls, path: Path, parser: Parser, tagger: LearnedTagger, ranker: Ranker) -> Answered:
        """Answer the articles of a file."""
        made = []
        for article, gold in read_answers(path):
            found = find(scene(parser, article, tagger), ranker)
            made.append(AnsweredArticle(gold.id, gold.genre, tuple(answers(found, gold))))
        return cls(made)

    def rows(self, marked: Fitted, but: int | None = None) -> Iterator[Row]:
        """The rows about quotations and speakers.

        Args:
            marked: the models of the first step.
            but: position of an article that is left out.
        """
        first = Calibration.from_json(marked)
        for number, article in enumerate(self.articles):
            for answer in article.answers if number != but else ():
                yield from answer.rows(first)

    def cross_fitted(self, marked: Fitted) -> CrossFitted:
        """How sure each answer is by models that were fitted on all articles but its own."""
        sure = []
        for number, article in enumerate(self.articles):
            fitted = Calibration.from_json(
                {**marked, **calibration.fit(self.rows(marked, but=number))}
            )
            sure.append(tuple(estimate(fitted, answer.case) for answer in article.answers))
        return CrossFitted(self.articles, sure)


@dataclass(frozen=True, slots=True)
class CrossFitted:
    """The gold articles, and how sure their answers are by models that have not seen them."""

    articles: Sequence[AnsweredArticle]
    sure: Sequence[Sequence[Confidence]]

    def chain_rows(self, but: int | None = None) -> Iterator[Row]:
        """The rows about chains; `but` is the position of an article that is left out."""
        for number, (article, sure) in enumerate(zip(self.articles, self.sure, strict=True)):
            for answer, own in zip(article.answers, sure, strict=True) if number != but else ():
                yield from answer.chain_rows(own)

    def quotations(self) -> list[Judgement]:
        """Every quotation, how sure it is, and whether words and speaker are right."""
        return [
            Judgement(article.id, article.genre, answer.case.statement.type.value, own.joint, right)
            for article, sure in zip(self.articles, self.sure, strict=True)
            for answer, own in zip(article.answers, sure, strict=True)
            for right in ([answer.right] if answer.counts else [])
        ]

    def chains(self) -> list[Judgement]:
        """The same of the chains."""
        made = []
        for number, (article, sure) in enumerate(zip(self.articles, self.sure, strict=True)):
            fitted = Calibration.from_json(calibration.fit(self.chain_rows(but=number)))
            for answer, own in zip(article.answers, sure, strict=True):
                if answer.chain is not None:
                    chance = estimate_chain(fitted, own, answer.chain)
                    right = answer.chain_right
                    made.append(Judgement(article.id, article.genre, "chain", chance, right))
        return made
