"""Two cues that the trained tagger holds apart: *said it was lost and called that “a pity”*.

The parser may join the second cue to what the first one reports, and give it the subject of that
clause. Where the tagger has a relation for each, with the same source or with one of its own behind
a comma (*says it is lost, and the mayor confirmed that …*), the first clause ends before the second
cue.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.document.tree import FINITE, Document, Token
from onrecord.tagging.retold import is_retold
from onrecord.types import Report, TaggedRelation, TextSpan

_NEAR = 4
"""Reports behind one that may share its source."""


def told_apart(
    document: Document,
    reports: Sequence[Report],
    tagged: Sequence[TaggedRelation],
    matches: Mapping[int, int],
) -> list[Report]:
    """The reports, those that the tagger holds apart without what the parse joined to them.

    Args:
        document: the article.
        reports: those of the grammar, in order of position.
        tagged: the relations of the tagger.
        matches: position of a report -> position of its relation.
    """
    made = list(reports)
    for first in matches:
        for second in range(first + 1, min(first + 1 + _NEAR, len(made))):
            link = _link(document, made, tagged, matches, (first, second))
            if link is not None:
                begin = document.tokens[document.sentence_of(link).first].start
                end = begin + len(document.text[begin : link.start].rstrip(" ,"))
                made[first] = replace(made[first], content=_until(made[first].content, end))
                if tagged[matches[first]].source == tagged[matches[second]].source:
                    made[second] = replace(made[second], source=made[first].source)
    return made


def _link(
    document: Document,
    reports: Sequence[Report],
    tagged: Sequence[TaggedRelation],
    matches: Mapping[int, int],
    pair: tuple[int, int],
) -> Token | None:
    """The conjunction before the second of two cues that the tagger holds apart."""
    first, second = pair
    if second not in matches or reports[first].source is None:
        return None
    one, other = tagged[matches[first]], tagged[matches[second]]
    cue, held = reports[second].cue, reports[first].content
    if cue is None or one.source is None or other.source is None or not one.content:
        return None
    end = one.content[-1].end
    if end > cue.start or not any(piece.start < end <= piece.end for piece in held):
        return None
    between = document.tokens_in(TextSpan(end, cue.start))
    link = next((token for token in between if token.pos == "CCONJ"), None)
    if link is None or not any(piece.contains(link.span) for piece in held):
        return None
    own = other.source.start == link.end + 1 and document.text[end : link.start] == ", "
    shared = one.source == other.source and not _is_bound(document, reports[first].cue, cue)
    return link if own or shared else None


def _is_bound(document: Document, first: TextSpan | None, second: TextSpan) -> bool:
    """*said they should delete it and say why*: the form that goes with the modal of the clause.

    So is what nobody who reports would do: *said he ran in and shouted “…”*.
    """
    if first is None:
        return False
    verb = document.tokens_in(second)[0]
    if is_retold(document, document.tokens_in(first)[0], document.head(verb), verb):
        return True
    led = any(child.dep == "aux" for child in document.children(verb))
    return verb.tag == "VB" and not led and document.tokens_in(first)[0].tag in FINITE


def _until(content: Sequence[TextSpan], end: int) -> tuple[TextSpan, ...]:
    return tuple(TextSpan(p.start, min(p.end, end)) for p in content if p.start < end)
