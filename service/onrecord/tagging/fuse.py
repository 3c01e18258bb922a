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
from onrecord.types import Construction, Report, TaggedRelation, TextSpan

_CLAUSES = frozenset({Construction.CLAUSE, Construction.TAG, Construction.ACCORDING_TO})
_ARGUMENTS = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr", "appos"})
_ACCORDING = frozenset({"according", "per", "via"})
_LEAD = re.compile(r"(?:that\b)?[\s,:“\"'‘]*", re.IGNORECASE)
_SET_OFF = re.compile(r"\s{0,40}[,;:(\[—–]|\s--")
_EDGE = " \t\r\n\"“”‘’',;:.—–-"


def fuse(
    document: Document, reports: Sequence[Report], tagged: Sequence[TaggedRelation]
) -> list[Report]:
    """The reports with what the tagger adds to them, and those that it alone has found.

    Args:
        document: the parsed article.
        reports: those of the grammar, in order of position.
        tagged: the relations of the tagger.

    Returns:
        The reports in no order; `tagged` of each is the position of its relation, if any.
    """
    matches = _matches(reports, tagged)
    found = [
        _amended(document, report, tagged, matches.get(number))
        for number, report in enumerate(reports)
    ]
    taken = frozenset(matches.values())
    lexicon = cues.load()
    for number, relation in enumerate(tagged):
        if number not in taken:
            found.extend(_own(document, relation, number, lexicon))
    return found


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
    document: Document, report: Report, tagged: Sequence[TaggedRelation], number: int | None
) -> Report:
    """The report with the source and the content of its relation where it has none itself."""
    if number is None:
        return report
    relation = tagged[number]
    source, content = report.source, report.content
    if source is None and relation.source is not None:
        told = _is_told(document, report, relation.source)
        source = None if told else mention(document.text, relation.source)
    if not content and report.construction in _CLAUSES:
        content = clauses(document.text, relation.content)
    return replace(report, source=source, content=content, tagged=number)


def _is_told(document: Document, report: Report, source: TextSpan) -> bool:
    """*Fans were warned not to travel*: the subject of a passive hears the words."""
    if report.cue is None:
        return False
    verb = document.tokens_in(report.cue)[0]
    return any(c.dep == "nsubjpass" and source.contains(c.span) for c in document.children(verb))


def _own(
    document: Document, relation: TaggedRelation, number: int, lexicon: CueLexicon
) -> Iterator[Report]:
    """A report of the tagger alone: its cue must be one of the language."""
    cue = relation.cue
    if cue is None or not relation.content:
        return
    head = _head(document.tokens_in(cue), lexicon)
    if head is None or _is_addressed(document, head, relation):
        return
    sentence = document.sentence_of(head)
    yield Report(
        construction=_construction(head, relation),
        cue=cue,
        lemma=head.lemma,
        source=mention(document.text, relation.source) if relation.source else None,
        content=clauses(document.text, relation.content),
        reach=document.span_of(sentence.first, sentence.last),
        kind=relation.kind,
        evidence=f"the words “{cue.of(document.text)}”",
        tagged=number,
    )


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


def _is_cue(token: Token, lexicon: CueLexicon) -> bool:
    """Whether a word reports: *open* is a cue as a verb, not as an adjective."""
    if token.lower in _ACCORDING:
        return True
    if token.pos == "NOUN" and token.tag in {"NN", "NNS"} and token.dep in _ARGUMENTS:
        return token.lemma in lexicon.nominal
    if token.pos == "PROPN" and token.lemma in lexicon.nominal:
        return True
    return token.pos not in {"ADJ", "ADV"} and bool(lexicon.classes(token.lemma))


def _construction(head: Token, relation: TaggedRelation) -> Construction:
    if head.lower in _ACCORDING:
        return Construction.ACCORDING_TO
    if head.pos in {"NOUN", "PROPN"}:
        return Construction.NOMINAL
    before = relation.content[0].start < head.start
    return Construction.TAG if before else Construction.CLAUSE


def mention(text: str, source: TextSpan) -> TextSpan:
    """A source up to what a comma or a bracket sets off, as mentions are cut everywhere."""
    ends = _SET_OFF.search(text, source.start + 1, source.end)
    return TextSpan(source.start, ends.start()) if ends else source


def clauses(text: str, content: Sequence[TextSpan]) -> tuple[TextSpan, ...]:
    """Pieces of a content without the leading "that" and the punctuation at their edges."""
    made = []
    for number, piece in enumerate(content):
        start, end = piece.start, piece.end
        if number == 0:
            lead = _LEAD.match(text, start, end)
            start = lead.end() if lead else start
        while start < end and text[start] in _EDGE:
            start += 1
        while start < end and text[end - 1] in _EDGE:
            end -= 1
        if start < end:
            made.append(TextSpan(start, end))
    return tuple(made)
