"""Crossheads in quotation marks of which the article does not tell who says them.

*‘A long winter ahead’*, on a line of its own between two paragraphs, may sum up what several
people say below, or nobody. Where no quotation has the words again, and they are no sentence, no
speaker can be known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.decide import Decision
from onrecord.attribution.echoes import echo
from onrecord.attribution.headline import is_crosshead
from onrecord.attribution.scene import Scene
from onrecord.document.tree import FINITE


def without_crossheads(scene: Scene, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions, with nobody's words for crossheads that are no sentence and come only once."""
    return tuple(
        replace(decision, chosen=None) if _heads_only(scene, number) else decision
        for number, decision in enumerate(decisions)
    )


def _heads_only(scene: Scene, number: int) -> bool:
    if not is_crosshead(scene, number) or echo(scene, number) is not None:
        return False
    part = scene.strings[number].parts[0]
    return not any(token.tag in FINITE for token in scene.between(part.start, part.end))
