"""Which clause says what a noun for words reports, wherever the parser hangs it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.document.tree import ADNOMINAL, SUBJECTS, VERBAL, Token
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.tagging.clauses import has_that, is_finite, own_that
from onrecord.tagging.nominal_sources import UTTERS
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import Scope

_CLAUSAL = ADNOMINAL | {"ccomp", "advcl", "csubj", "csubjpass"}
_FILLED = frozenset({"acomp", "attr", "ccomp", "xcomp", "oprd", "auxpass"})
"""What a verb with an object of its own cannot have been parted from."""
_INTRANSITIVE = frozenset(
    {
        "lie",
        "cheat",
        "resign",
        "die",
        "fail",
        "fall",
        "lapse",
        "exist",
        "happen",
        "drown",
        "flee",
        "sue",
        "rest",
        "stay",
        "act",
        "go",
        "come",
        "collapse",
        "appeal",
        "vanish",
        "suffer",
        "rise",
    }
)
_OF_WORDS = frozenset(
    {"keep", "break", "prove", "retract", "regret", "withdraw", "deny", "dispute", "substantiate",
     "justify", "defend", "repeat", "make", "issue", "call", "describe"}
)  # fmt: skip
"""What is done to a claim or a promise and seldom without an object: without one, to the claim."""
_DONE_TO_WORDS = _OF_WORDS | frozenset(
    {"read", "hear", "honour", "honor", "fulfil", "fulfill", "ignore", "reject", "dismiss", "give",
     "publish", "write", "post", "sign", "receive", "file", "submit", "cite", "quote", "send",
     "share", "deliver", "mention", "commission", "release", "record", "know", "see", "want",
     "believe", "expect", "find"}
)  # fmt: skip
"""The same, where the parser takes "that" for the object."""
BETWEEN = frozenset({"from", "by", "of", "to", "about", "among", "in"})
_AT = frozenset({"at", "by", "to", "about", "over", "of"})
"""Prepositions that never tell where somebody put words: *laughed at his boast that …*."""
_ARISES = frozenset(
    {"emerge", "surface", "circulate", "persist", "grow", "come", "arise", "spread", "swirl"}
)
LONGEST_WAY = 12
"""Words between a noun and its clause behind *from the harbour police in Ostrey*."""


class Reported(NamedTuple):
    """The head of a reported clause, and what hangs on it and is none of it."""

    root: Token
    barred: frozenset[int] = frozenset()


def reported(
    scope: Scope, noun: Token, owner: Token | None, lexicon: CueLexicon
) -> Reported | None:
    """The clause that says what a noun for words reports.

    Args:
        scope: the article.
        noun: the noun.
        owner: head of the one whose words they are.
        lexicon: the cue lexicon.
    """
    if _is_medium(scope, noun, lexicon):
        return None
    own = next((c for c in scope.document.children(noun) if _is_content(scope, c)), None)
    root = own or _behind(scope, noun, lexicon) or _extraposed(scope, noun)
    if root is not None:
        return Reported(root)
    return _without_that(scope, noun, owner) if owner is not None else None


def _is_medium(scope: Scope, noun: Token, lexicon: CueLexicon) -> bool:
    """*insisted in a statement that …*: the clause is that of the verb, wherever it hangs."""
    preposition = scope.document.head(noun)
    if preposition.lower != "in" or noun.lemma not in lexicon.medium:
        return False
    verb = scope.document.head(preposition)
    return verb.index < noun.index and CueClass.SAY in lexicon.classes(verb.lemma)


def _is_content(scope: Scope, child: Token) -> bool:
    if child.dep in {"acl", "ccomp"} and has_that(scope, child):
        return child.lemma not in _OF_WORDS or _lacks_nothing(scope, child)
    return child.dep in ADNOMINAL and _is_whole(scope, child)


def _is_whole(scope: Scope, clause: Token) -> bool:
    """Whether "that" leads a whole clause: *that she had lied*, not *that she made*."""
    that = own_that(scope, clause)
    if that is None or (that.dep == "mark" and clause.lemma not in _OF_WORDS):
        return that is not None
    return _lacks_nothing(scope, clause, that)


def is_relative(scope: Scope, noun: Token) -> bool:
    """*the promise that he had made*: a clause behind "that" which only tells which one it is."""
    clauses = (c for c in scope.document.children(noun) if c.dep in ADNOMINAL)
    led = (c for c in clauses if has_that(scope, c) or own_that(scope, c) is not None)
    done = (c for c in led if c.lemma in (_OF_WORDS if has_that(scope, c) else _DONE_TO_WORDS))
    return any(not _lacks_nothing(scope, clause) for clause in done)


def _lacks_nothing(scope: Scope, clause: Token, that: Token | None = None) -> bool:
    below = [c for c in scope.document.children(clause) if c is not that]
    joined = (o for c in below if c.dep == "conj" for o in scope.document.children(c))
    objects = any(c.dep == "dobj" and c.index > clause.index for c in (*below, *joined))
    fills = _FILLED - {"oprd"} if clause.lemma in _DONE_TO_WORDS else _FILLED
    filled = objects or any(c.dep in fills and c.tag[0] != "W" for c in below)
    return filled or clause.lemma in _INTRANSITIVE


def _behind(scope: Scope, noun: Token, lexicon: CueLexicon) -> Token | None:
    """*stood by her assertion that …*, *a warning from the police that …*: hung on another word.

    Where the verb reports itself, the clause behind a preposition is its own.
    """
    document = scope.document
    that = _that_behind(scope, noun)
    above = document.head(noun)
    preposition = above if noun.dep == "pobj" else None
    verb = document.head(above) if preposition is not None else above
    if that is None or verb.pos not in VERBAL:
        return None
    by_itself = preposition is not None and preposition.lower not in _AT
    if by_itself and lexicon.classes(verb.lemma):
        return None
    clause = document.head(that)
    subject_of = noun.dep in SUBJECTS and noun.index < clause.index < verb.index
    if verb.index > noun.index and not subject_of:
        return None
    hung = {verb.index, *(t.index for t in document.tokens[noun.index + 1 : that.index])}
    if clause.index < that.index or clause.head not in hung or clause.dep not in _CLAUSAL:
        return None
    subject = any(c.dep in SUBJECTS and c.index > that.index for c in document.children(clause))
    beside = clause.dep == "ccomp" or that.dep == "mark" or _lacks_nothing(scope, clause, that)
    return clause if subject and beside else None


def _that_behind(scope: Scope, noun: Token) -> Token | None:
    """The "that" right behind a noun, or behind the phrase that says whose words they are."""
    document = scope.document
    end = document.sentence_of(noun).last
    behind = document.tokens[noun.index + 1 : min(end, noun.index + LONGEST_WAY)]
    for place, token in enumerate(behind):
        if token.lower == "that" and token.tag in {"IN", "WDT"}:
            return token
        made = token.dep == "acl" and token.tag == "VBN" and token.head == noun.index
        opens = place > 0 or made or token.lower in BETWEEN or token.pos == "ADV"
        parts = token.pos in {"PUNCT", *VERBAL} and not made
        if not opens or parts or not scope.same(token, noun):
            return None
    return None


def _extraposed(scope: Scope, noun: Token) -> Token | None:
    """*A warning was issued by the coastguard that …*, *claims emerged that …*."""
    document = scope.document
    verb = document.head(noun)
    if noun.dep not in SUBJECTS or verb.index < noun.index or not _comes_up(verb, noun):
        return None
    for clause in _below(scope, verb):
        if clause.index > verb.index and clause.dep in _CLAUSAL and has_that(scope, clause):
            return clause
    return None


def _comes_up(verb: Token, noun: Token) -> bool:
    return verb.lemma in (UTTERS if noun.dep == "nsubjpass" else _ARISES)


def _below(scope: Scope, verb: Token) -> Iterator[Token]:
    """What hangs on a verb, and on the nouns of its phrases."""
    for child in scope.document.children(verb):
        yield child
        phrase = object_of(scope, child) if child.dep in {"agent", "prep"} else None
        yield from scope.document.children(phrase) if phrase is not None else ()


def _without_that(scope: Scope, noun: Token, owner: Token) -> Reported | None:
    """*his insistence nothing had changed*: a clause whose subject starts right behind the noun.

    Or behind the phrase that says whose words they are (*claims by residents it had failed*).
    """
    document = scope.document
    begin = document.subtree(owner)[1] if owner.index > noun.index else noun.index + 1
    tokens = document.tokens[begin : document.sentence_of(noun).last]
    if not tokens or tokens[0].pos in {"PUNCT", "ADP", *VERBAL} or tokens[0].lower == "that":
        return None
    for subject in tokens[:LONGEST_WAY]:
        if subject.dep not in SUBJECTS or subject.tag[0] == "W":
            continue
        clause = document.head(subject)
        opens = document.subtree(subject)[0] == begin and clause.index > subject.index
        if not opens or clause.dep not in _CLAUSAL | {"conj"} or not is_finite(scope, clause):
            return None
        if clause.dep in ADNOMINAL and not _lacks_nothing(scope, clause):
            return None
        held = (c.index for c in document.children(clause) if c.index <= noun.index)
        return Reported(clause, frozenset(held))
    return None
