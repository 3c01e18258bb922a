"""*rejected suggestions that it had lied*: a claim that somebody denies, and whose it is untold."""

from __future__ import annotations

from onrecord.document.tree import ADNOMINAL, RELATIVE_TAGS, SUBJECTS, Token
from onrecord.lexicon import cues
from onrecord.tagging.clauses import has_that
from onrecord.tagging.scope import Scope

_REBUTS = frozenset(
    {"deny", "reject", "dismiss", "dispute", "refute", "rebut", "ridicule", "rubbish"}
)
_HEARSAY = frozenset({"rumour", "rumor", "speculation", "talk", "gossip"})
_BY = frozenset({"from", "by", "of", "in"})
_CLAUSES = ADNOMINAL | {"ccomp"}


def rebutted(scope: Scope, verb: Token) -> Token | None:
    """The head of the clause that is denied, None where a bare noun is, or the claim has an owner.

    Of *rejected her claim that it had lied* the words are hers.
    """
    document = scope.document
    if verb.lemma not in _REBUTS:
        return None
    claims = cues.load().nominal | _HEARSAY
    for noun in document.children(verb):
        if noun.dep != "dobj" or noun.lemma not in claims or not scope.same(noun, verb):
            continue
        below = list(document.children(noun))
        if any(c.dep == "poss" or (c.dep == "prep" and c.lower in _BY) for c in below):
            return None
        clauses = (c for c in below if c.dep in _CLAUSES and c.index > noun.index)
        return next((c for c in clauses if _is_told(scope, c)), None)
    return None


def _is_told(scope: Scope, clause: Token) -> bool:
    """*suggestions that it had lied*, *suggestions it had lied*; not *reports that it had sent*."""
    subjects = [c for c in scope.document.children(clause) if c.dep in SUBJECTS]
    whole = has_that(scope, clause) or not any(
        c.tag in RELATIVE_TAGS for c in scope.document.children(clause)
    )
    return whole and any(c.tag not in RELATIVE_TAGS for c in subjects)
