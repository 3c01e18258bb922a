"""The path of the data, on one page: an article in, an Extraction out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord import attribution, mentions, quotations, speakers, tagging
from onrecord.answer import Composer, sources, uttered
from onrecord.deadline import NEVER, Deadline
from onrecord.document.article import check
from onrecord.explanation import Explainer
from onrecord.types import Article, Extraction

if TYPE_CHECKING:
    from onrecord.confidence import Calibration
    from onrecord.document.parse import Parser
    from onrecord.tagging.learned.model import LearnedTagger


class Pipeline:
    """Finds quotations, reported statements and attribution chains with their speakers.

    One instance serves any number of threads. Make one with `onrecord.load_pipeline()`.
    """

    def __init__(
        self,
        parser: Parser,
        tagger: LearnedTagger,
        ranker: attribution.Ranker,
        calibration: Calibration,
        model: str,
        longest: int | None = None,
        names_by_tagger: bool = False,
    ) -> None:
        """Put the stages together.

        Args:
            parser: reads articles.
            tagger: finds source, cue and content spans.
            ranker: weighs the candidates of each quoted string.
            calibration: turns raw scores into probabilities; fitted with this ranker.
            model: names the models in use, for the answer.
            longest: most characters that an article may have; None for no limit.
            names_by_tagger: whether the names are those of the tagger, not of the parser.
        """
        self._parser = parser
        self._tagger = tagger
        self._ranker = ranker
        self._calibration = calibration
        self._longest = longest
        self._names_by_tagger = names_by_tagger
        self.model = model

    def extract(
        self, article: Article | str, deadline: Deadline = NEVER, *, explain: bool = False
    ) -> Extraction:
        """Everything found in one article; all offsets are code points into its text.

        Args:
            deadline: when to give up; looked at between stages, and between the pieces of an
                article that the parser and the tagger read one after another.
            explain: whether each quotation is to tell why it is so.

        Raises:
            InvalidArticle: where the text is empty, too long or no text, with the field at fault.
            OutOfTime: where the deadline came first.
        """
        if isinstance(article, str):
            article = Article(article)
        check(article, self._longest)
        document = self._parser.parse(article, deadline)
        strings = quotations.find(document.text, document.paragraphs)
        deadline.check()
        tagged = self._tagger.tag(document.text, document.paragraphs, strings, deadline)
        if self._names_by_tagger:
            document = document.named(tagged.names, self._tagger.names(article.title))
        relations = tagging.with_subjects(document, tagged.relations)
        reports = tagging.tag(document, strings, relations)
        deadline.check()
        scene = attribution.Scene(document, strings, reports, relations, tagged.heard)
        decisions = attribution.decide(self._ranker, attribution.candidates(scene))
        deadline.check()
        statements = attribution.assemble(scene, decisions)
        deadline.check()
        chains = attribution.chains(scene, statements)
        cited = sources(statements, chains)
        deadline.check()
        said = uttered(statements)
        who = speakers.resolve(document, mentions.find(document), cited, scene.outermost, said)
        explainer = None
        if explain:
            explainer = Explainer(scene, decisions, statements, who, self._calibration)
        answer = Composer(scene, statements, chains, who, self._calibration, explainer)
        unread = quotations.left_alone(document.text, document.paragraphs)
        return answer.extraction(article.language, self.model, unread)

    def extract_many(self, articles: Iterable[Article | str]) -> Iterator[Extraction]:
        """One extraction an article, lazily and in the same order."""
        return map(self.extract, articles)
