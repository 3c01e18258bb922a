"""Bodies that sit and hear: *The court heard that …*, *…, an inquest was told*.

What a court hears, somebody has told it: the court is no source, but who is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import FINITE, VERBAL, Token
from onrecord.lexicon.cues import CueLexicon
from onrecord.tagging.clauses import pieces_of
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, Report, TextSpan

HEARS = "hear"
_HEARD = "heard"
_LONGEST_BODY = 6
"""Words from the comma to *heard*: *, an inquest in Leeds heard*."""
_LONGEST_TIME = 4


def sits(noun: Token, lexicon: CueLexicon) -> bool:
    """Whether a noun names a body that hears people, or its members."""
    return not lexicon.sitting.isdisjoint({noun.lemma.lower(), noun.lower})


def hearer(scope: Scope, verb: Token, source: Token | None, lexicon: CueLexicon) -> Token | None:
    """The body that a cue says heard something, None where it reports otherwise.

    Args:
        scope: the article.
        verb: the cue.
        source: head of its source by the grammar.
        lexicon: the cue lexicon.
    """
    if verb.lemma != HEARS or source is None or not sits(source, lexicon):
        return None
    children = list(scope.document.children(verb))
    listens = any(c.dep == "dobj" and c.pos == "NOUN" for c in children)
    return None if listens else source


def told_by(scope: Scope, verb: Token) -> Token | None:
    """*The panel heard from an engineer that …*: who told it."""
    for child in scope.document.children(verb):
        if child.dep == "prep" and child.lower == "from":
            return object_of(scope, child)
    return None


def heard(scope: Scope, lexicon: CueLexicon) -> Iterator[Report]:
    """*…, an inquest heard*: tags whose verb the parser takes for a noun or a participle."""
    for cue in scope.document.tokens:
        if cue.lower != _HEARD or (cue.pos in VERBAL and cue.dep != "acl"):
            continue
        sentence = scope.document.sentence_of(cue)
        begin = max(sentence.first, cue.index - _LONGEST_BODY)
        before = scope.document.tokens[begin : cue.index]
        comma = next((t for t in reversed(before) if t.text == ","), None)
        rest = scope.document.tokens[cue.index + 1 : sentence.last]
        if comma is None or len(rest) > _LONGEST_TIME or not before[-1].text.isalpha():
            continue
        said = scope.document.tokens[sentence.first : comma.index]
        told = scope.document.tokens[comma.index + 1 : cue.index]
        if not any(sits(t, lexicon) for t in told) or not any(t.tag in FINITE for t in said):
            continue
        if any(t.tag in FINITE for t in told) or not all(scope.same(t, cue) for t in said):
            continue
        yield Report(
            construction=Construction.TAG,
            cue=cue.span,
            lemma="tell",
            source=None,
            content=pieces_of(scope, [t.index for t in said]),
            reach=scope.document.span_of(sentence.first, sentence.last),
            addressee=TextSpan(told[0].start, told[-1].end),
            evidence=f"the verb “{cue.text}”",
        )
