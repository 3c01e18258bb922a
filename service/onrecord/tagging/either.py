"""Who says it where grammar and the trained tagger differ: whose source, and how far it reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.document.tree import Document, Token
from onrecord.lexicon.grammar import RELATIVES
from onrecord.lexicon.times import MONTHS
from onrecord.tagging.subjects import is_told_in_headline
from onrecord.types import Construction, Report, TaggedRelation, TextSpan

_MARKS = frozenset({'"', "“", "”", "‘", "’", "'", "(", ")"})
_PLACING = frozenset({"outside", "inside", "at", "in", "near", "after", "before", "behind"})
_SET_OFF = re.compile(r"\s{0,40}[,;:(\[—–]|\s--")


def either(
    document: Document, report: Report, relation: TaggedRelation, tagged: TextSpan
) -> TextSpan | None:
    """The source of a report whose relation has one; None where that only hears the words.

    Args:
        tagged: the source of the relation.
    """
    if report.source is None:
        told = tagged.of(document.text).lower() in RELATIVES or _is_told(document, report, tagged)
        opens = any(piece.start == tagged.start for piece in report.content)
        told = told or (opens and not is_of_source(report.content, relation))
        told = told or (report.addressee is not None and report.addressee.overlaps(tagged))
        return None if told else mention(document.text, tagged)
    if report.outlet is not None and report.outlet.overlaps(tagged):
        # *was quoted as saying by the agency*: the agency passes it on.
        return report.source
    if _is_said(report, relation) or _is_place(document, report, tagged):
        return mention(document.text, tagged)
    return _bounded(document, report, report.source, tagged)


def _bounded(document: Document, report: Report, source: TextSpan, tagged: TextSpan) -> TextSpan:
    """The source as far as the tagger has it, where the parse ran on or stopped inside a name.

    *The ruling defines “dawn” and says …*: the ruling. *Gazette*: the Wharf Gazette. *Quill*: Ada
    “Smiler” Quill. *Pell & Hart*: a report by the accountants Pell & Hart.
    """
    if tagged.start == source.start and tagged.end < source.end:
        return source if _parts_a_day(document.text, tagged.end, source.end) else tagged
    whole = mention(document.text, tagged)
    if tagged.start == source.start and document.text.startswith("-", source.end):
        # *its vice|-chairman, Ada Quill*
        return whole
    if whole.end == source.end and whole.start < source.start:
        rest = document.tokens_in(TextSpan(whole.start, source.start))
        if _are_closed(rest) and all(_is_of_a_name(t) for t in rest):
            return whole
        if _holds_subject(document, report, rest):
            return whole
    return source


def _parts_a_day(text: str, end: int, last: int) -> bool:
    """*The minutes of 3 | May show …*: the tagger takes the month for a verb."""
    return text[end - 1].isdigit() and text[end:last].strip().lower() in MONTHS


def _holds_subject(document: Document, report: Report, rest: Sequence[Token]) -> bool:
    """*A report by the accountants | Pell & Hart concluded …*: two subjects, one of them whole."""
    if report.cue is None:
        return False
    verb = document.tokens_in(report.cue)[0].index
    by = any(token.pos == "ADP" for token in rest)
    return by and any(t.dep == "nsubj" and t.head == verb and t.pos == "NOUN" for t in rest)


def _is_said(report: Report, relation: TaggedRelation) -> bool:
    """*It will hire a guide, site Perch says*: the parse has *a guide* for who says so.

    Not in *The council condemned what its chair called “theft”*, where the
    tagger has the council for it.
    """
    if report.construction not in {Construction.TAG, Construction.COLON} or report.cue is None:
        return False
    if relation.source is None or not relation.content:
        return False
    closes = relation.content[-1].end <= min(relation.source.start, report.cue.start)
    return closes and holds_source(relation.content, report.source)


def _is_place(document: Document, report: Report, tagged: TextSpan) -> bool:
    """*Outside court, | Ada Quill urged …*: the parse has the place for who says so."""
    if report.source is None or report.cue is None:
        return False
    first = document.tokens_in(report.source)[0].lower
    gap = document.text[report.source.end : max(report.source.end, tagged.start)].strip()
    return first in _PLACING and gap == "," and tagged.end <= report.cue.start


def _is_of_a_name(token: Token) -> bool:
    capital = token.pos == "PROPN" and token.text[:1].isupper()
    return token.pos == "DET" or capital or token.text in _MARKS


def _are_closed(tokens: Sequence[Token]) -> bool:
    """*Ada “Smiler” | Quill*, not *Smiler” | Quill*: marks around a nickname come in pairs."""
    return sum(token.text in _MARKS for token in tokens) % 2 == 0


def _is_told(document: Document, report: Report, source: TextSpan) -> bool:
    """*Fans were warned not to travel*: the subject of a passive hears the words."""
    if report.cue is None:
        return False
    verb = document.tokens_in(report.cue)[0]
    heard = {"nsubjpass", *(["nsubj"] if is_told_in_headline(document, verb) else [])}
    return any(c.dep in heard and source.contains(c.span) for c in document.children(verb))


def is_inverted(report: Report, relation: TaggedRelation) -> bool:
    """*Judge halts sale, says state hid it*: the parse takes what is said for who says it."""
    if report.construction is not Construction.TAG or report.source is None:
        return False
    if report.cue is None or relation.source is None or not relation.content:
        return False
    if any(piece.start > report.source.end for piece in report.content):
        # *The report, says the mayor, is wrong*
        return False
    if report.source.start < report.cue.end or relation.source.end > report.cue.start:
        return False
    first = relation.content[0]
    return first.start == report.source.start and first.contains(report.source)


def holds_source(content: Sequence[TextSpan], source: TextSpan | None) -> bool:
    """*…, bus and all, clerk Ruiz said*: where the parse takes the source into the clause."""
    return source is not None and any(piece.contains(source) for piece in content)


def runs_into_source(report: Report, relation: TaggedRelation) -> bool:
    """*“… lol” one user, @quill, wrote*: where the parse has the first words of the source."""
    source, whole = report.source, relation.source
    if source is None or whole is None or not relation.content or not whole.contains(source):
        return False
    runs = any(piece.start < whole.start < piece.end <= source.start for piece in report.content)
    return runs and relation.content[-1].end <= whole.start


def is_of_source(content: Sequence[TextSpan], relation: TaggedRelation) -> bool:
    """*It was late, said its vice-chair, Ada Quill*: the parse reports part of who says it."""
    whole = relation.source
    return whole is not None and all(whole.contains(piece) for piece in content)


def mention(text: str, source: TextSpan) -> TextSpan:
    """A source up to what a comma or a bracket sets off, as mentions are cut everywhere."""
    ends = _SET_OFF.search(text, source.start + 1, source.end)
    return TextSpan(source.start, ends.start()) if ends else source
