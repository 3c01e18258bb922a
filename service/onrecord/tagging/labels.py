"""Reports without any cue: *Ruiz: "…"*, *"…" — Ana Ruiz, mayor*, *@handle: "…"*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.document.tree import Token
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.scope import OUTSIDE, Scope
from onrecord.types import Construction, QuotedString, Report, TextSpan

_COLON_BEFORE = re.compile(r":\s*\Z")
_DASH_AFTER = re.compile(r"\s{0,40}(?:[-–—―]{1,2}|\()\s{0,40}(?=[\w@])")
_COLON_AFTER = re.compile(r"\s{0,40}:\s{1,40}(?=\w)")
_HANDLE = re.compile(r"@\w+")
_PLATFORM = re.compile(r"\s+((?:on|via)\s[^:,\n]{2,40})[:,]")
_LONGEST_LABEL = 240


def label_reports(scope: Scope) -> Iterator[Report]:
    """One report for every string with a label before its colon or behind its dash."""
    previous_end = 0
    for string in scope.strings:
        if string.depth:
            continue
        report = _before(scope, string, previous_end) or _after(scope, string)
        if report is not None:
            yield report
        previous_end = string.outer.end


def _before(scope: Scope, string: QuotedString, previous_end: int) -> Report | None:
    document = scope.document
    paragraph = document.paragraphs[document.paragraph_at(string.outer.start)]
    start = max(paragraph.start, previous_end, string.outer.start - _LONGEST_LABEL)
    if not _COLON_BEFORE.search(document.text, start, string.outer.start):
        return None
    handle = _HANDLE.search(document.text, start, string.outer.start)
    if handle is not None:
        made = _label(string, TextSpan(*handle.span()), start, "the handle before the colon")
        platform = _PLATFORM.match(document.text, handle.end(), string.outer.start)
        return replace(made, medium=TextSpan(*platform.span(1))) if platform else made
    tokens = [t for t in document.tokens_in(TextSpan(start, string.outer.start))
              if scope.level(t) == OUTSIDE]  # fmt: skip
    sentence = max((t.sentence for t in tokens), default=-1)
    head = _first_noun([t for t in tokens if t.sentence == sentence] or tokens)
    if head is None:
        return None
    return _label(string, mention_span(scope, head), start, "the label before the colon")


def _after(scope: Scope, string: QuotedString) -> Report | None:
    document = scope.document
    paragraph = document.paragraphs[document.paragraph_at(string.outer.end - 1)]
    for pattern, why in (
        (_DASH_AFTER, "the name behind the dash"),
        (_COLON_AFTER, "the subject behind the colon"),
    ):
        found = pattern.match(document.text, string.outer.end, paragraph.end)
        if found is None:
            continue
        end = min(paragraph.end, found.end() + _LONGEST_LABEL)
        if found.end() >= end:
            return None
        tokens = [
            t for t in document.tokens_in(TextSpan(found.end(), end)) if scope.level(t) == OUTSIDE
        ]
        head = _first_noun(tokens[:8])
        if head is not None and (pattern is _COLON_AFTER or tokens[0].text[:1].isupper()):
            return _label(string, mention_span(scope, head), string.outer.end, why, end)
    return None


def _label(
    string: QuotedString, source: TextSpan, start: int, why: str, end: int | None = None
) -> Report:
    return Report(
        construction=Construction.LABEL,
        cue=None,
        lemma="",
        source=source,
        content=(),
        reach=TextSpan(start, end or string.outer.end),
        evidence=why,
    )


def _first_noun(tokens: list[Token]) -> Token | None:
    """Head of the first noun phrase: a noun whose own head is no later noun of the phrase."""
    for token in tokens:
        if token.pos in {"PROPN", "NOUN", "PRON"} and token.dep not in {"compound", "poss", "nmod"}:
            return token
    return None
