"""Reported statements without quotation marks, and which reports are none."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from onrecord.attribution.cuts import headline_end, set_against, sum_end
from onrecord.attribution.free import free_indirect
from onrecord.attribution.handing_on import handing_on
from onrecord.attribution.inside import inside_another
from onrecord.attribution.scene import TURN, Scene
from onrecord.attribution.stating import states
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueLexicon
from onrecord.lexicon.grammar import I_OR_WE
from onrecord.types import (
    Construction,
    Feature,
    QuotationType,
    Report,
    Statement,
    TextSpan,
)

_NEAR = 4


def indirect_statements(
    scene: Scene, taken: Collection[int], unsaid: Collection[TextSpan] = ()
) -> Iterator[Statement]:
    """One statement for every report in the article's own voice that states its content.

    Args:
        scene: the article.
        taken: reports that are the tag of quoted words already.
        unsaid: strings, marks included, that are nobody's words.
    """
    stated = list(_stated(scene, taken, unsaid))
    yield from stated
    yield from free_indirect(scene, stated)


def _stated(
    scene: Scene, taken: Collection[int], unsaid: Collection[TextSpan]
) -> Iterator[Statement]:
    lexicon = cues.load()
    passed_on = set(handing_on(scene, lexicon, taken))
    for number, report in enumerate(scene.reports):
        if number in taken or number in passed_on or not _in_open_voice(scene, number):
            continue
        if not states(scene, report, lexicon, unsaid) or inside_another(scene, number, passed_on):
            continue
        pieces = (
            _cut(scene, number, taken, piece) for piece in _without_relative(scene, report.content)
        )
        yield reported(report, number, tuple(_closed(scene, p) for p in pieces))


def _without_relative(scene: Scene, content: tuple[TextSpan, ...]) -> tuple[TextSpan, ...]:
    """*The park, which he said is full*: the pronoun is the article's, the words are the rest."""
    first = scene.document.tokens_in(content[0])
    pronoun = len(content) > 1 and all(t.tag in {"WDT", "WP"} for t in first)
    return content[1:] if pronoun or _is_question(scene, content) else content


def _is_question(scene: Scene, content: tuple[TextSpan, ...]) -> bool:
    """*Will it open? No, said Ruiz*: what is answered is the article's."""
    return len(content) > 1 and scene.document.text[content[0].end : content[1].start][:1] == "?"


def _cut(scene: Scene, number: int, taken: Collection[int], piece: TextSpan) -> TextSpan:
    """A piece up to what the tag of quoted words behind it sets against it, if any does."""
    piece = TextSpan(piece.start, sum_end(scene, piece))
    for other in range(number + 1, min(number + 1 + _NEAR, len(scene.reports))):
        comma = set_against(scene, scene.reports[other]) if other in taken else None
        if comma is not None and piece.start < comma < piece.end:
            return TextSpan(piece.start, comma)
    if scene.reports[number].construction is Construction.CLAUSE:
        kept = scene.document.text[piece.start : headline_end(scene, piece)]
        return TextSpan(piece.start, piece.start + len(kept.rstrip(" ,")))
    return piece


def _closed(scene: Scene, piece: TextSpan) -> TextSpan:
    """A piece with the marks of quoted words at its edges, which the parse leaves out."""
    starts = [
        string.outer.start
        for string in scene.strings_over(piece)
        if string.style != TURN and string.parts[0].start == piece.start
        if string.outer.end < piece.end
    ]
    ends = [
        string.outer.end
        for string in scene.strings_over(piece)
        if string.style != TURN and piece.start <= string.outer.start
        if string.parts[-1].end <= piece.end + 1
    ]
    return TextSpan(min([piece.start, *starts]), max([piece.end, *ends]))


def outside(told: TextSpan | None, parts: tuple[TextSpan, ...]) -> TextSpan | None:
    """Who is told, or when, if that is no part of what is said (*urged colleagues to go on*)."""
    return None if told is None or any(p.contains(told) for p in parts) else told


def reported(report: Report, number: int, parts: tuple[TextSpan, ...]) -> Statement:
    """The indirect statement that a report makes of words without quotation marks.

    Args:
        report: the report.
        number: its position.
        parts: the words: its content, or a clause beside quoted words of the same tag.
    """
    return Statement(
        type=QuotationType.INDIRECT,
        parts=parts,
        report=number,
        source=report.source,
        cue=report.cue,
        addressee=outside(report.addressee, parts),
        medium=report.medium,
        time=outside(report.time, parts),
        negated=report.negated,
        evidence=_evidence(report, cues.load()),
    )


def _in_open_voice(scene: Scene, number: int) -> bool:
    """Whether the article itself reports, or who speaks in a transcript reports of others."""
    voice, source = scene.voices[number], scene.reports[number].source
    if voice is None:
        return True
    himself = source is None or source.of(scene.document.text).lower() in I_OR_WE
    return scene.strings[voice].style == TURN and not himself


def _evidence(report: Report, lexicon: CueLexicon) -> tuple[Feature, ...]:
    """What the calibration and an explanation read of the report."""
    classes = sorted(c.value for c in lexicon.classes(report.lemma))
    names = [f"form: {report.construction.value}", *(f"class: {c}" for c in classes)]
    if report.source is None:
        names.append("no source")
    if report.negated:
        names.append("negated")
    if report.content[0].start > (report.cue.end if report.cue else 0) + 40:
        names.append("content stands apart")
    names.append("the tagger agrees" if report.tagged is not None else "the tagger is silent")
    return tuple(Feature(name, 1.0) for name in names)
