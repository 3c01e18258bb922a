"""What the narrator puts in amid a quotation: *“If they come” — she points out — “we stay,” …*.

Dashes or brackets set it off on both sides, or it is a deed without a cue between commas (*“I
think,” she paused, “that we stay,” …*). The words on both sides are one quotation, whose tag stands
elsewhere in the sentence.
"""

from __future__ import annotations

import re

from onrecord.attribution.scene import Scene, core
from onrecord.document.tree import FINITE
from onrecord.lexicon import cues
from onrecord.types import QuotedString, Report, TextSpan

_SET_OFF = re.compile(
    r"\s?(?:[–—]|--?)\s?(?=\w)[^.?!;:\n\"“”«»–—]{2,120}(?:[–—]|\s--?)\s?|"
    r"\s?\((?=\w)[^()\n\"“”«»]{2,120}\)\s?"
)
_LONGEST_DEED = 6
"""Words of a deed between commas."""
_SUBJECTS = frozenset({"PRON", "PROPN"})
_ENDS = (".", "?", "!", ":", ";")


def is_interrupted(scene: Scene, number: int) -> bool:
    """Whether an aside parts a string from the one that it goes on with, before or behind it."""
    return any(_aside(scene, place) is not None for place in (number, number + 1))


def in_aside(scene: Scene, number: int, report: Report) -> bool:
    """Whether a report stands in an aside beside a string: a deed of the narrator's, no tag."""
    tag = core(report)
    beside = (place for place in (number, number + 1) if _holds(_gap(scene, place), tag))
    return any(_aside(scene, place) is not None for place in beside)


def _holds(gap: TextSpan | None, tag: TextSpan) -> bool:
    return gap is not None and gap.contains(tag)


def _gap(scene: Scene, number: int) -> TextSpan | None:
    """What stands between a string and the one before it, in the same voice."""
    if not 0 < number < len(scene.strings):
        return None
    before, string = scene.strings[number - 1], scene.strings[number]
    if before.parent != string.parent or before.outer.end >= string.outer.start:
        return None
    return TextSpan(before.outer.end, string.outer.start)


def _aside(scene: Scene, number: int) -> TextSpan | None:
    """What stands between a string and the one before it, if it is an aside."""
    gap = _gap(scene, number)
    if gap is None:
        return None
    text, before, string = scene.document.text, scene.strings[number - 1], scene.strings[number]
    last = before.parts[-1].of(text).rstrip()
    opens, goes_on = (s.parts[0].of(text)[:1] for s in (before, string))
    if last.endswith(_ENDS) or not (opens.isupper() and goes_on.islower()):
        return None
    set_off = not last.endswith(",") and _SET_OFF.fullmatch(text, gap.start, gap.end)
    if not (set_off or (last.endswith(",") and _is_deed(scene, gap))):
        return None
    return gap if _is_tagged(scene, string, gap) else None


def _is_deed(scene: Scene, gap: TextSpan) -> bool:
    """*she paused,*: a short clause of a verb that reports nothing."""
    if not gap.of(scene.document.text).rstrip().endswith(","):
        return False
    words = scene.between(gap.start, gap.end)
    if not 1 < len(words) <= _LONGEST_DEED or words[0].pos not in _SUBJECTS:
        return False
    verb = next((token for token in words if token.tag in FINITE), None)
    return verb is not None and verb.pos == "VERB" and not cues.load().classes(verb.lemma)


def _is_tagged(scene: Scene, string: QuotedString, gap: TextSpan) -> bool:
    """Whether a cue with a source stands in the sentence outside of a gap."""
    return any(
        report.cue is not None
        and report.source is not None
        and scene.voices[position] == string.parent
        and report.reach.overlaps(string.outer)
        and not gap.contains(report.cue)
        and bool(cues.load().classes(report.lemma))
        for position, report in scene.reports_near(string)
    )
