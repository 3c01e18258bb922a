"""The report right beside quoted words, or around them, which no other one can take from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.decide import Decision
from onrecord.attribution.extent import told_by_what
from onrecord.attribution.scene import Scene
from onrecord.lexicon import cues
from onrecord.lexicon.cues import SPOKEN
from onrecord.types import Feature, QuotedString, Report


def with_own_report(scene: Scene, decisions: Sequence[Decision], number: int) -> Decision:
    """The decision; a string that would follow another one given to a report around it."""
    decision = decisions[number]
    chosen, string = decision.chosen, scene.strings[number]
    if chosen is None or chosen.follows is None:
        return decision
    unsaid = decisions[chosen.follows].chosen is None
    found = _of_what(scene, string) or (_around(scene, string, chosen.follows) if unsaid else None)
    if found is None:
        return decision
    position, rule = found
    taken = replace(
        chosen, report=position, follows=None, rule=rule, evidence=(Feature(rule, 1.0),)
    )
    return replace(decision, chosen=taken)


def _of_what(scene: Scene, string: QuotedString) -> tuple[int, str] | None:
    """*blaming what he called “bad luck”*: the report right before the words."""
    for position, report in scene.reports_near(string):
        beside = report.cue is not None and report.cue.end < string.outer.start
        if not beside or scene.voices[position] != string.parent or report.source is None:
            continue
        if told_by_what(scene, report) and touches(scene, report, string):
            return position, "what somebody calls something is in the words of that somebody"
    return None


def _around(scene: Scene, string: QuotedString, before: int) -> tuple[int, str] | None:
    """*replied that “survive” was “a strong word”*: the clause that holds both strings."""
    other, lexicon = scene.strings[before].outer, cues.load()
    for position, report in scene.reports_near(string):
        if report.source is None or scene.voices[position] != string.parent:
            continue
        held = any(p.overlaps(string.outer) and p.overlaps(other) for p in report.content)
        if held and lexicon.classes(report.lemma) & SPOKEN:
            return position, "the words stand in the clause of a report"
    return None


def introduces(scene: Scene, report: Report, string: QuotedString) -> bool:
    """*…, while another joked: “Bring the goat”*: the tag has its source before it."""
    if report.cue is None or report.source is None or report.source.end > report.cue.start:
        return False
    if report.lemma == "read":
        # What is to be read is the words of who wrote them.
        return False
    gap = scene.document.text[report.cue.end : string.outer.start]
    spoken = cues.load().classes(report.lemma) & SPOKEN
    return bool(spoken) and gap.rstrip() == ":" and string.outer.start > report.cue.end


def touches(scene: Scene, report: Report, string: QuotedString) -> bool:
    """*the driver told officers: “It was like that.”*: nothing between the tag and the words."""
    told = [s.end for s in (report.cue, report.addressee) if s and s.end <= string.outer.start]
    return bool(told) and not scene.between(max(told), string.outer.start)
