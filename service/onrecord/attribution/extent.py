"""How far the reported words reach: direct or mixed, and where a mixed content starts and ends.

The rules are those of the annotation guide: a direct quotation is the whole of what its tag
reports; in a mixed one the content is the whole reported clause around the quoted words, without
the tag and without "that".
"""

from __future__ import annotations

import re

from onrecord.attribution.scene import Scene, anchor
from onrecord.document.tree import Token
from onrecord.types import Construction, QuotedString, Report, TextSpan

_CLOSED = re.compile(r"[.,?!…]['’]?\Z")
_BREAKS = frozenset({",", ";", ":", "—", "–", "--", "."})
_SKIPPED_LEAD = frozenset({"that", "as", "how"})


def clause_around(scene: Scene, string: QuotedString, report: Report) -> TextSpan | None:
    """The reported clause that holds the string, or None where the string is all of it."""
    if report.construction is Construction.LABEL or not report.reach.overlaps(string.outer):
        return None
    behind = anchor(report).start < string.outer.start
    start = _start_behind(scene, string, report) if behind else _start_before(string, report)
    end = _end(scene, string, report, tag_before=behind)
    if start == string.outer.start and end == string.outer.end:
        return None
    return TextSpan(start, end)


def is_fragment(scene: Scene, string: QuotedString) -> bool:
    """Whether a string is less than a sentence: lower case, no colon or comma before it."""
    said = string.parts[0].of(scene.document.text).lstrip("[(…. ")
    lead = scene.document.text[: string.outer.start].rstrip()[-1:]
    return said[:1].islower() and lead not in {":", ","}


def closes_sentence(scene: Scene, string: QuotedString) -> bool:
    """Whether a mark that ends a sentence or a clause stands inside the closing mark."""
    return bool(_CLOSED.search(string.parts[-1].of(scene.document.text).rstrip()))


def _start_behind(scene: Scene, string: QuotedString, report: Report) -> int:
    """Tag before the string: the clause starts behind cue, addressee, medium and "that"."""
    lead = scene.document.text[: string.outer.start].rstrip()[-1:]
    starts = [p.start for p in report.content if p.start < string.outer.start < p.end + 2]
    if lead == ":" or (lead == "," and not is_fragment(scene, string) and not starts):
        return string.outer.start
    tag_end = _tag_end(report, string)
    if starts and min(starts) >= tag_end:
        return _behind_pause(scene, min(starts), string)
    gap = list(scene.between(tag_end, string.outer.start))
    while gap and gap[0].lower in _SKIPPED_LEAD:
        gap.pop(0)
    return _behind_pause(scene, gap[0].start, string) if gap else string.outer.start


def _behind_pause(scene: Scene, start: int, string: QuotedString) -> int:
    """A comma right before a whole sentence in marks: the clause is the string alone."""
    lead = scene.document.text[: string.outer.start].rstrip()[-1:]
    whole = lead in {",", ":"} and not is_fragment(scene, string)
    return string.outer.start if whole else start


def _tag_end(report: Report, string: QuotedString) -> int:
    spans = (report.cue, report.addressee, report.medium, report.source)
    return max(s.end for s in spans if s is not None and s.end <= string.outer.start)


def _start_before(string: QuotedString, report: Report) -> int:
    """Tag behind the string: the clause by the parse, where it starts earlier."""
    starts = [p.start for p in report.content if p.start < string.outer.start <= p.end]
    return min(starts, default=string.outer.start)


def _end(scene: Scene, string: QuotedString, report: Report, *, tag_before: bool) -> int:
    end = string.outer.end
    if closes_sentence(scene, string):
        return end
    ends = [p.end for p in report.content if p.start < end <= p.end]
    if ends:
        return max(ends)
    return max(end, _subtree_end(scene, string)) if tag_before else end


def _subtree_end(scene: Scene, string: QuotedString) -> int:
    """The words behind the string that hang on it: *a “trail of shells” on the road*."""
    document = scene.document
    tokens = document.tokens_in(string.parts[-1])
    heads = [t for t in tokens if not string.outer.contains(document.head(t).span)]
    if not heads:
        return string.outer.end
    _, last = document.subtree(max(heads, key=lambda t: document.subtree(t)[1]))
    behind = scene.between(string.outer.end, document.tokens[last - 1].end)
    return _last_kept(scene, behind, string.outer.end)


def _last_kept(scene: Scene, behind: tuple[Token, ...], end: int) -> int:
    for token in behind:
        gap = scene.document.text[end : token.start].strip()
        if gap in _BREAKS or token.dep == "cc":
            break
        end = token.end
    return end
