"""Reported statements without quotation marks, and which reports are none."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import takewhile

from onrecord.attribution.acting import is_infinitive
from onrecord.attribution.cuts import headline_end, set_against, sum_end
from onrecord.attribution.free import free_indirect
from onrecord.attribution.inside import inside_another
from onrecord.attribution.papers import is_a_name
from onrecord.attribution.scene import TURN, Scene
from onrecord.attribution.stating import states
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.lexicon.grammar import ABLE, HE_OR_SHE, I_OR_WE, WHETHER
from onrecord.types import (
    Construction,
    Feature,
    QuotationType,
    Report,
    Statement,
    TextSpan,
)

_NEAR = 4
_LONGEST_NAME = 4
_LONGEST_LEAD = 5
_LEADS = frozenset({"ADP", "ADV"})
_ASKED = WHETHER | {"why", "how"}
_ITSELF = HE_OR_SHE | {"it", "they"}


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


def handing_on(scene: Scene, lexicon: CueLexicon, taken: Collection[int]) -> Iterator[int]:
    """Reports that hand on another's report: *officials said that inspectors had found …*.

    The inner one states something, or is the tag of quoted words, and its source opens a piece of
    their content.
    """
    for number in taken:
        yield from _told_before(scene, number)
    for number, report in enumerate(scene.reports):
        outer = report.outer
        if outer is None or report.source is None or _is_asked(scene, report, outer):
            continue
        if _is_own_deed(scene, report, scene.reports[outer]) or _is_second_deed(scene, report):
            continue
        if report.construction is Construction.NOMINAL:
            continue
        if number not in taken and (
            scene.reports[outer].negated or not _asserts(scene, report, lexicon)
        ):
            # *denied that officials had warned her that …*: nobody is said to have warned her.
            continue
        pieces = scene.reports[outer].content
        first = any(_opens(scene, piece, report.source) for piece in pieces)
        if first or _is_its_clause(scene, report, outer) or _all_but_the_tag(scene, report, outer):
            yield outer


def _is_asked(scene: Scene, report: Report, outer: int) -> bool:
    """*asked whether he accepted that …*, *why she told them that …*: said is what is asked."""
    held = (p for p in scene.reports[outer].content if report.cue and p.contains(report.cue))
    opening = (scene.document.tokens_in(piece)[0] for piece in held)
    return any(token.lower in _ASKED for token in opening)


def _is_own_deed(scene: Scene, report: Report, outer: Report) -> bool:
    """*revealed that he had asked the umpire to stop*: what the teller did, no words of another."""
    if not report.content or not is_infinitive(scene, report) or report.source is None:
        return False
    pronoun = report.source.of(scene.document.text).lower()
    named = outer.source is not None and _is_named(scene, outer.source)
    himself = pronoun in HE_OR_SHE and named
    return himself or (pronoun in _ITSELF and _goes_on(scene, outer))


def _is_named(scene: Scene, source: TextSpan) -> bool:
    """*Ada Quill*, or *the umpire, Ada Quill,*: a name, or one beside what somebody is."""
    if is_a_name(scene, source):
        return True
    *_, last = scene.document.tokens_in(source)
    behind = scene.document.tokens[last.index + 1 : last.index + 2 + _LONGEST_NAME]
    name = takewhile(lambda token: token.pos == "PROPN", behind[1:])
    person = any(scene.document.label_of(token) == "PERSON" for token in name)
    return person and behind[0].text == ","


def _goes_on(scene: Scene, outer: Report) -> bool:
    """*said she had promised to act, and that …*: whether the teller has a further clause."""
    first = scene.reports_from(outer.reach.start)
    near = scene.reports[first : scene.reports_from(outer.reach.end)]
    return any(r.cue == outer.cue and r.content != outer.content for r in near)


def _is_second_deed(scene: Scene, report: Report) -> bool:
    """*said its members were angry and threatened to strike*: more is said than the report.

    The second verb shares the subject of the first, which reports nothing.
    """
    if report.cue is None or report.source is None or report.source.end > report.cue.start:
        return False
    verb = scene.document.tokens_in(report.cue)[0]
    first = scene.document.head(verb)
    if verb.dep != "conj" or not report.source.end <= first.start < verb.start:
        return False
    own = any(c.dep == "nsubj" for c in scene.document.children(verb))
    return not own and not cues.load().classes(first.lemma)


def _opens(scene: Scene, piece: TextSpan, source: TextSpan) -> bool:
    """Whether a source stands at the start of a piece, or behind a time (*In May, a clerk …*).

    So it does in *Earlier, a clerk …* and *Last week, a clerk …*.
    """
    apart = source.start - piece.start
    if apart <= 1 or source.end > piece.end:
        return 0 <= apart <= 1
    lead = scene.document.tokens_in(TextSpan(piece.start, source.start - 1))
    if not lead or lead[-1].text != "," or len(lead) > _LONGEST_LEAD:
        return False
    return lead[0].pos in _LEADS or any(t.dep == "npadvmod" for t in lead)


def _told_before(scene: Scene, number: int) -> Iterator[int]:
    """Reports right before a tag that have it for their content, though the parse does not."""
    report = scene.reports[number]
    if report.cue is None or report.source is None or report.source.start > report.cue.start:
        return
    for other in range(max(0, number - _NEAR), number):
        pieces = scene.reports[other].content
        if any(0 <= report.source.start - p.start <= 1 and p.end > report.cue.end for p in pieces):
            yield other


def _is_its_clause(scene: Scene, report: Report, outer: int) -> bool:
    """*She said she had been told by the palace that …*: all that she says is what she was told."""
    held = scene.reports[outer]
    if report.cue is None or held.cue is None:
        return False
    verb = scene.document.tokens_in(report.cue)[0]
    return verb.dep == "ccomp" and held.cue.contains(scene.document.head(verb).span)


def _asserts(scene: Scene, report: Report, lexicon: CueLexicon) -> bool:
    """Whether a report states something by a verb of its own, not as *began to tell*.

    Who *could not say when* has stated nothing, nor has who *would be asking why*.
    """
    if report.cue is None or not states(scene, report, lexicon):
        return False
    verb = scene.document.tokens_in(report.cue)[0]
    children = tuple(scene.document.children(verb))
    asks = CueClass.ASK in lexicon.classes(report.lemma) and report.lemma != "tell"
    if asks and any(c.tag == "MD" for c in children):
        return False
    unable = report.negated and any(c.tag == "MD" and c.lemma in ABLE for c in children)
    return not unable and not any(c.tag == "TO" for c in children)


def _all_but_the_tag(scene: Scene, report: Report, outer: int) -> bool:
    """*A clerk told deputies, the affidavit says, that …*: the tag's content is the report.

    So it is in *It will close, a clerk said, according to the affidavit*, in *According to Jens,
    it is lost, in the words of an aide*, and in *A clerk said that, according to Jens, it is lost*.
    """
    held = scene.reports[outer]
    if not report.content:
        return False
    if report.construction is Construction.ACCORDING_TO and report.cue is not None:
        begin = min(report.cue.start, report.content[0].start)
        if begin == held.content[0].start and report.content[-1].end == held.content[-1].end:
            return True
    both = report.construction is held.construction is Construction.ACCORDING_TO
    if report.construction is Construction.TAG or both:
        return report.content[0].start == held.content[0].start
    if held.construction is not Construction.TAG or len(held.content) < 2:
        return False
    return report.content[-1].end == held.content[-1].end


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
