"""*accused the firm of hiding it*, *apologised for hiding it*: deeds behind a preposition."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.document.tree import Token
from onrecord.lexicon.people import is_utterer
from onrecord.tagging.cues import Cue
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.scope import Scope
from onrecord.types import TextSpan

_DEED = frozenset({"pcomp", "pobj"})
_OF_SOMEBODY: Mapping[str, str] = {
    "accuse": "of", "blame": "for", "warn": "against", "advise": "against",
    "caution": "against", "counsel": "against",
}  # fmt: skip
"""Verbs whose object is who did, or is not to do, what stands behind the preposition."""
_ONES_OWN: Mapping[str, str] = {
    "apologise": "for", "apologize": "for", "admit": "to", "confess": "to",
    "warn": "against", "advise": "against", "caution": "against", "counsel": "against",
}  # fmt: skip
"""Verbs that need no such object."""


def deed(scope: Scope, cue: Cue) -> Token | None:
    """The preposition before what somebody is accused of doing, None before a bare noun.

    Nor where words stand in quotation marks: then these tell what the words are.
    """
    verb = cue.verb
    accused = _accused(scope, cue)
    if accused is None and verb.lemma not in _ONES_OWN and not _is_done_by_another(scope, verb):
        return None
    brings = {_OF_SOMEBODY.get(verb.lemma), _ONES_OWN.get(verb.lemma)}
    below = scope.document.children(accused) if accused is not None else ()
    for of in (*below, *scope.document.children(verb)):
        done = [c for c in scope.document.children(of) if c.dep in _DEED and of.lower in brings]
        gerund = any(
            c.tag == "VBG" or any(a.tag == "VBG" for a in scope.document.children(c)) for c in done
        )
        first, last = scope.document.subtree(of)
        before = accused or verb
        voices = set(scope.levels[before.index : last])
        if gerund and first > before.index and voices == {scope.level(verb)}:
            return of
    return None


def with_accused(scope: Scope, cue: Cue, root: Token) -> TextSpan | None:
    """Whom the deed is laid to: part of the words."""
    accused = _accused(scope, cue)
    if accused is None or root.lower != _OF_SOMEBODY[cue.verb.lemma]:
        return None
    return mention_span(scope, accused)


def _accused(scope: Scope, cue: Cue) -> Token | None:
    """Who did it; a thing that is blamed has done nothing (*blamed the rain for closing it*)."""
    if cue.verb.lemma not in _OF_SOMEBODY:
        return None
    objects = (c for c in scope.document.children(cue.verb) if c.dep == "dobj")
    accused = next((c for c in objects if c.index > cue.verb.index), None)
    thing = accused is not None and accused.pos == "NOUN" and not is_utterer(accused.lemma)
    return None if thing and cue.verb.lemma == "blame" else accused


def _is_done_by_another(scope: Scope, verb: Token) -> bool:
    """*The firm was accused by a clerk of hiding it*: the subject has done it."""
    children = list(scope.document.children(verb))
    passive = any(c.dep == "nsubjpass" for c in children)
    return verb.lemma in _OF_SOMEBODY and passive and any(c.dep == "agent" for c in children)
