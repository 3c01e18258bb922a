"""What a name names, by what it is said to do: *Quill laughed*, *Quillan, which sells tea*.

What comes again as *he* or *she* is a person, what comes again as *it* a body.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import SUBJECTS, Document, Sentence, Token
from onrecord.lexicon import cues, people
from onrecord.lexicon.cues import CueClass
from onrecord.mentions import shapes
from onrecord.mentions.names import Name
from onrecord.types import SpeakerKind

PERSON, BODY = SpeakerKind.PERSON, SpeakerKind.ORGANIZATION

RELATIVE, RESUMED, MOVES, CITES = 2.0, 0.7, 2.0, 2.0
HE_BEHIND, IT_BEHIND, IT_OF_ANOTHER = 1.5, 2.4, 1.8
"""Weights, in the coin of `kinds`; of *it* less where the sentence names a paper that may speak."""

FARTHEST_PRONOUN = 20
"""Tokens after its subject within which a pronoun is taken to resume it."""

_OF_PERSONS = frozenset({"he", "she", "his", "her"})
_RESUMES = frozenset({"he", "she", "it"})
_CITING = frozenset({"citing", "quoting"})


def evidence(document: Document, name: Name) -> Iterator[tuple[SpeakerKind, float]]:
    """The kinds that the words around one place of a name speak for, with weights."""
    after = [token.lower for token in document.tokens[name.last : name.last + 2]]
    if "who" in after:
        yield PERSON, RELATIVE
    if after == [",", "which"]:
        yield BODY, RELATIVE
    head = document.tokens[name.last - 1]
    if head.dep == "appos":
        head = document.head(head)
    if head.dep not in SUBJECTS:
        return
    if _resumed(document, name):
        yield PERSON, RESUMED
    yield from _resumed_behind(document, head)
    verb = document.head(head)
    if verb.lemma in people.load().bodily and not list(_objects(document, verb)):
        yield PERSON, MOVES
    if _publishes(verb) and _cites(document, verb):
        yield BODY, CITES


def _resumed(document: Document, name: Name) -> bool:
    """*Quill said she …*: a subject with *he* or *she* later in its sentence."""
    stop = document.sentence_of(document.tokens[name.start]).last
    stop = min(stop, name.last + FARTHEST_PRONOUN)
    return any(token.lower in _OF_PERSONS for token in document.tokens[name.last : stop])


def _resumed_behind(document: Document, head: Token) -> Iterator[tuple[SpeakerKind, float]]:
    """*Quillan disagrees. It says …*: what the subject of a sentence is called in the next.

    *It* counts where it says something: *It is late* speaks of nobody.
    """
    sentence = document.sentence_of(head)
    if not _is_root(document, head) or head.sentence + 1 >= len(document.sentences):
        return
    behind = document.sentences[head.sentence + 1]
    if behind.paragraph != sentence.paragraph:
        return
    subject = _pronoun(document, behind)
    if subject is not None and subject.lower != "it":
        yield PERSON, HE_BEHIND
    elif subject is not None and document.head(subject).lemma in cues.load().verbs:
        papers = people.load().document
        others = document.tokens[head.index + 1 : sentence.last]
        written = any(token.pos == "NOUN" and token.lemma in papers for token in others)
        yield BODY, IT_OF_ANOTHER if written else IT_BEHIND


def _pronoun(document: Document, sentence: Sentence) -> Token | None:
    """The pronoun that opens a sentence or stands behind a quoted string in it, as a subject."""
    for token in document.tokens[sentence.first : sentence.last]:
        opens = token.index == sentence.first
        opens = opens or document.tokens[token.index - 1].text in shapes.CLOSING
        opens = opens or _is_asked(document, sentence, token)
        if opens and token.lower in _RESUMES and token.dep == "nsubj":
            return token
    return None


def _is_asked(document: Document, sentence: Sentence, subject: Token) -> bool:
    """*Asked whether he would go, | he said*: the subject behind a participle that opens."""
    opening = document.tokens[sentence.first]
    behind = opening.tag == "VBN" and opening.dep == "advcl" and opening.head == subject.head
    return behind and subject.lower != "it"


def _is_root(document: Document, head: Token) -> bool:
    verb = document.head(head)
    return verb.head == verb.index


def _objects(document: Document, verb: Token) -> Iterator[Token]:
    return (child for child in document.children(verb) if child.dep in {"dobj", "ccomp"})


def _publishes(verb: Token) -> bool:
    """Whether outlets do so more than persons: *report*, *reveal*."""
    return verb.lemma != "say" and CueClass.REPORT in cues.load().classes(verb.lemma)


def _cites(document: Document, verb: Token) -> bool:
    """*Quillan reported on Monday, citing two officials*: what newspapers and stations do."""
    stop = document.sentence_of(verb).last
    return any(
        token.lower in _CITING and document.tokens[token.index - 1].text == ","
        for token in document.tokens[verb.index + 1 : stop]
    )
