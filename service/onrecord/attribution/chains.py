"""Attribution chains: from the source that the article cites to the origin of the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.attribution.scene import Scene
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueLexicon
from onrecord.types import Construction, HopRelation, Report, Statement, TextSpan

_PUBLISHED = frozenset({"publish", "print", "broadcast", "release", "issue"})
_REPORTED = frozenset({"report", "write", "learn", "reveal", "disclose"})
_FARTHEST = 4


@dataclass(frozen=True, slots=True)
class Link:
    """One hop before its source is resolved. `statement` lends the speaker where source is None."""

    source: TextSpan | None
    cue: TextSpan | None
    relation: HopRelation
    statement: int | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """The hops of one statement; `statement` is its position."""

    statement: int
    content: tuple[TextSpan, ...]
    links: tuple[Link, ...]


def chains(scene: Scene, statements: Sequence[Statement]) -> tuple[Chain, ...]:
    """The chains of all statements that have one: sourced otherwise than by a plain speaker."""
    lexicon = cues.load()
    made = []
    for number, statement in enumerate(statements):
        links = tuple(_links(scene, statements, number, lexicon))
        if len(links) > 1 or (links and _is_sourced(scene, statement, links[0], lexicon)):
            made.append(Chain(number, statement.parts, links))
    return tuple(made)


def _links(
    scene: Scene, statements: Sequence[Statement], number: int, lexicon: CueLexicon
) -> Iterator[Link]:
    statement = statements[number]
    yield from _utterance_around(scene, statements, number)
    if statement.report is None:
        return
    report = scene.reports[statement.report]
    yield from _handed_on_by(scene, statement.report, lexicon)
    outlet = report.medium
    if outlet is not None and _names_outlet(scene, outlet, lexicon):
        yield Link(outlet, report.cue, HopRelation.TOLD)
    if report.source is not None:
        yield Link(report.source, report.cue, _relation(report))
    yield from _cited(scene, statement.report)


def _utterance_around(scene: Scene, statements: Sequence[Statement], number: int) -> Iterator[Link]:
    """A quotation inside a quotation: whoever utters the outer one is the first hop."""
    part = statements[number].parts[0]
    for place, other in enumerate(statements):
        holds = place != number and any(p.contains(part) for p in other.quoted)
        if holds:
            relation = HopRelation.SAID
            if other.report is not None:
                relation = _relation(scene.reports[other.report])
            yield Link(other.source, other.cue, relation, place)


def _handed_on_by(scene: Scene, number: int, lexicon: CueLexicon) -> Iterator[Link]:
    """The reports around this one, the outermost first."""
    around: list[Report] = []
    outer = scene.reports[number].outer
    while outer is not None and len(around) < _FARTHEST:
        around.append(scene.reports[outer])
        outer = scene.reports[outer].outer
    for report in reversed(around):
        if report.source is None or report.kind.value != "speech" or not report.content:
            continue
        if report.medium is not None and _names_outlet(scene, report.medium, lexicon):
            yield Link(report.medium, report.cue, HopRelation.TOLD)
        yield Link(report.source, report.cue, _relation(report))


def _cited(scene: Scene, number: int) -> Iterator[Link]:
    """*…, citing two officials*: citations behind the report in its sentence."""
    reach = scene.reports[number].reach
    for other in scene.reports[number + 1 : number + 1 + _FARTHEST]:
        if other.construction is Construction.CITATION and other.reach == reach:
            yield Link(other.source, other.cue, HopRelation.CITED)


def _relation(report: Report) -> HopRelation:
    if report.construction is Construction.ACCORDING_TO:
        return HopRelation.ACCORDING_TO
    if report.construction is Construction.CITATION:
        return HopRelation.CITED
    if report.lemma in _PUBLISHED:
        return HopRelation.PUBLISHED
    if report.lemma in _REPORTED:
        return HopRelation.REPORTED
    return HopRelation.TOLD if report.lemma == "tell" else HopRelation.SAID


def _is_sourced(scene: Scene, statement: Statement, link: Link, lexicon: CueLexicon) -> bool:
    """Whether one hop alone makes a chain: according-to, report-type, a document or an outlet."""
    if link.relation in {HopRelation.ACCORDING_TO, HopRelation.CITED, HopRelation.PUBLISHED}:
        return True
    if statement.source is None:
        return False
    head = _last_noun(scene, statement.source)
    if head in lexicon.document or _names_outlet(scene, statement.source, lexicon):
        return True
    return statement.report is not None and scene.reports[statement.report].lemma == "report"


def _last_noun(scene: Scene, span: TextSpan) -> str:
    nouns = [t for t in scene.document.tokens_in(span) if t.pos in {"NOUN", "PROPN"}]
    inner = {t.index for t in nouns}
    heads = [t for t in nouns if t.head not in inner or t.head == t.index]
    return heads[0].lemma if heads else ""


def _names_outlet(scene: Scene, span: TextSpan, lexicon: CueLexicon) -> bool:
    names = [t for t in scene.document.tokens_in(span) if t.pos == "PROPN"]
    return bool(names) and names[-1].lower in lexicon.outlet
