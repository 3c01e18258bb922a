"""Free indirect speech: sentences without a tag that go on with what a source has said.

*The minister said the line would close. Buses would run instead.* English news marks them by
tense: a main clause in the future of the past (*would*), right behind a report in the past, with
no cue of its own and no condition, is told in the voice of that source (Leech and Short, "Style
in Fiction", chapter 10).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.attribution.scene import Scene, anchor
from onrecord.document.tree import Sentence, Token
from onrecord.types import Feature, QuotationType, Statement, TextSpan

_MOST = 3
"""Sentences that one tag may reach."""
_OTHERWISE = frozenset({"if", "unless", "otherwise", "i", "we"})
"""What tells of a condition, or of oneself."""


def free_indirect(scene: Scene, stated: Sequence[Statement]) -> Iterator[Statement]:
    """One statement for every sentence that goes on with an indirect one before it."""
    document = scene.document
    for statement in stated:
        if statement.source is None or not _is_past(scene, statement):
            continue
        number = document.tokens_in(statement.source)[0].sentence
        if document.tokens_in(statement.parts[-1])[-1].sentence != number:
            continue
        for sentence in document.sentences[number + 1 : number + 1 + _MOST]:
            if sentence.paragraph != document.sentences[number].paragraph:
                break
            if not _goes_on(scene, sentence):
                break
            yield _statement(scene, statement, sentence)


def _is_past(scene: Scene, statement: Statement) -> bool:
    """Whether the cue is in the past, and what it reports in the future of the past."""
    if statement.cue is None or statement.negated or statement.type is not QuotationType.INDIRECT:
        return False
    cue = scene.document.tokens_in(statement.cue)[0]
    inside = (t for part in statement.parts for t in scene.document.tokens_in(part))
    return cue.tag == "VBD" and any(t.lower in {"would", "’d", "'d"} for t in inside)


def _goes_on(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence has *would* in its main clause, and neither cue, quotation nor *if*."""
    tokens = scene.document.tokens[sentence.first : sentence.last]
    span = TextSpan(tokens[0].start, tokens[-1].end)
    if any(t.lower in _OTHERWISE for t in tokens):
        return False
    if any(string.overlaps(span) for string in scene.outermost) or _has_report(scene, span):
        return False
    return any(t.lower == "would" and _is_main(scene, t) for t in tokens)


def _has_report(scene: Scene, span: TextSpan) -> bool:
    first, last = scene.reports_from(span.start), scene.reports_from(span.end)
    reports = scene.reports[first:last]
    return any(r.content and anchor(r).overlaps(span) for r in reports)


def _is_main(scene: Scene, modal: Token) -> bool:
    return scene.document.head(modal).dep == "ROOT"


def _statement(scene: Scene, said: Statement, sentence: Sentence) -> Statement:
    whole = scene.document.span_of(sentence.first, sentence.last)
    return Statement(
        type=QuotationType.INDIRECT,
        parts=(whole,),
        source=said.source,
        evidence=(Feature("free indirect", 1.0),),
    )
