"""*accused the firm of hiding it*: whom somebody accuses, and of what deed."""

from __future__ import annotations

from onrecord.document.tree import Token
from onrecord.tagging.cues import Cue
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.scope import Scope
from onrecord.types import TextSpan

_ACCUSES = "accuse"
_DEED = frozenset({"pcomp", "pobj"})


def deed(scope: Scope, cue: Cue) -> Token | None:
    """The "of" before what somebody is accused of doing, None where it is a bare noun.

    Nor where words stand in quotation marks: then these tell what the words are.
    """
    accused = _accused(scope, cue)
    if accused is None:
        return None
    beside = (*scope.document.children(accused), *scope.document.children(cue.verb))
    for of in beside:
        done = [c for c in scope.document.children(of) if c.dep in _DEED and of.lower == "of"]
        gerund = any(
            c.tag == "VBG" or any(a.tag == "VBG" for a in scope.document.children(c)) for c in done
        )
        first, last = scope.document.subtree(of)
        voices = set(scope.levels[accused.index : last])
        if gerund and first > accused.index and voices == {scope.level(cue.verb)}:
            return of
    return None


def with_accused(scope: Scope, cue: Cue, root: Token) -> TextSpan | None:
    """Whom the deed is laid to: part of the words."""
    accused = _accused(scope, cue)
    return mention_span(scope, accused) if accused is not None and root.lower == "of" else None


def _accused(scope: Scope, cue: Cue) -> Token | None:
    if cue.verb.lemma != _ACCUSES:
        return None
    objects = (c for c in scope.document.children(cue.verb) if c.dep == "dobj")
    return next((c for c in objects if c.index > cue.verb.index), None)
