"""Articles as the attribution stage looks at them, made with the stages before it."""

from __future__ import annotations

from onrecord import quotations, tagging
from onrecord.attribution import Scene
from onrecord.document.parse import Parser
from onrecord.types import Article


def scene(parser: Parser, article: Article) -> Scene:
    """Document, quoted strings and reports of one article."""
    document = parser.parse(article)
    strings = quotations.find(document.text, document.paragraphs)
    return Scene(document, strings, tagging.tag(document, strings))
