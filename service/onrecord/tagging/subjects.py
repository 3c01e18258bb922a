"""The grammar names the source of a relation for which the trained tagger found none.

*Quill, who often mocked the plan*: the tagger knows the cue and its content; whose cue it is, the
parse tells. A passive without "by" names nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.document.tree import VERBAL, Document, Token
from onrecord.lexicon.people import is_utterer
from onrecord.types import TaggedRelation, TextSpan

_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE = frozenset({"nsubjpass", "auxpass", "csubjpass"})
_SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep"})
_BEHIND = frozenset({"relcl", "acl", "appos", "punct", "prep"})
"""Dependencies of what stands behind a noun and is left out of the source."""
_EMPTY = frozenset({"it", "there"})
_LONGEST_CLIMB = 3


def with_subjects(
    document: Document, tagged: Sequence[TaggedRelation]
) -> tuple[TaggedRelation, ...]:
    """The relations; one with a cue and no source has the subject of its cue, where it has one."""
    return tuple(_completed(document, relation) for relation in tagged)


def _completed(document: Document, relation: TaggedRelation) -> TaggedRelation:
    if relation.source is not None or relation.cue is None:
        return relation
    verb = _verb(document, relation.cue)
    subject = None if verb is None else _subject(document, verb)
    if subject is None or subject.lower in _EMPTY:
        return relation
    span = _phrase(document, subject)
    if any(piece.overlaps(span) for piece in (relation.cue, *relation.content)):
        return relation
    return replace(relation, source=span)


def _verb(document: Document, cue: TextSpan) -> Token | None:
    """The highest verb of a cue."""
    held = document.tokens_in(cue)
    for token in held:
        if token.pos in VERBAL and not cue.contains(document.head(token).span):
            return token
    return next((token for token in held if token.dep == "ROOT" and token.pos == "VERB"), None)


def _subject(document: Document, verb: Token) -> Token | None:
    """The subject of a verb in the active voice, or that of the verb that it shares one with."""
    token = verb
    for _ in range(_LONGEST_CLIMB):
        children = tuple(document.children(token))
        if _is_passive(token, children) or is_told_in_headline(document, token):
            return _agent(document, children) if token is verb else None
        found = [c for c in children if c.dep in _SUBJECTS]
        if found:
            return found[-1] if found[-1].start < verb.start else found[0]
        if token.dep not in _SHARES_SUBJECT:
            return None
        token = document.head(token)
    return None


def _is_passive(verb: Token, children: Sequence[Token]) -> bool:
    """*Asked whether it rained, she nodded*: a participle without *have* is one as well."""
    bare = verb.tag == "VBN" and not any(child.dep == "aux" for child in children)
    return bare or any(child.dep in _PASSIVE for child in children)


def is_told_in_headline(document: Document, verb: Token) -> bool:
    """*Chef told she was “too loud”*: who tells somebody names him, so this one was told."""
    line = document.paragraphs[document.paragraph_at(verb.start)]
    if verb.lower != "told" or line.start or line.of(document.text).endswith("."):
        return False
    children = list(document.children(verb))
    if any(c.dep in {"dobj", "dative", "aux"} for c in children):
        return False
    clauses = (c for c in children if c.dep == "ccomp" and c.index > verb.index)
    return any(document.subtree(c)[0] == verb.index + 1 for c in clauses)


def _agent(document: Document, children: Sequence[Token]) -> Token | None:
    by = (child for child in children if child.dep == "agent")
    return next((noun for b in by for noun in document.children(b) if noun.dep == "pobj"), None)


def _phrase(document: Document, noun: Token) -> TextSpan:
    """The words of a noun up to what stands behind it."""
    first, _ = document.subtree(noun)
    last = noun.index + 1
    for child in _behind(document, noun):
        last = max(last, document.subtree(child)[1])
    return document.span_of(min(first, noun.index), last)


def _behind(document: Document, noun: Token) -> Iterator[Token]:
    return (c for c in document.children(noun) if c.start > noun.start and c.dep not in _BEHIND)


def is_thing(noun: Token) -> bool:
    """Whether a common noun names what can neither speak nor write (*the roof*)."""
    return noun.pos == "NOUN" and not is_utterer(noun.lemma)
