"""Words whose source is not named, told of as new: *faced allegations that …*."""

from __future__ import annotations

from onrecord.attribution.scene import Scene
from onrecord.lexicon import cues
from onrecord.types import Construction, Report

_NEW = frozenset({"a", "an", "another", "some", "several"})
"""Words before a noun that is new to the reader."""
_TOLD_OF = frozenset({"dobj", "pobj", "nsubj", "nsubjpass"})
_MASS = frozenset({"criticism", "testimony", "rumour", "rumor", "confirmation"})
"""Nouns for words that have no plural, or do without."""


def is_news(scene: Scene, report: Report) -> bool:
    """*faced allegations that …*, *a complaint that …*: that somebody said so is told as new.

    Not *the charge that …*, of which nobody knows whose it is, nor *any suggestion that …*.
    """
    if report.construction is not Construction.NOMINAL or report.cue is None:
        return False
    noun = scene.document.tokens_in(report.cue)[-1]
    if noun.lemma not in cues.load().alleged:
        return False
    children = scene.document.children(noun)
    known = any(c.dep in {"det", "poss"} and c.lower not in _NEW for c in children)
    counted = noun.tag == "NNS" or any(c.dep == "det" for c in children)
    first = scene.document.head(noun) if noun.dep == "conj" else noun
    verb = scene.document.head(first)
    there = first.dep == "attr" and any(c.dep == "expl" for c in scene.document.children(verb))
    told_of = first.dep in _TOLD_OF or there
    return told_of and not known and (counted or noun.lemma in _MASS)
