"""The tag right behind a whole utterance is its own: *“It is not!” a man yelled. “Sit down!”*.

Two who speak in one paragraph each have their tag behind their words. What stands in quotation
marks behind that goes on with it, not with the one who spoke before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.decide import Decision
from onrecord.attribution.scene import Scene, anchor, core
from onrecord.attribution.ties import DEEDS
from onrecord.lexicon import cues
from onrecord.lexicon.cues import SPOKEN
from onrecord.types import Candidate, Construction, Feature, QuotedString, Report

_TAGS = frozenset({Construction.TAG, Construction.COLON})
_PAUSES = re.compile(r"[,!?…]\W{0,3}\Z")
"""Words that go on into their tag end so, inside the mark or behind it."""

_ENDED = re.compile(r"(?:\A|[\n.!?…])[\s\"”’'»)\]]{0,4}\Z")
"""What stands before words that start a sentence."""

_LEAD = 8
_LONGEST_TAG = 4
"""Words that may stand between the name and the verb of a tag."""


def with_own_tags(scene: Scene, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions, each whole utterance with a tag right behind it given to that tag."""
    made = list(decisions)
    for number, decision in enumerate(made):
        chosen = decision.chosen
        if chosen is None:
            continue
        position = None if _is_beside(scene, number, chosen) else _right_behind(scene, number)
        if position is not None:
            made[number] = _given(decision, Candidate(number, position, None, ()))
        elif _passes_over(scene, decisions, made, number, chosen):
            made[number] = _given(decision, Candidate(number, None, number - 1, ()))
    return tuple(made)


def _is_beside(scene: Scene, number: int, chosen: Candidate) -> bool:
    """Whether nothing stands between a string and the tag that was chosen, behind it."""
    if chosen.report is None:
        return False
    start, end = core(scene.reports[chosen.report]).start, scene.strings[number].outer.end
    return start >= end and not scene.between(end, start)


def _given(decision: Decision, candidate: Candidate) -> Decision:
    reason = Feature("the tag right behind the words", 1.0)
    return replace(decision, chosen=replace(candidate, evidence=(reason,)))


def _right_behind(scene: Scene, number: int) -> int | None:
    """The report whose tag stands right behind a string that is a sentence of its own."""
    string = scene.strings[number]
    if not _is_utterance(scene, string):
        return None
    for position, report in scene.reports_near(string):
        if scene.voices[position] == string.parent and _is_tag_of(scene, report, string):
            return position
    return None


def _is_utterance(scene: Scene, string: QuotedString) -> bool:
    text, start, end = scene.document.text, string.outer.start, string.outer.end
    after = text[end : end + 1].strip()
    paused = _PAUSES.search(text, max(start, end - _LEAD), end + len(after))
    return bool(paused and _ENDED.search(text[max(0, start - _LEAD) : start]))


def _is_tag_of(scene: Scene, report: Report, string: QuotedString) -> bool:
    """Whether somebody says by a plain tag the words that stand right before it."""
    if report.cue is None or report.source is None or report.construction not in _TAGS:
        return False
    if report.hypothetical or not cues.load().classes(report.lemma) & SPOKEN:
        return False
    if report.lemma in DEEDS:
        return False
    tag = core(report)
    if scene.paragraph(tag.start) != scene.paragraph(string.outer.end - 1):
        return False
    if tag.start < string.outer.end or scene.between(string.outer.end, tag.start):
        return False
    first, last = sorted((report.cue, report.source))
    apart = scene.between(first.end, last.start)
    inside = all(piece.end <= string.outer.end for piece in report.content)
    return inside and len(apart) <= _LONGEST_TAG


def _passes_over(
    scene: Scene,
    decisions: Sequence[Decision],
    made: Sequence[Decision],
    number: int,
    chosen: Candidate,
) -> bool:
    """Whether the choice is a tag before the one that was given to the string before."""
    given = made[number - 1].chosen if number else None
    if given is None or given.report is None or made[number - 1] is decisions[number - 1]:
        return False
    string, before = scene.strings[number], scene.strings[number - 1]
    if scene.paragraph(string.outer.start) != scene.paragraph(before.outer.start):
        return False
    earlier = chosen.report is not None and (
        anchor(scene.reports[chosen.report]).start < anchor(scene.reports[given.report]).start
    )
    return earlier or (chosen.follows is not None and chosen.follows < number - 1)
