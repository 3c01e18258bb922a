"""Reported statements without quotation marks, and which reports are none."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from onrecord.attribution.free import free_indirect
from onrecord.attribution.scene import TURN, Scene
from onrecord.lexicon import cues, people
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
_FORMS = frozenset(
    {Construction.CLAUSE, Construction.TAG, Construction.ACCORDING_TO, Construction.NOMINAL}
)
_IN_SO_MANY_WORDS = frozenset(
    {"vow", "promise", "pledge", "swear", "threaten", "urge", "beg", "implore", "exhort", "warn",
     "advise", "tell"}
)  # fmt: skip
"""Commands and promises that are words themselves; one may agree, order or ask without any."""
_SHOWN_BY_ALL = frozenset({"find", "conclude", "estimate", "calculate", "determine"})
"""What anybody can show, not only a document: *inspectors found that …*."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SELF = frozenset({"i", "we"})
_FEWEST_WORDS = 2


def indirect_statements(scene: Scene, taken: Collection[int]) -> Iterator[Statement]:
    """One statement for every report in the article's own voice that states its content.

    Args:
        scene: the article.
        taken: reports that are the tag of quoted words already.
    """
    stated = list(_stated(scene, taken))
    yield from stated
    yield from free_indirect(scene, stated)


def _stated(scene: Scene, taken: Collection[int]) -> Iterator[Statement]:
    lexicon = cues.load()
    passed_on = set(handing_on(scene, lexicon, taken))
    for number, report in enumerate(scene.reports):
        if number in taken or number in passed_on or not _in_open_voice(scene, number):
            continue
        if not _states(scene, report, lexicon) or _inside_another(scene, number, passed_on):
            continue
        yield reported(report, number, tuple(_closed(scene, p) for p in report.content))


def _closed(scene: Scene, piece: TextSpan) -> TextSpan:
    """A piece with the closing mark of quoted words at its end, which the parse leaves out."""
    ends = [
        string.outer.end
        for string in scene.strings_over(piece)
        if string.style != TURN and piece.start <= string.outer.start
        if string.parts[-1].end <= piece.end + 1
    ]
    return TextSpan(piece.start, max([piece.end, *ends]))


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
        addressee=report.addressee,
        medium=report.medium,
        negated=report.negated,
        evidence=_evidence(report, cues.load()),
    )


def _in_open_voice(scene: Scene, number: int) -> bool:
    """Whether the article itself reports, or who speaks in a transcript reports of others."""
    voice, source = scene.voices[number], scene.reports[number].source
    if voice is None:
        return True
    himself = source is None or source.of(scene.document.text).lower() in _SELF
    return scene.strings[voice].style == TURN and not himself


def handing_on(scene: Scene, lexicon: CueLexicon, taken: Collection[int]) -> Iterator[int]:
    """Reports that hand on another's report: *officials said that inspectors had found …*.

    The inner one states something, or is the tag of quoted words, and its source stands at the
    very start of a piece of their content.
    """
    for number, report in enumerate(scene.reports):
        outer = report.outer
        if outer is None or report.source is None:
            continue
        if number not in taken and not _asserts(scene, report, lexicon):
            continue
        starts = [report.source.start - piece.start for piece in scene.reports[outer].content]
        first = any(0 <= apart <= 1 for apart in starts)
        if first or _is_its_clause(scene, report, outer) or _all_but_the_tag(scene, report, outer):
            yield outer


def _is_its_clause(scene: Scene, report: Report, outer: int) -> bool:
    """*She said she had been told by the palace that …*: all that she says is what she was told."""
    held = scene.reports[outer]
    if report.cue is None or held.cue is None:
        return False
    verb = scene.document.tokens_in(report.cue)[0]
    return verb.dep == "ccomp" and held.cue.contains(scene.document.head(verb).span)


def _asserts(scene: Scene, report: Report, lexicon: CueLexicon) -> bool:
    """Whether a report states something by a verb of its own, not as *began to tell*."""
    if report.cue is None or not _states(scene, report, lexicon):
        return False
    verb = scene.document.tokens_in(report.cue)[0]
    return not any(c.tag == "TO" for c in scene.document.children(verb))


def _all_but_the_tag(scene: Scene, report: Report, outer: int) -> bool:
    """*A clerk told deputies, the affidavit says, that …*: the tag's content is the report."""
    held = scene.reports[outer]
    if held.construction is not Construction.TAG or len(held.content) < 2 or not report.content:
        return False
    return report.content[-1].end == held.content[-1].end


def _inside_another(scene: Scene, number: int, passed_on: Collection[int]) -> bool:
    """Whether the report is part of what another states in words."""
    outer = scene.reports[number].outer
    if outer is None or outer in passed_on:
        return False
    return scene.reports[outer].kind is RelationKind.SPEECH


def _states(scene: Scene, report: Report, lexicon: CueLexicon) -> bool:
    if report.construction not in _FORMS or report.kind is not RelationKind.SPEECH:
        return False
    if not report.content or report.hypothetical:
        return False
    if sum(len(scene.between(p.start, p.end)) for p in report.content) < _FEWEST_WORDS:
        return False
    if _overlaps_strings(scene, report.content):
        return False
    if report.construction in {Construction.ACCORDING_TO, Construction.NOMINAL}:
        return report.source is not None
    return _in_words(scene, report, lexicon) and not _is_misread(scene, report)


def _is_misread(scene: Scene, report: Report) -> bool:
    """Whether the parse alone makes a report of it, and what it takes for one looks like none.

    *The cuts add to the strain: …* Nobody speaks without a source in a tag; where the trained
    tagger has read the article and saw no report either, half of what is left is one (of
    PolNeAR's development articles), by a source that can speak, and in a tag of a whole clause.
    """
    if report.construction is Construction.TAG and report.source is None:
        return True
    if not scene.tagged or report.tagged is not None:
        return False
    if report.source is None or not _can_speak(scene, report.source):
        return True
    sentence = report.reach.of(scene.document.text)[-1:] in ".?!"
    return report.construction is Construction.TAG and sentence and not _has_finite(scene, report)


def _can_speak(scene: Scene, source: TextSpan) -> bool:
    """Whether a source is a name, a pronoun, or a noun for people, bodies or documents."""
    tokens = scene.document.tokens_in(source)
    inner = {token.index for token in tokens}
    head = next((t for t in tokens if t.head not in inner or t.head == t.index), tokens[-1])
    return head.pos != "NOUN" or people.is_utterer(head.lemma)


def _has_finite(scene: Scene, report: Report) -> bool:
    tokens = (t for piece in report.content for t in scene.document.tokens_in(piece))
    return any(token.tag in _FINITE for token in tokens)


def _in_words(scene: Scene, report: Report, lexicon: CueLexicon) -> bool:
    """Whether the verb says that the source put it in words."""
    classes = lexicon.classes(report.lemma)
    if CueClass.COMMIT in classes and _is_infinitive(scene, report):
        return report.lemma in _IN_SO_MANY_WORDS
    if classes & _IN_WORDS:
        return CueClass.ASK not in classes or report.source is not None
    if CueClass.SHOW in classes:
        return report.lemma in _SHOWN_BY_ALL or _is_document(scene, report.source, lexicon)
    return report.lemma == "make" or report.lemma in lexicon.made_clear


def _is_infinitive(scene: Scene, report: Report) -> bool:
    """Whether no finite verb stands in the content before "to": *to go*, *ministers to go*."""
    for token in scene.document.tokens_in(report.content[0]):
        if token.tag in _FINITE:
            return False
        if token.tag == "TO":
            return True
    return False


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
        for s in scene.strings_over(piece)
        if _is_outermost(scene, s)
    )
    return inside > 0.5 * sum(map(len, content))


def _is_outermost(scene: Scene, string: QuotedString) -> bool:
    """Whether no marks stand around the string; those of a turn are none."""
    if string.style == TURN:
        return False
    return string.parent is None or scene.strings[string.parent].style == TURN


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
