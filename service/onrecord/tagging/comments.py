"""What the article adds to a reported clause: *The mill will close, a step that nobody foresaw*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from onrecord.document.tree import FINITE, SUBJECTS, Document, Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueClass
from onrecord.tagging.scope import CLOSING_MARKS
from onrecord.types import TaggedRelation, TextSpan

_VERDICTS = frozenset({"a", "an", "the", "something"})
_AGAINST = frozenset({"although", "though", "while", "whereas", "even"})
_DASHES = frozenset({"–", "—", "--", "-"})
_SPELLS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_TIMED = frozenset({"after", "before"})
_JOINS = frozenset({"ADP", "CCONJ"})
_TRADED = frozenset({"share", "stock", "bond", "price", "currency"})
_AND = frozenset({"and", "but"})
_LATER = frozenset({"then", "later"})
_LONGEST_SUBJECT = 6
_NEXT = 2
_LONGEST_LEAD = 5
"""Words in which a clause behind a comma shows that it reports (*…, where, they said, …*)."""


def without_comment(
    document: Document, content: tuple[TextSpan, ...], relation: TaggedRelation
) -> tuple[TextSpan, ...]:
    """*The mill will close, a step that nobody had foreseen*: the clause without the comment.

    What the article adds to a whole clause stands behind a comma or a dash; the tagger tells it
    from a further phrase of the clause.
    """
    if not content or not relation.content:
        return content
    whole = content[-1]
    behind = relation.cue is not None and relation.cue.end <= whole.start
    for number, piece in enumerate(relation.content, 1):
        if _is_clause(document, relation.content[number:]):
            continue
        end = _before_comment(document, whole, piece.end, behind=behind)
        if end is not None:
            return (*content[:-1], TextSpan(whole.start, end))
    end = _before_own_deed(document, whole) if behind else None
    return content if end is None else (*content[:-1], TextSpan(whole.start, end))


def _before_own_deed(document: Document, whole: TextSpan) -> int | None:
    """*told them that it would close, and then left*: what the source did, behind what would be.

    A past tense does not go on with "would": it goes on with the cue.
    """
    tokens = document.tokens_in(whole)
    marked = _last_mark(document, whole)
    for number, pause in enumerate(tokens):
        words = tokens[number + 1 : number + 1 + _LONGEST_LEAD] if pause.text == "," else ()
        deed = _deed(words) if words and words[0].lower == "and" else None
        if deed and pause.start > marked and _is_joined_to_modal(document, deed):
            return pause.start
    return None


def _is_joined_to_modal(document: Document, deed: Token) -> bool:
    above = document.head(deed)
    modal = any(c.tag == "MD" for c in document.children(above))
    return deed.dep == "conj" and above.tag == "VB" and modal


def _last_mark(document: Document, whole: TextSpan) -> int:
    """Where the last mark that may close a string stands; what is before it may be inside."""
    end = whole.end + _NEXT
    return max(document.text.rfind(mark, whole.start, end) for mark in CLOSING_MARKS)


def _is_clause(document: Document, pieces: Sequence[TextSpan]) -> bool:
    """Whether a verb stands in the pieces: *…, | a step* that the tagger takes in has none."""
    return any(t.tag in FINITE for piece in pieces for t in document.tokens_in(piece))


def _before_comment(document: Document, whole: TextSpan, end: int, *, behind: bool) -> int | None:
    """Where the clause ends if what stands behind an end inside of it is a comment."""
    if not whole.start < end < whole.end:
        return None
    rest = document.tokens_in(TextSpan(end, whole.end))
    closing = list(takewhile(lambda t: t.text in CLOSING_MARKS, rest[:-1]))
    if closing:
        end, rest = closing[-1].end, rest[len(closing) :]
    words = [t for t in rest if t.pos != "PUNCT"]
    if rest and words and _is_comment(document, rest[0], words, behind=behind):
        return end
    return None


def _is_comment(document: Document, pause: Token, words: Sequence[Token], *, behind: bool) -> bool:
    """Whether what stands behind a pause is the article's, not the source's.

    *…, a step that …*; *…, although she had denied it*, *…, hours after she left*; *…, who told the
    Courier that …*; *… – more than ever*; *…, and walked out*; *…, sending its shares down*;
    *… after announcing a tour*; where it stands behind the cue, *…, and the mill shut*.
    """
    opening = words[0]
    spaced = document.text[pause.end : pause.end + 1] == " "
    if pause.text in _DASHES:
        return spaced and opening.pos not in _JOINS
    if pause.text != ",":
        return pause.lower in _TIMED and len(words) >= _NEXT and _reports(words[1])
    if opening.lower in _AND:
        deed = spaced and _is_further_deed(words)
        return deed or (behind and _has_subject(document, words))
    lead = words[:_LONGEST_LEAD]
    timed = opening.lower in _SPELLS and any(t.lower in _TIMED for t in lead[:_NEXT])
    if opening.lower in _VERDICTS | _AGAINST or timed or _moves_the_market(lead):
        return True
    tag = cues.load().tag
    anew = any(t.lemma in tag and t.tag in FINITE and t.pos == "VERB" for t in lead)
    return anew and opening.pos not in _JOINS


def _has_subject(document: Document, words: Sequence[Token]) -> bool:
    """*…, and the council adjourned*: a clause with a subject of its own, and no "that"."""
    subject = next((t for t in words[1 : 1 + _LONGEST_SUBJECT] if t.dep in SUBJECTS), None)
    if subject is None or document.subtree(subject)[0] != words[1].index:
        return False
    return document.head(subject).tag in FINITE


def _reports(gerund: Token) -> bool:
    """*told us she was well after announcing a tour*: when she said it, by what she said before."""
    return gerund.tag == "VBG" and CueClass.SAY in cues.load().classes(gerund.lemma)


def _is_further_deed(words: Sequence[Token]) -> bool:
    """*said it would close, and appeared to give up*: a past tense, and no subject before it."""
    return words[0].lower == "and" and _deed(words[:_NEXT]) is not None


def _deed(words: Sequence[Token]) -> Token | None:
    """The verb in the past tense right behind "and", or "and then"."""
    verb = next((t for t in words[1:] if t.lower not in _LATER), None)
    return verb if verb is not None and verb.pos == "VERB" and verb.tag == "VBD" else None


def _moves_the_market(lead: Sequence[Token]) -> bool:
    """*said it would close, sending its shares down*: what came of the news, which nobody says."""
    return lead[0].tag == "VBG" and any(t.lemma in _TRADED for t in lead)
