"""Who a participle says it of: *the bill, described as “a gift” by Senator Ada Quill, passed*."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.document.tree import Document, Token
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import OUTSIDE, Scope
from onrecord.types import TaggedRelation, TextSpan

_BY = "by "
_NAMING = frozenset({"call", "name", "dub", "label", "title", "nickname"})


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
