"""Reports of the grammar and relations of the trained tagger, put together.

Where both see the same cue, the grammar has the word, by the rules of annotation that the answer
follows; the tagger, which was taught by others, fills what the grammar left open. What the grammar
missed becomes a report of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.document.tree import Document, Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueLexicon
from onrecord.tagging.filling import (
    behind_apposition,
    clauses,
    gone_on_with,
    missed_clause,
    parted,
    without_verdict,
)
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.scope import OUTSIDE, Scope
from onrecord.types import Construction, Report, TaggedRelation, TextSpan

_CLAUSES = frozenset({Construction.CLAUSE, Construction.TAG, Construction.ACCORDING_TO})
_VERBAL = frozenset({"VERB", "AUX"})
_ARGUMENTS = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr", "appos"})
_NO_RELATIVE = frozenset({"who", "which", "that"})
_RELATIVE = frozenset({"who", "which", "that"})
_ACCORDING = frozenset({"according", "per", "via"})
_WRITTEN = frozenset({"read", "reads"})
_OPENS = re.compile(r"[,:]?\s{1,3}[\"“‘'«]\s?")
_SET_OFF = re.compile(r"\s{0,40}[,;:(\[—–]|\s--")


def fuse(scope: Scope, reports: Sequence[Report], tagged: Sequence[TaggedRelation]) -> list[Report]:
    """The reports with what the tagger adds to them, and those that it alone has found.

    Args:
        scope: the article.
        reports: those of the grammar, in order of position.
        tagged: the relations of the tagger.

    Returns:
        The reports in no order; `tagged` of each is the position of its relation, if any.
    """
    matches = _matches(reports, tagged)
    lexicon = cues.load()
    found: list[Report] = []
    for number, report in enumerate(reports):
        amended = _amended(scope, report, tagged, matches.get(number), lexicon)
        found.extend([amended] if report.content else parted(scope, amended))
    taken = frozenset(matches.values())
    beside: dict[int, list[Report]] = {}
    for report in reports:
        beside.setdefault(report.reach.start, []).append(report)
    for number, relation in enumerate(tagged):
        cue = relation.cue
        if number in taken or cue is None:
            continue
        sentence = scope.document.sentence_of(scope.document.token_at(cue.start))
        near = beside.get(scope.document.tokens[sentence.first].start, ())
        known = any(_is_of(r, cue, relation.content) or _passes_on(r, relation) for r in near)
        if not known:
            found.extend(_own(scope, relation, number, lexicon))
    return found


def _is_of(report: Report, cue: TextSpan, content: Sequence[TextSpan]) -> bool:
    """Whether a report has the words that the tagger gives to a cue outside of them.

    *Recalled the toys after parents complained that they talked*: what was complained of.
    """
    held = all(any(has.contains(piece) for has in report.content) for piece in content)
    return held and not any(has.overlaps(cue) for has in report.content)


def _passes_on(report: Report, relation: TaggedRelation) -> bool:
    """*“No,” the memo quotes Ruiz as saying*: the words are Ruiz's, and the memo is known."""
    source, cue = relation.source, relation.cue
    if report.outlet is None or source is None or cue is None or report.cue is None:
        return False
    return report.outlet.overlaps(source) and cue.end <= report.cue.start


def _matches(reports: Sequence[Report], tagged: Sequence[TaggedRelation]) -> dict[int, int]:
    """Position of a report -> position of the relation with the same cue.

    Reports with one cue (*said that …, and that …*) share its relation.
    """
    by_token: dict[int, int] = {}
    for number, relation in enumerate(tagged):
        if relation.cue is not None:
            by_token.update((at, number) for at in range(relation.cue.start, relation.cue.end))
    found: dict[int, int] = {}
    taken: dict[int, TextSpan] = {}
    for number, report in enumerate(reports):
        span = report.cue
        if span is None:
            continue
        hits = [by_token[at] for at in range(span.start, span.end) if at in by_token]
        if hits and taken.setdefault(hits[0], span) == span:
            found[number] = hits[0]
    return found


def _amended(
    scope: Scope,
    report: Report,
    tagged: Sequence[TaggedRelation],
    number: int | None,
    lexicon: CueLexicon,
) -> Report:
    """The report with the source and the content of its relation where it has none itself."""
    if number is None:
        return report
    document, relation = scope.document, tagged[number]
    source, content, construction = report.source, report.content, report.construction
    if source is None and relation.source is not None:
        unknown = relation.source.of(document.text).lower() in _RELATIVE
        told = unknown or _is_told(document, report, relation.source)
        source = None if told else mention(document.text, relation.source)
    elif source is not None and relation.source is not None:
        source = _bounded(document, source, relation.source)
    missing = not content or _holds_source(content, source)
    if missing and construction in _CLAUSES:
        content = clauses(document.text, relation.content)
    elif not content and (missed := missed_clause(scope, report, relation, lexicon)):
        before = report.cue is not None and missed[0].start < report.cue.start
        content, construction = missed, Construction.TAG if before else Construction.CLAUSE
    else:
        content = behind_apposition(document, report, content, relation)
        content = without_verdict(document, content, relation)
        content = gone_on_with(document, report, content, relation)
    return replace(report, source=source, content=content, construction=construction, tagged=number)


def _bounded(document: Document, source: TextSpan, tagged: TextSpan) -> TextSpan:
    """The source as far as the tagger has it, where the parse ran on or stopped inside a name.

    *The ruling defines “dawn” and says …*: the ruling. *Gazette*: the Wharf Gazette.
    """
    if tagged.start == source.start and tagged.end < source.end:
        return tagged
    if tagged.end == source.end and tagged.start < source.start:
        rest = document.tokens_in(TextSpan(tagged.start, source.start))
        if all(t.pos == "DET" or (t.pos == "PROPN" and t.text[:1].isupper()) for t in rest):
            return tagged
    return source


def _holds_source(content: Sequence[TextSpan], source: TextSpan | None) -> bool:
    """*…, bus and all, clerk Ruiz said*: where the parse takes the source into the clause."""
    return source is not None and any(piece.contains(source) for piece in content)


def _is_told(document: Document, report: Report, source: TextSpan) -> bool:
    """*Fans were warned not to travel*: the subject of a passive hears the words."""
    if report.cue is None:
        return False
    verb = document.tokens_in(report.cue)[0]
    return any(c.dep == "nsubjpass" and source.contains(c.span) for c in document.children(verb))


def _own(
    scope: Scope, relation: TaggedRelation, number: int, lexicon: CueLexicon
) -> Iterator[Report]:
    """A report of the tagger alone: its cue must be one of the language."""
    document, cue = scope.document, relation.cue
    if cue is None or not relation.content or not _states(scope, relation.content):
        return
    closing = _closing_verb(document, relation, lexicon)
    head = closing or _head(document.tokens_in(cue), lexicon)
    if head is None or _is_addressed(document, head, relation):
        return
    sentence = document.sentence_of(head)
    yield Report(
        construction=_construction(head, relation, verbal=closing is not None),
        cue=cue,
        lemma=_verb_of(head, lexicon) if closing else head.lemma,
        source=_source(scope, head, relation.source),
        content=clauses(document.text, relation.content),
        reach=document.span_of(sentence.first, sentence.last),
        kind=relation.kind,
        evidence=f"the words “{cue.of(document.text)}”",
        tagged=number,
    )


def _source(scope: Scope, head: Token, source: TextSpan | None) -> TextSpan | None:
    """The source of a relation; of *key quotes from the speech* the adjective is none."""
    if source is None:
        return None
    describes = all(
        t.pos == "ADJ" and t.dep == "amod" and t.head == head.index
        for t in scope.document.tokens_in(source)
    )
    return None if describes else _whose(scope, source)


def _states(scope: Scope, content: Sequence[TextSpan]) -> bool:
    """Whether something is said: *declined to confirm that account* only names what it is about."""
    tokens = (token for piece in content for token in scope.document.tokens_in(piece))
    return any(token.pos in _VERBAL or scope.level(token) != OUTSIDE for token in tokens)


def _is_addressed(document: Document, head: Token, relation: TaggedRelation) -> bool:
    """*Notes to editors: …*: behind a noun and "to" stands who is told, not who tells."""
    cue, source = relation.cue, relation.source
    if head.pos != "NOUN" or cue is None or source is None or source.start < head.end:
        return False
    between = document.text[head.end : source.start].split()
    return between[:1] == ["to"]


def _head(tokens: Sequence[Token], lexicon: CueLexicon) -> Token | None:
    known = [t for t in tokens if _is_cue(t, lexicon)]
    return known[-1] if known else None


def _whose(scope: Scope, source: TextSpan) -> TextSpan:
    """The source as a mention; of *a sign that read “…”* the sign, not the pronoun."""
    document = scope.document
    pronoun = document.token_at(source.start)
    clause = document.head(pronoun)
    if source.of(document.text).lower() not in _RELATIVE or clause.dep != "relcl":
        return mention(document.text, source)
    noun = document.head(clause)
    span = mention_span(scope, noun)
    return TextSpan(span.start, max(noun.end, min(span.end, pronoun.start - 1)))


def _closing_verb(
    document: Document, relation: TaggedRelation, lexicon: CueLexicon
) -> Token | None:
    """*…, emails obtained by the Courier show*: a verb that the parser takes for a noun.

    Right behind its source, at the end of the sentence or before words that a mark opens (*A note
    left at the diner read, “Thanks”*).
    """
    if relation.cue is None or relation.source is None or not relation.content:
        return None
    *_, last = document.tokens_in(relation.cue)
    behind = document.tokens[last.index + 1 : document.sentence_of(last).last]
    closes = not any(map(str.isalnum, "".join(token.text for token in behind)))
    gap = document.text[last.end : max(last.end, relation.content[0].start)]
    opens = bool(_OPENS.fullmatch(gap)) and last.pos == "NOUN"
    beside = relation.cue.start == relation.source.end + 1
    return last if (closes or opens) and beside and _verb_of(last, lexicon) else None


def _verb_of(word: Token, lexicon: CueLexicon) -> str:
    """The reporting verb that a word is a form of, whatever the parser takes it for."""
    lower = word.lower
    return lexicon.tag_verb(lower) or ("read" if lower in _WRITTEN else "")


def _is_cue(token: Token, lexicon: CueLexicon) -> bool:
    """Whether a word reports: *open* is a cue as a verb, not as an adjective."""
    if token.lower in _ACCORDING:
        return True
    if token.pos == "NOUN" and token.tag in {"NN", "NNS"} and token.dep in _ARGUMENTS:
        return token.lemma in lexicon.nominal
    if token.pos == "PROPN" and token.lemma in lexicon.nominal:
        return True
    return token.pos not in {"ADJ", "ADV"} and bool(lexicon.classes(token.lemma))


def _construction(head: Token, relation: TaggedRelation, *, verbal: bool = False) -> Construction:
    if head.lower in _ACCORDING:
        return Construction.ACCORDING_TO
    if head.pos in {"NOUN", "PROPN"} and not verbal:
        return Construction.NOMINAL
    before = relation.content[0].start < head.start
    return Construction.TAG if before else Construction.CLAUSE


def mention(text: str, source: TextSpan) -> TextSpan:
    """A source up to what a comma or a bracket sets off, as mentions are cut everywhere."""
    ends = _SET_OFF.search(text, source.start + 1, source.end)
    return TextSpan(source.start, ends.start()) if ends else source
