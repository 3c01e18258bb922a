"""Statements parted from their verb: *What she said was that …*, *All he would say was that …*."""

from __future__ import annotations

from onrecord.document.tree import Token
from onrecord.lexicon.cues import SAYS_OR_TELLS
from onrecord.tagging.clauses import has_that
from onrecord.tagging.cues import Cue
from onrecord.tagging.scope import Scope

_ALL = frozenset({"all", "thing"})


def parted(scope: Scope, cue: Cue) -> Token | None:
    """The that-clause that *was* makes the object of the cue before it, None where there is none.

    Not of *What she said was false*.
    """
    if not cue.classes & SAYS_OR_TELLS:
        return None
    copula = _copula(scope, cue.verb)
    if copula is None or copula.lemma != "be" or copula.index < cue.last.index:
        return None
    clauses = (c for c in scope.document.children(copula) if c.dep == "ccomp")
    return next((c for c in clauses if c.index > copula.index and has_that(scope, c)), None)


def _copula(scope: Scope, verb: Token) -> Token | None:
    """The verb whose subject is *what she said*, *all he would say*, *the one thing he said*."""
    document = scope.document
    above = document.head(verb)
    if verb.dep == "csubj":
        asked = (c for c in document.children(verb) if c.dep == "dobj")
        return above if any(c.lower == "what" for c in asked) else None
    if verb.dep == "relcl" and above.lemma in _ALL and above.dep == "nsubj":
        return document.head(above)
    return None
