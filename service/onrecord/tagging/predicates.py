"""The verb of a sentence behind a clause about its subject: *A man who fled | was held*."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.document.tree import ADNOMINAL, FINITE, SUBJECTS, Token
from onrecord.tagging.scope import Scope

PAUSES = frozenset({",", "—", "–", "--"})
"""Marks that set a description off."""
FARTHEST = 60
"""Words to the verb of the sentence."""
_STOPS = frozenset({";", ":"})
_MOST_ADVERBS = 3
_NOMINATIVE = frozenset({"i", "he", "she", "we", "they"})
_EITHER = frozenset({"it", "you"})
"""Pronouns with one form for the subject and the object."""
_ASKS = frozenset({"WDT", "WP", "WRB", "WP$"})
_PARTICIPLES = frozenset({"VBG", "VBN"})


def predicate(scope: Scope, begin: int, *, set_off: bool) -> Token | None:
    """The first finite verb that no clause within the description has for itself.

    Args:
        scope: the article.
        begin: the position behind the first verb of the description.
        set_off: whether a pause opens the description; then the verb follows the one that closes
            it. Without, no pause stands before the verb.

    Returns:
        The verb or its auxiliary, None where none is found.
    """
    tokens = scope.document.tokens
    voice = tokens[begin - 1]
    rest = tokens[begin : min(begin + FARTHEST, scope.document.sentence_of(voice).last)]
    owed = False
    for number, token in enumerate(rest):
        if not scope.same(token, voice):
            continue
        if token.text in _STOPS or (token.text in PAUSES and not set_off):
            return None
        behind = _but_adverbs(rest[number + 1 : number + 1 + _MOST_ADVERBS])
        if token.text in PAUSES and behind is not None and behind.tag in FINITE | {"VBN"}:
            return behind
        if _opens_clause(token, behind):
            owed = True
        elif token.tag in FINITE and token.dep not in ADNOMINAL | {"amod"} and not set_off:
            if not owed:
                return token
            owed = False
    return None


def _but_adverbs(tokens: Sequence[Token]) -> Token | None:
    return next((t for t in tokens if t.pos != "ADV"), None)


def _opens_clause(token: Token, behind: Token | None) -> bool:
    """Whether a finite verb is still to come for a clause: *because*, *who*, *he*, *and | fled*."""
    if token.pos == "CCONJ":
        return behind is not None and behind.tag in FINITE
    if token.lower in _NOMINATIVE or (token.lower in _EITHER and token.dep in SUBJECTS):
        return True
    if token.dep == "mark" and behind is not None and behind.tag in _PARTICIPLES:
        return False
    return token.tag in _ASKS or token.dep == "mark"


def end_of_clause(scope: Scope, begin: int) -> int:
    """Where a clause ends that no verb of the sentence closes: at a pause, or its sentence."""
    voice = scope.document.tokens[begin]
    last = min(begin + FARTHEST, scope.document.sentence_of(voice).last)
    behind = scope.document.tokens[begin:last]
    ends = PAUSES | _STOPS
    return next((t.index for t in behind if t.text in ends and scope.same(t, voice)), last)
