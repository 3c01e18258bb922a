"""Reports that hand on what another one says: *officials said that inspectors had found …*."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from onrecord.attribution.own_deeds import says_more, tells_of_himself
from onrecord.attribution.scene import Scene
from onrecord.attribution.stating import states
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.lexicon.grammar import ABLE, HE_OR_SHE, WHETHER
from onrecord.types import Construction, Report, TextSpan

_NEAR = 4
_LONGEST_NAME = 4
_LONGEST_LEAD = 5
_LEADS = frozenset({"ADP", "ADV"})
_ASKED = WHETHER | {"why", "how"}
_ITSELF = HE_OR_SHE | {"it", "they"}


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
        if tells_of_himself(scene, report, scene.reports[outer]):
            continue
        if report.construction is Construction.NOMINAL:
            continue
        denied = scene.reports[outer].negated
        if number not in taken and (denied or not _asserts(scene, report, lexicon)):
            # *denied that officials had warned her that …*: nobody is said to have warned her.
            continue
        if number not in taken and says_more(scene, report, scene.reports[outer]):
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
