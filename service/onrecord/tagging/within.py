"""Tags with the verb first inside what they report: *The bridge, said the mayor, would close*."""

from __future__ import annotations

from itertools import islice

from onrecord.document.tree import FINITE, TENSED, Token
from onrecord.lexicon import cues
from onrecord.lexicon.people import is_utterer
from onrecord.tagging.phrases import NOMINAL
from onrecord.tagging.scope import Scope

_TO_SOMEBODY = frozenset({"tell", "inform", "remind", "assure", "notify", "hear"})
"""Verbs behind which stands who is told."""
_LONGEST = 10
"""Tokens of the source."""


def within(scope: Scope, verb: Token) -> Token | None:
    """Who says it, where a comma, verb and source, and a comma part a subject from its verb.

    The parser has the bridge for a subject of *said*, or the mayor for its object. Not in *He
    admitted the theft, denied the arson, was jailed*.
    """
    document = scope.document
    if verb.tag not in TENSED or verb.lemma in _TO_SOMEBODY:
        return None
    if verb.lemma not in cues.load().tag or not _follows_a_noun(scope, verb):
        return None
    last = document.sentence_of(verb).last
    near = document.tokens[verb.index + 1 : min(verb.index + 1 + _LONGEST, last)]
    comma = next((t.index for t in near if t.text == ","), None)
    if comma is None or not _goes_on(scope, verb, comma, last):
        return None
    nouns = [t for t in document.tokens[verb.index + 1 : comma] if t.pos in NOMINAL]
    tops = (t for t in nouns if document.subtree(t)[0] == verb.index + 1)
    noun = next((t for t in tops if document.head(t) not in nouns), None)
    utters = noun is not None and (noun.pos != "NOUN" or is_utterer(noun.lemma))
    return noun if utters and noun is not None and scope.same(noun, verb) else None


def _follows_a_noun(scope: Scope, verb: Token) -> bool:
    """Whether a noun and a comma stand before the verb, and no verb before them."""
    document = scope.document
    before = document.tokens[document.sentence_of(verb).first : verb.index]
    if len(before) <= 1 or before[-1].text != "," or before[-2].pos not in NOMINAL:
        return False
    return all(scope.same(t, verb) and t.tag not in FINITE for t in before)


def _goes_on(scope: Scope, verb: Token, comma: int, last: int) -> bool:
    """Whether a finite verb stands behind the comma, or behind a phrase that another one closes."""
    rest = scope.document.tokens[comma + 1 : last]
    commas = (t.index for t in rest if t.text == ",")
    for begin in (comma, *islice(commas, 1)):
        words = (t for t in scope.document.tokens[begin + 1 : last] if t.pos != "ADV")
        word = next(words, None)
        if word is not None and word.tag in FINITE:
            return scope.same(word, verb)
    return False
