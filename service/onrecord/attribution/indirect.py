"""Reported statements without quotation marks, and which reports are none."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from onrecord.attribution.scene import TURN, Scene
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.types import (
    Construction,
    Feature,
    QuotationType,
    QuotedString,
    RelationKind,
    Report,
    Statement,
    TextSpan,
)

_IN_WORDS = frozenset(
    {CueClass.SAY, CueClass.TELL, CueClass.ASK, CueClass.GERUND, CueClass.DENY, CueClass.REPORT}
)
_FORMS = frozenset({Construction.CLAUSE, Construction.TAG, Construction.ACCORDING_TO})
_UNDERTAKINGS = frozenset({"agree", "offer", "refuse", "decline", "appeal", "encourage", "claim"})
_FEWEST_WORDS = 2


def indirect_statements(scene: Scene, taken: Collection[int]) -> Iterator[Statement]:
    """One statement for every report in the article's own voice that states its content.

    Args:
        scene: the article.
        taken: reports that are the tag of quoted words already.
    """
    lexicon = cues.load()
    passed_on = set(handing_on(scene))
    for number, report in enumerate(scene.reports):
        if number in taken or number in passed_on or not _is_open(scene, number):
            continue
        if not _states(scene, report, lexicon) or _inside_another(scene, number, passed_on):
            continue
        yield Statement(
            type=QuotationType.INDIRECT,
            parts=report.content,
            report=number,
            source=report.source,
            cue=report.cue,
            addressee=report.addressee,
            medium=report.medium,
            negated=report.negated,
            evidence=evidence(report, lexicon),
        )


def _is_open(scene: Scene, number: int) -> bool:
    """Whether no quotation holds the report; in a turn of a transcript others may be cited."""
    voice, source = scene.voices[number], scene.reports[number].source
    if voice is None:
        return True
    if scene.strings[voice].style != TURN or source is None:
        return False
    return source.of(scene.document.text).lower() not in {"i", "we"}


def handing_on(scene: Scene) -> Iterator[int]:
    """Reports that hand on another's report: *officials said that inspectors had found …*.

    The inner one's cue or source stands at the very start of their content.
    """
    for report in scene.reports:
        outer = report.outer
        if outer is None or not report.content or report.source is None:
            continue
        start = scene.reports[outer].content[0].start
        if 0 <= report.source.start - start <= 1 and report.cue is not None:
            yield outer


def _inside_another(scene: Scene, number: int, passed_on: Collection[int]) -> bool:
    outer = scene.reports[number].outer
    return outer is not None and outer not in passed_on and scene.reports[outer].content != ()


def _states(scene: Scene, report: Report, lexicon: CueLexicon) -> bool:
    if report.construction not in _FORMS or report.kind is not RelationKind.SPEECH:
        return False
    if not report.content or report.hypothetical:
        return False
    if sum(len(scene.between(p.start, p.end)) for p in report.content) < _FEWEST_WORDS:
        return False
    if _overlaps_strings(scene, report.content):
        return False
    if report.construction is Construction.ACCORDING_TO:
        return report.source is not None
    return _in_words(scene, report, lexicon)


def _in_words(scene: Scene, report: Report, lexicon: CueLexicon) -> bool:
    """Whether the verb says that the source put it in words."""
    classes = lexicon.classes(report.lemma)
    if CueClass.COMMIT in classes and _is_infinitive(scene, report.content[0]):
        return report.lemma not in _UNDERTAKINGS
    if classes & _IN_WORDS or not classes:
        return bool(classes) or report.lemma in lexicon.made_clear or report.cue is not None
    return CueClass.SHOW in classes and _is_document(scene, report.source, lexicon)


def _is_infinitive(scene: Scene, content: TextSpan) -> bool:
    return scene.document.text[content.start : content.start + 3].lower() == "to "


def _is_document(scene: Scene, source: TextSpan | None, lexicon: CueLexicon) -> bool:
    if source is None:
        return False
    tokens = scene.document.tokens_in(source)
    return any(t.lemma in lexicon.document or t.pos in {"PROPN", "PRON"} for t in tokens)


def _overlaps_strings(scene: Scene, content: tuple[TextSpan, ...]) -> bool:
    """Whether quoted words make up most of it: then their own decision counts."""
    inside = sum(
        min(piece.end, s.outer.end) - max(piece.start, s.outer.start)
        for piece in content
        for s in scene.strings
        if s.style != TURN and s.outer.overlaps(piece) and _is_outermost(scene, s)
    )
    return inside > 0.5 * sum(map(len, content))


def _is_outermost(scene: Scene, string: QuotedString) -> bool:
    """Whether no marks stand around a string; those of a turn are none."""
    return string.parent is None or scene.strings[string.parent].style == TURN


def evidence(report: Report, lexicon: CueLexicon) -> tuple[Feature, ...]:
    """What the calibration and an explanation read of the report."""
    classes = sorted(c.value for c in lexicon.classes(report.lemma))
    names = [f"form: {report.construction.value}", *(f"class: {c}" for c in classes)]
    if report.source is None:
        names.append("no source")
    if report.negated:
        names.append("negated")
    if report.content[0].start > (report.cue.end if report.cue else 0) + 40:
        names.append("content stands apart")
    return tuple(Feature(name, 1.0) for name in names)
