"""What is asked for in a clause: *called for the minister to resign*, *argued for raising fees*."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import Token
from onrecord.lexicon.cues import CueLexicon
from onrecord.lexicon.people import is_utterer
from onrecord.tagging.cues import Cue
from onrecord.tagging.scope import Scope

DEMANDS = frozenset({"call", "appeal", "ask", "plead", "beg", "argue", "press"})
"""Verbs behind which "for" brings in what somebody wants done."""
_REDUCED = frozenset({"acl", "relcl", "amod"})
_MOST_BETWEEN = 2
"""Words between such a verb and its "for": *called again for*, *called on Monday for* has more."""


def asked_for(scope: Scope, cue: Cue, lexicon: CueLexicon) -> Iterator[Token]:
    """The head of the clause behind *called for*, "for" included.

    A bare noun is none (*called for a boycott*), nor is what a clause only tells of somebody
    (*protesters calling for him to go*), or what a thing makes needful (*the crisis calls for …*).
    """
    if cue.verb.lemma not in DEMANDS or cue.verb.dep in _REDUCED:
        return
    if not _has_a_speaker(scope, cue.verb, lexicon):
        return
    for child in scope.document.children(cue.inner):
        if child.index < cue.inner.index:
            continue
        opening = scope.document.tokens[scope.document.subtree(child)[0]]
        near = 0 < opening.index - cue.last.index <= 1 + _MOST_BETWEEN
        if opening.lower != "for" or not near:
            continue
        if _is_to_be_done(scope, child, opening) or _is_doing(scope, child):
            yield child


def _is_to_be_done(scope: Scope, clause: Token, opening: Token) -> bool:
    """*for the minister to resign*."""
    below = list(scope.document.children(clause))
    to = any(c.tag == "TO" for c in below)
    return to and opening.dep == "mark" and any(c.dep in {"nsubj", "nsubjpass"} for c in below)


def _is_doing(scope: Scope, preposition: Token) -> bool:
    """*for capping rents*."""
    below = scope.document.children(preposition)
    return preposition.dep == "prep" and any(c.dep == "pcomp" and c.tag == "VBG" for c in below)


def _has_a_speaker(scope: Scope, verb: Token, lexicon: CueLexicon) -> bool:
    """Whether the subject, if there is one, can ask for something: no crisis, and no plan."""
    subject = next((c for c in scope.document.children(verb) if c.dep == "nsubj"), None)
    if subject is None or subject.pos != "NOUN":
        return subject is None or subject.pos in {"PROPN", "PRON"}
    return is_utterer(subject.lemma) and subject.lemma not in lexicon.document
