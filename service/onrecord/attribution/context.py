"""Who a sentence before quoted words tells of: *Ruiz was having none of it. “They can wait.”*.

News leaves the tag out where the sentence before has just brought the speaker in. Its subject is
then the speaker, not whoever spoke in the paragraph before.
"""

from __future__ import annotations

from onrecord.attribution.scene import Scene
from onrecord.document.tree import Token
from onrecord.lexicon import people
from onrecord.lexicon.people import plain
from onrecord.types import QuotedString, TextSpan

_PRONOUNS = frozenset({"he", "she"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BESIDE = frozenset({"compound", "det", "poss", "amod", "case"})
_CLOSING = (".", "!", "?", "…")


def brought_in(scene: Scene, string: QuotedString) -> TextSpan | None:
    """The subject of the sentence right before a string, if it is a person.

    Returns:
        None where the string opens its paragraph, where that sentence goes on into the string,
        or where words in quotation marks stand in it.
    """
    document, start = scene.document, string.outer.start
    paragraph = document.paragraphs[scene.paragraph(start)]
    lead = document.text[paragraph.start : start].rstrip()
    if string.depth or not lead.endswith(_CLOSING):
        return None
    last = document.token_at(start - 1 if start else 0)
    while last.index and (last.start >= start or not last.text.strip()):
        last = document.tokens[last.index - 1]
    sentence = document.sentence_of(last)
    span = document.span_of(sentence.first, last.index + 1)
    if span.start < paragraph.start or scene.outermost_in(span):
        return None
    tokens = document.tokens[sentence.first : last.index + 1]
    return next((_phrase(scene, token) for token in tokens if _is_subject(scene, token)), None)


def _is_subject(scene: Scene, token: Token) -> bool:
    """Whether a word is the subject of the main clause and names a person."""
    verb = scene.document.head(token)
    if token.dep not in _SUBJECTS or verb.head != verb.index:
        return False
    noun = token.pos == "NOUN" and people.load().is_person(plain(token.lemma))
    return token.pos == "PROPN" or noun or token.lower in _PRONOUNS


def _phrase(scene: Scene, head: Token) -> TextSpan:
    """The noun with what stands before it."""
    children = (c for c in scene.document.children(head) if c.dep in _BESIDE)
    first = min((child.index for child in children if child.index < head.index), default=head.index)
    return scene.document.span_of(first, head.index + 1)
