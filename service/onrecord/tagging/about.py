"""Whom words are about: *“He lied,” said Ruiz of Loy* names Ruiz alone as who said it."""

from __future__ import annotations

from onrecord.document.tree import Token
from onrecord.lexicon import cues, people
from onrecord.tagging.scope import Scope

_WHERE_AND_WHEN = frozenset({"in", "on", "during", "after", "before"})


def about_whom(scope: Scope, head: Token, last: int) -> int:
    """Where *of* begins behind a name that an inverted verb has for its subject, else `last`.

    Of *said Ana Ruiz of the Courier* the phrase is part of the name: only a person is spoken of.
    So begins *in the Courier* behind *wrote Ana Ruiz*, which tells where she wrote it.
    """
    verb = scope.document.head(head)
    inverted = head.dep == "nsubj" and verb.index < head.index and verb.lemma in cues.load().tag
    if head.pos != "PROPN" or not inverted:
        return last
    for child in scope.document.children(head):
        if child.lower in _WHERE_AND_WHEN and head.index < child.index < last:
            return child.index if scope.document.label_of(head) in {"PERSON", ""} else last
        if child.lower == "of" and head.index < child.index < last:
            spoken_of = (c for c in scope.document.children(child) if c.dep == "pobj")
            return child.index if any(_is_person(scope, c) for c in spoken_of) else last
    return last


def _is_person(scope: Scope, noun: Token) -> bool:
    """*of her*, *of his late brother*, *of Mrs Loy*, or *of Loy* where Loy says something too."""
    known = people.load()
    if noun.pos == "PRON":
        return noun.tag == "PRP"
    below = list(scope.document.children(noun))
    if noun.pos == "NOUN":
        return known.is_person(noun.lemma) and any(c.tag == "PRP$" for c in below)
    if any(c.dep == "compound" and known.is_title(c.text) for c in below):
        return True
    return not any(c.dep == "det" for c in below) and noun.text in scope.speaking
