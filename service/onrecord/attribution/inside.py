"""Reports inside what another states: which are part of it, and which a statement of their own."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.attribution.acting import is_infinitive
from onrecord.attribution.scene import Scene
from onrecord.attribution.stating import states
from onrecord.lexicon import cues
from onrecord.types import Construction, RelationKind, Report


def inside_another(scene: Scene, number: int, passed_on: Collection[int]) -> bool:
    """Whether the report is part of what another states in words."""
    outer = scene.reports[number].outer
    while outer is not None and (
        _is_felt(scene.reports[outer]) or _tells_who(scene, number, scene.reports[outer])
    ):
        outer = scene.reports[outer].outer
    if outer is None or outer in passed_on or _is_of_a_noun(scene, number):
        return False
    if scene.reports[number].construction is Construction.NOMINAL and not states(
        scene, scene.reports[outer], cues.load()
    ):
        return False
    return scene.reports[outer].kind is RelationKind.SPEECH


def _is_felt(report: Report) -> bool:
    """*her fear that …*: a noun that puts nothing in words."""
    felt = report.kind is RelationKind.THOUGHT
    return felt and report.construction is Construction.NOMINAL


def _tells_who(scene: Scene, number: int, outer: Report) -> bool:
    """*declined to hear growers who had argued that …*: who they are, in what somebody does."""
    cue = scene.reports[number].cue
    verb = scene.document.tokens_in(cue)[0] if cue is not None else None
    return verb is not None and verb.dep == "relcl" and is_mere_deed(scene, outer)


def is_mere_deed(scene: Scene, report: Report) -> bool:
    """*declined to hear the growers*: whether a report tells what somebody does, and no words."""
    if not report.content or report.hypothetical or not is_infinitive(scene, report):
        return False
    return not states(scene, report, cues.load())


def _is_of_a_noun(scene: Scene, number: int) -> bool:
    """*Her claim that the board had lied was wrong, Ruiz said*: more is said than the claim."""
    report = scene.reports[number]
    if report.construction is not Construction.NOMINAL or report.outer is None:
        return False
    pieces = scene.reports[report.outer].content
    opens = any(
        p.start <= report.content[0].start and report.content[-1].end < p.end for p in pieces
    )
    return opens and report.source is not None
