"""Verbs by which documents state and people only do something: *the officers showed “courage”*."""

from __future__ import annotations

from onrecord.attribution.papers import PEOPLE
from onrecord.attribution.scene import Scene
from onrecord.document.tree import Token
from onrecord.lexicon import people
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.types import Report


def is_shown(scene: Scene, report: Report, lexicon: CueLexicon) -> bool:
    """*said the officers showed “great courage”*: people show a thing, and say nothing by that."""
    classes = lexicon.classes(report.lemma)
    if CueClass.SHOW not in classes or CueClass.SAY in classes or report.content:
        return False
    tokens = scene.document.tokens_in(report.source) if report.source else ()
    written = any(token.lemma.lower() in lexicon.document for token in tokens)
    return report.outer is not None and not written and any(map(_is_human, tokens))


def _is_human(token: Token) -> bool:
    known = people.load()
    noun = token.pos == "NOUN" and (known.is_person(token.lemma) or token.lemma in known.group)
    return noun or token.pos == "PROPN" or token.lower in PEOPLE
