"""Annotated articles answered by the engine, for the calibration."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.noise import NOISES, plain
from evaluation.reliability import Judgement
from onrecord.answer import chain_signs
from onrecord.attribution import Ranker, Scene
from onrecord.confidence import Calibration, Case, Confidence, estimate, estimate_chain
from onrecord.confidence.estimate import chain_values, quotation_values, speaker_values
from onrecord.document.parse import Parser
from onrecord.tagging.learned.model import LearnedTagger
from onrecord.types import Hop, TextSpan
from training import calibration
from training.calibration import SAME, SET, SET_VALUE, Row, jaccard, words_of
from training.corpus import GoldAnswers, GoldChain, GoldSpeech, read_answers
from training.scenes import Found, find, scene
from training.sets import Source

SAME_CONTENT = 0.5
"""Word overlap (Jaccard) from which an attribution has the marked content."""

FOLDS = 20
"""Parts that the articles are cut into for cross-fitting."""

NOISY = 0.5
"""Weight of an answer to a worse print."""

UNKNOWN = Source("", Path())


@dataclass(frozen=True, slots=True)
class Answer:
    """One statement of an answer held to the gold articles.

    Attributes:
        case: the statement, and what tells how sure it is.
        found: whether it is a quotation with these words.
        right: whether its speaker is right as well.
        chain: what tells of the form of its chain, None where it has none.
        chain_right: whether the words and all hops of the chain are right.
    """

    case: Case
    found: bool
    right: bool
    chain: Mapping[str, float] | None = None
    chain_right: bool = False

    def rows(self) -> Iterator[Row]:
        """Is it a quotation; and where it is one, is the speaker right."""
        yield Row("quotation", quotation_values(self.case), self.found)
        if self.found:
            yield Row("speaker", speaker_values(self.case), self.right)

    def chain_rows(self, sure: Confidence) -> Iterator[Row]:
        """Is its chain right, where it has one."""
        if self.chain is not None:
            yield Row("chain", chain_values(sure, self.chain), self.chain_right)


@dataclass(frozen=True, slots=True)
class AnsweredArticle:
    """The answers to one article.

    Attributes:
        id, genre: of the article.
        answers: one a statement.
        source: the set that it is of.
        noisy: whether it is a worse print of an article that is answered as it is as well.
    """

    id: str
    genre: str
    answers: tuple[Answer, ...]
    source: Source = UNKNOWN
    noisy: bool = False

    def rows(self) -> Iterator[Row]:
        """The rows about quotations and speakers."""
        return (self._placed(row) for answer in self.answers for row in answer.rows())

    def chain_rows(self, sure: Sequence[Confidence]) -> Iterator[Row]:
        """The rows about chains; those of a worse print are left out."""
        for answer, own in zip(self.answers, sure, strict=True) if not self.noisy else ():
            yield from map(self._placed, answer.chain_rows(own))

    def _placed(self, row: Row) -> Row:
        """The row with the set that it is of, where its articles are known."""
        known = {SET + self.source.name: SET_VALUE} if self.source.known else {}
        weight = row.weight * (NOISY if self.noisy else 1.0)
        return replace(row, values={**row.values, **known}, weight=weight)


def answers(found: Found, gold: GoldAnswers) -> Iterator[Answer]:
    """What was found in an article, held to what people marked.

    What has no marks and says the content of a marked chain (*according to …*), which need not be
    among the marked quotations, is held to the last hop of the chain.
    """
    seen = found.scene
    marked = [(speech, words_of(seen, speech.parts)) for speech in gold.speeches]
    chains = [(chain, words_of(seen, chain.content)) for chain in gold.chains]
    told = [(chain.speech, words) for chain, words in chains]
    for number, case in enumerate(found.cases):
        own = words_of(seen, case.statement.parts)
        speech = _same(own, marked) or (_same(own, told) if case.indirect else None)
        hops = found.hops.get(number)
        yield Answer(
            case=case,
            found=speech is not None,
            right=speech is not None and speech.is_named(found.names[number]),
            chain=chain_signs(hops) if hops else None,
            chain_right=bool(hops) and _is_marked(seen, own, hops or (), chains),
        )


def _same(
    own: frozenset[int], marked: Iterable[tuple[GoldSpeech, frozenset[int]]]
) -> GoldSpeech | None:
    """The one with the most of the same words, if it has as many of them as it takes."""
    pairs = ((jaccard(own, words), speech) for speech, words in marked)
    share, speech = max(pairs, key=lambda pair: pair[0], default=(0.0, None))
    return speech if share >= SAME else None


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
    """The answers to some sets of articles. No stage was trained on them."""

    articles: Sequence[AnsweredArticle]

    @classmethod
    def read(
        cls, source: Source, parser: Parser, tagger: LearnedTagger, ranker: Ranker
    ) -> Answered:
        """Answer the articles of a set, and a worse print of each where the set is to have them."""
        made = []
        worse = [noise for name, noise in NOISES.items() if noise is not plain]
        for number, (article, gold) in enumerate(read_answers(source.path)):
            prints = [plain, worse[number % len(worse)]] if source.noisy else [plain]
            for noise in prints:
                text = replace(article, text=noise(article.text))
                found = find(scene(parser, text, tagger), ranker)
                own = tuple(answers(found, gold))
                made.append(AnsweredArticle(gold.id, gold.genre, own, source, noise is not plain))
        return cls(made)

    def rows(self, but: int | None = None) -> Iterator[Row]:
        """The rows about quotations and speakers; `but` is a fold that is left out."""
        for article, fold in zip(self.articles, self.folds, strict=True):
            if fold != but:
                yield from article.rows()

    @property
    def folds(self) -> tuple[int, ...]:
        """The fold of each article; all prints of one are in the same."""
        numbers: dict[str, int] = {}
        return tuple(numbers.setdefault(a.id, len(numbers)) % FOLDS for a in self.articles)

    def cross_fitted(self, at: str | None = None) -> CrossFitted:
        """How sure each answer is by models that were fitted without its article, for articles
        that nobody knows, or `at` the level of a known set."""
        models = {
            fold: Calibration.from_json(calibration.fit(self.rows(but=fold), at))
            for fold in sorted(set(self.folds))
        }
        return self.estimated(models.__getitem__)

    def estimated(self, model: Callable[[int], Calibration]) -> CrossFitted:
        """How sure each answer is by the model for the fold of its article."""
        return CrossFitted(
            self,
            [
                tuple(estimate(model(fold), answer.case) for answer in article.answers)
                for article, fold in zip(self.articles, self.folds, strict=True)
            ],
        )


@dataclass(frozen=True, slots=True)
class CrossFitted:
    """Answered articles, and how sure their answers are by models that have not seen them."""

    answered: Answered
    sure: Sequence[Sequence[Confidence]]

    def chain_rows(self, but: int | None = None) -> Iterator[Row]:
        """The rows about chains; `but` is a fold that is left out."""
        for article, fold, sure in self._each():
            if fold != but:
                yield from article.chain_rows(sure)

    def quotations(self) -> list[Judgement]:
        """Every quotation, how sure it is, and whether words and speaker are right."""
        return [
            _judgement(article, answer.case.statement.type.value, own.joint, right=answer.right)
            for article, _, sure in self._each()
            for answer, own in zip(article.answers, sure, strict=True)
            if not article.noisy
        ]

    def chains(self) -> list[Judgement]:
        """The same of the chains, by models that were fitted without their article."""
        models = {
            fold: Calibration.from_json(calibration.fit(self.chain_rows(but=fold)))
            for fold in sorted(set(self.answered.folds))
        }
        return self.chains_by(models.__getitem__)

    def chains_by(self, model: Callable[[int], Calibration]) -> list[Judgement]:
        """The same by the model for the fold of their article."""
        return [
            _judgement(
                article,
                "chain",
                estimate_chain(model(fold), own, answer.chain),
                right=answer.chain_right,
            )
            for article, fold, sure in self._each()
            for answer, own in zip(article.answers, sure, strict=True)
            if answer.chain is not None and not article.noisy
        ]

    def _each(self) -> Iterator[tuple[AnsweredArticle, int, Sequence[Confidence]]]:
        return zip(self.answered.articles, self.answered.folds, self.sure, strict=True)


def _judgement(article: AnsweredArticle, kind: str, sure: float, *, right: bool) -> Judgement:
    of = article.source
    return Judgement(article.id, article.genre, kind, sure, right, of.name, of.known)
