"""Who brings up a document that says something: *She cited a study that found …*."""

from __future__ import annotations

from onrecord.attribution.scene import Scene
from onrecord.document.tree import Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueClass
from onrecord.types import Report

_TO = frozenset({"point", "refer", "allude"})
"""What one does to a document, with a preposition."""


def verb_of(scene: Scene, noun: Token) -> Token:
    """The verb that has a noun for its object, a preposition between them or not."""
    above = scene.document.head(noun)
    return scene.document.head(above) if noun.dep == "pobj" else above


def brings_up(scene: Scene, report: Report, noun: Token) -> bool:
    """Whether a report without words of its own points at a document for what stands in it.

    *She cited a 2023 study that found …*, *Tenants pointed to figures showing that …*.
    """
    if report.content or report.negated or report.hypothetical:
        return False
    lexicon = cues.load()
    if noun.dep == "dobj":
        cites = CueClass.CITE in lexicon.classes(report.lemma)
        return cites and not scene.document.holds_words(noun)
    paper = noun.lemma in lexicon.document or noun.lemma in lexicon.carrier
    return noun.dep == "pobj" and report.lemma in _TO and paper
