"""What somebody passes judgement on: *dismissed | claims that he had lied | as “nonsense”*."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.attribution.scene import Scene
from onrecord.document.tree import AUXILIARIES, FINITE, Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueClass
from onrecord.types import QuotedString, Report


def judges(report: Report) -> bool:
    """Whether a verb says what its source thinks of something (*dismiss*, *denounce*)."""
    classes = cues.load().classes(report.lemma)
    return CueClass.CHARACTERISE in classes and CueClass.SAY not in classes


def is_judged(gap: Sequence[Token]) -> bool:
    """Whether a noun, a clause that tells it and "as" stand between a verb and a string."""
    that = next((n for n, token in enumerate(gap) if token.lower == "that"), 0)
    finite = next((n for n, token in enumerate(gap) if token.tag in FINITE), 0)
    told = 0 < that < finite and gap[that - 1].pos == "NOUN"
    return told and gap[-1].lower == "as" and not any(token.text == ";" for token in gap)


def is_verdict(scene: Scene, report: Report, string: QuotedString) -> bool:
    """*said he slept and rejected the idea that he had lied as “odd”*: the words are a verdict."""
    if report.cue is None or report.source is None or not judges(report):
        return False
    verb = scene.document.tokens_in(report.cue)[0]
    helped = any(c.dep in AUXILIARIES for c in scene.document.children(verb))
    if verb.tag not in FINITE and (verb.tag != "VBN" or helped):
        return False
    return is_judged(scene.between(report.cue.end, string.outer.start))
