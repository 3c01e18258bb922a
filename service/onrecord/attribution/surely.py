"""Quoted words that are somebody's by the grammar, though they look like a word of the article's.

One word before a noun is mostly a scare quote. What one promises, demands or warns of is in the
words of who does, so the marks can only mean that the word is his (*vows “swift” reply*). *As she
put it* says so of a few words that a dash sets off, *I told her, “Run,”* of those in an answer, and
*“Go home” was her only comment* of those that open a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.attribution.decide import Decision
from onrecord.attribution.extent import DASHES
from onrecord.attribution.scene import Scene, core
from onrecord.document.tree import OBJECTS, Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import SPOKEN
from onrecord.types import Candidate, Construction, Feature, QuotedString, Report, TextSpan

PROMISED = "the words stand in what somebody promises, demands or warns of"
PUT_SO = "somebody is said to have put it in these words"
COMMENTED = "the words are said to be somebody's comment or answer"
TOLD = "a verb of saying and a comma stand right before the words"
LABELLED = "a line of a name and a sentence in marks, beside another such line"
HAD = "who had the words stands before the colon, inside other words"
"""The rules, in words."""

_LINE = re.compile(
    r"(?:[A-Z][\w.’'-]*[ \t]+){1,4}[A-Z][\w.’'-]*(?:,[^:\n“\"]{1,60}|[ \t]*\([^()\n]{1,60}\))?:"
    r"[ \t]*[“\"][^“”\"\n]*[.?!…][”\"]"
)
"""A name of two words or more, perhaps with a role, and one whole sentence."""
_LINES = 2

_VOWS_OR_WARNS = frozenset({"promise", "vow", "pledge", "demand", "urge", "warn", "threaten"})
_ANSWERS = frozenset(
    {"comment", "remark", "answer", "reply", "retort", "response", "verdict", "advice", "plea"}
)
"""Nouns for words that are uttered once, no name or motto."""
_OF = frozenset({"of", "about"})
_MOST_WORDS = 3


def surely_said(scene: Scene, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions, words taken for nobody's given to whose they are by the grammar."""
    return tuple(
        _given(scene, number, decision) if decision.chosen is None else decision
        for number, decision in enumerate(decisions)
    )


def _given(scene: Scene, number: int, decision: Decision) -> Decision:
    string = scene.strings[number]
    found = next(_whose(scene, string), None) or _labelled(scene, string) or _had(scene, string)
    if found is None:
        return decision
    position, rule = found
    chosen = Candidate(number, position, None, (Feature(rule, 1.0),), rule=rule)
    return replace(decision, chosen=chosen)


def _whose(scene: Scene, string: QuotedString) -> Iterator[tuple[int, str]]:
    """The reports whose words a string is, each with the rule that says so."""
    noun = _modified(scene, string)
    verb = None if noun is None else _governor(scene, noun)
    for position, report in scene.reports_near(string):
        if report.cue is None or report.source is None or report.hypothetical:
            continue
        if scene.voices[position] != string.parent:
            continue
        if verb is not None and report.lemma in _VOWS_OR_WARNS and report.cue.contains(verb.span):
            yield position, PROMISED
        if _is_put_so(scene, report, string):
            yield position, PUT_SO
        if _is_comment(scene, report, string):
            yield position, COMMENTED
        if string.depth and _is_told(scene, report, string):
            yield position, TOLD


def _labelled(scene: Scene, string: QuotedString) -> tuple[int, str] | None:
    """*Ana Ruiz (Sele): “We sail.”* / *Captain Lee Marl: “Not yet.”*: one of several such lines."""
    number = scene.paragraph(string.outer.start)
    paragraphs = scene.document.paragraphs
    line, beside = paragraphs[number], paragraphs[max(0, number - 1) : number + 2]
    if string.depth or string.outer.end != line.end:
        return None
    if sum(_is_labelled_line(scene, paragraph) for paragraph in beside) < _LINES:
        return None
    for position, report in scene.reports_near(string):
        source = report.source
        if source is None or report.construction is not Construction.LABEL or report.reach != line:
            continue
        # *Best Film: “Gone!”* has the form too.
        held = scene.document.tokens_in(source)
        person = any(scene.document.label_of(token) == "PERSON" for token in held)
        if person and _is_labelled_line(scene, line):
            return position, LABELLED
    return None


def _had(scene: Scene, string: QuotedString) -> tuple[int, str] | None:
    """*“Dad sent a note: ‘Row on.’”*: the label of words inside others."""
    if not string.depth or not string.parts[0].of(scene.document.text)[:1].isupper():
        return None
    for position, report in scene.reports_near(string):
        label = report.construction is Construction.LABEL and report.source is not None
        if label and report.reach.end == string.outer.end:
            inside = scene.voices[position] == string.parent
            return (position, HAD) if inside else None
    return None


def _is_labelled_line(scene: Scene, paragraph: TextSpan) -> bool:
    return _LINE.fullmatch(scene.document.text, paragraph.start, paragraph.end) is not None


def _is_put_so(scene: Scene, report: Report, string: QuotedString) -> bool:
    """*It was shut – “with relief”, as Vane put it*."""
    text, place = scene.document.text, core(report)
    if report.lemma != "put" or place.start < string.outer.end:
        return False
    if not text.endswith(DASHES, 0, scene.document.end_before(string.outer.start)):
        return False
    return text[string.outer.end : place.start].strip(" ,") == "as"


def _is_comment(scene: Scene, report: Report, string: QuotedString) -> bool:
    """*“Go home” was her only comment*: the noun says that the words were spoken."""
    if report.lemma != "be" or report.source is None or report.cue is None:
        return False
    document, end = scene.document, string.outer.end
    if report.cue.start < end or document.text[end : report.cue.start].strip(" ,"):
        return False
    owners = (t for t in document.tokens_in(report.source) if t.dep == "poss")
    return any(document.head(owner).lemma in _ANSWERS for owner in owners)


def _is_told(scene: Scene, report: Report, string: QuotedString) -> bool:
    """*I kept telling him, “Hold on,”*: inside other words, to somebody, behind a comma."""
    if report.addressee is None or report.cue is None or report.cue.end > string.outer.start:
        return False
    end = max(report.cue.end, report.addressee.end)
    spoken = cues.load().classes(report.lemma) & SPOKEN
    opens = string.parts[0].of(scene.document.text)[:1].isupper()
    return bool(spoken) and opens and scene.document.text[end : string.outer.start].strip() == ","


def _modified(scene: Scene, string: QuotedString) -> Token | None:
    """The noun right behind a few words that modify it."""
    inside = scene.between(string.outer.start, string.outer.end)
    behind = next(iter(scene.between(string.outer.end, string.outer.end + 40)), None)
    if behind is None or not 0 < len(inside) <= _MOST_WORDS or behind.pos not in {"NOUN", "ADJ"}:
        return None
    noun = scene.document.head(inside[-1])
    if inside[-1].dep != "amod" or noun.pos != "NOUN" or noun.start < string.outer.end:
        return None
    gap = scene.document.text[string.outer.end : noun.start]
    return noun if not any(mark in gap for mark in ",;:.") else None


def _governor(scene: Scene, noun: Token) -> Token | None:
    """The verb that a noun is the object of, also behind *of*."""
    if noun.dep not in OBJECTS:
        return None
    head = scene.document.head(noun)
    if head.lower in _OF:
        head = scene.document.head(head)
    return head if head.pos == "VERB" else None
