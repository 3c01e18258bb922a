"""Reports of the grammar and relations of the trained tagger, put together.

Where both see the same cue, the grammar has the word, by the rules of annotation that the answer
follows; the tagger, which was taught by others, fills what the grammar left open. What the grammar
missed becomes a report of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.document.tree import VERBAL, Document, Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueLexicon
from onrecord.lexicon.grammar import RELATIVES
from onrecord.tagging import unsaid
from onrecord.tagging.agents import is_named, is_to_act, participle_agent, without_agent
from onrecord.tagging.comments import without_comment
from onrecord.tagging.either import (
    either,
    holds_source,
    is_inverted,
    is_of_source,
    mention,
    runs_into_source,
)
from onrecord.tagging.extending import gone_on_with
from onrecord.tagging.filling import (
    around_tag,
    behind_apposition,
    clauses,
    cut_short,
    missed_clause,
    parted,
    with_subject,
)
from onrecord.tagging.measures import goes_by
from onrecord.tagging.misread import closing_verb, verb_before_that, verb_of
from onrecord.tagging.nominal_ends import is_hearer, of_noun, tells_which
from onrecord.tagging.opening import opened
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.quoting import is_quoting
from onrecord.tagging.rebuttals import rebutted_of
from onrecord.tagging.scope import OUTSIDE, Scope
from onrecord.tagging.sharing import told_apart
from onrecord.types import Construction, Report, TaggedRelation, TextSpan

_CLAUSES = frozenset({Construction.CLAUSE, Construction.TAG, Construction.ACCORDING_TO})
_ARGUMENTS = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr", "appos"})
_ACCORDING = frozenset({"according", "per", "via"})


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
    reports = told_apart(scope.document, reports, tagged, matches)
    lexicon = cues.load()
    found: list[Report] = []
    for number, report in enumerate(reports):
        amended = _amended(scope, report, tagged, matches.get(number), lexicon)
        found.extend(parted(scope, amended))
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
    document, relation = scope.document, _of_the_quoted(report, tagged[number])
    source, content, construction = report.source, report.content, report.construction
    if relation.source is not None:
        source = either(document, report, relation, relation.source)
        source = report.source if is_hearer(scope, report, source) else source
    if is_inverted(report, relation) and _states(scope, relation.content):
        return replace(
            report,
            source=relation.source,
            content=clauses(document.text, relation.content),
            construction=Construction.CLAUSE,
            tagged=number,
        )
    missing = not content or holds_source(content, source)
    missing = missing or runs_into_source(report, relation) or is_of_source(content, relation)
    if missing and construction in _CLAUSES:
        content = clauses(document.text, relation.content)
    elif not content and (missed := missed_clause(scope, report, relation, lexicon)):
        before = report.cue is not None and missed[0].start < report.cue.start
        content, construction = missed, Construction.TAG if before else Construction.CLAUSE
        if relation.source is not None and holds_source(missed, source):
            source = mention(document.text, relation.source)
    else:
        content = _mended(document, report, content, relation)
    return replace(report, source=source, content=content, construction=construction, tagged=number)


def _mended(
    document: Document, report: Report, content: tuple[TextSpan, ...], relation: TaggedRelation
) -> tuple[TextSpan, ...]:
    """What the grammar gives, its edges as the relation has them where the parse is wrong."""
    content = behind_apposition(document, report, content, relation)
    content = without_comment(document, content, relation)
    content = opened(document, report, content, relation)
    content = with_subject(document, report, content, relation)
    content = gone_on_with(document, report, content, relation)
    content = around_tag(document, report, content, relation)
    return cut_short(document, report, content, relation)


def _of_the_quoted(report: Report, relation: TaggedRelation) -> TaggedRelation:
    """*“No,” Ruiz, the mayor, was quoted as saying by the Courier*: the tagger has the Courier."""
    source, whose = report.source, relation.source
    if report.outlet is None or source is None or whose is None or source.overlaps(whose):
        return relation
    if not report.outlet.overlaps(whose):
        return relation
    content = tuple(piece for piece in relation.content if not piece.overlaps(source))
    return replace(relation, source=source, content=content)


def _own(
    scope: Scope, relation: TaggedRelation, number: int, lexicon: CueLexicon
) -> Iterator[Report]:
    """A report of the tagger alone: its cue must be one of the language."""
    document, cue = scope.document, relation.cue
    if cue is None or not relation.content or not _states(scope, relation.content):
        return
    closing = closing_verb(document, relation, lexicon) or verb_before_that(
        document, relation, lexicon
    )
    head = closing or _head(document.tokens_in(cue), lexicon)
    if head is None or _is_addressed(document, head, relation) or goes_by(scope, head):
        return
    if is_quoting(scope, head, lexicon):
        # *Ruiz is quoted as saying …*: the grammar has whose words these are.
        return
    named = is_named(scope, head, relation) or is_to_act(document, head, relation)
    if named or tells_which(scope, cue) or rebutted_of(scope, head) is not None:
        return
    sentence = document.sentence_of(head)
    source, content = _source(scope, head, relation.source), relation.content
    construction = _construction(head, relation, verbal=closing is not None)
    if construction is Construction.NOMINAL:
        source, content = of_noun(scope, head, source, content)
    yield Report(
        construction=construction,
        cue=cue,
        lemma=verb_of(head, lexicon) if closing else head.lemma,
        source=source,
        content=without_agent(document, clauses(document.text, content), source),
        reach=document.span_of(sentence.first, sentence.last),
        kind=relation.kind,
        negated=_is_negated(scope, head, lexicon),
        evidence=f"the words “{cue.of(document.text)}”",
        tagged=number,
    )


def _is_negated(scope: Scope, head: Token, lexicon: CueLexicon) -> bool:
    """Whether a verb denies or was not done, also where the parser takes it for a noun."""
    classes = lexicon.classes(verb_of(head, lexicon) or head.lemma)
    return head.pos in VERBAL | {"NOUN"} and unsaid.negated(scope, head, classes)


def _source(scope: Scope, head: Token, source: TextSpan | None) -> TextSpan | None:
    """The source of a relation; of *key quotes from the speech* the adjective is none."""
    if source is None:
        return participle_agent(scope, head)
    describes = all(
        t.pos == "ADJ" and t.dep == "amod" and t.head == head.index
        for t in scope.document.tokens_in(source)
    )
    return None if describes else _whose(scope, source)


def _states(scope: Scope, content: Sequence[TextSpan]) -> bool:
    """Whether something is said: *declined to confirm that account* only names what it is about."""
    tokens = (token for piece in content for token in scope.document.tokens_in(piece))
    return any(token.pos in VERBAL or scope.level(token) != OUTSIDE for token in tokens)


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
    if source.of(document.text).lower() not in RELATIVES or clause.dep != "relcl":
        return mention(document.text, source)
    noun = document.head(clause)
    span = mention_span(scope, noun)
    return TextSpan(span.start, max(noun.end, min(span.end, pronoun.start - 1)))


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
