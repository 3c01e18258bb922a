"""What is asked for in a clause: *called for the minister to resign*, *argued for raising fees*."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import ADNOMINAL, SUBJECTS, Token
from onrecord.lexicon.grammar import PROMISES
from onrecord.lexicon.people import is_utterer
from onrecord.tagging.cues import Cue, is_main
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.scope import Scope
from onrecord.types import TextSpan

DEMANDS = frozenset({"call", "appeal", "ask", "plead", "beg", "argue", "press"})
"""Verbs behind which "for" brings in what somebody wants done."""
_PRESCRIBES = frozenset(
    {"plan", "proposal", "bill", "law", "rule", "order", "contract", "policy", "protocol", "budget",
     "schedule", "agenda", "timetable", "blueprint", "guideline", "regulation", "statute", "treaty",
     "charter", "constitution", "lease", "licence", "license", "permit", "specification",
     "programme", "program", "model", "script", "will", "curriculum", "clause", "provision"}
)  # fmt: skip
"""Documents of which one says that they call for what they provide for."""
_NOT_TO_ACT = PROMISES | {"offer", "tell", "challenge"}
"""One promises for oneself, and who is told to do something is who is told."""
_HEARD = frozenset({"to", "with"})
"""*appealed to them, pleaded with them | to stay*: who only hears it."""
_REDUCED = ADNOMINAL | {"amod"}
_MOST_BETWEEN = 2
"""Words between such a verb and its "for": *called again for*, *called on Monday for* has more."""


def asked_for(scope: Scope, cue: Cue) -> Iterator[Token]:
    """The head of the clause behind *called for*, "for" included.

    A bare noun is none (*called for a boycott*), nor is what a clause only tells of somebody
    (*protesters calling for him to go*), or what a thing makes needful (*the crisis calls for …*).
    """
    reduced = cue.verb.dep in _REDUCED and not is_main(scope, cue.verb)
    if cue.verb.lemma not in DEMANDS or reduced:
        return
    if not _has_a_speaker(scope, cue.verb):
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
            continue
        act = _act_of(scope, cue, child)
        if act is not None:
            yield from (child, act)


def _is_to_be_done(scope: Scope, clause: Token, opening: Token) -> bool:
    """*for the minister to resign*."""
    below = list(scope.document.children(clause))
    to = any(c.tag == "TO" for c in below)
    return to and opening.dep == "mark" and any(c.dep in SUBJECTS for c in below)


def _is_doing(scope: Scope, preposition: Token) -> bool:
    """*for capping rents*."""
    below = scope.document.children(preposition)
    return preposition.dep == "prep" and any(c.dep == "pcomp" and c.tag == "VBG" for c in below)


def _act_of(scope: Scope, cue: Cue, preposition: Token) -> Token | None:
    """*for witnesses | to come forward*: what somebody is to do, where it hangs on the cue."""
    document = scope.document
    noun = next((c for c in document.children(preposition) if c.dep == "pobj"), None)
    if noun is None or (noun.pos == "NOUN" and not is_utterer(noun.lemma)):
        return None
    behind = document.subtree(preposition)[1]
    acts = (c for c in document.children(cue.inner) if c.dep in {"advcl", "xcomp"})
    to_act = (c for c in acts if c.tag == "VB" and document.subtree(c)[0] == behind)
    return next((c for c in to_act if document.tokens[behind].tag == "TO"), None)


def _has_a_speaker(scope: Scope, verb: Token) -> bool:
    """Whether the subject, if there is one, can ask for something: no crisis, and no plan."""
    subject = scope.document.subject(verb)
    subject = scope.document.head(verb) if is_main(scope, verb) else subject
    if subject is None or subject.pos != "NOUN":
        return subject is None or subject.pos in {"PROPN", "PRON"}
    return is_utterer(subject.lemma) and subject.lemma not in _PRESCRIBES


def who_is_to(scope: Scope, cue: Cue, told: Token | None, root: Token) -> TextSpan | None:
    """*Urged | ministers to resign*, *ordered | the dam to be shut*: whom or what it is about."""
    told = told or _to_be_done(scope, cue, root)
    if told is None or cue.inner.lemma in _NOT_TO_ACT:
        return None
    if not cue.last.index < told.index < root.index:
        return None
    between = scope.document.tokens[cue.last.index + 1 : root.index]
    infinitive = any(t.lower == "to" and t.head == root.index for t in between)
    heard = between[0].lower in _HEARD
    return mention_span(scope, told) if infinitive and not heard else None


def _to_be_done(scope: Scope, cue: Cue, root: Token) -> Token | None:
    """*ordered the dam to be shut*: the dam, which nobody tells anything."""
    below = list(scope.document.children(root))
    if not {"aux", "auxpass"} <= {c.dep for c in below}:
        return None
    return next((c for c in scope.document.children(cue.inner) if c.dep == "dobj"), None)
