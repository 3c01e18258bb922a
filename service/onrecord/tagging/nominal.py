"""Reports by a noun: *her claim that …*, *a warning from the board that …*, *her message is …*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.document.tree import OBJECTS, Token
from onrecord.lexicon.cues import CueLexicon
from onrecord.tagging import nominal_sources, unsaid
from onrecord.tagging.clauses import beside, clause_pieces, thats
from onrecord.tagging.nominal_clauses import Reported, reported
from onrecord.tagging.nominal_ends import before_main_verb
from onrecord.tagging.nominal_sums import nouns_of_sums, summed_up
from onrecord.tagging.rebuttals import rebutted_of
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, RelationKind, Report, TextSpan

_DENIALS = frozenset({"denial"})
"""Nouns for what one says did not happen."""


def nominal_reports(scope: Scope, lexicon: CueLexicon) -> Iterator[Report]:
    """One report for every that-clause of a reporting noun."""
    summing = nouns_of_sums(lexicon)
    words = summing | lexicon.nominal
    for noun in (t for t in scope.document.tokens if t.lemma in words and _is_noun(t)):
        owner = nominal_sources.owner(scope, noun, lexicon)
        sums = owner is not None and noun.lemma in summing
        if owner is not None and sums and (said := summed_up(scope, noun, owner)):
            yield _report(scope, noun, owner, said, lexicon)
        elif noun.lemma in lexicon.nominal:
            found = reported(scope, noun, owner, lexicon)
            if found is None or nominal_sources.is_sought(scope, noun):
                continue
            owner = owner or nominal_sources.maker(scope, noun)
            if owner is None and rebutted_of(scope, noun) is found.root:
                continue  # who rejects the claim says that it is not so
            for clause in _clauses(scope, noun, found):
                pieces = before_main_verb(scope, noun, clause)
                yield _report(scope, noun, owner, pieces, lexicon)


def _is_noun(token: Token) -> bool:
    """Whether a word is a noun, or looks like a verb to the parser (*denied union claims*)."""
    return token.pos == "NOUN" or (token.tag == "VBZ" and token.dep in OBJECTS)


def _clauses(scope: Scope, noun: Token, found: Reported) -> Iterator[tuple[TextSpan, ...]]:
    """The clause, and each further one that *and that* joins to it."""
    further = beside(scope, found.root)
    for root in (found.root, *further):
        barred = {noun.index, *found.barred, *(c.index for c in further)} - {root.index}
        if pieces := clause_pieces(scope, root, barred | _lead(scope, noun, root)):
            yield pieces


def _lead(scope: Scope, noun: Token, root: Token) -> set[int]:
    """*its admission, after months of denial, that …*: what stands between noun and "that"."""
    that = next(thats(scope, root), None)
    below = scope.document.children(root) if that is not None else ()
    return {c.index for c in below if that and noun.index < c.index < that.index}


def _report(
    scope: Scope,
    noun: Token,
    owner: Token | None,
    content: Sequence[TextSpan],
    lexicon: CueLexicon,
) -> Report:
    sentence = scope.document.sentence_of(noun)
    verb = nominal_sources.uttering(scope, noun)
    held_back = verb is not None and unsaid.held_back(scope, verb)
    none = nominal_sources.is_none(scope, noun)
    return Report(
        construction=Construction.NOMINAL,
        cue=noun.span,
        lemma=noun.lemma,
        source=nominal_sources.source_span(scope, noun, owner, content) if owner else None,
        content=tuple(content),
        reach=scope.document.span_of(sentence.first, sentence.last),
        kind=RelationKind.THOUGHT if noun.lemma in lexicon.mental else RelationKind.SPEECH,
        negated=(held_back or none) != (noun.lemma in _DENIALS),
        hypothetical=verb is not None and not none and unsaid.hypothetical(scope, verb),
        evidence=f"the noun “{noun.text}”",
    )
