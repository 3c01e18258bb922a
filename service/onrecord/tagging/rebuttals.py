"""*rejected suggestions that it had lied*: a claim that somebody denies, and whose it is untold.

So are *reports that it had lied were denied by the mayor*, *would not comment on reports that …*.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import ADNOMINAL, RELATIVE_TAGS, SUBJECTS, Token
from onrecord.lexicon import cues
from onrecord.tagging.clauses import has_that
from onrecord.tagging.cues import SIDESTEPS
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import Scope
from onrecord.tagging.unsaid import held_back

_REBUTS = frozenset(
    {"deny", "reject", "dismiss", "dispute", "refute", "rebut", "ridicule", "rubbish"}
)
_HEARSAY = frozenset({"rumour", "rumor", "speculation", "talk", "gossip"})
_BY = frozenset({"from", "by", "of", "in"})
_ABOUT = frozenset({"on", "about", "over"})
_CLAUSES = ADNOMINAL | {"ccomp"}


def rebutted(scope: Scope, verb: Token) -> Token | None:
    """The head of the clause that is denied, None where a bare noun is, or the claim has an owner.

    Of *rejected her claim that it had lied* the words are hers.
    """
    document = scope.document
    claims = cues.load().nominal | _HEARSAY
    for noun in _met(scope, verb):
        if noun.lemma not in claims or not scope.same(noun, verb):
            continue
        below = list(document.children(noun))
        if any(c.dep == "poss" or (c.dep == "prep" and c.lower in _BY) for c in below):
            return None
        clauses = (c for c in below if c.dep in _CLAUSES and c.index > noun.index)
        return next((c for c in clauses if _is_told(scope, c)), None)
    return None


def is_judged(scope: Scope, clause: Token) -> bool:
    """*claims that it had lied | as “nonsense”*: whether words in marks say what it is."""
    tokens = scope.document.tokens
    behind = tokens[clause.index + 1 : scope.document.sentence_of(clause).last - 1]
    level = scope.level(clause)
    return any(t.lower == "as" and max(scope.levels[t.index : t.index + 3]) > level for t in behind)


def rebutted_of(scope: Scope, noun: Token) -> Token | None:
    """The clause of a noun for a claim that somebody denies, or does not speak of; None if none."""
    above = scope.document.head(noun)
    verb = scope.document.head(above) if noun.dep == "pobj" else above
    clause = rebutted(scope, verb)
    return clause if clause is not None and clause.head == noun.index else None


def _met(scope: Scope, verb: Token) -> Iterator[Token]:
    """The nouns for what is denied, in either voice, or for what one would not speak of."""
    below = list(scope.document.children(verb))
    if verb.lemma in _REBUTS:
        by_somebody = any(c.dep == "agent" for c in below)
        met = {"dobj", "nsubjpass"} if by_somebody else {"dobj"}
        yield from (c for c in below if c.dep in met)
    elif verb.lemma in SIDESTEPS and held_back(scope, verb):
        phrases = (c for c in below if c.dep == "prep" and c.lower in _ABOUT)
        nouns = (object_of(scope, phrase) for phrase in phrases)
        yield from (c for c in below if c.dep == "dobj")
        yield from (noun for noun in nouns if noun is not None)


def _is_told(scope: Scope, clause: Token) -> bool:
    """*suggestions that it had lied*, *suggestions it had lied*; not *reports that it had sent*."""
    subjects = [c for c in scope.document.children(clause) if c.dep in SUBJECTS]
    whole = has_that(scope, clause) or not any(
        c.tag in RELATIVE_TAGS for c in scope.document.children(clause)
    )
    return whole and any(c.tag not in RELATIVE_TAGS for c in subjects)
