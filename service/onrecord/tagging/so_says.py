"""Sentences that say whose the ones before them are: *The bridge is unsafe. So says the pilot*.

*That, at least, is what the pilot says* does as well. The sentences before it in its paragraph are
what is said, back to one with a source or with quoted words of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.document.tree import FINITE, Sentence, Token
from onrecord.lexicon.cues import SPOKEN, CueLexicon
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.scope import OUTSIDE, Scope
from onrecord.types import Construction, RelationKind, Report, TextSpan

_MOST = 3
"""Sentences that such a one may reach back over."""
_LONGEST = 16
"""Words before the verb of speech."""
_POINTING = frozenset({"that", "this", "such"})
_HEDGES = frozenset({"at", "least", "or", "and", ","})


def with_so_says(scope: Scope, reports: Sequence[Report], lexicon: CueLexicon) -> Iterator[Report]:
    """The reports, those of such sentences with what stands before them for content.

    Args:
        scope: the article.
        reports: what grammar and tagger found.
        lexicon: the cues of the language.
    """
    told = {_sentence(scope, r) for r in reports if r.content and r.source is not None}
    for report in reports:
        whose = report.source or _behind(scope, report)
        named = report if whose == report.source else replace(report, source=whose)
        if not _points_back(scope, named, lexicon):
            yield report
            continue
        said = _said(scope, named, told)
        reach = TextSpan(min(p.start for p in (*said, named.reach)), named.reach.end)
        yield replace(named, construction=Construction.TAG, content=said, reach=reach)


def _behind(scope: Scope, report: Report) -> TextSpan | None:
    """*So say the fishermen*: who says it, whom the parse takes for what is said."""
    if report.cue is None:
        return None
    verb = scope.document.tokens_in(report.cue)[0]
    said = (c for c in scope.document.children(verb) if c.dep == "dobj" and c.index > verb.index)
    noun = next(said, None)
    return mention_span(scope, noun) if noun is not None else None


def _sentence(scope: Scope, report: Report) -> int:
    return scope.document.tokens_in(report.cue or report.reach)[0].sentence


def _points_back(scope: Scope, report: Report, lexicon: CueLexicon) -> bool:
    """*So says Ruiz*, *That is what Ruiz says*."""
    cue, source = report.cue, report.source
    if cue is None or source is None or report.kind is not RelationKind.SPEECH:
        return False
    verb = scope.document.tokens_in(cue)[0]
    if report.negated or report.hypothetical or not lexicon.classes(verb.lemma) & SPOKEN:
        return False
    words = _opening(scope, verb)
    if [word.lower for word in words] == ["so"]:
        inverted = verb.lemma == "say" and source.start > cue.start
        return inverted and scope.level(verb) == OUTSIDE
    return _is_what(words, source) and _ends(scope, verb)


def _opening(scope: Scope, verb: Token) -> list[Token]:
    """The words of a sentence before its verb of speech, hedges left out (*or so says Ruiz*)."""
    first = scope.document.sentence_of(verb).first
    if verb.index - first > _LONGEST:
        return []
    words = scope.document.tokens[first : verb.index]
    return [word for word in words if word.lower not in _HEDGES]


def _is_what(words: Sequence[Token], source: TextSpan) -> bool:
    """*That is what Ruiz*: a copula between what points back and the source."""
    if len(words) < 4 or words[0].lower not in _POINTING or words[2].lower != "what":
        return False
    return words[1].lemma == "be" and words[3].start == source.start


def _ends(scope: Scope, verb: Token) -> bool:
    """Whether no further verb follows that of speech in its sentence."""
    last = scope.document.sentence_of(verb).last
    return not any(t.tag in FINITE for t in scope.document.tokens[verb.index + 1 : last])


def _said(scope: Scope, report: Report, told: set[int]) -> tuple[TextSpan, ...]:
    """The sentences before that of a report that belong to nobody yet, in its paragraph."""
    document, number = scope.document, _sentence(scope, report)
    here, first = document.sentences[number], number
    while first > max(0, number - _MOST) and _is_free(scope, first - 1, here, told):
        first -= 1
    if first == number:
        return ()
    return (document.span_of(document.sentences[first].first, here.first),)


def _is_free(scope: Scope, number: int, here: Sentence, told: set[int]) -> bool:
    before = scope.document.sentences[number]
    tokens = scope.document.tokens[before.first : before.last]
    if before.paragraph != here.paragraph or number in told:
        return False
    finite = any(token.tag in FINITE for token in tokens)
    return finite and all(scope.level(token) == OUTSIDE for token in tokens)
