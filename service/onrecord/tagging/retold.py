"""Words uttered in what another retells: *Witnesses said he ran in and shouted “Get down!”*: his.

A second verb behind *and* may go on with the report or with what is reported. It goes on with what
is reported where nobody who reports would do so: shout it, or tell it to a neighbour of the one
told of.
"""

from __future__ import annotations

from onrecord.document.tree import ANY_SUBJECT, Document, Token
from onrecord.tagging.subjects import is_thing

_LOUD = frozenset(
    {"shout", "yell", "scream", "shriek", "bellow", "bark", "whisper", "mutter", "mumble", "cry",
     "chant", "holler", "hiss", "sneer", "scrawl"}
)  # fmt: skip
"""How words are uttered on the spot, not to those who ask for news."""
CALLS = frozenset(
    {"ring", "phone", "telephone", "call", "text", "email", "contact", "approach", "visit"}
)
"""How one gets in touch with somebody in order to say something."""
_PERSONS = frozenset({"he", "she", "they", "who"})
_HEARD = frozenset({"dobj", "dative"})
_NEAR_BY = frozenset({"a", "an", "his", "her", "their"})
"""What opens the phrase for somebody who is near the one told of (*told a neighbour*)."""
_MANY = frozenset({"NNS", "NNPS"})
_AUTHORITIES = frozenset({"police", "prosecution"})


def is_retold(document: Document, report: Token, clause: Token, verb: Token) -> bool:
    """Whether a verb that is joined to a clause is a deed of its subject, not a further report.

    Args:
        document: the article.
        report: the verb that reports the clause.
        clause: the head of the clause.
        verb: the verb behind *and*.
    """
    if verb.dep != "conj" or document.head(verb) != clause or not _acts(document, clause):
        return False
    if verb.lemma in _LOUD and report.lemma not in _LOUD:
        return True
    heard = [c for c in document.children(clause) if c.dep in _HEARD]
    called = clause.lemma in CALLS and bool(heard)
    return called or (verb.lemma == "tell" and _is_near_by(document, report, verb))


def _acts(document: Document, clause: Token) -> bool:
    """Whether somebody does something in a clause: *he ran in*; not *it fell*, *he was ill*."""
    children = list(document.children(clause))
    subject = next((c for c in children if c.dep in ANY_SUBJECT), None)
    if subject is None or clause.lemma == "be" or any(c.dep == "auxpass" for c in children):
        return False
    if subject.pos == "PRON":
        return subject.lower in _PERSONS
    return subject.pos == "PROPN" or not is_thing(subject)


def _is_near_by(document: Document, report: Token, verb: Token) -> bool:
    """*Police said he ran off and told a friend …*: those who report as one tell no friend."""
    teller = document.subject(report)
    told = next((c for c in document.children(verb) if c.dep in _HEARD), None)
    if teller is None or told is None or told.tag != "NN":
        return False
    opening = document.tokens[document.subtree(told)[0]]
    many = teller.tag in _MANY or teller.lemma in _AUTHORITIES
    return many and opening.lower in _NEAR_BY and not is_thing(told)
