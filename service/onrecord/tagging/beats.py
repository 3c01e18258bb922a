"""What somebody does before quoted words without any tag: *Vine shook his head. “It creaks.”*

A sentence about one person right before the words of a paragraph says who speaks (the "action
beat" of fiction and features), where nothing else does.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import Token
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.lexicon.people import is_utterer
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.scope import OUTSIDE, Scope
from onrecord.types import Construction, QuotedString, Report, TextSpan

_FINITE = frozenset({"VBD", "VBZ"})
_PERSONS = frozenset({"he", "she"})
_SPEAKS = frozenset({CueClass.SAY, CueClass.TELL, CueClass.ASK, CueClass.DENY, CueClass.COMMIT})
_LONGEST = 12
"""Words of such a sentence."""


def beats(scope: Scope, lexicon: CueLexicon) -> Iterator[Report]:
    """A report without a cue for every paragraph of one such sentence and quoted words."""
    document = scope.document
    for number, string in enumerate(scope.strings):
        if string.depth or not _fills_the_rest(scope, number):
            continue
        paragraph = document.paragraphs[document.paragraph_at(string.outer.start)]
        if not document.text[: string.outer.start].rstrip().endswith("."):
            continue
        before = [
            t
            for t in document.tokens_in(TextSpan(paragraph.start, string.outer.start))
            if t.end <= string.outer.start
        ]
        subject = _actor(scope, before, lexicon)
        if subject is not None:
            yield _report(string, mention_span(scope, subject), paragraph.start)


def _fills_the_rest(scope: Scope, number: int) -> bool:
    """Whether the string is the only one of its paragraph, closes it, and is a sentence."""
    string, document = scope.strings[number], scope.document
    paragraph = document.paragraphs[document.paragraph_at(string.outer.start)]
    lead = document.text[paragraph.start : string.outer.start]
    if not lead.strip() or document.text[string.outer.end : paragraph.end].strip():
        return False
    before = scope.strings[number - 1] if number else None
    alone = before is None or before.outer.end <= paragraph.start
    return alone and string.parts[-1].of(document.text).rstrip()[-1:] in {".", "?", "!", "…"}


def _actor(scope: Scope, before: list[Token], lexicon: CueLexicon) -> Token | None:
    """The subject of the one sentence before the words, if it is a person who reports nothing."""
    words = [t for t in before if any(map(str.isalnum, t.text))]
    if not words or len(words) > _LONGEST or words[0].sentence != words[-1].sentence:
        return None
    if any(scope.level(t) != OUTSIDE or lexicon.classes(t.lemma) & _SPEAKS for t in words):
        return None
    for token in words:
        root = scope.document.head(token)
        if token.dep == "nsubj" and root.dep == "ROOT" and root.tag in _FINITE:
            person = token.pos == "PROPN" or token.lower in _PERSONS or is_utterer(token.lemma)
            return token if person else None
    return None


def _report(string: QuotedString, source: TextSpan, start: int) -> Report:
    return Report(
        construction=Construction.LABEL,
        cue=None,
        lemma="",
        source=source,
        content=(),
        reach=TextSpan(start, string.outer.end),
        evidence="the action before the words",
    )
