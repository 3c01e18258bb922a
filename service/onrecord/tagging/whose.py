"""Whose the words are by a noun for them: *“No,” was all she said*, *“No” was her only comment*."""

from __future__ import annotations

from onrecord.document.tree import Token
from onrecord.lexicon import cues
from onrecord.tagging.scope import Scope

_BOUND = frozenset({"relcl", "acl", "ccomp"})
_NAMES_WORDS = frozenset({"attr", "nsubj"})
_SUBJECTS = frozenset({"nsubj"})


def whose_words(scope: Scope, verb: Token) -> Token | None:
    """Who said what the noun behind a copula sums up, None where there is none.

    Args:
        scope: the article.
        verb: a verb that stands behind quoted words.
    """
    if verb.lemma != "be" or not _is_behind_words(scope, verb):
        return None
    for noun in scope.document.children(verb):
        if noun.dep not in _NAMES_WORDS or noun.index < verb.index or not scope.same(noun, verb):
            continue
        below = list(scope.document.children(noun))
        if noun.lower == "all":
            said = next((c for c in below if c.dep in _BOUND and c.lemma in cues.load().tag), None)
            subjects = scope.document.children(said) if said is not None else ()
            return next((c for c in subjects if c.dep in _SUBJECTS and c.tag[0] != "W"), None)
        if noun.lemma in cues.load().utterances:
            return next((c for c in below if c.dep == "poss"), None)
    return None


def _is_behind_words(scope: Scope, verb: Token) -> bool:
    """Whether only marks stand between quoted words and the verb."""
    for index in range(verb.index - 1, max(verb.index - 4, -1), -1):
        if scope.levels[index] > scope.level(verb):
            return True
        if scope.document.tokens[index].pos != "PUNCT":
            return False
    return False
