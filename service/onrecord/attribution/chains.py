"""Attribution chains: from the source that the article cites to the origin of the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.attribution.around import around
from onrecord.attribution.hops import (
    Link,
    cited,
    denied,
    handed_on_by,
    passing,
    published_by,
    relation_of,
    told_in,
)
from onrecord.attribution.papers import head_noun, is_human, is_paper
from onrecord.attribution.scene import Scene
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueLexicon
from onrecord.lexicon.grammar import I_OR_WE, WHETHER
from onrecord.types import HopRelation, Statement, TextSpan

_SOURCING = frozenset({"report", "read"})
"""Verbs whose subject is an outlet or a document, unless it is a human being."""
_MOST_AROUND = 3
_LONGEST_FOLLOWED = 12


@dataclass(frozen=True, slots=True)
class Chain:
    """The hops of one statement; `statement` is its position.

    `sourced`: whether one hop alone makes a chain of it, whoever that turns out to be. Where it
    does not, one that turns out to be a document does (*It adds that …*).
    """

    statement: int
    content: tuple[TextSpan, ...]
    links: tuple[Link, ...]
    sourced: bool = True


def chains(scene: Scene, statements: Sequence[Statement]) -> tuple[Chain, ...]:
    """The chains of all statements that may have one."""
    lexicon = cues.load()
    holders = around(statements)
    made = []
    for number, statement in enumerate(statements):
        links = tuple(_once(_links(scene, statements, number, holders[number], lexicon)))
        sourced = any(_is_sourced(scene, statement, link, lexicon) for link in links)
        if links:
            made.append(Chain(number, statement.parts, links, sourced))
    return tuple(made)


def _once(links: Iterator[Link]) -> Iterator[Link]:
    """Each hop once: the same words of the article pass a statement on a single time."""
    seen: set[TextSpan | int | None] = set()
    for link in links:
        key = link.source or link.statement
        if key not in seen:
            seen.add(key)
            yield link


def _links(
    scene: Scene,
    statements: Sequence[Statement],
    number: int,
    holders: Sequence[int],
    lexicon: CueLexicon,
) -> Iterator[Link]:
    statement = statements[number]
    own = list(_own(scene, statements, number, lexicon))
    if not own or not _quotes_himself(scene, own[0]):
        yield from _utterances_around(scene, statements, holders)
    yield from own
    if statement.report is not None:
        yield from cited(scene, statement.report)


def _own(
    scene: Scene, statements: Sequence[Statement], number: int, lexicon: CueLexicon
) -> Iterator[Link]:
    """The hops that the report of a statement names, or the document that it goes on quoting."""
    statement = statements[number]
    if statement.report is None:
        yield from _document_followed(scene, statements, statement, lexicon)
        return
    report = scene.reports[statement.report]
    before = list(told_in(scene, statement.report))
    yield from (link for link in before if link.source != report.source)
    yield from handed_on_by(scene, statement.report)
    yield from published_by(scene, statement.report)
    if not denied(scene, statement.report):
        yield from passing(report, known=bool(before))


def _quotes_himself(scene: Scene, link: Link) -> bool:
    return link.source is not None and link.source.of(scene.document.text).lower() in I_OR_WE


def _utterances_around(
    scene: Scene, statements: Sequence[Statement], holders: Sequence[int]
) -> Iterator[Link]:
    """A quotation inside a quotation: whoever utters the outer one comes first."""
    for place in holders[:_MOST_AROUND]:
        other = statements[place]
        relation = HopRelation.SAID
        if other.report is not None:
            relation = relation_of(scene.reports[other.report])
        yield Link(other.source, other.cue, relation, place)


def _document_followed(
    scene: Scene, statements: Sequence[Statement], statement: Statement, lexicon: CueLexicon
) -> Iterator[Link]:
    """Words without a tag that go on quoting a document: the points of a petition."""
    for _ in range(_LONGEST_FOLLOWED):
        if statement.source is not None or statement.follows is None:
            break
        statement = statements[statement.follows]
    if statement.report is None or statement.source is None:
        return
    report = scene.reports[statement.report]
    if head_noun(scene, statement.source) in lexicon.document:
        yield Link(statement.source, None, relation_of(report))


def _is_sourced(scene: Scene, statement: Statement, link: Link, lexicon: CueLexicon) -> bool:
    """Whether one hop alone makes a chain: according-to, report-type, a document or an outlet."""
    if link.relation in {HopRelation.ACCORDING_TO, HopRelation.CITED, HopRelation.PUBLISHED}:
        return True
    source = statement.source or link.source
    if source is None or _is_question(scene, statement):
        return False
    if is_paper(scene, source, lexicon):
        return True
    if statement.report is None:
        return False
    lemma = scene.reports[statement.report].lemma
    found = lemma == "find" and source.of(scene.document.text).lower() == "it"
    return found or (lemma in _SOURCING and not is_human(scene, source))


def _is_question(scene: Scene, statement: Statement) -> bool:
    """*was asked by the Courier whether …*: who asks passes nothing on."""
    if statement.report is None or scene.reports[statement.report].lemma != "ask":
        return False
    opening = scene.document.tokens_in(statement.parts[0])[0]
    return opening.lower in WHETHER or opening.tag[0] == "W"
