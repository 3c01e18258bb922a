"""Which clause says what a noun for words reports, wherever the parser hangs it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.document.tree import ADNOMINAL, FINITE, SUBJECTS, VERBAL, Token
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.lexicon.grammar import FIRST_PERSON
from onrecord.tagging.clauses import clause_pieces, has_that, own_that, pieces_of
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import Scope
from onrecord.types import TextSpan

_CLAUSAL = ADNOMINAL | {"ccomp", "advcl", "csubj", "csubjpass"}
_FILLED = frozenset({"acomp", "attr", "ccomp", "xcomp", "oprd", "auxpass", "neg"})
"""What a verb with an object of its own cannot have been parted from."""
_INTRANSITIVE = frozenset(
    {"lie", "cheat", "resign", "die", "fail", "fall", "lapse", "exist", "happen", "drown", "flee"}
)
_BETWEEN = frozenset({"from", "by", "of", "to", "about", "among", "in"})
_MADE = frozenset(
    {"make", "issue", "give", "repeat", "lodge", "file", "raise", "level", "sound", "send",
     "post", "publish", "offer", "voice", "deliver"}
)  # fmt: skip
_ARISES = frozenset(
    {"emerge", "surface", "circulate", "persist", "grow", "come", "arise", "spread", "swirl"}
)
_IS = frozenset({"be", "remain"})
_LONGEST_WAY = 12
"""Words between a noun and its clause behind *from the harbour police in Ostrey*."""
_OF_NO_WORDS = frozenset(
    {"memory", "recollection", "sentiment", "thought", "view", "word", "statement", "report"}
)
"""Nouns for words that a copula may as well tell of as of things."""


class Reported(NamedTuple):
    """The head of a reported clause, and what hangs on it and is none of it."""

    root: Token
    barred: frozenset[int] = frozenset()


def reported(scope: Scope, noun: Token, lexicon: CueLexicon, *, owned: bool) -> Reported | None:
    """The clause that says what a noun for words reports.

    Args:
        scope: the article.
        noun: the noun.
        lexicon: the cue lexicon.
        owned: whether it is said whose words they are.
    """
    if _is_medium(scope, noun, lexicon):
        return None
    own = next((c for c in scope.document.children(noun) if _is_content(scope, c)), None)
    root = own or _behind(scope, noun, lexicon) or _extraposed(scope, noun)
    if root is not None:
        return Reported(root)
    return _without_that(scope, noun) if owned else None


def _is_medium(scope: Scope, noun: Token, lexicon: CueLexicon) -> bool:
    """*insisted in a statement that …*: the clause is that of the verb, wherever it hangs."""
    preposition = scope.document.head(noun)
    if preposition.lower != "in" or noun.lemma not in lexicon.medium:
        return False
    verb = scope.document.head(preposition)
    return verb.index < noun.index and CueClass.SAY in lexicon.classes(verb.lemma)


def _is_content(scope: Scope, child: Token) -> bool:
    if child.dep in {"acl", "ccomp"} and has_that(scope, child):
        return True
    return child.dep in ADNOMINAL and _is_whole(scope, child)


def _is_whole(scope: Scope, clause: Token) -> bool:
    """Whether "that" leads a clause that lacks nothing: *that she had lied*, not *that she made*."""
    that = own_that(scope, clause)
    if that is None or that.dep == "mark" or that.tag == "IN":
        return that is not None
    return _lacks_nothing(scope, clause, that)


def _lacks_nothing(scope: Scope, clause: Token, that: Token | None = None) -> bool:
    below = [c for c in scope.document.children(clause) if c is not that]
    objects = any(c.dep == "dobj" and c.index > clause.index for c in below)
    filled = objects or any(c.dep in _FILLED and c.tag[0] != "W" for c in below)
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
    if that is None or verb.pos not in VERBAL or verb.index > noun.index:
        return None
    if preposition is not None and lexicon.classes(verb.lemma):
        return None
    clause = document.head(that)
    hung = {verb.index, *(t.index for t in document.tokens[noun.index : that.index])}
    if clause.index < that.index or clause.head not in hung or clause.dep not in _CLAUSAL:
        return None
    subject = any(c.dep in SUBJECTS and c.index > that.index for c in document.children(clause))
    beside = clause.dep == "ccomp" or that.dep == "mark" or _lacks_nothing(scope, clause, that)
    return clause if subject and beside else None


def _that_behind(scope: Scope, noun: Token) -> Token | None:
    """The "that" right behind a noun, or behind the phrase that says whose words they are."""
    document = scope.document
    end = document.sentence_of(noun).last
    behind = document.tokens[noun.index + 1 : min(end, noun.index + _LONGEST_WAY)]
    for place, token in enumerate(behind):
        if token.lower == "that" and token.tag in {"IN", "WDT"}:
            return token
        opens = place > 0 or token.lower in _BETWEEN
        if not opens or token.pos in {"PUNCT", *VERBAL} or not scope.same(token, noun):
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
    return verb.lemma in (_MADE if noun.dep == "nsubjpass" else _ARISES)


def _below(scope: Scope, verb: Token) -> Iterator[Token]:
    """What hangs on a verb, and on the nouns of its phrases."""
    for child in scope.document.children(verb):
        yield child
        phrase = object_of(scope, child) if child.dep in {"agent", "prep"} else None
        yield from scope.document.children(phrase) if phrase is not None else ()


def _without_that(scope: Scope, noun: Token) -> Reported | None:
    """*his insistence nothing had changed*: a clause whose subject starts right behind the noun."""
    document = scope.document
    tokens = document.tokens[noun.index + 1 : document.sentence_of(noun).last]
    if not tokens or tokens[0].pos in {"PUNCT", "ADP", *VERBAL} or tokens[0].lower == "that":
        return None
    for subject in tokens[:_LONGEST_WAY]:
        if subject.dep not in SUBJECTS or subject.tag[0] == "W":
            continue
        clause = document.head(subject)
        opens = document.subtree(subject)[0] == noun.index + 1 and clause.index > subject.index
        if not opens or clause.dep not in _CLAUSAL or not _is_finite(scope, clause):
            return None
        if clause.dep in ADNOMINAL and not _lacks_nothing(scope, clause):
            return None
        held = (c.index for c in document.children(clause) if c.index <= noun.index)
        return Reported(clause, frozenset(held))
    return None


def _is_finite(scope: Scope, clause: Token) -> bool:
    auxiliaries = (c for c in scope.document.children(clause) if c.dep in {"aux", "auxpass"})
    return clause.tag in FINITE or any(c.tag in FINITE for c in auxiliaries)


def summed_up(scope: Scope, noun: Token, lexicon: CueLexicon) -> tuple[TextSpan, ...]:
    """*Her message is that it is safe*, *Their argument: it is not*: what one's words come to.

    Args:
        scope: the article.
        noun: a noun of which it is said whose it is.
        lexicon: the cue lexicon.
    """
    words = (lexicon.nominal | lexicon.utterances) - lexicon.mental - _OF_NO_WORDS
    if noun.lemma not in words or _is_our(scope, noun):
        return ()
    verb = scope.document.head(noun)
    if noun.dep in SUBJECTS and verb.lemma in _IS and verb.index > noun.index:
        clauses = (c for c in scope.document.children(verb) if c.index > verb.index)
        said = next((c for c in clauses if c.dep == "ccomp" and has_that(scope, c)), None)
        return clause_pieces(scope, said, {verb.index}) if said is not None else ()
    return _behind_colon(scope, noun)


def _is_our(scope: Scope, noun: Token) -> bool:
    """*Our ruling: …*: what the article itself says."""
    owners = (c for c in scope.document.children(noun) if c.dep == "poss")
    return any(owner.lower in FIRST_PERSON for owner in owners)


def _behind_colon(scope: Scope, noun: Token) -> tuple[TextSpan, ...]:
    """The rest of a sentence that opens with the noun and a colon, where it is a clause."""
    document = scope.document
    sentence = document.sentence_of(noun)
    first, last = document.subtree(noun)
    mark = next((t for t in document.tokens[noun.index + 1 : last] if t.text == ":"), None)
    colon = mark or next(iter(document.tokens[last : last + 1]), noun)
    rest = range(colon.index + 1, sentence.last)
    if colon.text != ":" or first != sentence.first or not rest:
        return ()
    opening = document.tokens[noun.index + 1 : colon.index]
    if opening and opening[0].lower not in _BETWEEN:
        return ()
    finite = any(document.tokens[index].tag in FINITE for index in rest)
    alone = all(scope.same(document.tokens[index], noun) for index in rest)
    return pieces_of(scope, list(rest)) if finite and alone else ()
