"""Articles as the stages see them, and what they find in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord import attribution, mentions, quotations, speakers, tagging
from onrecord.answer import hops_by_statement, sources, uttered
from onrecord.attribution import Ranker, Scene
from onrecord.confidence import Case, Circumstances
from onrecord.document.parse import Parser
from onrecord.tagging.learned.model import LearnedTagger
from onrecord.types import Article, Hop, Statement
from onrecord.voices import voices


def scene(parser: Parser, article: Article, tagger: LearnedTagger | None = None) -> Scene:
    """Document, quoted strings, relations of the tagger if there is one, and reports."""
    document = parser.parse(article)
    strings = quotations.find(document.text, document.paragraphs)
    if tagger is None:
        return Scene(document, strings, tagging.tag(document, strings))
    tagged = tagger.tag(document.text, document.paragraphs, strings)
    relations = tagging.with_subjects(document, tagged.relations)
    reports = tagging.tag(document, strings, relations)
    return Scene(document, strings, reports, relations, tagged.heard)


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to an article before its confidence is known.

    Attributes:
        scene: the article.
        statements: what was found in it.
        names: of the speaker of each, None where it has none.
        cases: what tells how sure each is.
        hops: of those that have a chain, by position.
    """

    scene: Scene
    statements: Sequence[Statement]
    names: Sequence[str | None]
    cases: Sequence[Case]
    hops: dict[int, tuple[Hop, ...]]


def find(seen: Scene, ranker: Ranker) -> Found:
    """What the stages behind the scene make of it."""
    decisions = attribution.decide(ranker, attribution.candidates(seen))
    statements = attribution.assemble(seen, decisions)
    chains = attribution.chains(seen, statements)
    cited = sources(statements, chains)
    found, said = mentions.find(seen.document), uttered(statements)
    who = speakers.resolve(seen.document, found, cited, seen.outermost, said)
    circumstances = Circumstances(
        seen.document, seen.tagged, statements, who, seen.strings, seen.reports
    )
    return Found(
        scene=seen,
        statements=statements,
        names=[v.speaker.name if v.speaker else None for v in voices(statements, who)],
        cases=[circumstances.case(number) for number in range(len(statements))],
        hops=hops_by_statement(statements, chains, who),
    )
