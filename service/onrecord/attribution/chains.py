"""Attribution chains: from the source that the article cites to the origin of the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.attribution.scene import Scene, anchor
from onrecord.document.tree import Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueLexicon
from onrecord.types import Construction, HopRelation, RelationKind, Report, Statement, TextSpan

_PUBLISHED = frozenset({"publish", "print", "broadcast", "release", "issue"})
_REPORTED = frozenset({"report", "reveal", "disclose", "find"})
_SOURCING = frozenset({"report", "read"})
"""Verbs whose subject is an outlet or a document, whatever it is called."""
_SELF = frozenset({"i", "we"})
_OF_PAPERS = frozenset({Construction.CITATION, Construction.ACCORDING_TO})
_FARTHEST = 4
_MOST_AROUND = 3
_LONGEST_FOLLOWED = 12


@dataclass(frozen=True, slots=True)
class Link:
    """One hop before its source is resolved. `statement` lends the speaker where source is None."""

    source: TextSpan | None
    cue: TextSpan | None
    relation: HopRelation
    statement: int | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """The hops of one statement; `statement` is its position.

    `sourced`: whether one hop alone makes a chain of it, whoever the hops turn out to be. Where it
    does not, a `pronoun` does that turns out to be a document (*It adds that …*).
    """

    statement: int
    content: tuple[TextSpan, ...]
    links: tuple[Link, ...]
    sourced: bool = True
    pronoun: bool = False


def chains(scene: Scene, statements: Sequence[Statement]) -> tuple[Chain, ...]:
    """The chains of all statements that may have one: sourced otherwise than by a plain speaker."""
    lexicon = cues.load()
    made = []
    for number, statement in enumerate(statements):
        links = tuple(_once(_links(scene, statements, number, lexicon)))
        sourced = any(_is_sourced(scene, statement, link, lexicon) for link in links)
        pronoun = len(links) == 1 and _is_it(scene, links[0])
        if len(links) > 1 or sourced or pronoun:
            made.append(Chain(number, statement.parts, links, sourced, pronoun))
    return tuple(made)


def _is_it(scene: Scene, link: Link) -> bool:
    """*It adds that …*: who knows what it is."""
    return link.source is not None and link.source.of(scene.document.text).lower() == "it"


def _once(links: Iterator[Link]) -> Iterator[Link]:
    """Each hop once: the same words of the article pass a statement on a single time."""
    seen: set[TextSpan | int | None] = set()
    for link in links:
        key = link.source or link.statement
        if key not in seen:
            seen.add(key)
            yield link


def _links(
    scene: Scene, statements: Sequence[Statement], number: int, lexicon: CueLexicon
) -> Iterator[Link]:
    statement = statements[number]
    own = list(_own(scene, statements, number, lexicon))
    if not own or not _quotes_himself(scene, own[0]):
        yield from _utterances_around(scene, statements, number)
    yield from own
    if statement.report is not None:
        yield from _cited(scene, statement.report)


def _own(
    scene: Scene, statements: Sequence[Statement], number: int, lexicon: CueLexicon
) -> Iterator[Link]:
    """The hops that the report of a statement names, or the document that it goes on quoting."""
    statement = statements[number]
    if statement.report is None:
        yield from _document_followed(scene, statements, statement, lexicon)
        return
    report = scene.reports[statement.report]
    before = list(_told_in(scene, statement.report))
    yield from (link for link in before if link.source != report.source)
    yield from _handed_on_by(scene, statement.report)
    yield from _passing(report, known=bool(before))


def _passing(report: Report, *, known: bool = False) -> Iterator[Link]:
    """The outlet that was told, if any, and the source of one report.

    *The Lamp reported, citing a guard, who told the paper …*: `known`, no further outlet.
    """
    if not known:
        yield from _outlet(report)
    if report.source is not None:
        yield Link(report.source, report.cue, _relation(report))


def _quotes_himself(scene: Scene, link: Link) -> bool:
    return link.source is not None and link.source.of(scene.document.text).lower() in _SELF


def _utterances_around(
    scene: Scene, statements: Sequence[Statement], number: int
) -> Iterator[Link]:
    """A quotation inside a quotation: whoever utters the outer one comes first."""
    part = statements[number].parts[0]
    holders = [
        place
        for place, other in enumerate(statements)
        if place != number and _holds(other, part, statements[number])
    ]
    for place in sorted(holders, key=lambda p: -_length(statements[p]))[:_MOST_AROUND]:
        other = statements[place]
        relation = HopRelation.SAID
        if other.report is not None:
            relation = _relation(scene.reports[other.report])
        yield Link(other.source, other.cue, relation, place)


def _holds(outer: Statement, part: TextSpan, inner: Statement) -> bool:
    """Whether quoted words of another statement hold this one, which is less than they are."""
    around = any(piece.contains(part) for piece in outer.quoted)
    shared = outer.report is not None and outer.report == inner.report
    return around and not shared and _length(inner) < _length(outer)


def _length(statement: Statement) -> int:
    return sum(map(len, statement.parts))


def _document_followed(
    scene: Scene, statements: Sequence[Statement], statement: Statement, lexicon: CueLexicon
) -> Iterator[Link]:
    """Words without a tag that go on quoting a document: the points of a petition."""
    for _ in range(_LONGEST_FOLLOWED):
        if statement.report is not None or statement.follows is None:
            break
        statement = statements[statement.follows]
    if statement.report is None or statement.source is None:
        return
    report = scene.reports[statement.report]
    if head_noun(scene, statement.source) in lexicon.document:
        yield Link(statement.source, None, _relation(report))


def _handed_on_by(scene: Scene, number: int) -> Iterator[Link]:
    """The reports around this one, the outermost first."""
    around: list[int] = []
    outer = scene.reports[number].outer
    while outer is not None and len(around) < _FARTHEST:
        around.append(outer)
        outer = scene.reports[outer].outer
    for place in reversed(around):
        report = scene.reports[place]
        if report.source is None or report.kind is not RelationKind.SPEECH or not report.content:
            continue
        yield from _passing(report)
        yield from _cited(scene, place)


def _told_in(scene: Scene, number: int) -> Iterator[Link]:
    """*…, citing a memo in which Ruiz wrote that …*: the memo, and who cites it."""
    holder = _holder(scene, number)
    if holder is None:
        yield from _published(scene, number)
        return
    memo = scene.reports[holder]
    near = range(max(0, holder - _FARTHEST), min(len(scene.reports), holder + _FARTHEST))
    for other in near:
        cited = list(_cited(scene, other)) if scene.reports[other].content else []
        names = [link.source for link in cited]
        if other != number and memo.source in names:
            yield from _handed_on_by(scene, other)
            yield from _passing(scene.reports[other])
            yield from cited[: names.index(memo.source) + 1]
            return
    yield Link(memo.source, memo.cue, _relation(memo))


def _holder(scene: Scene, number: int) -> int | None:
    """The report whose source has the cue in a relative clause: *a memo in which Ruiz wrote*."""
    noun = _described(scene, scene.reports[number])
    if noun is None:
        return None
    for place in range(max(0, number - _FARTHEST), number):
        other = scene.reports[place]
        held = other.source is not None and other.source.contains(noun.span)
        if held and other.construction in _OF_PAPERS:
            return place
    return None


def _described(scene: Scene, report: Report) -> Token | None:
    """The noun that has the cue in a relative clause."""
    if report.cue is None:
        return None
    verb = scene.document.tokens_in(report.cue)[0]
    for _ in range(_FARTHEST):
        if verb.dep in {"relcl", "acl"}:
            return scene.document.head(verb)
        verb = scene.document.head(verb)
    return None


def _published(scene: Scene, number: int) -> Iterator[Link]:
    """*The Courier published emails in which Ruiz wrote that …*: the Courier and the emails."""
    noun = _described(scene, scene.reports[number])
    if noun is None or noun.dep != "dobj":
        return
    verb = scene.document.head(noun)
    for report in scene.reports[max(0, number - _FARTHEST) : number]:
        held = report.cue is not None and report.cue.contains(verb.span)
        if held and report.lemma in _PUBLISHED and report.source is not None:
            first, _ = scene.document.subtree(noun)
            yield Link(report.source, report.cue, HopRelation.PUBLISHED)
            yield Link(
                TextSpan(scene.document.tokens[first].start, noun.end), None, HopRelation.SAID
            )


def _outlet(report: Report) -> Iterator[Link]:
    """The outlet that was told, or spoken to in an interview."""
    if report.outlet is not None:
        told = report.lemma == "tell"
        relation = HopRelation.TOLD if told else HopRelation.SAID
        yield Link(report.outlet, report.cue if told else None, relation)


def _cited(scene: Scene, number: int) -> Iterator[Link]:
    """*…, citing two officials*; *the Courier, quoting them, said*: citations in its sentence."""
    report = scene.reports[number]
    before = scene.reports[max(0, number - _FARTHEST) : number]
    behind = scene.reports[number + 1 : number + 2 + _FARTHEST]
    begin = report.source.end if report.source else anchor(report).start
    for other in (*before, *behind):
        if other.reach != report.reach or other.source is None:
            continue
        opens = anchor(other).start == other.reach.start
        if other.construction is not Construction.CITATION:
            continue
        if anchor(other).start < begin and not opens:
            continue
        if not _parted(scene, report, other):
            yield Link(other.source, other.cue, HopRelation.CITED)


def _parted(scene: Scene, report: Report, citation: Report) -> bool:
    """Whether another report of the same sentence stands between a report and a citation."""
    left, right = sorted((anchor(report).end, anchor(citation).start))
    return any(
        other.content and left <= anchor(other).start < right and other.source != report.source
        for other in scene.reports[scene.reports_from(left) : scene.reports_from(right)]
    )


def _relation(report: Report) -> HopRelation:
    if report.lemma in _REPORTED:
        return HopRelation.REPORTED
    if report.construction is Construction.ACCORDING_TO:
        return HopRelation.ACCORDING_TO
    if report.lemma in _PUBLISHED:
        return HopRelation.PUBLISHED
    return HopRelation.TOLD if report.lemma == "tell" else HopRelation.SAID


def _is_sourced(scene: Scene, statement: Statement, link: Link, lexicon: CueLexicon) -> bool:
    """Whether one hop alone makes a chain: according-to, report-type, a document or an outlet."""
    if link.relation in {HopRelation.ACCORDING_TO, HopRelation.CITED, HopRelation.PUBLISHED}:
        return True
    source = statement.source or link.source
    if source is None:
        return False
    head = head_noun(scene, source)
    if head in lexicon.document or head in lexicon.press or _names_outlet(scene, source, lexicon):
        return True
    if statement.report is None:
        return False
    lemma = scene.reports[statement.report].lemma
    found = lemma == "find" and source.of(scene.document.text).lower() == "it"
    return found or lemma in _SOURCING


def head_noun(scene: Scene, span: TextSpan) -> str:
    """Dictionary form of the noun that a phrase is built on, "" where it has none.

    *The will* is one where the parser takes it for an auxiliary.
    """
    words = scene.document.tokens_in(span)
    if words[-1].pos == "AUX" and words[-1].tag[0] in "NM":
        return words[-1].lower
    nouns = [t for t in scene.document.tokens_in(span) if t.pos in {"NOUN", "PROPN"}]
    inner = {t.index for t in nouns}
    heads = [t for t in nouns if t.head not in inner or t.head == t.index]
    return heads[0].lemma if heads else ""


def _names_outlet(scene: Scene, span: TextSpan, lexicon: CueLexicon) -> bool:
    tokens = scene.document.tokens_in(span)
    last = max((n for n, t in enumerate(tokens, 1) if t.pos in {"PROPN", "X"}), default=0)
    words = tuple(_bare(t.lower) for t in tokens[:last] if t.pos != "PUNCT")
    return bool(words) and lexicon.names_outlet(words[1:] if words[0] == "the" else words)


def _bare(word: str) -> str:
    """*l'écho*: the word behind an elided article."""
    return word[2:] if word[:2] in {"l'", "l’"} else word
