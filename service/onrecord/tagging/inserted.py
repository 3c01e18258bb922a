"""Tags set off by commas in what they report: *In the call, the writ states, Ruiz said it was off*.

The parser may hang such a tag on the words before it, or take its verb for a noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.document.tree import FINITE, Token
from onrecord.lexicon import cues
from onrecord.lexicon.people import is_utterer
from onrecord.tagging.clauses import pieces_of
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, Report

_LONGEST_SOURCE = 8
_SUBJECTS = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM"})
_OF_A_NOUN = _SUBJECTS | {"PART"}
_PRESENT = frozenset({"VBZ", "VBP"})


def inserted(scope: Scope, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports, such a tag without a clause with the rest of its sentence for what it says.

    Args:
        scope: the article.
        reports: all that are known.
    """
    for report in reports:
        yield _with_sentence(scope, report) or report


def _with_sentence(scope: Scope, report: Report) -> Report | None:
    if report.content or report.cue is None or report.construction is not Construction.COLON:
        return None
    verb = scope.document.tokens_in(report.cue)[-1]
    if verb.tag not in FINITE or report.lemma not in cues.load().tag:
        return None
    sentence = scope.document.sentence_of(verb)
    source = _source(scope, verb, sentence.first)
    before = scope.document.tokens[sentence.first : source[0].index - 1] if source else ()
    behind = scope.document.tokens[verb.index + 1 : sentence.last]
    if not before or not _goes_on(scope, before, behind, verb):
        return None
    content = pieces_of(scope, [t.index for t in (*before, *behind[1:])])
    return replace(
        report,
        source=scope.document.span_of(source[0].index, verb.index),
        content=content,
        construction=Construction.TAG,
    )


def _source(scope: Scope, verb: Token, first: int) -> Sequence[Token]:
    """The noun of a paper or of people between a comma and the verb, with its words."""
    begin = verb.index
    while begin > first and verb.index - begin < _LONGEST_SOURCE:
        token = scope.document.tokens[begin - 1]
        if token.pos not in _OF_A_NOUN or not scope.same(token, verb):
            break
        begin -= 1
    source = scope.document.tokens[begin : verb.index]
    comma = begin > first and scope.document.tokens[begin - 1].text == ","
    if not comma or not source or source[-1].pos != "NOUN":
        return ()
    paper = source[-1].lemma in cues.load().document
    many = verb.tag in _PRESENT and is_utterer(source[-1].lemma)
    return source if paper or many else ()


def _goes_on(scope: Scope, before: Sequence[Token], behind: Sequence[Token], verb: Token) -> bool:
    """Whether a comma and a clause, or the verb of what stands before, follow outside of marks."""
    words = behind[1:]
    if not words or behind[0].text != "," or not scope.same(words[0], verb):
        return False
    if words[0].tag in FINITE:
        return before[-1].pos in _SUBJECTS and not any(t.tag in FINITE for t in before)
    return words[0].pos in _SUBJECTS and any(t.tag in FINITE for t in words)
