"""Labels inside quoted words: *“Dad had a line for it: ‘Row on.’”*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.document.tree import FINITE, Token
from onrecord.lexicon import cues
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.scope import Scope
from onrecord.tagging.turns import labelled
from onrecord.types import QuotedString, Report

_LONGEST = 24
"""Tokens before the colon among which the verb and its subject may stand."""
_GAP = 3
_GIVES = frozenset({"have", "send", "leave", "write", "give", "get", "use", "coin"})
_LINES = frozenset({"line", "saying", "phrase", "expression", "rule", "joke", "proverb", "word"})


def inner_labels(scope: Scope) -> Iterator[Report]:
    """One report for every string in another one with a colon before it and who had the words.

    Who *had a line for it* or *sent a message*: a noun for words is the object of the verb.
    """
    for string in scope.strings:
        if string.parent is not None:
            label = _label(scope, string)
            if label is not None:
                yield label


def _label(scope: Scope, string: QuotedString) -> Report | None:
    document = scope.document
    start = string.outer.start
    if not document.text[max(0, start - _GAP) : start].rstrip().endswith(":"):
        return None
    first = document.token_at(start).index
    before = [
        token
        for token in document.tokens[max(0, first - _LONGEST) : first]
        if scope.level(token) == string.parent
    ]
    here = [token for token in before if token.sentence == before[-1].sentence]
    verb = next((token for token in reversed(here) if _gives_words(token, here)), None)
    subjects = (t for t in here if verb is not None and t.head == verb.index and t.dep == "nsubj")
    subject = next(subjects, None)
    if subject is None:
        return None
    source = mention_span(scope, subject)
    return labelled(string, source, source.start, "who had the words, before the colon")


def _gives_words(verb: Token, here: Sequence[Token]) -> bool:
    lexicon = cues.load()
    words = _LINES | lexicon.utterances | lexicon.medium
    if verb.lemma not in _GIVES or verb.tag not in FINITE:
        return False
    return any(t.head == verb.index and t.dep == "dobj" and t.lemma in words for t in here)
