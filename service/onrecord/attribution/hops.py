"""The hops that one report makes of an attribution: who passes its words on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.attribution.brought_up import brings_up, verb_of
from onrecord.attribution.cuts import set_against
from onrecord.attribution.extent import told_by_what
from onrecord.attribution.inside import is_mere_deed
from onrecord.attribution.papers import head_noun, is_human, is_reason
from onrecord.attribution.publishers import publisher_of
from onrecord.attribution.scene import Scene, anchor
from onrecord.document.tree import ADNOMINAL, Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import SPOKEN, CueClass
from onrecord.types import Construction, HopRelation, RelationKind, Report, TextSpan

_PUBLISHED = frozenset({"publish", "print", "broadcast", "release", "issue"})
_REPORTED = frozenset({"report", "reveal", "disclose", "find", "learn"})
_OWN_WORDS = frozenset(
    {"words", "telling", "put", "view", "opinion", "judgment", "judgement", "admission",
     "reckoning", "estimation"}
)  # fmt: skip
"""*in her own words*, *as she put it*: no more than *she said*."""
_SUMMING_UP = frozenset(
    {"statement", "claim", "allegation", "accusation", "charge", "remark", "comment", "assertion",
     "suggestion", "argument", "characterization", "characterisation", "description", "view"}
)  # fmt: skip
"""*…, a claim that the union called “absurd”*: of the words before; the reporter goes on so."""
_OF_PAPERS = frozenset({Construction.CITATION, Construction.ACCORDING_TO})
_TELLS_OF = frozenset({CueClass.CITE, CueClass.GERUND, CueClass.SHOW})
"""What verbs do that have for an object where words were put (*quotes an email in which …*)."""
_FARTHEST = 4


@dataclass(frozen=True, slots=True)
class Link:
    """One hop before its source is resolved. `statement` lends the speaker where source is None."""

    source: TextSpan | None
    cue: TextSpan | None
    relation: HopRelation
    statement: int | None = None


def told_in(scene: Scene, number: int) -> Iterator[Link]:
    """*…, citing a memo in which Ruiz wrote that …*: the memo, and who cites it."""
    holder = _holder(scene, number)
    if holder is None:
        yield from _handed_out(scene, number)
        return
    memo = scene.reports[holder]
    near = range(max(0, holder - _FARTHEST), min(len(scene.reports), holder + _FARTHEST))
    for other in near:
        links = list(cited(scene, other)) if scene.reports[other].content else []
        names = [link.source for link in links]
        if other != number and memo.source in names:
            yield from handed_on_by(scene, other)
            yield from passing(scene.reports[other])
            yield from links[: names.index(memo.source) + 1]
            return
    yield Link(memo.source, memo.cue, relation_of(memo))


def passing(report: Report, *, known: bool = False) -> Iterator[Link]:
    """The outlet that was told, if any, and the source of one report.

    *The Lamp reported, citing a guard, who told the paper …*: `known`, no further outlet.
    """
    if not known:
        yield from _outlet(report)
    if report.source is not None:
        yield Link(report.source, report.cue, relation_of(report))


def handed_on_by(scene: Scene, number: int) -> Iterator[Link]:
    """The reports around this one, the outermost first.

    Not *the mayor said it was dear*, of *…, while Ruiz promised to “wait”*, nor who condemned
    *what Ruiz called “a farce”*.
    """
    report = scene.reports[number]
    if set_against(scene, report) is not None or _sums_up(scene, report):
        return
    around: list[int] = []
    called = told_by_what(scene, report)
    outer = report.outer
    while outer is not None and len(around) < _FARTHEST:
        around.append(outer)
        outer = scene.reports[outer].outer
    for place in reversed(around):
        report = scene.reports[place]
        if report.source is None or report.kind is not RelationKind.SPEECH or not report.content:
            continue
        aloud = cues.load().classes(report.lemma) & SPOKEN
        if is_mere_deed(scene, report) or (called and not aloud):
            continue
        yield from published_by(scene, place)
        yield from passing(report)
        yield from cited(scene, place)


def _sums_up(scene: Scene, report: Report) -> bool:
    """Whether a report says what somebody called the words of the one before it."""
    noun = _described(scene, report)
    if noun is None or noun.lemma not in _SUMMING_UP:
        return False
    first, _ = scene.document.subtree(noun)
    opening = scene.document.tokens[first : noun.index + 1]
    end = scene.document.end_before(opening[0].start)
    return opening[0].lower in {"a", "an"} and "," in scene.document.text[max(0, end - 2) : end]


def denied(scene: Scene, number: int) -> bool:
    """*Ruiz denied that it was late, as a clerk had told the Courier*: it did not come by Ruiz."""
    report = scene.reports[number]
    if report.outer is None or CueClass.DENY not in cues.load().classes(report.lemma):
        return False
    cue = scene.reports[report.outer].cue
    verb = scene.document.tokens_in(cue)[0] if cue is not None else None
    return verb is not None and any(
        c.lower == "as" and c.index < verb.index for c in scene.document.children(verb)
    )


def published_by(scene: Scene, number: int) -> Iterator[Link]:
    """*according to an audit that the Courier published*: who made the document known.

    *In an email quoted in the audit, Ruiz wrote*: so the article knows the email.
    """
    source, medium = scene.reports[number].source, scene.reports[number].medium
    passed_on = (publisher_of(scene, paper) for paper in (medium, source) if paper is not None)
    publisher = next(filter(None, passed_on), None)
    if publisher is not None:
        yield Link(publisher.source, publisher.cue, publisher.relation)
        return
    if source is None or head_noun(scene, source) not in cues.load().document:
        return
    last = scene.document.tokens_in(source)[-1]
    for other in scene.reports[number + 1 : number + 1 + _FARTHEST]:
        if other.lemma not in _PUBLISHED or other.source is None or other.cue is None:
            continue
        verb = scene.document.tokens_in(other.cue)[0]
        noun = scene.document.head(verb)
        if verb.dep == "relcl" and source.contains(noun.span) and other.source.start > last.end:
            yield Link(other.source, other.cue, HopRelation.PUBLISHED)


def cited(scene: Scene, number: int) -> Iterator[Link]:
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
        if other.lemma == "cite" and is_reason(scene, other.source, cues.load()):
            continue
        if not _parted(scene, report, other):
            yield Link(other.source, other.cue, HopRelation.CITED)


def relation_of(report: Report) -> HopRelation:
    if report.lemma in _REPORTED:
        return HopRelation.REPORTED
    if report.construction is Construction.ACCORDING_TO and report.lemma not in _OWN_WORDS:
        return HopRelation.ACCORDING_TO
    if report.lemma in _PUBLISHED:
        return HopRelation.PUBLISHED
    return HopRelation.TOLD if report.lemma == "tell" else HopRelation.SAID


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
        if verb.dep in ADNOMINAL:
            return scene.document.head(verb)
        verb = scene.document.head(verb)
    return None


def _handed_out(scene: Scene, number: int) -> Iterator[Link]:
    """Who tells of the thing in which, or at which, the words were put.

    *The Courier published emails in which Ruiz wrote that …*: the Courier and the emails. *The
    ruling quotes an email in which Ruiz wrote that …*: the ruling; the email is how Ruiz wrote it.
    *Ruiz recalled a meeting at which the mayor had said …*: Ruiz.
    """
    noun = _described(scene, scene.reports[number])
    if noun is None:
        return
    verb = verb_of(scene, noun)
    for place in range(max(0, number - _FARTHEST), number):
        report = scene.reports[place]
        if report.cue is None or report.source is None or not report.cue.contains(verb.span):
            continue
        if brings_up(scene, report, noun):
            yield Link(report.source, report.cue, HopRelation.CITED)
        if noun.dep != "dobj":
            continue
        if report.lemma in _PUBLISHED:
            first, _ = scene.document.subtree(noun)
            paper = TextSpan(scene.document.tokens[first].start, noun.end)
            yield Link(report.source, report.cue, HopRelation.PUBLISHED)
            yield Link(paper, None, HopRelation.SAID)
        elif cues.load().classes(report.lemma) & _TELLS_OF and scene.document.holds_words(noun):
            yield from passing(report)


def _outlet(report: Report) -> Iterator[Link]:
    """The outlet that was told, or spoken to in an interview."""
    if report.outlet is not None:
        told = report.lemma == "tell"
        relation = HopRelation.TOLD if told else HopRelation.SAID
        yield Link(report.outlet, report.cue if told else None, relation)


def _parted(scene: Scene, report: Report, citation: Report) -> bool:
    """Whether another report of the same sentence stands between a report and a citation.

    Not one that stands in what an outlet reports: *the Courier reported that Ruiz had agreed to
    go, citing an aide*. What the cited paper says itself is none: *Citing a study that found …,
    Ruiz said …*.
    """
    left, right = sorted((anchor(report).end, anchor(citation).start))
    reports = report.lemma in _REPORTED and report.source and not is_human(scene, report.source)
    known = {report.source, citation.source}
    return any(
        other.content
        and left <= anchor(other).start < right
        and other.source not in known
        and not (reports and any(p.contains(anchor(other)) for p in report.content))
        for other in scene.reports[scene.reports_from(left) : scene.reports_from(right)]
    )
