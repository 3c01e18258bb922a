"""Figures of speech: *her face said that …*, and what one finds, reads or shows for oneself."""

from __future__ import annotations

from onrecord.attribution.scene import Scene
from onrecord.document.tree import Token
from onrecord.lexicon import people
from onrecord.lexicon.grammar import HE_OR_SHE
from onrecord.types import Construction, Report, TextSpan

_FOR_ONESELF = frozenset({"find", "show", "demonstrate", "discover"})
_READS = "read"
_ONE = HE_OR_SHE | {"his", "her"}
_OWN = HE_OR_SHE | {"his", "her", "i", "my", "they", "their", "we", "our"}
_ALOUD = frozenset({"aloud", "out"})


def is_figure(scene: Scene, report: Report) -> bool:
    """Whether a report tells of no words: of a thing that cannot speak, or of what one learns.

    *The silence suggested that …*, *Quill found that her keys were missing*, *Quill read that the
    money was gone*; not *the judge found that …*, nor *Quill found that the bridge was unsafe*.
    """
    if report.source is None or report.cue is None or not report.content:
        return False
    last = scene.document.tokens_in(report.source)[-1]
    if last.pos == "NOUN" and last.lemma.lower() in people.load().mute:
        return report.construction is not Construction.LABEL
    if report.construction is not Construction.CLAUSE or not _has_no_office(scene, report.source):
        return False
    if report.lemma == _READS:
        return _is_somebody(scene, report.source) and not _is_aloud(scene, report.cue)
    opening = _opening(scene, report).lower
    person = opening in _ONE or (opening in _OWN and _is_somebody(scene, report.source))
    return report.lemma in _FOR_ONESELF and person


def _has_no_office(scene: Scene, source: TextSpan) -> bool:
    """A bare name or a pronoun: of a judge an office is told, and of a court a noun."""
    tokens = scene.document.tokens_in(source)
    bare = all(token.pos in {"PROPN", "PRON"} for token in tokens)
    return bare and not any(people.load().is_person(token.lower) for token in tokens)


def _is_somebody(scene: Scene, source: TextSpan) -> bool:
    """*Ada Quill*, *she*."""
    tokens = scene.document.tokens_in(source)
    named = all(scene.document.label_of(token) == "PERSON" for token in tokens)
    pronoun = len(tokens) == 1 and tokens[0].lower in _OWN - {"his", "her", "my", "their", "our"}
    return named or pronoun


def _is_aloud(scene: Scene, cue: TextSpan) -> bool:
    verb = scene.document.tokens_in(cue)[0]
    return any(c.lower in _ALOUD for c in scene.document.children(verb))


def _opening(scene: Scene, report: Report) -> Token:
    words = scene.document.tokens_in(report.content[0])
    return words[1] if words[0].lower == "that" and len(words) > 1 else words[0]
