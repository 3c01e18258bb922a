"""Where a reported clause opens, by the trained tagger, where the parse begins it too soon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.document.tree import VERBAL, Document, Token
from onrecord.tagging.filling import clauses
from onrecord.types import Construction, Report, TaggedRelation, TextSpan

_LIKELY = 0.5
"""The least confidence of a relation by which the clause of a tag opens later."""
_SURE = 0.75
"""The least by which a phrase behind the cue is none of the clause."""
_SUBJECTS = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM"})
_LONGEST_ADJUNCT = 8
_AND = re.compile(r",\s(?:and|but)\s\Z")
_LONGEST_AND = 6


def opened(
    document: Document, report: Report, content: tuple[TextSpan, ...], relation: TaggedRelation
) -> tuple[TextSpan, ...]:
    """The content from where the tagger has it open: behind an adjunct, or a clause of the article.

    *said on Friday | it was closed*: when and where one said so is no part of what is said.
    *The mill was shut, and | it would stay so, he said*: the tag goes with the nearer clause.
    """
    seen = clauses(document.text, relation.content)
    tag = report.construction is Construction.TAG
    least = _LIKELY if tag else _SURE
    if len(content) != len(seen) or not content or relation.confidence < least:
        return content
    begin, first = seen[0].start, content[0]
    if not first.start < begin < first.end or seen[-1].end != content[-1].end:
        return content
    lead = document.tokens_in(TextSpan(first.start, begin))
    far = _is_joined(document, begin) if tag else _is_adjunct(document, report, lead, begin)
    return (TextSpan(begin, first.end), *content[1:]) if far else content


def _is_joined(document: Document, begin: int) -> bool:
    """Whether a comma and *and* stand before a clause."""
    return bool(_AND.search(document.text[max(0, begin - _LONGEST_AND) : begin]))


def _is_adjunct(document: Document, report: Report, lead: Sequence[Token], begin: int) -> bool:
    """*said | on Friday | it …*: a phrase right behind the cue, before the subject, no comma.

    A lone preposition is no phrase (*appealed for | witnesses to come forward*).
    """
    if report.cue is None or not 1 < len(lead) <= _LONGEST_ADJUNCT:
        return False
    beside = not document.text[report.cue.end : lead[0].start].strip()
    plain = not any(t.pos in VERBAL or t.pos == "PUNCT" for t in lead)
    subject = document.token_at(begin).pos in _SUBJECTS
    return beside and plain and subject and lead[0].pos == "ADP"
