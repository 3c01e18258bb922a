"""What else a report tells: to whom, through what, and whether it was not said at all."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import Token
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.tagging.phrases import NOMINAL, mention_span
from onrecord.tagging.scope import Scope
from onrecord.types import TextSpan

_CARRIERS = frozenset({"in", "on", "at", "via", "during", "through", "by", "over", "from"})
_SAME_CLAUSE = frozenset({"xcomp", "advcl", "pcomp", "prep", "conj"})


def addressee(scope: Scope, verb: Token, classes: frozenset[CueClass]) -> Token | None:
    """Head of the one who is told, asked or written to."""
    for child in scope.document.children(verb):
        if child.index < verb.index or not scope.same(child, verb):
            continue
        tells = CueClass.TELL in classes and child.dep in {"dobj", "dative"}
        if tells and child.pos in NOMINAL and child.tag != "WP":
            return child
        if child.dep in {"prep", "dative"} and child.lower == "to":
            return _object(scope, child)
    return None


def medium(scope: Scope, verb: Token, lexicon: CueLexicon) -> TextSpan | None:
    """Where, or through what: *in a statement*, *on a conference call*, *used his X platform*."""
    for clause in _clauses(scope, verb):
        for child in scope.document.children(clause):
            if not scope.same(child, verb):
                continue
            found = _carried(scope, child, lexicon) or _used(scope, clause, child, lexicon)
            if found:
                return found
    return None


def negated(scope: Scope, verb: Token, classes: frozenset[CueClass]) -> bool:
    """Whether it was not said, or denied; a denial denied is none."""
    by_not = any(child.dep == "neg" for child in scope.document.children(verb))
    return by_not != (CueClass.DENY in classes)


def hypothetical(scope: Scope, verb: Token) -> bool:
    """Whether a modal or a purpose keeps it from having been said (*could say*, *to say that*)."""
    children = list(scope.document.children(verb))
    if any(c.tag == "MD" and c.lemma not in {"will", "would"} for c in children):
        return True
    infinitive = any(c.dep == "aux" and c.lower == "to" for c in children)
    return infinitive and verb.dep in {"advcl", "acl", "relcl", "csubj", "ROOT", "pcomp"}


def is_outlet(head: Token, lexicon: CueLexicon) -> bool:
    """Whether a noun names a newspaper, station or agency: its last word says so."""
    return head.pos == "PROPN" and head.lower in lexicon.outlet


def _clauses(scope: Scope, verb: Token) -> Iterator[Token]:
    """The verb, and the verbs that it shares its clause with."""
    yield verb
    for _ in range(3):
        if verb.dep not in _SAME_CLAUSE:
            return
        verb = scope.document.head(verb)
        yield verb


def _carried(scope: Scope, child: Token, lexicon: CueLexicon) -> TextSpan | None:
    if child.dep != "prep" or child.lower not in _CARRIERS:
        return None
    noun = _object(scope, child)
    if noun is None or not (noun.lemma in lexicon.medium or noun.lemma in lexicon.venue):
        return None
    phrase = mention_span(scope, noun)
    return TextSpan(min(child.start, phrase.start), phrase.end)


def _used(scope: Scope, clause: Token, child: Token, lexicon: CueLexicon) -> TextSpan | None:
    """*He used his Truth Social platform to …*: the name of what was used."""
    if clause.lemma not in {"use", "take"} or child.dep != "dobj":
        return None
    if child.lemma not in lexicon.medium:
        return None
    names = [c for c in scope.document.children(child) if c.dep == "compound" and c.pos == "PROPN"]
    if not names:
        return mention_span(scope, child)
    first, last = scope.document.subtree(names[-1])
    return scope.document.span_of(min(first, names[0].index), last)


def _object(scope: Scope, preposition: Token) -> Token | None:
    return next(
        (c for c in scope.document.children(preposition) if c.dep == "pobj" and c.pos in NOMINAL),
        None,
    )
