"""Papers of which somebody has a copy: *The memo, a copy of which the Courier has seen, says …*."""

from __future__ import annotations

from onrecord.document.tree import Token
from onrecord.tagging.phrases import closing_noun
from onrecord.tagging.scope import Scope

_SHORTEST = 7
"""Words before the verb in *A memo, a copy of which leaked, says*."""


def copied(scope: Scope, verb: Token) -> Token | None:
    """*The memo, a copy of which the Courier has seen, says …*: what it is a copy of.

    The parser takes the copy for the subject.
    """
    tokens = scope.document.tokens
    begin = scope.document.sentence_of(verb).first
    if verb.index - begin < _SHORTEST or tokens[verb.index - 1].text != ",":
        return None
    for index in range(verb.index - 2, begin + 3, -1):
        words = tuple(t.lower for t in tokens[index - 1 : index + 1])
        comma = index - 4
        if words == ("of", "which") and comma > begin and tokens[comma].text == ",":
            return closing_noun(scope, comma, begin, subject=True)
    return None
