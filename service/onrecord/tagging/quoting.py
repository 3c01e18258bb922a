"""Reports of reports: *the memo quotes Ruiz as saying that …*, *Ruiz was quoted as saying …*.

The words are those of Ruiz; the memo is the one through which the article knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from onrecord.document.tree import FINITE, RELATIVE_TAGS, Token
from onrecord.lexicon.cues import SPOKEN, CueLexicon
from onrecord.tagging import sources, unsaid
from onrecord.tagging.citations import hands_on
from onrecord.tagging.clauses import clause_pieces, pieces_of
from onrecord.tagging.name_words import with_name
from onrecord.tagging.phrases import NOMINAL, mention_span
from onrecord.tagging.roles import addressee, object_of
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, Report, TextSpan

_PRESENT = frozenset({"quote", "quotes"})
"""Forms that the parser takes for a noun, and the name behind them for part of it."""
_LONGEST_NAME = 6
_NAMING = NOMINAL | {"DET", "ADJ"}
_PARTICIPLES = frozenset({"advcl", "acl", "xcomp", "ccomp"})
"""What *saying* is without "as", of who is quoted or of the verb."""


class _Misread(NamedTuple):
    """Who is quoted, through what, and the *saying*, where the parser has no verb that quotes."""

    source: TextSpan
    outlet: TextSpan
    saying: Token


def quoting_reports(scope: Scope, lexicon: CueLexicon) -> Iterator[Report]:
    """One report for every *saying* behind a verb that quotes somebody."""
    for token in (t for t in scope.document.tokens if t.lemma in lexicon.citing):
        if (misread := _misread(scope, token, lexicon)) is not None:
            yield _report_of(scope, token, misread, lexicon)
            continue
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
            source=_before_saying(mention_span(scope, speaker), saying),
            content=behind or before,
            reach=scope.document.span_of(sentence.first, sentence.last),
            addressee=_hearer(scope, saying, behind, lexicon),
            outlet=_outlet(scope, through) if through is not None else None,
            negated=unsaid.negated(scope, token),
            evidence=f"the words “{token.text} … {saying.text}”",
        )


def _report_of(scope: Scope, quotes: Token, found: _Misread, lexicon: CueLexicon) -> Report:
    sentence, saying = scope.document.sentence_of(quotes), found.saying
    content = _behind(scope, saying, lexicon)
    return Report(
        construction=_construction(content, ()),
        cue=saying.span,
        lemma=saying.lemma,
        source=found.source,
        content=content,
        reach=scope.document.span_of(sentence.first, sentence.last),
        addressee=_hearer(scope, saying, content, lexicon),
        outlet=found.outlet,
        evidence=f"the words “{quotes.text} … {saying.text}”",
    )


def _misread(scope: Scope, quotes: Token, lexicon: CueLexicon) -> _Misread | None:
    """*A memo obtained by the Courier quotes | Ruiz | as saying …*: a document opens the sentence.

    The parser takes the verb for a noun behind the Courier.
    """
    document = scope.document
    if quotes.lower not in _PRESENT or document.subject(quotes) is not None:
        return None
    sentence = document.sentence_of(quotes)
    before = document.tokens[sentence.first : quotes.index]
    noun = next((t for t in before if t.lemma in lexicon.document), None)
    if noun is None or any(t.tag in FINITE or t.pos == "PUNCT" for t in before):
        return None
    name, saying = _named_before_as(scope, quotes, sentence.last)
    agrees = (noun.tag == "NNS") == (quotes.lower == quotes.lemma)
    if saying is None or not agrees or not lexicon.classes(saying.lemma) & SPOKEN:
        return None
    through = mention_span(scope, noun)
    outlet = TextSpan(through.start, max(noun.end, min(through.end, before[-1].end)))
    return _Misread(TextSpan(name[0].start, name[-1].end), outlet, saying)


def _named_before_as(
    scope: Scope, quotes: Token, last: int
) -> tuple[Sequence[Token], Token | None]:
    """The name between *quotes* and *as*, and the participle behind that."""
    behind = scope.document.tokens[quotes.index + 1 : last]
    name = list(takewhile(lambda t: t.pos in _NAMING, behind[:_LONGEST_NAME]))
    said = behind[len(name) + 1 : len(name) + 3]
    if not name or not said or behind[len(name)].lower != "as":
        return (), None
    verb = said[0] if said[0].lower != "having" else said[-1]
    return name, verb if _is_participle(scope, verb) else None


def _parties(scope: Scope, quotes: Token, saying: Token) -> tuple[Token | None, Token | None]:
    """Who is quoted, and who quotes: in the passive voice the subject, and who stands behind "by".

    A name may stand right behind the noun for an outlet (*the news agency Perch*).
    """
    if not sources.is_passive(scope, quotes):
        return _object(scope, quotes), sources.find(scope, quotes)
    subject = _subject(scope, quotes)
    relative = subject is not None and subject.tag in RELATIVE_TAGS
    speaker = sources.find(scope, quotes) if relative else subject
    return speaker, sources.quoted_by(scope, saying)


def _object(scope: Scope, quotes: Token) -> Token | None:
    """Who is quoted, of a verb in the active voice; of *quoted Ruiz telling them* Ruiz, too."""
    below = (c for c in scope.document.children(quotes) if c.dep == "ccomp" and c.tag == "VBG")
    told = (scope.document.subject(c) for c in below if c.index > quotes.index)
    return sources.quoted(scope, quotes) or next((noun for noun in told if noun is not None), None)


def _subject(scope: Scope, quotes: Token) -> Token | None:
    """Who is quoted, of a verb in the passive voice."""
    return next((c for c in scope.document.children(quotes) if c.dep == "nsubjpass"), None)


def _before_saying(source: TextSpan, saying: Token) -> TextSpan:
    """*quoted one nurse | saying …*: what one says is no part of who one is."""
    held = source.start < saying.start < source.end
    return TextSpan(source.start, saying.start - 1) if held else source


def _hearer(
    scope: Scope, saying: Token, behind: tuple[TextSpan, ...], lexicon: CueLexicon
) -> TextSpan | None:
    """*quoted Ruiz as telling the staff that …*: the staff."""
    told = addressee(scope, saying, lexicon.classes(saying.lemma))
    span = mention_span(scope, told) if told is not None else None
    return None if span is None or any(piece.overlaps(span) for piece in behind) else span


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
    if _saying(scope, verb, lexicon) is not None:
        return True
    before = scope.document.tokens[scope.document.sentence_of(verb).first : verb.index]
    quotes = (token for token in before if token.lemma in lexicon.citing)
    return any(_saying(scope, token, lexicon) == verb for token in quotes)


def _saying(scope: Scope, verb: Token, lexicon: CueLexicon) -> Token | None:
    """The *saying* of a main or relative verb that quotes, where it has an object.

    *quotes Ruiz as saying*, *as having said*, *quotes Ruiz saying*; *quotes Ruiz: “…”* itself.
    """
    if verb.lemma not in lexicon.citing:
        return None
    if (misread := _misread(scope, verb, lexicon)) is not None:
        return misread.saying
    if verb.dep in sources.BESIDE - {"relcl"}:
        return None
    passive = sources.is_passive(scope, verb)
    quoted = _subject(scope, verb) if passive else _object(scope, verb)
    if quoted is None:
        return None
    said = _behind_as(scope, verb, passive=passive)
    if said is not None or passive or quoted.lemma in lexicon.document:
        return said
    return _beside(scope, verb, quoted, lexicon) or _opens_words(scope, verb, quoted)


def _behind_as(scope: Scope, verb: Token, *, passive: bool) -> Token | None:
    """*as saying*, *as having said*."""
    document = scope.document
    children = list(document.children(verb))
    agents = [object_of(scope, c) for c in children if c.dep == "agent"] if passive else []
    holders = [verb, *(noun for noun in agents if noun is not None)]
    opened = (c for h in holders for c in document.children(h) if c.lower == "as")
    said = (c for p in opened if p.index > verb.index for c in document.children(p))
    return next((c for c in said if _is_participle(scope, c)), None)


def _is_participle(scope: Scope, verb: Token) -> bool:
    """*saying*, *having said*."""
    return verb.tag == "VBG" or any(
        child.dep == "aux" and child.tag == "VBG" for child in scope.document.children(verb)
    )


def _beside(scope: Scope, verb: Token, quoted: Token, lexicon: CueLexicon) -> Token | None:
    """*quotes Ruiz | saying it was lost*: right behind, no comma between."""
    below = (*scope.document.children(verb), *scope.document.children(quoted))
    for child in below:
        between = scope.document.tokens[quoted.index + 1 : child.index]
        spoken = child.tag == "VBG" and lexicon.classes(child.lemma) & SPOKEN
        if spoken and child.dep in _PARTICIPLES and child.index > quoted.index:
            return None if any(token.pos == "PUNCT" for token in between) else child
    return None


def _opens_words(scope: Scope, verb: Token, quoted: Token) -> Token | None:
    """*The Courier quoted Ruiz: “It is lost.”*: the verb, where quoted words open at the colon."""
    colon = quoted.index + 1
    opened = scope.document.tokens[colon : colon + 1]
    levels = scope.levels[colon + 1 : colon + 3]
    words = any(level > scope.level(verb) for level in levels)
    named = quoted.pos in {"PROPN", "PRON"} and scope.document.subject(verb) is not None
    return verb if words and named and opened and opened[0].text == ":" else None
