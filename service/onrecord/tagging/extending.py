"""How far a reported clause goes on, by the trained tagger, where the parse has cut it short."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.document.tree import FINITE, RELATIVE_TAGS, VERBAL, Document, Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueClass
from onrecord.tagging.filling import IN_WORDS, clauses
from onrecord.tagging.scope import CLOSING_MARKS, OPENING_MARKS
from onrecord.types import Report, TaggedRelation, TextSpan

_COMMENTS = frozenset({CueClass.CITE, CueClass.CHARACTERISE, CueClass.TELL, CueClass.DENY})
_BUT_IF = 3
"""Words up to what opens a bound clause: *…, but only if it rained*."""
_AND_THEN = 2
"""Words from *and* to the last verb of a series: *and then slept*."""
_SPEAKER = frozenset({"he", "she", "him", "her", "they", "them"})
_SURE = 0.75
"""The least by which words are taken that are no clause."""


def gone_on_with(
    document: Document, report: Report, content: tuple[TextSpan, ...], relation: TaggedRelation
) -> tuple[TextSpan, ...]:
    """*He would wait for a bus, and a boat*: what the parse hangs on the cue, not on the clause.

    The tagger's content starts where the clause does, and goes on with "and" or quoted words,
    with the verb of what only looked like a clause (*ten men sent home | were back*), or behind a
    tag (*They were, he said, afraid of it*).
    """
    seen = clauses(document.text, relation.content)
    if len(content) != 1 or not seen or seen[0].start != content[0].start:
        return content
    if report.cue is not None and len(seen) == 2 and seen[0] == content[0]:
        return seen if _is_around_tag(document, report, seen) else content
    if len(seen) > 1 or seen[0].end <= content[0].end:
        return content
    rest = document.tokens_in(TextSpan(content[0].end, seen[0].end))
    rest = rest[1:] if _is_between_marks(rest) else rest
    words = [t for t in rest if t.text not in {",", " "}]
    if not words or any(t.sentence != document.tokens_in(content[0])[0].sentence for t in rest):
        return content
    if _is_its_verb(document, content[0], rest) or _is_series(rest, words):
        return seen
    joined = _goes_on(document, content[0], words[0])
    finite = any(t.tag in FINITE for t in _unbound(rest))
    coordinated = _coordinates(document, rest) or _contrasts(document, rest, relation)
    return seen if joined and (coordinated or not finite) else content


def _goes_on(document: Document, clause: TextSpan, opening: Token) -> bool:
    """Whether a word can open what a clause goes on with: *and*, an article, a mark, *then*."""
    if opening.text in OPENING_MARKS:
        return document.text[max(0, clause.start - 1) : clause.start] not in OPENING_MARKS
    return opening.pos in {"CCONJ", "DET"} or opening.lower == "then" or _describes(opening)


def _contrasts(document: Document, rest: Sequence[Token], relation: TaggedRelation) -> bool:
    """*said it was safe, but she would not swim in it*: a clause of its own behind a comma.

    It names who speaks by a pronoun and does not report anew. Behind a clause with "that" it
    would open with "that" as well.
    """
    opening = rest[1:3]
    joined = rest[0].text == "," and bool(opening) and opening[0].pos == "CCONJ"
    if not joined or opening[-1].lower == "that":
        return False
    lexicon = cues.load()
    verbs = (t for t in rest if t.pos == "VERB")
    reports = any(t.lemma in lexicon.tag or lexicon.classes(t.lemma) & IN_WORDS for t in verbs)
    led = document.text.endswith(" that ", 0, relation.content[0].start)
    led = led or relation.content[0].of(document.text).startswith("that ")
    named = any(t.tag == "PRP" and t.lower in _SPEAKER for t in rest)
    return relation.confidence >= _SURE and named and not reports and not led


def _is_around_tag(document: Document, report: Report, seen: Sequence[TextSpan]) -> bool:
    """Whether a tag alone parts two pieces: *It is, she says with a smile, how it was done*."""
    if report.cue is None or not seen[0].end < report.cue.start < report.cue.end < seen[1].start:
        return False
    gap = document.text[report.cue.end : seen[1].start]
    behind = document.tokens_in(TextSpan(report.cue.end, seen[1].start))
    return gap.endswith(", ") and not any(t.pos in VERBAL for t in behind)


def _is_its_verb(document: Document, clause: TextSpan, rest: Sequence[Token]) -> bool:
    """*the men sent home last year | were back*: the parse takes a participle for the verb.

    Not where another verb is finite (*a warning that it was late | was lost*).
    """
    held = document.tokens_in(clause)
    whole = any(t.tag in FINITE and (t.tag != "VBD" or t.pos == "AUX") for t in held)
    return rest[0].tag in FINITE and not whole and any(t.tag in {"VBN", "VBD"} for t in held)


def _is_series(rest: Sequence[Token], words: Sequence[Token]) -> bool:
    """*It broke in | , ate a cake and then slept*: further verbs of one subject, the last by *and*.

    Not a further report (*…, denied it and left*).
    """
    first, lexicon = words[0], cues.load()
    if rest[0].text != "," or first.pos not in VERBAL or first.tag not in FINITE | {"VBN"}:
        return False
    if first.lemma in lexicon.tag or lexicon.classes(first.lemma) & IN_WORDS:
        return False
    for number, token in enumerate(words):
        behind = words[number + 1 : number + 1 + _AND_THEN]
        if token.dep == "cc" and any(t.tag == first.tag for t in behind):
            return True
    return False


def _unbound(rest: Sequence[Token]) -> Sequence[Token]:
    """*…, the shore on which boats were left*: what stands before a relative clause.

    Or before one that a condition opens (*…, but only if boats were left*).
    """
    if rest[0].text != ",":
        return rest
    first = next((n for n, t in enumerate(rest) if t.tag in RELATIVE_TAGS), len(rest))
    opening = rest[1 : 1 + _BUT_IF]
    marks = (n for n, t in enumerate(opening, 1) if t.dep == "mark" and t.lower != "that")
    condition = next(marks, len(rest))
    commas = sum(t.text == "," for t in rest)
    first = condition if commas == 1 and condition < first else first
    return rest[:first] if first > 1 else rest


def _is_between_marks(rest: Sequence[Token]) -> bool:
    """*was “sorry|” and took “all the blame|”*: what joins two pieces in quotation marks."""
    joined = len(rest) > 1 and rest[0].text in CLOSING_MARKS and rest[1].pos == "CCONJ"
    return joined and any(token.text in OPENING_MARKS for token in rest[2:])


def _describes(participle: Token) -> bool:
    """*It would bring cuts, beginning with the trams*: no comment, as *adding that …* is."""
    lexicon = cues.load()
    comments = lexicon.classes(participle.lemma) & _COMMENTS or participle.lemma in lexicon.tag
    return participle.tag == "VBG" and not comments


def _coordinates(document: Document, rest: Sequence[Token]) -> bool:
    """*It was sorry and would ask a judge to step in*: no comma, and no further "that".

    Nor a further cue (*… and denied that it rained*); *had come and asked* is one deed.
    """
    words = [t.lower for t in rest[:2] if t.pos != "SPACE"]
    lexicon = cues.load()
    verb = next((t for t in rest if t.pos == "VERB"), None)
    classes = lexicon.classes(verb.lemma) if verb is not None else frozenset()
    denies = CueClass.DENY in classes
    speaks = verb is not None and bool(classes & IN_WORDS) and _is_finite(document, verb)
    reports = verb is not None and (denies or speaks or verb.lemma in lexicon.tag)
    return rest[0].pos == "CCONJ" and words[-1] not in {"that", ","} and not reports


def _is_finite(document: Document, verb: Token) -> bool:
    """Whether a verb is finite, and no participle that shares the *had* of the one before it."""
    before = document.children(document.head(verb)) if verb.dep == "conj" else ()
    return verb.tag in FINITE and not any(c.dep == "aux" and c.lower == "had" for c in before)
