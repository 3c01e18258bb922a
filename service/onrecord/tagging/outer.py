"""Whose verb of saying it is where the parse hangs it on the wrong clause.

*Quill Hydro insisted that the wall had held and said water had been let out*: no wall says so.
*She said that an official had rung her and said: “No.”*: the official. *Three were hurt, according
to a doctor, who said*: the doctor.
"""

from __future__ import annotations

from onrecord.document.tree import ANY_SUBJECT, Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueClass
from onrecord.tagging.retold import CALLS
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import Scope
from onrecord.tagging.subjects import is_thing

_UP = frozenset({"conj", "ccomp", "acl", "pobj", "prep"})
"""Dependencies from a clause up to the verb that reports it, *in a statement that* included."""
_LONGEST_CLIMB = 6
_OBJECTS = frozenset({"dobj", "dative"})
_LONGEST_NOUN = 16
"""Tokens from *according* to the comma before *who*."""
_REPORTS = frozenset({"report"})
_AND = frozenset({"and", "but"})
_UTTERS = frozenset(
    {CueClass.SAY, CueClass.TELL, CueClass.CHARACTERISE, CueClass.DENY, CueClass.COMMIT}
)
_NEAR = 3
"""Tokens between *and* and the verb behind it."""


def beside(scope: Scope, verb: Token) -> Token | None:
    """The source of a verb that shares its subject with another one than the parse has it."""
    if verb.dep != "conj" or verb.lemma not in cues.load().tag:
        return None
    if any(c.dep in ANY_SUBJECT for c in scope.document.children(verb)):
        return None
    first = scope.document.head(verb)
    return (
        _of_the_call(scope, verb, first)
        or _of_no_thing(scope, verb, first)
        or _of_the_reported(scope, verb, first)
    )


def _of_the_reported(scope: Scope, verb: Token, tag: Token) -> Token | None:
    """*Quillan accused him, the agency reported, and said it would sue*: the agency is done.

    The subject of what a tag between commas reports, where that reports something itself.
    """
    lexicon, tokens = cues.load(), scope.document.tokens
    closed = tokens[min(tag.index + 1, len(tokens) - 1)].text == ","
    if tag.lemma not in _REPORTS or not closed or tokens[verb.index - 1].lower not in _AND:
        return None
    before = [c for c in scope.document.children(tag) if c.dep == "ccomp" and c.index < tag.index]
    told = before[0] if before else scope.document.head(tag)
    if told.index >= tag.index or not scope.same(told, verb):
        return None
    own = scope.document.subject(told)
    return own if lexicon.classes(told.lemma) & _UTTERS else None


def _of_no_thing(scope: Scope, verb: Token, first: Token) -> Token | None:
    """The subject of the report around, where that of the first verb is a thing."""
    own = scope.document.subject(first)
    if own is None or not is_thing(own):
        return None
    token = first
    for _ in range(_LONGEST_CLIMB):
        if token.dep not in _UP or not scope.same(scope.document.head(token), verb):
            return None
        token = scope.document.head(token)
        subject = scope.document.subject(token) if token.lemma in cues.load().tag else None
        if subject is not None:
            return subject
    return None


def _of_the_call(scope: Scope, verb: Token, first: Token) -> Token | None:
    """The subject of the call right before *and said*, in what the first verb reports."""
    for clause in scope.document.children(first):
        calls = clause.dep == "ccomp" and first.index < clause.index < verb.index
        if not (calls and clause.lemma in CALLS and scope.same(clause, verb)):
            continue
        children = tuple(scope.document.children(clause))
        joined = any(c.dep == "cc" and verb.index - c.index <= _NEAR for c in children)
        if joined and any(c.dep in _OBJECTS for c in children):
            return scope.document.subject(clause)
    return None


def according(scope: Scope, relative: Token) -> Token | None:
    """The noun that *, who said* goes on, where it ends right before, behind *according to*."""
    document = scope.document
    comma = document.tokens[relative.index - 1]
    if relative.lower != "who" or comma.text != "," or not scope.same(comma, relative):
        return None
    for token in document.tokens[max(0, comma.index - _LONGEST_NOUN) : comma.index]:
        if token.lower != "to" or document.head(token).lower != "according":
            continue
        noun = object_of(scope, token)
        if noun is not None and document.subtree(noun)[1] in {comma.index, comma.index + 1}:
            return noun
    return None
