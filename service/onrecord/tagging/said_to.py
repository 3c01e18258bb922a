"""Participles that tell what is said of a noun: *A man said to be armed was held*.

The noun says nothing. Who says it may follow (*said by police to have fled*).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.document.tree import Token
from onrecord.tagging.clauses import pieces_of
from onrecord.tagging.phrases import NOMINAL, mention_span
from onrecord.tagging.predicates import PAUSES, end_of_clause, predicate
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, Report, TextSpan

_SAID_TO = frozenset({"say", "report", "allege", "rumour", "rumor", "believe", "think"})
_TELLS_TO = "say"
"""The one among them that may ask for a deed by itself: *She said to wait*."""
_STATES = frozenset({"be", "have"})
_LONGEST_AGENT = 7
_OBJECTS = frozenset({"dobj", "pobj"})
_ENDS = frozenset({".", "!", "?"})
_PAST = frozenset({"VBD", "VBN"})


class _Participle(NamedTuple):
    """Who says so by a participle beside a noun, and what: the noun first, then the infinitive."""

    agent: TextSpan | None
    said: tuple[TextSpan, ...]


def with_said_to(scope: Scope, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports; of a participle beside a noun, what it tells is said of the noun."""
    document = scope.document
    for report in reports:
        verb = document.token_at(report.cue.start) if report.cue is not None else None
        told = _participle(scope, verb) if verb is not None else None
        if told is None:
            yield report
            continue
        yield replace(
            report,
            source=told.agent,
            content=told.said,
            construction=Construction.CLAUSE if told.said else Construction.COLON,
        )


def _participle(scope: Scope, verb: Token) -> _Participle | None:
    document, tokens = scope.document, scope.document.tokens
    if verb.lemma not in _SAID_TO or verb.tag not in _PAST or verb.index == 0:
        return None
    if any(c.dep in {"aux", "auxpass"} and c.index < verb.index for c in document.children(verb)):
        return None
    before = tokens[verb.index - 1]
    set_off = before.text in PAUSES
    noun = tokens[before.index - 1] if set_off and before.index else before
    to = _infinitive(scope, verb)
    if to is None or noun.pos not in NOMINAL | {"NUM"} or noun.tag in {"PRP", "WP", "WDT"}:
        return None
    by = tokens[verb.index + 1].lower == "by"
    main = predicate(scope, to.index + 1, set_off=set_off)
    closed = main is not None or _is_object(scope, verb, noun, to)
    if not (closed or by or verb.lemma != _TELLS_TO):
        return None
    end = main.index if main is not None else end_of_clause(scope, to.index)
    agent = document.span_of(verb.index + 2, to.index) if by else None
    head = _head_before(scope, verb, noun)
    if not (closed or set_off):
        # The verb of the sentence is misread: nobody knows where it ends.
        return _Participle(agent, ())
    named = mention_span(scope, head)
    named = TextSpan(named.start, max(head.end, min(named.end, noun.end)))
    said = (named, *pieces_of(scope, range(to.index, end)))
    return _Participle(agent, said)


def _infinitive(scope: Scope, verb: Token) -> Token | None:
    """The "to" of the infinitive right behind a participle, or behind who says so."""
    sentence = scope.document.sentence_of(verb)
    stretch = scope.document.tokens[verb.index + 1 : min(verb.index + 9, sentence.last)]
    by = stretch[:1] and stretch[0].lower == "by"
    near = stretch[: _LONGEST_AGENT + 1] if by else stretch[:1]
    return next((t for t in near if t.tag == "TO" and t.index + 1 < sentence.last), None)


def _is_object(scope: Scope, verb: Token, noun: Token, to: Token) -> bool:
    """*Police held a man said to be armed*, or a headline: *Roth said to be ill*."""
    document = scope.document
    if document.tokens[to.index + 1].lemma not in _STATES:
        return False
    closing = document.tokens[document.sentence_of(verb).last - 1]
    headline = closing.text not in _ENDS and noun.index < verb.index
    return verb.dep == "acl" or noun.dep in _OBJECTS or headline


def _head_before(scope: Scope, verb: Token, noun: Token) -> Token:
    """The noun that the participle stands beside: *The boy, 12, said to …* is the boy."""
    above = scope.document.head(noun)
    beside = noun.dep in {"appos", "nummod", "npadvmod", "pobj"} and above.index < noun.index
    return above if beside and above.pos in NOMINAL and above.index < verb.index else noun
