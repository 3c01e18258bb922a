"""Articles as the attribution stage looks at them, made with the stages before it."""

from __future__ import annotations

from onrecord import quotations, tagging
from onrecord.attribution import Scene
from onrecord.document.parse import Parser
from onrecord.tagging.learned.model import LearnedTagger
from onrecord.types import Article


def scene(parser: Parser, article: Article, tagger: LearnedTagger | None = None) -> Scene:
    """Document, quoted strings, relations of the tagger if there is one, and reports."""
    document = parser.parse(article)
    strings = quotations.find(document.text, document.paragraphs)
    tagged = tagger.tag(document.text, document.paragraphs, strings) if tagger else ()
    return Scene(document, strings, tagging.tag(document, strings, tagged), tagged)
