"""What hangs on a cue's own clause: *went on the radio and said*, not what another one holds."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import SUBJECTS, Token
from onrecord.tagging.scope import Scope

_SAME_CLAUSE = frozenset({"xcomp", "advcl", "pcomp", "prep", "conj"})
_HIGHEST = 4
_PERSONS = frozenset({"he", "she", "they", "i", "we"})


def parts(scope: Scope, verb: Token) -> Iterator[tuple[Token, Token]]:
    """The verb, and the verbs that it shares its clause with, each with what hangs on it.

    What another subject does is another clause: *fired on a call, and the minister said*. Where
    a pronoun may take its subject up, what opens that clause holds for both: *On the call Holm
    wept, but she said*.
    """
    clause, opens = verb, False
    for _ in range(_HIGHEST):
        for child in scope.document.children(clause):
            if scope.same(child, verb) and not (opens and child.index > clause.index):
                yield clause, child
        own = _own_subjects(scope, clause)
        if clause.dep not in _SAME_CLAUSE or not own <= _PERSONS:
            return
        opens = opens or (clause.dep == "conj" and bool(own))
        clause = scope.document.head(clause)


def _own_subjects(scope: Scope, clause: Token) -> set[str]:
    """The subjects of a clause, but for a relative (*and who said*)."""
    children = scope.document.children(clause)
    return {c.lower for c in children if c.dep in SUBJECTS and c.tag[0] != "W"}
