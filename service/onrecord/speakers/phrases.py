"""By which of its words an unnamed source is called."""

from __future__ import annotations

import re

from onrecord.document.tree import Document, Token
from onrecord.speakers.sites import Site
from onrecord.types import SpeakerKind, TextSpan

_COME_BY = frozenset({"seen", "obtained", "reviewed", "viewed", "examined"})
"""*300 pages of emails | seen by this newspaper*: how an outlet came by them names them not."""
_ONE = frozenset({"one", "one of them", "another", "another of them"})
_WHAT = re.compile(r", ((?:an?) [^,;:.\n“”\"]{3,60}),")
"""What *one of them* is, between commas."""


class Phrases:
    """The words of the sources of one article."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def of(self, site: Site, span: TextSpan) -> str:
        """The source; of a document no further than its noun phrase (*a leaflet | sent to …*)."""
        end = site.mention.span.end
        document = site.mention.speaker_kind is SpeakerKind.DOCUMENT
        if document and span.start < end < span.end and not self._is_named(span, end):
            return self._words(TextSpan(span.start, end))
        behind = [t for t in self._document.tokens_in(span) if t.start >= site.mention.head.end]
        stop = next((t.start for t in behind if self._comes_by(t)), span.end)
        return self._words(TextSpan(span.start, stop))

    def _is_named(self, span: TextSpan, end: int) -> bool:
        """*A paper by the chemist | Ada Quill*: whether the noun phrase goes on in capitals."""
        return self._document.text[end : span.end].lstrip()[:1].isupper()

    def alone(self, span: TextSpan) -> str:
        """The words of a source; of *one of them, a baker from Osmark,* what he or she is."""
        words = self._words(span)
        told = _WHAT.match(self._document.text, span.end) if words.lower() in _ONE else None
        return told[1] if told else words

    def _comes_by(self, token: Token) -> bool:
        after = self._document.tokens[token.index + 1 : token.index + 2]
        return token.lower in _COME_BY and bool(after) and after[0].lower == "by"

    def _words(self, span: TextSpan) -> str:
        return " ".join(span.of(self._document.text).split())
