"""Relative clauses of which somebody says the rest: *A man who police say shot her was held*.

The parser may take *police* for the noun described, and the verb of the sentence for what is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.document.tree import FINITE, VERBAL, Token
from onrecord.lexicon import people
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.tagging.clauses import pieces_of
from onrecord.tagging.phrases import NOMINAL
from onrecord.tagging.predicates import FARTHEST, PAUSES, end_of_clause, predicate
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, Report, TextSpan

_RELATIVES = frozenset({"who", "that", "which"})
_OF_SOURCES = frozenset({"DET", "ADJ", "NUM", "PART", "ADP"}) | NOMINAL
_LONGEST_SOURCE = 7
_MOST = 8
"""Such clauses of one sentence that are looked at."""
_HAD = frozenset({"have", "has", "had"})
_GAP_VERBS = FINITE | {"VBN", "VB"}
_SAYS = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_NOMINATIVE = frozenset({"he", "she", "they", "we"})


class _Gap(NamedTuple):
    """Who says what of a noun, in a relative clause.

    Attributes:
        cue: the verb of saying.
        source: who says it.
        content: what is said, without the noun.
        bounded: whether the verb of the sentence closes it.
    """

    cue: Token
    source: TextSpan
    content: tuple[TextSpan, ...]
    bounded: bool


def with_gaps(scope: Scope, reports: Sequence[Report], lexicon: CueLexicon) -> Iterator[Report]:
    """The reports; those of such clauses with the source and what it says, and no more."""
    gaps = {gap.cue.start: gap for gap in _gaps(scope, lexicon)}
    bounded = _by_sentence(scope, [g for g in gaps.values() if g.bounded and g.content])
    done: set[int] = set()
    for report in reports:
        first = report.cue.start if report.cue is not None else -1
        words = scope.document.tokens_in(report.cue) if report.cue is not None else ()
        gap = next((gaps[t.start] for t in words if t.start in gaps), None)
        if gap is None:
            yield _within(scope, report, bounded.get(report.reach.start, ())[:_MOST], first)
        elif gap.cue.index not in done:
            done.add(gap.cue.index)
            yield _told(scope, report, gap)


def _by_sentence(scope: Scope, gaps: Sequence[_Gap]) -> dict[int, list[_Gap]]:
    made: dict[int, list[_Gap]] = {}
    for gap in gaps:
        first = scope.document.sentence_of(gap.cue).first
        made.setdefault(scope.document.tokens[first].start, []).append(gap)
    return made


def _told(scope: Scope, report: Report, gap: _Gap) -> Report:
    known = report.source is not None and gap.source.contains(report.source)
    source = report.source if known else gap.source
    if known and report.content and not gap.bounded:
        return report
    cue, opening = gap.cue.span, report.content[:1]
    if opening and _is_relative(scope, opening[0]) and opening[0].end <= gap.source.start:
        # *the park, which he said is full*: the pronoun that the clause sent ahead.
        gap = gap._replace(content=(*opening, *gap.content))
    return replace(
        report, source=source, cue=cue, content=gap.content, construction=Construction.CLAUSE
    )


def _is_relative(scope: Scope, piece: TextSpan) -> bool:
    return piece.of(scope.document.text).lower() in _RELATIVES


def _within(scope: Scope, report: Report, gaps: Sequence[_Gap], start: int) -> Report:
    """A report by a verb inside of what is said ends where that ends."""
    for gap in gaps:
        held = gap.content[-1]
        if not held.start <= start < held.end or report.source == gap.source:
            continue
        if report.content and report.content[-1].end > held.end:
            cut = (TextSpan(p.start, min(p.end, held.end)) for p in report.content)
            kept = tuple(p for p in cut if p.start < p.end and _has_verb(scope, p))
            form = report.construction if kept else Construction.COLON
            return replace(report, content=kept, construction=form)
    return report


def _has_verb(scope: Scope, piece: TextSpan) -> bool:
    return any(t.pos in VERBAL for t in scope.document.tokens_in(piece))


def _gaps(scope: Scope, lexicon: CueLexicon) -> Iterator[_Gap]:
    for token in scope.document.tokens:
        says = token.tag in _SAYS and CueClass.SAY in lexicon.classes(token.lemma)
        if not says or token.lemma not in lexicon.tag:
            continue
        gap = _gap(scope, token)
        if gap is not None:
            yield gap


def _gap(scope: Scope, cue: Token) -> _Gap | None:
    """What a verb says of a noun, where a finite verb follows it at once."""
    tokens, sentence = scope.document.tokens, scope.document.sentence_of(cue)
    behind = tokens[cue.index + 1 : min(cue.index + 3, sentence.last)]
    aside = bool(behind) and behind[0].text == ","
    verb = next(iter(behind[1:] if aside else behind), None)
    if verb is None or verb.tag not in _GAP_VERBS or not scope.same(verb, cue):
        return None
    begin, end = _source(scope, sentence.first, cue)
    opening = _opening(scope, sentence.first, begin, aside=aside)
    if begin >= end:
        return None
    if opening is not None:
        main = _main(scope, sentence.first, opening, verb)
    else:
        begin = 0 if aside or verb.dep == "amod" else _bare(scope, sentence.first, begin, end)
        main = predicate(scope, verb.index + 1, set_off=False) if begin else None
        if main is None:
            return None
    until = main.index if main is not None else end_of_clause(scope, verb.index)
    content = pieces_of(scope, range(verb.index, until))
    return _Gap(cue, scope.document.span_of(begin, end), content, main is not None)


def _source(scope: Scope, first: int, cue: Token) -> tuple[int, int]:
    """The words before a verb that can be its source."""
    tokens, end = scope.document.tokens, cue.index
    while end > first and tokens[end - 1].lower in _HAD:
        end -= 1
    begin = end
    while begin > max(first, end - _LONGEST_SOURCE) and _is_of_source(tokens[begin - 1]):
        begin -= 1
    return begin, end


def _opening(scope: Scope, first: int, begin: int, *, aside: bool) -> Token | None:
    """The pronoun before a source, or before the comma before one: *who, police say, was …*."""
    at = begin - 2 if aside else begin - 1
    if at <= first or (aside and scope.document.tokens[begin - 1].text != ","):
        return None
    opening = scope.document.tokens[at]
    relative = opening.lower in _RELATIVES and _describes(scope, opening)
    return opening if relative else None


def _main(scope: Scope, first: int, opening: Token, verb: Token) -> Token | None:
    """The verb of the sentence, where the noun described is its subject."""
    before = scope.document.tokens[max(first, opening.index - FARTHEST) : opening.index]
    if any(t.tag in FINITE for t in before):
        return None
    set_off = scope.document.tokens[opening.index - 1].text in PAUSES
    return predicate(scope, verb.index + 1, set_off=set_off)


def _is_of_source(token: Token) -> bool:
    relative = token.lower in _RELATIVES and token.tag in {"WP", "WDT", "IN"}
    return token.pos in _OF_SOURCES and not relative


def _describes(scope: Scope, relative: Token) -> bool:
    """Whether a noun stands before a pronoun, or a noun and a comma."""
    before = scope.document.tokens[max(0, relative.index - 2) : relative.index]
    nouns = [t for t in before[-2:] if t.text not in PAUSES]
    return bool(nouns) and nouns[-1].pos in NOMINAL and scope.same(nouns[-1], relative)


def _bare(scope: Scope, first: int, begin: int, end: int) -> int:
    """*The woman | police say drove it was held*: where the source starts, 0 for no such clause.

    Nothing but the noun described stands before, in the sentence: *the | city officials* is one.
    """
    tokens = scope.document.tokens
    source, noun = tokens[end - 1], tokens[max(0, end - 2)]
    bare = source.tag == "NNS" and people.is_utterer(source.lemma)
    person = noun.tag == "NN" and people.load().is_person(noun.lemma)
    described = (bare and person) or (source.lower in _NOMINATIVE and noun.pos == "NOUN")
    opens = begin == first and tokens[first].pos == "DET" and end - 1 > first + 1
    return end - 1 if described and opens else 0
