"""Reports without a verb: *according to the memo*, *per the log*, *her claim that …*."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import Token
from onrecord.lexicon.cues import CueLexicon
from onrecord.tagging.clauses import clause_pieces
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, Report, TextSpan

_VERBAL = frozenset({"VERB", "AUX"})


def according_reports(scope: Scope, lexicon: CueLexicon) -> Iterator[Report]:
    """One report for every prepositional cue that brings in a source."""
    for token in scope.document.tokens:
        if token.lower == "according":
            yield from _according(scope, token, lexicon)
        elif token.lower == "per" and token.dep == "prep" and _opens_phrase(scope, token):
            yield from _report(scope, token, token, token, lexicon)


def nominal_reports(scope: Scope, lexicon: CueLexicon) -> Iterator[Report]:
    """One report for every reporting noun with a that-clause."""
    document = scope.document
    for token in document.tokens:
        if token.pos != "NOUN" or token.lemma not in lexicon.nominal:
            continue
        clause = next((c for c in document.children(token) if _that_clause(scope, c)), None)
        if clause is None:
            continue
        owner = next((c for c in document.children(token) if c.dep == "poss"), None)
        sentence = document.sentence_of(token)
        yield Report(
            construction=Construction.NOMINAL,
            cue=token.span,
            lemma=token.lemma,
            source=mention_span(scope, owner) if owner else None,
            content=clause_pieces(scope, clause, {token.index}),
            reach=document.span_of(sentence.first, sentence.last),
            evidence=f"the noun “{token.text}”",
        )


def _that_clause(scope: Scope, child: Token) -> bool:
    if child.dep not in {"acl", "ccomp"}:
        return False
    return any(c.dep == "mark" and c.lower == "that" for c in scope.document.children(child))


def _according(scope: Scope, token: Token, lexicon: CueLexicon) -> Iterator[Report]:
    to = next((c for c in scope.document.children(token) if c.lower == "to"), None)
    if to is not None:
        yield from _report(scope, token, token, to, lexicon)


def _opens_phrase(scope: Scope, token: Token) -> bool:
    """Whether a comma or the start of the sentence stands before, and a clause governs it."""
    document = scope.document
    if document.head(token).pos not in _VERBAL:
        return False
    before = document.tokens[token.index - 1] if token.index else None
    first = document.sentence_of(token).first == token.index
    return first or (before is not None and before.text in {",", "—", "–"})


def _report(
    scope: Scope, top: Token, first: Token, last: Token, lexicon: CueLexicon
) -> Iterator[Report]:
    document = scope.document
    noun = next((c for c in document.children(last) if c.dep in {"pobj", "pcomp"}), None)
    if noun is None or not scope.same(noun, top):
        return
    sentence = document.sentence_of(top)
    yield Report(
        construction=Construction.ACCORDING_TO,
        cue=TextSpan(first.start, last.end),
        lemma=first.lower,
        source=mention_span(scope, _origin(scope, noun, lexicon)),
        content=_content(scope, top),
        reach=document.span_of(sentence.first, sentence.last),
        evidence=f"the phrase “{document.text[first.start : last.end]}”",
    )


def _origin(scope: Scope, noun: Token, lexicon: CueLexicon) -> Token:
    """*reports from the Journal*: the Journal; else the noun itself."""
    if noun.lemma not in lexicon.carrier:
        return noun
    for child in scope.document.children(noun):
        if child.dep == "prep" and child.lower in {"from", "by"}:
            inner = next((c for c in scope.document.children(child) if c.dep == "pobj"), None)
            if inner is not None:
                return inner
    return noun


def _content(scope: Scope, top: Token) -> tuple[TextSpan, ...]:
    """The clause around the phrase; only what stands before it, where that holds the verb."""
    document = scope.document
    root = document.head(top)
    while root.pos not in _VERBAL and document.head(root).index != root.index:
        root = document.head(root)
    while root.dep == "conj" and document.head(root).pos in _VERBAL:
        root = document.head(root)
    pieces = clause_pieces(scope, root, {top.index})
    before = tuple(p for p in pieces if p.end <= top.start)
    return before if any(p.end > root.start for p in before) else pieces
