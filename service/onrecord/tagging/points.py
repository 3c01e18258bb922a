"""Whose points a list holds: *the findings of the audit:*, *The inspectors made two findings:*."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.document.tree import ADNOMINAL, FINITE, SUBJECTS, Token
from onrecord.lexicon import people
from onrecord.lexicon.cues import CueLexicon
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import Scope
from onrecord.tagging.unsaid import hypothetical, negated

_WHOSE = frozenset({"of", "from", "by", "in"})
_LISTING = frozenset({
    "make", "list", "set", "outline", "give", "have", "name", "present", "draw", "reach", "publish",
    "lay", "detail", "issue", "offer", "raise", "state", "contain", "include", "repeat", "deliver",
    "send", "put", "add", "share", "announce", "come", "bring", "submit",
})  # fmt: skip
"""What one does with points when one puts them in words."""
_GIVING = frozenset({"give", "offer", "name", "list", "state"})
_REASONS = frozenset({"reason", "explanation"})
"""Nouns that are in words only where they are given."""
_COPULAS = frozenset({"be", "include", "follow", "read"})
_OPEN = frozenset({"finding", "recommendation", "conclusion", "demand"})
"""Nouns whose owner may stand in the sentence before."""


def owner(
    scope: Scope, lead: Sequence[Token], noun: Token, lexicon: CueLexicon, *, bulleted: bool
) -> Token | None:
    """Whose points they are: of whom they are, or who makes, lists or sets them out."""
    phrase = _outermost(scope, noun)
    listed = _verb_of(scope, phrase)
    if listed is not None:
        if not _lists_them(scope, listed, noun):
            return None
        return _possessor(scope, noun, lexicon) or _who_can(scope.document.subject(listed), lexicon)
    if noun.lemma in _REASONS or not (_is_told_of(scope, phrase) or _is_verbless(lead)):
        return None
    whose = _possessor(scope, noun, lexicon)
    if whose is None and bulleted and noun.lemma in _OPEN:
        return _before(scope, lead, lexicon)
    return whose


def _verb_of(scope: Scope, phrase: Token) -> Token | None:
    """The verb that has a noun for its object, or *come to*, *come with* it."""
    head = scope.document.head(phrase)
    if phrase.dep == "dobj":
        return head
    verb = scope.document.head(head)
    return verb if phrase.dep == "pobj" and verb.lemma == "come" else None


def _is_told_of(scope: Scope, phrase: Token) -> bool:
    """*Her demands were simple*, *the findings include*: the subject of a verb that names them."""
    verb = scope.document.head(phrase)
    named = phrase.dep in SUBJECTS and verb.lemma in _COPULAS
    return named and not negated(scope, verb)


def _outermost(scope: Scope, noun: Token) -> Token:
    """*a list of demands*, *a number of findings*: the noun that the points hang on."""
    preposition = scope.document.head(noun)
    if noun.dep == "pobj" and preposition.lower == "of" and preposition.dep == "prep":
        above = scope.document.head(preposition)
        return above if above.pos == "NOUN" else noun
    return noun


def _lists_them(scope: Scope, verb: Token, noun: Token) -> bool:
    verbs = _GIVING if noun.lemma in _REASONS else _LISTING
    said = verb.lemma in verbs and verb.dep not in ADNOMINAL and not hypothetical(scope, verb)
    modal = any(child.tag == "MD" for child in scope.document.children(verb))
    return said and not modal and not negated(scope, verb)


def _possessor(scope: Scope, noun: Token, lexicon: CueLexicon) -> Token | None:
    """*her demands*, *the findings of the audit*."""
    children = scope.document.children(noun)
    owner = next((c for c in children if c.dep == "poss"), None)
    if owner is not None:
        return _who_can(owner, lexicon)
    named = (object_of(scope, c) for c in children if c.dep == "prep" and c.lower in _WHOSE)
    return next((n for n in named if n is not None and _who_can(n, lexicon)), None)


def _who_can(noun: Token | None, lexicon: CueLexicon) -> Token | None:
    """A name, a pronoun, or a noun for somebody or something that can speak."""
    if noun is None or noun.pos in {"PROPN", "PRON"}:
        return noun
    speaks = people.is_utterer(noun.lemma) or noun.lemma in lexicon.document
    return noun if speaks else None


def _is_verbless(lead: Sequence[Token]) -> bool:
    return not any(t.tag in FINITE for t in lead)


def _before(scope: Scope, lead: Sequence[Token], lexicon: CueLexicon) -> Token | None:
    """The document that the sentence before tells of: *The audit runs to 90 pages. Findings:*."""
    document = scope.document
    number = document.sentence_of(lead[0]).first
    if not number:
        return None
    sentence = document.sentence_of(document.tokens[number - 1])
    first, here = document.tokens[sentence.first].start, lead[0].start
    if document.paragraph_at(first) < document.paragraph_at(here) - 1:
        return None
    subjects = (t for t in document.tokens[sentence.first : sentence.last] if t.dep in SUBJECTS)
    return next((t for t in subjects if t.lemma in lexicon.document), None)
