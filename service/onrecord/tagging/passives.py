"""Passives with the statement around them: *Vane is said to have left*, *was found by … to have*.

The subject and the infinitive are what is said. Of what is found, ruled and laid to somebody only
those passives count that name who does so: the others tell what is so.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import Token
from onrecord.tagging import sources
from onrecord.tagging.clauses import clause_pieces
from onrecord.tagging.cues import Cue
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.scope import Scope
from onrecord.types import TextSpan

_SAID_TO = frozenset({"say", "report", "allege", "rumour", "rumor", "claim", "understand"})
_FOUND_TO = frozenset({"find", "rule", "hold", "judge", "deem", "declare", "believe", "adjudge"})
_ACCUSED_OF = "accuse"
_BELOW = frozenset({"xcomp", "advcl", "acl", "relcl", "ccomp"})


def said_of(scope: Scope, cue: Cue) -> tuple[TextSpan, ...]:
    """What a passive says of its subject, the subject first; nothing of other cues."""
    verb = cue.verb
    if not sources.is_passive(scope, verb):
        return ()
    children = list(scope.document.children(verb))
    subject = next((c for c in children if c.dep == "nsubjpass"), None)
    if subject is None or not scope.same(subject, verb):
        return ()
    agent = sources.find(scope, verb)
    root = None
    if verb.lemma in _SAID_TO or (agent is not None and verb.lemma in _FOUND_TO):
        root = next((c for c in _beneath(scope, verb, agent) if _is_infinitive(scope, c)), None)
    elif agent is not None and verb.lemma == _ACCUSED_OF:
        root = next((c for c in _beneath(scope, verb, agent) if _is_deed(scope, c)), None)
    if root is None:
        return ()
    return (mention_span(scope, subject), *clause_pieces(scope, root, ()))


def _beneath(scope: Scope, verb: Token, agent: Token | None) -> Iterator[Token]:
    """What hangs on a verb and, as the parser may have it, on who does it."""
    for top in (verb, agent) if agent is not None else (verb,):
        yield from (c for c in scope.document.children(top) if c.index > top.index)


def _is_infinitive(scope: Scope, clause: Token) -> bool:
    below = scope.document.children(clause)
    return clause.dep in _BELOW and any(c.dep == "aux" and c.lower == "to" for c in below)


def _is_deed(scope: Scope, preposition: Token) -> bool:
    """*of stealing boats*, *of having lied*, in the article's words."""
    first, last = scope.document.subtree(preposition)
    plain = all(level == scope.level(preposition) for level in scope.levels[first:last])
    below = (c for c in scope.document.children(preposition) if c.dep == "pcomp")
    return preposition.lower == "of" and plain and any(c.pos in {"VERB", "AUX"} for c in below)
