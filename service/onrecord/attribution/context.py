"""Who a sentence before quoted words tells of: *Ruiz was having none of it. “They can wait.”*.

News leaves the tag out where the sentence before has just brought the speaker in, by what he does
(the "action beat" of fiction and features) or by who he is. Whom that sentence is about is then
the speaker, not whoever spoke in the paragraph before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.attribution.decide import Decision
from onrecord.attribution.features import inside, starts_paragraph
from onrecord.attribution.scene import TURN, Scene, anchor
from onrecord.document.tree import SUBJECTS, Token
from onrecord.lexicon import cues, people
from onrecord.lexicon.grammar import HE_OR_SHE
from onrecord.lexicon.people import plain
from onrecord.types import (
    Candidate,
    Construction,
    Feature,
    QuotedString,
    RelationKind,
    TextSpan,
)

TOLD_BEFORE = "the sentence before the words tells of who speaks"
"""The rule, in words."""

_BESIDE = frozenset({"compound", "det", "poss", "amod", "case"})
_CLOSING = (".", "!", "?", "…")
_ONE = frozenset({"one", "another"})


def in_context(scene: Scene, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions, a tag of another sentence left out where the one before the words tells."""
    return tuple(_left_to_context(scene, decision) for decision in decisions)


def _left_to_context(scene: Scene, decision: Decision) -> Decision:
    chosen = decision.chosen
    if chosen is None or (chosen.report is None and chosen.follows is None):
        return decision
    string = scene.strings[chosen.string]
    if string.style == TURN or not _is_sentence(scene, string):
        return decision
    if not (_is_of_another_sentence(scene, string, chosen) or _is_reaction(scene, string)):
        return decision
    if brought_in(scene, string) is None:
        return decision
    reason = Feature("the sentence before the words", 1.0)
    told = Candidate(chosen.string, None, None, (reason,), rule=TOLD_BEFORE)
    return replace(decision, chosen=told)


def _is_sentence(scene: Scene, string: QuotedString) -> bool:
    return inside(scene, string).rstrip("”\"'’»").endswith(_CLOSING)


def _is_reaction(scene: Scene, string: QuotedString) -> bool:
    """*Ruiz disagreed. “It floods.”*: a turn to another in the paragraph of somebody else."""
    lead = _lead(scene, string)
    verbs = (t for t in lead if t.pos == "VERB" and _is_main(t, lead[-1].index))
    return any(_reacts(scene, verb) for verb in verbs)


def _reacts(scene: Scene, verb: Token) -> bool:
    shaken = verb.lemma == "shake" and any(
        child.lemma == "head" for child in scene.document.children(verb)
    )
    return shaken or verb.lemma in cues.load().reacting


def _is_of_another_sentence(scene: Scene, string: QuotedString, chosen: Candidate) -> bool:
    """Whether a report stands in a paragraph before, or behind the words with words of its own."""
    if chosen.report is None:
        return False
    report = scene.reports[chosen.report]
    if report.construction is Construction.LABEL:
        return False
    place = anchor(report)
    if report.source is None and not report.reach.overlaps(string.outer):
        return True
    if place.end <= string.outer.start:
        return scene.paragraph(place.start) != scene.paragraph(string.outer.start)
    behind = [piece for piece in report.content if piece.start >= place.end]
    return place.start >= string.outer.end and len(behind) == len(report.content) > 0


def brought_in(scene: Scene, string: QuotedString) -> TextSpan | None:
    """Whom the sentence right before a string tells of, if it is a person.

    Returns:
        None where the string opens its paragraph, where that sentence goes on into the string,
        or where words in quotation marks stand in it.
    """
    tokens = _lead(scene, string)
    return next((_phrase(scene, token) for token in _told_of(scene, tokens)), None)


def _lead(scene: Scene, string: QuotedString) -> tuple[Token, ...]:
    """The words of the sentence that ends right before a string; none where it holds quoted words.

    A string that opens its paragraph goes by the paragraph before, where that quotes nobody.
    """
    document, start = scene.document, string.outer.start
    paragraph = _told_before(scene, string)
    lead = document.text[paragraph.start : start].rstrip()
    if string.depth or not lead.endswith(_CLOSING):
        return ()
    last = document.token_at(start - 1 if start else 0)
    while last.index and (last.start >= start or not last.text.strip()):
        last = document.tokens[last.index - 1]
    sentence = document.sentence_of(last)
    span = document.span_of(sentence.first, last.index + 1)
    if span.start < paragraph.start or scene.outermost_in(span):
        return ()
    return document.tokens[sentence.first : last.index + 1]


def _told_before(scene: Scene, string: QuotedString) -> TextSpan:
    """The paragraph in which the sentence before a string stands."""
    paragraphs, number = scene.document.paragraphs, scene.paragraph(string.outer.start)
    if number and starts_paragraph(scene, string):
        before = paragraphs[number - 1]
        if not scene.outermost_in(before) and not _has_reports(scene, before):
            return before
    return paragraphs[number]


def _told_of(scene: Scene, tokens: Sequence[Token]) -> Iterator[Token]:
    """Subjects that are persons, then who stands last: *next to speak was Ruiz*, *seen by Ruiz*."""
    if not tokens:
        return
    end = tokens[-1].index
    yield from (t for t in tokens if _is_subject(scene, t, end) and _is_person(scene, t))
    for token in tokens:
        verb = scene.document.head(token)
        if token.dep == "pobj" and verb.dep == "agent":
            verb = scene.document.head(verb)
        elif token.dep != "attr":
            continue
        if (token.pos == "PROPN" or _is_named(scene, token)) and _is_main(verb, end):
            yield token


def _is_subject(scene: Scene, token: Token, end: int) -> bool:
    verb = scene.document.head(token)
    # The parser takes a rare name for an adverb: *Tully disagreed*.
    misread = token.lower in scene.names and token.index + 1 == verb.index
    return (token.dep in SUBJECTS or misread) and _is_main(verb, end)


def _is_main(verb: Token, end: int) -> bool:
    """Whether a verb is that of the main clause of what stands up to a token."""
    return verb.head == verb.index or verb.head > end


def _is_person(scene: Scene, token: Token) -> bool:
    """A name, a noun for a person, *he* or *she*, or *one* of several."""
    noun = token.pos == "NOUN" and people.load().is_person(plain(token.lemma))
    named = token.pos == "PROPN" or token.lower in scene.names or token.text.startswith("@")
    return noun or named or token.lower in HE_OR_SHE or _is_one(scene, token)


def _is_one(scene: Scene, token: Token) -> bool:
    """*One of them, Ana Ruiz, …*."""
    return token.lower in _ONE and _is_named(scene, token)


def _is_named(scene: Scene, token: Token) -> bool:
    """*The caretaker, Ana Ruiz*: whether a name stands beside a noun."""
    beside = (child for child in scene.document.children(token) if child.dep == "appos")
    return any(child.pos == "PROPN" for child in beside)


def _phrase(scene: Scene, head: Token) -> TextSpan:
    """The noun with what stands before it; the name where one adjoins it (*her son Ned*)."""
    names = (c for c in scene.document.children(head) if c.dep == "appos" and c.pos == "PROPN")
    head = next((c for c in names if _adjoins(scene, head, c)), head)
    children = (c for c in scene.document.children(head) if c.dep in _BESIDE)
    first = min((child.index for child in children if child.index < head.index), default=head.index)
    return scene.document.span_of(first, head.index + 1)


def _adjoins(scene: Scene, noun: Token, name: Token) -> bool:
    """Whether nothing but parts of a name stands between a noun and the last word of the name."""
    return all(t.pos == "PROPN" for t in scene.document.tokens[noun.index + 1 : name.index])


def _has_reports(scene: Scene, stretch: TextSpan) -> bool:
    first, last = scene.reports_from(stretch.start), scene.reports_from(stretch.end)
    return any(r.kind is RelationKind.SPEECH and r.content for r in scene.reports[first:last])
