"""Scenes by hand: a document in the notation of `tests.build`, its strings, and given reports."""

from __future__ import annotations

from onrecord import quotations
from onrecord.attribution import Scene
from onrecord.document.tree import Document
from onrecord.types import Construction, QuotedString, RelationKind, Report, TextSpan
from tests.build import document, span


def report(
    built: Document,
    cue: str | None,
    source: str | None,
    *content: str,
    lemma: str = "say",
    construction: Construction = Construction.CLAUSE,
    kind: RelationKind = RelationKind.SPEECH,
    addressee: str | None = None,
    medium: str | None = None,
    hypothetical: bool = False,
    occurrence: int = 1,
) -> Report:
    """A report in the sentence of its cue, else of its source."""
    place = span(built, cue or source or "", occurrence)
    sentence = built.sentence_of(built.tokens_in(place)[0])
    return Report(
        construction=construction,
        cue=place if cue else None,
        lemma=lemma,
        source=span(built, source) if source else None,
        content=tuple(span(built, words) for words in content),
        reach=built.span_of(sentence.first, sentence.last),
        kind=kind,
        addressee=span(built, addressee) if addressee else None,
        medium=span(built, medium) if medium else None,
        hypothetical=hypothetical,
    )


def label(built: Document, source: str, string: QuotedString, *, behind: bool) -> Report:
    """The label of a string, as the tagging stage gives it."""
    place = span(built, source)
    edges = (string.outer.end, place.end) if behind else (place.start, string.outer.end)
    return Report(Construction.LABEL, None, "", place, (), TextSpan(*edges))


def strings(built: Document) -> tuple[QuotedString, ...]:
    """The quoted strings of a document."""
    return quotations.find(built.text, built.paragraphs)


def scene(built: Document, *reports: Report) -> Scene:
    """A scene of a document with its strings and the given reports."""
    return Scene(built, strings(built), tuple(sorted(reports, key=lambda r: r.cue or r.reach)))


__all__ = ["document", "label", "report", "scene", "span", "strings"]
