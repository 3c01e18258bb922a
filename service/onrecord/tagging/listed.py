"""Points that a source lists: *The inspectors made two findings: the roof leaked; …*.

What stands behind the colon is reported by the noun for it, whoever made, listed or set out such
things; so is what stands in the paragraphs behind it, each with a bullet, be the line that ends
with the colon one with a noun (*Among the findings of the audit:*) or with a cue (*The audit found
that:*).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.document.tree import FINITE, SUBJECTS, VERBAL, Token
from onrecord.lexicon.cues import CueLexicon
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.points import owner
from onrecord.tagging.scope import OUTSIDE, Scope
from onrecord.types import Construction, RelationKind, Report, TextSpan

_NO_MORE = re.compile(r"\s*")
_BULLET = re.compile(r"(?:[-–—*•·▪►◦‣●○■]|\(?\d{1,2}[.)])\s+(?=\S)")
_LONGEST_TAIL = 20
"""Words between the noun, or the cue, and the colon."""
_LONGEST = 120
"""Words before a colon in its sentence, and behind it."""
_MOST_POINTS = 30
_FEWEST_WORDS = 2
_NO = frozenset({"no", "few", "any", "neither"})
_WHOLE = frozenset({Construction.TAG, Construction.ACCORDING_TO})


_Numbered = tuple[int, Report]
"""A report and its position."""


@dataclass(frozen=True, slots=True)
class _List:
    """A colon, the words of its sentence before it, and what stands behind it."""

    lead: tuple[Token, ...]
    points: tuple[TextSpan, ...]
    bulleted: bool

    @property
    def reach(self) -> TextSpan:
        """From the start of the sentence to the end of the last point."""
        return TextSpan(self.lead[0].start, max(p.end for p in self.points))


def with_lists(scope: Scope, reports: Sequence[Report], lexicon: CueLexicon) -> Iterator[Report]:
    """The reports, and those of nouns over a list; a cue over a list of bullets has it for content.

    Args:
        scope: the article.
        reports: what grammar and tagger found.
        lexicon: the cues of the language.
    """
    changed: dict[int, Report | None] = {}
    here = _by_sentence(scope, reports)
    for found in _lists(scope, _others(scope, reports)):
        near = here.get(found.lead[0].sentence, [])
        noun = _noun(scope, found, lexicon)
        if noun is None:
            changed |= dict(_of_cue(scope, found, near, lexicon)) if found.bulleted else {}
            continue
        same = [number for number, report in near if _has_points(report, found)]
        if all(_is_around(reports[n], noun) for n in same):
            changed |= dict.fromkeys(same)
            yield noun
    kept = (changed.get(number, report) for number, report in enumerate(reports))
    yield from (report for report in kept if report is not None)


def _by_sentence(scope: Scope, reports: Sequence[Report]) -> dict[int, list[_Numbered]]:
    """The reports with their positions, by the sentence of their cue."""
    here: dict[int, list[_Numbered]] = {}
    for numbered in enumerate(reports):
        cue = numbered[1].cue
        if cue is not None:
            here.setdefault(scope.document.tokens_in(cue)[0].sentence, []).append(numbered)
    return here


def _has_points(report: Report, found: _List) -> bool:
    """Whether something in the words before a list reports a point of it already."""
    before = report.cue is not None and found.lead[0].start <= report.cue.start < found.lead[-1].end
    return before and any(p.overlaps(q) for p in report.content for q in found.points)


def _is_around(report: Report, noun: Report) -> bool:
    """*reached two conclusions*, as the tagger has the cue: the noun is in it."""
    return report.cue is not None and noun.cue is not None and report.cue.overlaps(noun.cue)


def _others(scope: Scope, reports: Sequence[Report]) -> frozenset[int]:
    """The cues that give a sentence a source of its own for all that it tells, by token."""
    told = (r for r in reports if r.content and r.source and r.kind is RelationKind.SPEECH)
    verbs = (
        (report, scope.document.tokens_in(report.cue)[0])
        for report in told
        if report.cue is not None and not report.hypothetical
    )
    return frozenset(v.index for r, v in verbs if r.construction in _WHOLE or v.dep == "ROOT")


def _lists(scope: Scope, others: Collection[int]) -> Iterator[_List]:
    """Every colon in the article's own voice with points behind it, none of them quoted.

    Args:
        others: cues of sentences that are no point, by token.
    """
    document = scope.document
    for colon in document.tokens:
        if colon.text != ":" or scope.level(colon) != OUTSIDE:
            continue
        number, first = document.paragraph_at(colon.start), document.sentence_of(colon).first
        lead = document.tokens[first : colon.index] if colon.index - first <= _LONGEST else ()
        if not lead:
            continue
        end = document.paragraphs[number].end
        blank = _NO_MORE.match(document.text, colon.end, end)
        bulleted = blank is not None and blank.end() == end
        points = tuple(
            _bullets(scope, number, others) if bulleted else _clauses(scope, colon, others)
        )
        if points:
            yield _List(lead, points, bulleted)


def _bullets(scope: Scope, number: int, others: Collection[int]) -> Iterator[TextSpan]:
    """The points in the paragraphs behind one, if most are sentences or tell what to do."""
    items = list(_items(scope, number))
    said = [item for item in items if _is_said(scope, item)]
    if not said or 2 * len(said) < len(items):
        return
    for item in items:
        words = scope.document.tokens_in(item)
        told = {word.sentence for word in words if word.index in others}
        foreign = (place for place, word in enumerate(words) if word.sentence in told)
        own = words[: next(foreign, len(words))]
        if _is_unquoted(scope, own):
            yield _stripped(scope, TextSpan(item.start, own[-1].end))


def _is_said(scope: Scope, point: TextSpan) -> bool:
    closed = scope.document.text[point.end - 1] in ".!"
    return closed or any(t.pos in VERBAL for t in scope.document.tokens_in(point))


def _items(scope: Scope, number: int) -> Iterator[TextSpan]:
    """The paragraphs behind one that open with a bullet, without it."""
    document = scope.document
    for paragraph in document.paragraphs[number + 1 : number + 1 + _MOST_POINTS]:
        mark = _BULLET.match(document.text, paragraph.start, paragraph.end)
        if mark is None:
            return
        yield TextSpan(mark.end(), paragraph.end)


def _clauses(scope: Scope, colon: Token, others: Collection[int]) -> Iterator[TextSpan]:
    """What stands behind a colon up to the end of the sentence, if a clause does."""
    document = scope.document
    paragraph = document.paragraphs[document.paragraph_at(colon.start)]
    last = document.sentence_of(document.tokens[colon.index + 1]).last
    for _ in range(_MOST_POINTS):
        closing = document.tokens[last - 1]
        if closing.text != ";" or closing.end >= paragraph.end:
            break
        last = document.sentence_of(document.tokens[last]).last
    if not 1 < last - colon.index <= _LONGEST:
        return
    words = document.tokens[colon.index + 1 : last]
    subject = any(word.dep in SUBJECTS for word in words)
    told = any(word.index in others for word in words)
    finite = any(word.tag in FINITE for word in words)
    if subject and finite and not told and _is_unquoted(scope, words):
        yield _stripped(scope, document.span_of(colon.index + 1, last))


def _is_unquoted(scope: Scope, words: Sequence[Token]) -> bool:
    return len(words) >= _FEWEST_WORDS and all(scope.level(word) == OUTSIDE for word in words)


def _stripped(scope: Scope, span: TextSpan) -> TextSpan:
    text = span.of(scope.document.text)
    return TextSpan(span.start, span.start + len(text.rstrip(" .;,")))


def _noun(scope: Scope, found: _List, lexicon: CueLexicon) -> Report | None:
    """The report by a noun for points that stands over them, if one does."""
    noun = next((t for t in reversed(found.lead) if t.lemma in lexicon.points), None)
    if noun is None or noun.pos != "NOUN" or not _ends_lead(scope, found, noun):
        return None
    whose = owner(scope, found.lead, noun, lexicon, bulleted=found.bulleted)
    if whose is None:
        return None
    return Report(
        construction=Construction.NOMINAL,
        cue=noun.span,
        lemma=noun.lemma,
        source=mention_span(scope, whose),
        content=found.points,
        reach=found.reach,
        evidence=f"a list under the noun “{noun.text}”",
    )


def _ends_lead(scope: Scope, found: _List, noun: Token) -> bool:
    """Whether a noun is what the colon stands behind, and neither verb nor clause joins in."""
    behind = [t for t in found.lead if t.index > noun.index]
    joined = any(t.dep == "conj" and t.pos in VERBAL for t in behind)
    return len(behind) <= _LONGEST_TAIL and not joined and not _is_none(scope, noun)


def _is_none(scope: Scope, noun: Token) -> bool:
    """*made no findings*."""
    return any(child.lower in _NO for child in scope.document.children(noun))


def _of_cue(
    scope: Scope, found: _List, near: Sequence[_Numbered], lexicon: CueLexicon
) -> Iterator[_Numbered]:
    """The report whose cue ends the line before the bullets, with these for its content."""
    start, end = found.lead[0].start, found.lead[-1].end
    for number, report in near:
        cue = report.cue
        if cue is None or not start <= cue.start < end or report.source is None:
            continue
        if report.kind is not RelationKind.SPEECH or report.negated or report.hypothetical:
            continue
        own = any(piece.start < end for piece in report.content)
        if not own and not _has_object(scope, report) and lexicon.classes(report.lemma):
            yield number, replace(
                report, construction=Construction.CLAUSE, content=found.points,
                reach=found.reach,
            )  # fmt: skip


def _has_object(scope: Scope, report: Report) -> bool:
    """*The council told a story:*: what is said is a thing, *the following* and *that* apart."""
    cue, told = report.cue, report.addressee
    if cue is None:
        return False
    children = scope.document.children(scope.document.tokens_in(cue)[0])
    things = (c for c in children if c.dep == "dobj" and c.lower not in {"that", "following"})
    return any(told is None or not told.contains(c.span) for c in things)
