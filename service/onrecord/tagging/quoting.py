"""Reports of reports: *the memo quotes Ruiz as saying that …*, *Ruiz was quoted as saying …*.

The words are those of Ruiz; the memo is the one through which the article knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import FINITE, RELATIVE_TAGS, Token
from onrecord.lexicon.cues import CueLexicon
from onrecord.tagging import sources, unsaid
from onrecord.tagging.citations import hands_on
from onrecord.tagging.clauses import clause_pieces, pieces_of
from onrecord.tagging.name_words import with_name
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, Report, TextSpan


def quoting_reports(scope: Scope, lexicon: CueLexicon) -> Iterator[Report]:
    """One report for every *saying* behind a verb that quotes somebody."""
    for token in (t for t in scope.document.tokens if t.lemma in lexicon.citing):
        saying = _saying(scope, token, lexicon)
        if saying is None:
            continue
        speaker, through = _parties(scope, token, saying)
        if speaker is None:
            continue
        sentence = scope.document.sentence_of(token)
        behind = _behind(scope, saying, lexicon)
        opening = through or speaker
        if sources.is_passive(scope, token):
            opening = speaker
        before = () if behind else _before(scope, opening)
        yield Report(
            construction=_construction(behind, before),
            cue=saying.span,
            lemma=saying.lemma,
            source=mention_span(scope, speaker),
            content=behind or before,
            reach=scope.document.span_of(sentence.first, sentence.last),
            outlet=_outlet(scope, through) if through is not None else None,
            negated=unsaid.negated(scope, token),
            evidence=f"the words “{token.text} … as {saying.text}”",
        )


def _parties(scope: Scope, quotes: Token, saying: Token) -> tuple[Token | None, Token | None]:
    """Who is quoted, and who quotes: in the passive voice the subject, and who stands behind "by".

    A name may stand right behind the noun for an outlet (*the news agency Perch*).
    """
    if not sources.is_passive(scope, quotes):
        return sources.quoted(scope, quotes), sources.find(scope, quotes)
    subject = _subject(scope, quotes)
    relative = subject is not None and subject.tag in RELATIVE_TAGS
    speaker = sources.find(scope, quotes) if relative else subject
    return speaker, sources.quoted_by(scope, saying)


def _subject(scope: Scope, quotes: Token) -> Token | None:
    """Who is quoted, of a verb in the passive voice."""
    return next((c for c in scope.document.children(quotes) if c.dep == "nsubjpass"), None)


def _outlet(scope: Scope, through: Token) -> TextSpan:
    return with_name(scope, mention_span(scope, through))


def _construction(behind: tuple[TextSpan, ...], before: tuple[TextSpan, ...]) -> Construction:
    if behind:
        return Construction.CLAUSE
    return Construction.TAG if before else Construction.COLON


def _behind(scope: Scope, saying: Token, lexicon: CueLexicon) -> tuple[TextSpan, ...]:
    """*… as saying that it was safe*, and no *…, citing an aide* behind it."""
    clause = next((c for c in scope.document.children(saying) if c.dep == "ccomp"), None)
    if clause is None:
        return ()
    citing = (c for c in scope.document.children(clause) if c.dep == "advcl")
    barred = {saying.index, *(c.index for c in citing if hands_on(scope, c, lexicon))}
    pieces = clause_pieces(scope, clause, barred)
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
    if quotes.pos != "VERB" and quotes.dep == "pobj":
        # *quoted by the Courier as saying*, where "as" hangs on the Courier
        quotes = scope.document.head(scope.document.head(quotes))
    return _saying(scope, quotes, lexicon) is not None


def _saying(scope: Scope, verb: Token, lexicon: CueLexicon) -> Token | None:
    """The participle behind "as" of a main or relative verb that quotes, where it has an object."""
    if verb.lemma not in lexicon.citing or verb.dep in sources.BESIDE - {"relcl"}:
        return None
    passive = sources.is_passive(scope, verb)
    if not passive and sources.quoted(scope, verb) is None:
        return None
    if passive and _subject(scope, verb) is None:
        return None
    document = scope.document
    children = list(document.children(verb))
    agents = [object_of(scope, c) for c in children if c.dep == "agent"] if passive else []
    holders = [verb, *(noun for noun in agents if noun is not None)]
    opened = (c for h in holders for c in document.children(h) if c.lower == "as")
    said = (c for p in opened if p.index > verb.index for c in document.children(p))
    return next((c for c in said if c.tag == "VBG"), None)
