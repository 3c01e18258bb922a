"""Bodies that sit and hear: *The court heard that …*, *…, an inquest was told*.

What a court hears, somebody has told it: the court is no source, but who is told.
"""

from __future__ import annotations

from onrecord.document.tree import Token
from onrecord.lexicon.cues import CueLexicon
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import Scope

HEARS = "hear"


def sits(noun: Token, lexicon: CueLexicon) -> bool:
    """Whether a noun names a body that hears people, or its members."""
    return noun.lemma.lower() in lexicon.sitting


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
