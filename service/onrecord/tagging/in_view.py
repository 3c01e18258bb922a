"""What is only in view: *was about to say*, *would have told him*, *It is not true that she said*.

Who *will say* or *is due to say* something has let it be known; so these count as said.
"""

from __future__ import annotations

from onrecord.document.tree import SUBJECTS, Token
from onrecord.lexicon.grammar import FIRST_PERSON
from onrecord.tagging.scope import Scope

_NEAR = frozenset({"about", "likely", "unlikely", "liable", "poised"})
_ATTEMPTS = frozenset({"try", "attempt", "struggle"})
_PLAIN = frozenset({"say", "tell", "warn", "inform", "speak", "announce"})
"""What one may try in vain: who tries to argue something has argued it."""
_BOUND = frozenset({"have", "need", "ought"})
_OWNS_UP = frozenset({"say", "admit", "confess", "stress"})
"""What one says with *have to*: *I have to say that it is old*."""
_STILL = frozenset({"yet", "still"})
_SUPPOSE = frozenset({"imagine", "suppose", "assume", "picture", "let", "pretend"})
_US = frozenset({"'s", "’s", "us"})
_WHO = frozenset({"WP", "WDT"})
_UNTRUE = frozenset({"untrue", "false", "incorrect"})
_TRUE = frozenset({"true", "correct", "case"})


def in_view(scope: Scope, verb: Token) -> bool:
    """Whether the words around a verb say that it is not done, or not yet, or by nobody known."""
    return (
        _would_have(scope, verb)
        or _is_before_one(scope, verb)
        or _is_supposed(scope, verb)
        or _is_untold_who(scope, verb)
        or _goes_without(scope, verb)
    )


def gainsaid(scope: Scope, verb: Token) -> bool:
    """*It is not true that Ruiz said …*, *It was not Ruiz who said …*: it was not."""
    above = scope.document.head(verb)
    if not scope.same(above, verb):
        return False
    if above.lower == "case":
        return above.dep == "attr" and _not(scope, scope.document.head(above))
    if verb.dep == "relcl":
        copula = scope.document.head(above)
        return above.dep == "attr" and _is_cleft(scope, copula, above, verb) and _not(scope, copula)
    if verb.dep not in {"ccomp", "csubj"} or above.lemma != "be" or above.index > verb.index:
        return False
    words = {c.lower for c in scope.document.children(above) if c.dep in {"acomp", "attr"}}
    return bool(words & (_TRUE if _not(scope, above) else _UNTRUE))


def _is_cleft(scope: Scope, copula: Token, named: Token, verb: Token) -> bool:
    """*It was Ruiz who said it*: not *It was not a man who said much*."""
    it = any(c.dep in SUBJECTS and c.lower == "it" for c in scope.document.children(copula))
    who = any(c.dep in SUBJECTS and c.tag in _WHO for c in scope.document.children(verb))
    return copula.lemma == "be" and it and who and named.index < verb.index


def _not(scope: Scope, verb: Token) -> bool:
    return any(c.dep == "neg" for c in scope.document.children(verb))


def _would_have(scope: Scope, verb: Token) -> bool:
    """*would have told him*; who *would not have said it* has not said it."""
    helpers = [c for c in scope.document.children(verb) if c.dep in {"aux", "neg"}]
    words = {c.lower for c in helpers if c.index < verb.index}
    modal = words & {"would", "'d", "’d"}
    return (
        verb.tag in {"VBN", "VBD"} and {"have"} <= words and bool(modal) and not _not(scope, verb)
    )


def _is_before_one(scope: Scope, verb: Token) -> bool:
    """*is about to say*, *tried to tell her*, *has to explain*; not *had to explain*."""
    holder = scope.document.head(verb)
    if verb.dep != "xcomp" or verb.tag != "VB" or not scope.same(holder, verb):
        return False
    if holder.index > verb.index:
        return False
    if holder.lemma in _NEAR and holder.dep == "acomp":
        return not _not(scope, scope.document.head(holder))
    if holder.lemma in _ATTEMPTS:
        return verb.lemma in _PLAIN and not _not(scope, holder)
    return holder.lemma in _BOUND and _is_to_do(scope, holder, verb)


def _is_to_do(scope: Scope, holder: Token, verb: Token) -> bool:
    """*has to explain*, *will have to explain*; not *I have to say*, nor *does not have to say*."""
    below = list(scope.document.children(holder))
    own = any(c.dep in SUBJECTS and c.lower in FIRST_PERSON for c in below)
    if verb.lemma in _OWNS_UP and own:
        return False
    if any(c.lower in _STILL for c in (*below, *scope.document.children(verb))):
        return False  # *has yet to say*: kept back
    modal = any(c.tag == "MD" for c in below)
    return (holder.tag in {"VBZ", "VBP"} or modal) and not _not(scope, holder)


def _is_supposed(scope: Scope, verb: Token) -> bool:
    """*Imagine that the mayor says …*, *Let's say it fails*."""
    holder = scope.document.head(verb)
    if verb.dep not in {"ccomp", "xcomp"} or holder.lemma not in _SUPPOSE or holder.tag != "VB":
        return False
    bound = any(
        c.index < holder.index and c.dep in {*SUBJECTS, "aux"}
        for c in scope.document.children(holder)
    )
    us = holder.lemma != "let" or scope.document.tokens[holder.index + 1].lower in _US
    return holder.index < verb.index and not bound and us


def _is_untold_who(scope: Scope, verb: Token) -> bool:
    """*It is not clear who said that …*, *asked who had told her that …*."""
    document = scope.document
    who = any(
        c.dep in SUBJECTS and c.lower == "who" and document.tokens[c.index - 1].text != ","
        for c in document.children(verb)
    )
    above = document.head(verb)
    return who and verb.dep == "ccomp" and above.index < verb.index and scope.same(above, verb)


def _goes_without(scope: Scope, verb: Token) -> bool:
    """*It goes without saying that it is old*; *Without saying why, she left*."""
    without = scope.document.head(verb)
    if verb.dep != "pcomp" or without.lower != "without" or verb.tag != "VBG":
        return False
    if scope.document.head(without).lemma == "go":
        return True
    behind = scope.document.tokens[verb.index + 1 : verb.index + 3]
    asks = len(behind) == 2 and behind[0].tag[0] == "W" and behind[1].text == ","
    return asks and scope.document.sentence_of(verb).first == without.index
