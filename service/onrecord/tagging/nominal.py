"""Reports by a noun: *her claim that …*, *a warning from the board that …*."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import FINITE, Token
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.tagging.clauses import beside, clause_pieces, has_that
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, RelationKind, Report, TextSpan

_MINDS = frozenset(
    {"thought", "sentiment", "conviction", "memory", "recollection", "prayer", "dream"}
)
"""What is in somebody's mind, though it may be called his words once he has told it."""
_BY = frozenset({"from", "by", "of"})


def nominal_reports(scope: Scope, lexicon: CueLexicon) -> Iterator[Report]:
    """One report for every that-clause of a reporting noun."""
    document = scope.document
    for token in document.tokens:
        if token.pos != "NOUN":
            continue
        told = _told_to_be(scope, token, lexicon)
        if told is not None:
            yield _report(scope, token, clause_pieces(scope, told, {token.index}), lexicon)
        if told is not None or token.lemma not in lexicon.nominal:
            continue
        clause = next((c for c in document.children(token) if _is_content(scope, c)), None)
        if clause is None or _is_medium(scope, token, lexicon):
            continue
        further = beside(scope, clause)
        for root in (clause, *further):
            barred = {token.index, *(c.index for c in further)} - {root.index}
            yield _report(scope, token, clause_pieces(scope, root, barred), lexicon)


def _told_to_be(scope: Scope, noun: Token, lexicon: CueLexicon) -> Token | None:
    """*Her answer was that it was old*: the clause that tells what somebody's words were.

    A hope, or what only could be said, is none.
    """
    verb = scope.document.head(noun)
    words = (lexicon.nominal | lexicon.utterances) - lexicon.mental - _MINDS
    if noun.lemma not in words or noun.dep != "nsubj" or verb.lemma != "be":
        return None
    if verb.tag not in FINITE or _owner(scope, noun) is None or _is_weighed(scope, noun, verb):
        return None
    clauses = (c for c in scope.document.children(verb) if c.dep == "ccomp")
    return next((c for c in clauses if c.index > verb.index and has_that(scope, c)), None)


def _is_weighed(scope: Scope, noun: Token, verb: Token) -> bool:
    """*Their best argument is that …* is a judgement; *her guess, she said, is …* has a tag."""
    best = any(c.tag == "JJS" for c in scope.document.children(noun))
    return best or scope.document.tokens[verb.index - 1].pos == "PUNCT"


def _is_medium(scope: Scope, noun: Token, lexicon: CueLexicon) -> bool:
    """*insisted in a statement that …*: the clause is that of the verb, wherever it hangs."""
    preposition = scope.document.head(noun)
    if preposition.lower != "in" or noun.lemma not in lexicon.medium:
        return False
    verb = scope.document.head(preposition)
    return verb.index < noun.index and CueClass.SAY in lexicon.classes(verb.lemma)


def _report(
    scope: Scope, noun: Token, content: tuple[TextSpan, ...], lexicon: CueLexicon
) -> Report:
    owner = _owner(scope, noun)
    sentence = scope.document.sentence_of(noun)
    return Report(
        construction=Construction.NOMINAL,
        cue=noun.span,
        lemma=noun.lemma,
        source=mention_span(scope, owner) if owner else None,
        content=content,
        reach=scope.document.span_of(sentence.first, sentence.last),
        kind=_kind(noun, lexicon),
        evidence=f"the noun “{noun.text}”",
    )


def _is_content(scope: Scope, child: Token) -> bool:
    return child.dep in {"acl", "ccomp"} and has_that(scope, child)


def _owner(scope: Scope, noun: Token) -> Token | None:
    """Whose claim it is: *her claim*, *a claim by the board*."""
    children = list(scope.document.children(noun))
    owner = next((c for c in children if c.dep == "poss"), None)
    if owner is not None:
        return owner
    named = (object_of(scope, c) for c in children if c.dep == "prep" and c.lower in _BY)
    return next((found for found in named if found is not None), None)


def _kind(noun: Token, lexicon: CueLexicon) -> RelationKind:
    return RelationKind.THOUGHT if noun.lemma in lexicon.mental else RelationKind.SPEECH
