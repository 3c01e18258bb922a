"""What is found or shown: *the report found that …*, *he was found by the inquiry to have lied*."""

from __future__ import annotations

from onrecord.attribution.papers import head_noun
from onrecord.attribution.scene import Scene
from onrecord.document.tree import FINITE
from onrecord.lexicon.cues import CueLexicon
from onrecord.types import Construction, Report, TextSpan

_SHOWN_BY_ALL = frozenset({"find", "conclude", "estimate", "calculate", "determine"})
"""What anybody can show, not only a document: *inspectors found that …*."""
_JUDGES = frozenset(
    {"judge", "ombudsman", "regulator", "watchdog", "arbitrator", "umpire", "referee"}
)
"""Who finds something of somebody, besides bodies that sit and documents."""


def shown(scene: Scene, report: Report, lexicon: CueLexicon) -> str:
    """How *found*, *showed* put something in words."""
    if report.lemma == "find" and not _is_finding(scene, report):
        return "an inquiry finds it of somebody" if _is_of_somebody(scene, report, lexicon) else ""
    if report.lemma in _SHOWN_BY_ALL:
        return "the verb tells what an inquiry comes to"
    return "a document or a name shows it" if _holds_findings(scene, report.source, lexicon) else ""


def _is_finding(scene: Scene, report: Report) -> bool:
    """Whether a clause is found or shown, and no thing (*she finds it quaint, and is right*).

    A headline may have a finding without a verb that the parse knows for one.
    """
    if report.construction is Construction.TAG or _is_led_by_that(scene, report):
        return True
    for token in scene.document.tokens_in(report.content[0]):
        if token.tag in FINITE:
            return True
        if token.dep == "cc" and token.text.islower() and token.lower == "and":
            head = scene.document.head(token)
            if head.pos in {"VERB", "ADJ", "AUX"}:
                return False
    return False


def _is_of_somebody(scene: Scene, report: Report, lexicon: CueLexicon) -> bool:
    """*was found by the inquiry | to have lied*: no walker finds it so."""
    opening = scene.document.tokens_in(report.content[-1])[0]
    if opening.tag != "TO" or len(report.content) == 1 or report.source is None:
        return False
    noun = head_noun(scene, report.source).lower()
    return noun in lexicon.document | lexicon.sitting | _JUDGES


def _is_led_by_that(scene: Scene, report: Report) -> bool:
    """*found that two in three named it*: a clause, whatever the parse takes its verb for."""
    if report.cue is None:
        return False
    between = scene.document.text[report.cue.end : max(report.cue.end, report.content[0].start)]
    return between.split()[-1:] == ["that"]


def _holds_findings(scene: Scene, source: TextSpan | None, lexicon: CueLexicon) -> bool:
    if source is None:
        return False
    tokens, known = scene.document.tokens_in(source), lexicon.document | lexicon.sitting
    return any(t.lemma in known or t.pos in {"PROPN", "PRON"} for t in tokens)
