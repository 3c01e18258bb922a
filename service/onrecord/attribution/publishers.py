"""Who passed a document on: *a memo published by the Lamp*, *an email quoted in the suit*."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.attribution.papers import is_paper
from onrecord.attribution.scene import Scene
from onrecord.document.tree import PROPER, Token
from onrecord.lexicon import cues
from onrecord.types import HopRelation, TextSpan

_RELATIONS = {
    "publish": HopRelation.PUBLISHED,
    "print": HopRelation.PUBLISHED,
    "broadcast": HopRelation.PUBLISHED,
    "air": HopRelation.PUBLISHED,
    "cite": HopRelation.CITED,
    "quote": HopRelation.CITED,
}
"""What passes a document on. Who has only *seen* or *obtained* it is the one that reports."""
_QUOTES = frozenset({"cite", "quote"})
_AGENT, _PLACE = "by", "in"
_SCHOLARS = "journal"


class Publisher(NamedTuple):
    """Who passed a document on, and how."""

    source: TextSpan
    cue: TextSpan
    relation: HopRelation


def publisher_of(scene: Scene, paper: TextSpan) -> Publisher | None:
    """The outlet or document that a participle behind a document names, if any."""
    lexicon, document = cues.load(), scene.document
    for noun in document.tokens_in(paper):
        for verb in document.children(noun) if noun.lemma in lexicon.written else ():
            if verb.dep == "acl" and verb.tag == "VBN" and verb.lemma in _RELATIONS:
                source = _agent(scene, verb)
                if source is not None:
                    return Publisher(source, verb.span, _RELATIONS[verb.lemma])
    return None


def _agent(scene: Scene, verb: Token) -> TextSpan | None:
    """*published on Monday by the site Perch*, *quoted in the complaint*."""
    for preposition in scene.document.children(verb):
        quoted_in = preposition.lower == _PLACE and verb.lemma in _QUOTES
        if preposition.lower != _AGENT and not quoted_in:
            continue
        for noun in scene.document.children(preposition):
            phrase = _phrase(scene, noun)
            if noun.dep == "pobj" and _passes_on(scene, noun, phrase):
                return phrase
    return None


def _phrase(scene: Scene, noun: Token) -> TextSpan:
    """The noun with what stands before it, and the name right behind it."""
    document = scene.document
    first, last = document.subtree(noun)[0], noun.index + 1
    end = document.sentence_of(noun).last
    while last < end and _is_named(document.tokens[last]):
        last += 1
    return document.span_of(first, last)


def _is_named(token: Token) -> bool:
    return token.pos in PROPER and token.text[:1].isupper()


def _passes_on(scene: Scene, noun: Token, phrase: TextSpan) -> bool:
    """Whether a phrase names an outlet or another document.

    A body that publishes one is its author, a scholars' journal no more than where it stands.
    """
    lexicon = cues.load()
    if noun.lemma == _SCHOLARS:
        return False
    return noun.lemma in lexicon.newsrooms or is_paper(scene, phrase, lexicon)
