"""Who a participle says it of: *the bill, described as “a gift” by Senator Ada Quill, passed*."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.document.tree import Document, Token
from onrecord.lexicon import people
from onrecord.tagging.name_words import TIMES
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import OUTSIDE, Scope
from onrecord.types import TaggedRelation, TextSpan

_BY = "by "
_SOMEBODY = frozenset({"PERSON", "ORG", "NORP"})
_BY_WHOM = frozenset(
    {"abide", "come", "do", "drop", "go", "live", "pass", "sit", "stand", "stay", "stick", "swear",
     "walk", "wait"}
)  # fmt: skip
"""Verbs with a "by" of their own: *told to stand by the council*."""
_NAMING = frozenset({"call", "name", "dub", "label", "title", "nickname"})
_CLOCK = frozenset({"am", "pm"})
"""*by 8 | pm*: no prime minister."""


def participle_agent(scope: Scope, verb: Token) -> TextSpan | None:
    """Whom *by* names behind a participle, in the same voice."""
    if verb.tag != "VBN":
        return None
    agents = (c for c in scope.document.children(verb) if c.dep == "agent" and scope.same(c, verb))
    noun = next((found for agent in agents if (found := object_of(scope, agent))), None)
    return mention_span(scope, noun) if noun is not None else None


def publication(scope: Scope, verb: Token) -> Token | None:
    """*was described in the Courier as …*: a name that stands where a publication would."""
    for child in scope.document.children(verb):
        placed = child.dep == "prep" and child.lower in {"in", "by"}
        noun = object_of(scope, child) if placed else None
        if noun is not None and noun.pos == "PROPN" and _has_article(scope, noun):
            return noun
    return None


def behind_deed(scope: Scope, act: Token) -> tuple[Token, ...]:
    """*She was told to leave | by the chair on Monday*: the "by" that hangs on what is to be done.

    It ends the clause but for a time, and somebody stands behind it, no door and no day. In *asked
    to be seen by a doctor*, *told to stand by the board* it belongs to the deed.

    Returns:
        That "by" and the heads of what tells the time; none where there is no such "by".
    """
    document = scope.document
    verb = document.head(act)
    children = list(document.children(act))
    own = any(c.dep == "auxpass" for c in children)
    told = any(c.dep == "nsubjpass" for c in document.children(verb))
    if act.dep != "xcomp" or act.tag != "VB" or own or not told:
        return ()
    if any(c.dep == "agent" for c in document.children(verb)):
        return ()
    for by in (c for c in children if c.lower == "by" and c.index > act.index):
        noun = object_of(scope, by) if by.dep in {"prep", "agent"} else None
        if noun is None or (by.index == act.index + 1 and act.lemma in _BY_WHOM):
            return ()
        rest = [c for c in children if c.index > by.index]
        timed = all(_is_time(scope, c) for c in rest) and scope.same(by, verb)
        return (by, *rest) if timed and _is_somebody(scope, noun) else ()
    return ()


def _is_time(scope: Scope, phrase: Token) -> bool:
    """*on Monday*, *last week*."""
    noun = object_of(scope, phrase) if phrase.dep == "prep" else phrase
    return noun is not None and scope.document.label_of(noun) in TIMES


def _is_somebody(scope: Scope, noun: Token) -> bool:
    known = people.load()
    if noun.text in _CLOCK:
        return False
    if known.is_rank(noun.text):
        return True
    if noun.pos == "PROPN":
        return scope.document.label_of(noun) in _SOMEBODY or known.is_role(noun.lower)
    return known.is_role(noun.lemma) or noun.lemma in known.group


def _has_article(scope: Scope, noun: Token) -> bool:
    return any(c.dep == "det" and c.lower == "the" for c in scope.document.children(noun))


def is_named(scope: Scope, verb: Token, relation: TaggedRelation) -> bool:
    """*a band called the Sisters played*: who is called something calls nobody anything.

    Nor does *so-called* in *a so-called “rapid” repair*.
    """
    noun, source = scope.document.head(verb), relation.source
    if verb.dep == "amod" and verb.lemma in _NAMING:
        return True
    if verb.dep != "acl" or verb.tag != "VBN" or verb.lemma not in _NAMING:
        return False
    words = (t for piece in relation.content for t in scope.document.tokens_in(piece))
    named = source is None or (source.contains(noun.span) and noun.index < verb.index)
    return named and all(scope.level(token) == OUTSIDE for token in words)


def is_to_act(document: Document, head: Token, relation: TaggedRelation) -> bool:
    """*her promise to rebuild the pier*: a noun and what is to be done quote nothing."""
    first, *rest = document.tokens_in(relation.content[0])
    bare = first.tag == "TO" and bool(rest) and rest[0].tag == "VB"
    return bare and head.pos == "NOUN" and head.index < first.index


def without_agent(
    document: Document, content: Sequence[TextSpan], source: TextSpan | None
) -> tuple[TextSpan, ...]:
    """A content that ends before *by* and its source, where the tagger takes both into it."""
    return tuple(_without(document.text, piece, source) for piece in content)


def _without(text: str, piece: TextSpan, source: TextSpan | None) -> TextSpan:
    if source is None or not piece.start < source.start < piece.end:
        return piece
    if not text.endswith(_BY, piece.start, source.start):
        return piece
    end = source.start - len(_BY)
    kept = text[piece.start : end].rstrip(" \"“”‘’',")
    return TextSpan(piece.start, piece.start + len(kept)) if kept else piece
