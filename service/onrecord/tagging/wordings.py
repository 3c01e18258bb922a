"""Cues of several words that say so: *was adamant that*, *laid out how*, *spoke of how*."""

from __future__ import annotations

from onrecord.document.tree import FINITE, VERBAL, Token
from onrecord.lexicon.people import is_utterer
from onrecord.tagging.scope import Scope

_FIRM = frozenset(
    {"adamant", "unequivocal", "insistent", "emphatic", "categorical", "unambiguous", "explicit"}
)
"""What one is in words alone."""
_PLAIN = frozenset({"clear", "blunt", "frank", "candid", "firm"})
"""What facts are as well (*the rules are clear that …*): said of who can speak."""
_COPULAS = frozenset({"be", "remain", "sound"})
_OUT = {"lay": "out", "set": "out", "spell": "out"}
"""Verbs that tell with their particle."""
_TELLS_OF = frozenset({"speak", "tell", "talk"})
IN_FULL = _TELLS_OF | frozenset(_OUT)
"""Verbs that describe with a further word: *laid out how*, *spoke of how*."""
_OF = frozenset({"of", "about"})
_CLAUSES = frozenset({"ccomp", "advcl", "xcomp"})


def stance(scope: Scope, verb: Token) -> Token | None:
    """*was adamant that it would close*: the adjective, None where nobody says so.

    Not of *it was clear that*, which tells what everybody saw, nor of a belief (*was sure that*,
    *was not clear that*).
    """
    if verb.lemma not in _COPULAS:
        return None
    children = list(scope.document.children(verb))
    word = next((c for c in children if c.dep == "acomp" and c.index > verb.index), None)
    if word is None or word.lower not in _FIRM | _PLAIN or not scope.same(word, verb):
        return None
    subject = next((c for c in children if c.dep == "nsubj"), None)
    if any(c.dep == "neg" for c in children):
        return None
    if subject is None or not _can_say(subject, firm=word.lower in _FIRM):
        return None
    behind = scope.document.tokens[word.index + 1 : word.index + 2]
    that = bool(behind) and behind[0].lower == "that" and behind[0].dep == "mark"
    return word if that or (word.lower in _FIRM and _clause_behind(scope, word)) else None


def _can_say(subject: Token, *, firm: bool) -> bool:
    if subject.pos == "PRON":
        return subject.lower not in {"it", "this", "that", "there"} or (
            firm and subject.lower == "it"
        )
    return subject.pos == "PROPN" or is_utterer(subject.lemma)


def _clause_behind(scope: Scope, word: Token) -> bool:
    """*is adamant it will close*: a clause right behind the adjective."""
    below = (*scope.document.children(word), *scope.document.children(scope.document.head(word)))
    clauses = (c for c in below if c.dep in _CLAUSES and c.pos in VERBAL)
    return any(scope.document.subtree(c)[0] == word.index + 1 for c in clauses)


def laid_out(scope: Scope, verb: Token) -> Token | None:
    """*laid out how it would close*: the particle, where a question stands behind it."""
    if verb.lemma not in _OUT:
        return None
    out = scope.document.tokens[verb.index + 1 : verb.index + 2]
    if not out or out[0].lower != _OUT[verb.lemma] or not _brings_question(scope, out[0]):
        return None
    return out[0]


def told_of(scope: Scope, verb: Token) -> Token | None:
    """*spoke of how it had swayed*: the preposition, before a question with a verb of its own."""
    if verb.lemma not in _TELLS_OF:
        return None
    children = scope.document.children(verb)
    of = next((c for c in children if c.lower in _OF and c.index == verb.index + 1), None)
    clause = (
        next((c for c in scope.document.children(of) if c.dep == "pcomp"), None) if of else None
    )
    if of is None or clause is None or not _brings_question(scope, of):
        return None
    below = (clause, *scope.document.children(clause))
    return of if any(c.tag in FINITE for c in below) else None


def _brings_question(scope: Scope, word: Token) -> bool:
    behind = scope.document.tokens[word.index + 1 : word.index + 2]
    return any(t.tag in {"WRB", "WP", "WDT"} and scope.same(t, word) for t in behind)
