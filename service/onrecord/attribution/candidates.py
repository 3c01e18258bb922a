"""For every quoted string, all the ways in which it could be attributed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, starmap, takewhile

from onrecord.attribution.asides import in_aside
from onrecord.attribution.echoes import AGAIN, echo
from onrecord.attribution.features import (
    Values,
    alone_features,
    follow_features,
    governs,
    inside,
    is_closed_tag,
    is_label_of,
    is_report_of_words,
    report_features,
    utters,
)
from onrecord.attribution.judged import is_verdict
from onrecord.attribution.scene import TURN, Scene, anchor, core
from onrecord.attribution.signatures import is_signature
from onrecord.attribution.speech import speech_features
from onrecord.lexicon import cues
from onrecord.types import Candidate, Construction, Feature, QuotedString, Report

SIGNED = "a name stands behind the words, and nothing else in their paragraph"
"""The rule of a signature, in words."""

_LOOKED_AT = 40
"""Reports on each side of a string that are looked at."""

_REPORTS_BEFORE = 8
_REPORTS_BEHIND = 6
_PARAGRAPHS_APART = 1
_PARAGRAPHS_FOLLOWED = 3


def candidates(scene: Scene) -> tuple[tuple[Candidate, ...], ...]:
    """Candidates of each string, in order: its reports, the string before it, no tag, nobody.

    A report can be the tag of a string only where the same voice utters both: a cue inside a
    quotation reports what is quoted in there. The number of candidates of a string is bounded.
    """
    return tuple(tuple(_of(scene, number)) for number in range(len(scene.strings)))


def left_out(scene: Scene, number: int) -> tuple[int, ...]:
    """The reports near a string that a rule leaves out before the model weighs the others."""
    near = tuple(_reports(scene, number))
    kept = frozenset(_innermost(scene, number, near))
    return tuple(position for position in near if position not in kept)


def _of(scene: Scene, number: int) -> Iterator[Candidate]:
    lexicon = cues.load()
    echoed = echo(scene, number)
    if echoed is not None:
        again = (Feature("the same words again", 1.0),)
        yield Candidate(number, None, echoed, again, rule=AGAIN)
        yield _nobody(scene, number)
        return
    signed = _signature(scene, number)
    if signed is not None:
        values = report_features(scene, number, scene.reports[signed], lexicon)
        yield Candidate(number, signed, None, _evidence(values), rule=SIGNED)
        yield _nobody(scene, number)
        return
    for position in _innermost(scene, number, tuple(_reports(scene, number))):
        report = scene.reports[position]
        values = report_features(scene, number, report, lexicon)
        yield Candidate(number, position, None, _evidence(values))
    turn = scene.strings[number].style == TURN
    previous = None if turn else _previous(scene, number)
    if previous is not None:
        values = follow_features(scene, number, previous)
        yield Candidate(number, None, previous, _evidence(values))
    yield Candidate(number, None, None, _evidence(alone_features(scene, number)))
    yield _nobody(scene, number)


def _nobody(scene: Scene, number: int) -> Candidate:
    values = speech_features(scene, number)
    return Candidate(number, None, None, _evidence(values), spoken=False)


def _signature(scene: Scene, number: int) -> int | None:
    """The label behind a string that leaves no doubt: *"…" — Ana Ruiz, mayor* and no more."""
    string = scene.strings[number]
    for position, report in scene.reports_near(string):
        if scene.voices[position] == string.parent and is_signature(scene, string, report):
            return position
    return None


def _evidence(values: Values) -> tuple[Feature, ...]:
    return tuple(starmap(Feature, values.items()))


def _reports(scene: Scene, number: int) -> Iterator[int]:
    string = scene.strings[number]
    at = scene.reports_from(string.outer.start)
    behind = scene.reports_from(string.outer.end)
    near = range(at - 1, -1, -1), range(behind, len(scene.reports))
    paragraphs = _within_reach(scene, string)
    for positions, most in zip(near, (_REPORTS_BEFORE, _REPORTS_BEHIND), strict=True):
        within = takewhile(lambda p: scene.places[p] in paragraphs, positions[:_LOOKED_AT])
        fitting = (p for p in within if _fits(scene, number, p))
        yield from islice(fitting, most)


def _within_reach(scene: Scene, string: QuotedString) -> range:
    """The paragraphs in which a tag of the string may stand."""
    first, last = scene.paragraph(string.outer.start), scene.paragraph(string.outer.end - 1)
    goes_on = inside(scene, string).endswith(",")
    return range(first - _PARAGRAPHS_APART, last + goes_on * _PARAGRAPHS_APART + 1)


def _innermost(scene: Scene, number: int, positions: tuple[int, ...]) -> Iterator[int]:
    """Without reports that hand on another one of them, whose clause holds the string.

    *When he was stopped, the affidavit says, Ruiz told a deputy, “…”*: the words are those of Ruiz.
    """
    string, lexicon = scene.strings[number], cues.load()
    handed_on = {
        scene.reports[position].outer
        for position in positions
        if utters(scene, scene.reports[position], string, lexicon)
    }
    kept = tuple(position for position in positions if position not in handed_on)
    yield from _up_to_the_nearest(scene, string, kept)


def _up_to_the_nearest(
    scene: Scene, string: QuotedString, positions: tuple[int, ...]
) -> Iterator[int]:
    """Without reports before the one that has the string for its object, and tags before a cue.

    *The firm said it would sell what Ruiz called “a ruin”*: the words are those of Ruiz.
    *It will close, the firm said, accusing Ruiz of “greed”*: the accusation, not the statement.
    """
    lexicon = cues.load()
    here = [p for p in positions if scene.reports[p].reach.overlaps(string.outer)]
    before = sorted(
        (p for p in here if core(scene.reports[p]).end <= string.outer.start),
        key=lambda p: anchor(scene.reports[p]).start,
    )
    dropped: set[int] = set()
    for place, position in enumerate(before):
        report = scene.reports[position]
        if governs(scene, report, string, lexicon) or is_verdict(scene, report, string):
            dropped.update(before[:place])
        closed = [i for i in range(place) if is_closed_tag(scene.reports[before[i]])]
        if closed and is_report_of_words(report, lexicon):
            dropped.update(before[: closed[-1] + 1])
    yield from (position for position in positions if position not in dropped)


def _fits(scene: Scene, number: int, position: int) -> bool:
    string, report = scene.strings[number], scene.reports[position]
    if scene.voices[position] != string.parent or not _may_label(string, report):
        return False
    if _is_of_another_sentence(scene, string, report):
        return False
    return not (_only_asks(scene, string, report) or in_aside(scene, number, report))


def _is_of_another_sentence(scene: Scene, string: QuotedString, report: Report) -> bool:
    """*It fell, according to the log. | Inspectors praised it as “apt”*: the log says the first.

    Words that open a sentence may go on with what an earlier phrase reports.
    """
    phrase = report.construction is Construction.ACCORDING_TO and bool(report.content)
    if not phrase or report.reach.end > string.outer.start:
        return False
    first = scene.document.tokens_in(string.outer)[0]
    sentence = scene.document.sentence_of(first)
    begin = max(report.reach.end, scene.document.tokens[sentence.first].start)
    return bool(scene.between(begin, string.outer.start))


def _only_asks(scene: Scene, string: QuotedString, report: Report) -> bool:
    """*Did he regret letting her go on? | “Ask me on Monday.”*: the writer's question is no tag."""
    tokens = scene.document.tokens_in(anchor(report))
    if not tokens:
        return False
    sentence = scene.document.sentence_of(tokens[0])
    first, last = scene.document.tokens[sentence.first], scene.document.tokens[sentence.last - 1]
    return first.pos == "AUX" and last.text == "?" and last.end <= string.outer.start


def _may_label(string: QuotedString, report: Report) -> bool:
    """A label belongs to the one string that it touches, and a turn has its label alone."""
    if report.construction is Construction.LABEL:
        return is_label_of(report, string)
    return string.style != TURN


def _previous(scene: Scene, number: int) -> int | None:
    string = scene.strings[number]
    for previous in range(number - 1, max(number - 12, -1), -1):
        other = scene.strings[previous]
        if echo(scene, previous) is not None:
            continue
        if other.parent == string.parent and other.depth == string.depth:
            apart = scene.paragraph(string.outer.start) - scene.paragraph(other.outer.end - 1)
            return previous if apart <= _PARAGRAPHS_FOLLOWED else None
    return None
