"""Articles as the attribution stage looks at them, made with the stages before it."""

from __future__ import annotations

from onrecord import quotations, tagging
from onrecord.attribution import Scene
from onrecord.document.parse import Parser
from onrecord.tagging.learned.model import LearnedTagger
from onrecord.types import Article


def scene(
    parser: Parser, article: Article, tagger: LearnedTagger, with_relations: bool = True
) -> Scene:
    """Document with its names, quoted strings, relations of the tagger, and reports.

    Args:
        parser, tagger: as the pipeline has them.
        article: to look at.
        with_relations: False for articles that the tagger was trained on: there it is too sure.
    """
    document = parser.parse(article)
    strings = quotations.find(document.text, document.paragraphs)
    tagged = tagger.tag(document.text, document.paragraphs, strings)
    document = document.named(tagged.names, tagger.names(article.title))
    relations = tagged.relations if with_relations else ()
    return Scene(document, strings, tagging.tag(document, strings, relations), relations)
