"""What an outlet reports by a mere noun: *The merger was first reported by the Courier*.

Such a noun is no quotation, but it tells who brought the news: an attribution alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.attribution.papers import is_paper
from onrecord.attribution.scene import Scene
from onrecord.document.tree import Token
from onrecord.lexicon import cues
from onrecord.types import Feature, QuotationType, Report, Statement, TextSpan

_REPORTS = "report"
_BEFORE = frozenset({"first", "earlier", "previously", "originally", "exclusively", "already"})
"""Words that tell news from results: the Courier *first reported it*, a firm *reports a loss*."""


def brief_reports(scene: Scene) -> Iterator[Statement]:
    """One statement for every noun that an outlet is said to have reported."""
    for number, report in enumerate(scene.reports):
        thing = _thing(scene, report)
        if thing is not None and scene.voices[number] is None:
            yield Statement(
                type=QuotationType.INDIRECT,
                parts=(thing,),
                report=number,
                source=report.source,
                cue=report.cue,
                evidence=(Feature("a mere noun", 1.0),),
                apart=True,
            )


def _thing(scene: Scene, report: Report) -> TextSpan | None:
    """What is reported, by a source that is an outlet, in no clause."""
    if report.lemma != _REPORTS or report.content or report.negated or report.hypothetical:
        return None
    source, cue = report.source, report.cue
    if source is None or cue is None or not is_paper(scene, source, cues.load()):
        return None
    document = scene.document
    verb = document.tokens_in(cue)[0]
    children = list(document.children(verb))
    before = any(c.lower in _BEFORE for c in children)
    things = {"dobj", "nsubjpass"} if before else {"nsubjpass"}
    noun = next((c for c in children if c.dep in things and not _is_pronoun(c)), None)
    if noun is None or any(c.dep == "ccomp" for c in children):
        return None
    first, last = document.subtree(noun)
    span = document.span_of(first, last)
    quoted = any(outer.overlaps(report.reach) for outer in scene.outermost_in(report.reach))
    return None if quoted or span.overlaps(source) else span


def _is_pronoun(noun: Token) -> bool:
    return noun.pos == "PRON" or noun.tag[0] == "W"
