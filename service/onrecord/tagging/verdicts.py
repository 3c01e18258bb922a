"""Sentences that say whose the words before them are: *“No.” That was the verdict of Ruiz*.

The subject points back at the words, and the noun is one for words, with *of* or *from* behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import Token
from onrecord.lexicon import cues
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import OUTSIDE, Scope
from onrecord.types import Construction, QuotedString, Report, TextSpan

_POINTING = frozenset({"that", "this", "those", "these", "such", "so"})
_WHOSE = frozenset({"of", "from", "by"})
_REACH = 160
"""Characters behind a string that hold whose its words are."""
_LONGEST = 10
"""Words up to the noun for words."""


def verdict_reports(scope: Scope) -> Iterator[Report]:
    """One label for every string with such a sentence right behind it."""
    for string in scope.strings:
        owner = _owner(scope, string) if not string.depth else None
        if owner is None:
            continue
        source = mention_span(scope, owner)
        yield Report(
            construction=Construction.LABEL,
            cue=None,
            lemma="",
            source=source,
            content=(),
            reach=TextSpan(string.outer.end, max(source.end, owner.end)),
            evidence="whose words they were, behind them",
        )


def _owner(scope: Scope, string: QuotedString) -> Token | None:
    """Head of the one whose words the sentence behind a string says that they are."""
    document = scope.document
    paragraph = document.paragraphs[document.paragraph_at(string.outer.end - 1)]
    end = min(paragraph.end, string.outer.end + _REACH)
    if end <= string.outer.end:
        return None
    tokens = [t for t in document.tokens_in(TextSpan(string.outer.end, end)) if _is_word(scope, t)]
    if len(tokens) < 2 or tokens[0].lower not in _POINTING or not _is_copula(tokens[1]):
        return None
    for place, noun in enumerate(tokens[2:_LONGEST], 2):
        if noun.pos == "NOUN" and noun.lemma in cues.load().utterances:
            behind = tokens[place + 1 : place + 2]
            return object_of(scope, behind[0]) if behind and behind[0].lower in _WHOSE else None
    return None


def _is_word(scope: Scope, token: Token) -> bool:
    return scope.level(token) == OUTSIDE and token.pos not in {"PUNCT", "SPACE"}


def _is_copula(token: Token) -> bool:
    return token.lemma == "be" or token.lower in {"was", "is", "were", "are"}
