"""Reports of reports: *the memo quotes Ruiz as saying that …*.

The words are those of Ruiz; the memo is the one through which the article knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import FINITE, Token
from onrecord.lexicon.cues import CueLexicon
from onrecord.tagging import sources, unsaid
from onrecord.tagging.clauses import clause_pieces, pieces_of
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, Report, TextSpan


def quoting_reports(scope: Scope, lexicon: CueLexicon) -> Iterator[Report]:
    """One report for every *saying* behind a verb that quotes somebody in the active voice."""
    for token in (t for t in scope.document.tokens if t.lemma in lexicon.citing):
        saying = _saying(scope, token, lexicon)
        speaker = sources.quoted(scope, token) if saying is not None else None
        if saying is None or speaker is None:
            continue
        sentence = scope.document.sentence_of(token)
        through = sources.find(scope, token)
        behind = _behind(scope, saying)
        before = () if behind or through is None else _before(scope, through)
        yield Report(
            construction=_construction(behind, before),
            cue=saying.span,
            lemma=saying.lemma,
            source=mention_span(scope, speaker),
            content=behind or before,
            reach=scope.document.span_of(sentence.first, sentence.last),
            outlet=mention_span(scope, through) if through is not None else None,
            negated=unsaid.negated(scope, token, frozenset()),
            evidence=f"the words “{token.text} … as {saying.text}”",
        )


def _construction(behind: tuple[TextSpan, ...], before: tuple[TextSpan, ...]) -> Construction:
    if behind:
        return Construction.CLAUSE
    return Construction.TAG if before else Construction.COLON


def _behind(scope: Scope, saying: Token) -> tuple[TextSpan, ...]:
    """*… as saying that it was safe*."""
    clause = next((c for c in scope.document.children(saying) if c.dep == "ccomp"), None)
    pieces = clause_pieces(scope, clause, {saying.index}) if clause is not None else ()
    return tuple(piece for piece in pieces if piece.start > saying.start)


def _before(scope: Scope, through: Token) -> tuple[TextSpan, ...]:
    """*It was safe, the memo quotes Ruiz as saying*: the clause before the comma."""
    first, _ = scope.document.subtree(through)
    begin = scope.document.sentence_of(through).first
    if first - 1 <= begin or scope.document.tokens[first - 1].text != ",":
        return ()
    left = range(begin, first - 1)
    if any(scope.level(scope.document.tokens[i]) != scope.level(through) for i in left):
        return ()
    finite = any(scope.document.tokens[i].tag in FINITE for i in left)
    return pieces_of(scope, left) if finite else ()


def is_quoting(scope: Scope, verb: Token, lexicon: CueLexicon) -> bool:
    """Whether a verb is the *quotes* or the *saying* of such a report."""
    preposition = scope.document.head(verb)
    quotes = scope.document.head(preposition) if preposition.lower == "as" else verb
    return _saying(scope, quotes, lexicon) is not None


def _saying(scope: Scope, verb: Token, lexicon: CueLexicon) -> Token | None:
    """The participle behind "as" of a main or relative verb that quotes, where it has an object."""
    if verb.lemma not in lexicon.citing or verb.dep in sources.BESIDE - {"relcl"}:
        return None
    if sources.is_passive(scope, verb) or sources.quoted(scope, verb) is None:
        return None
    document = scope.document
    opened = (c for c in document.children(verb) if c.lower == "as" and c.index > verb.index)
    return next((c for p in opened for c in document.children(p) if c.tag == "VBG"), None)
