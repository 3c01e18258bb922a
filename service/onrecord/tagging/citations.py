"""Whose words a report hands on: *citing two officials*, *which attributed it to an aide*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.document.tree import Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import SAYS_OR_TELLS, CueClass, CueLexicon
from onrecord.tagging.clauses import has_that, own_that
from onrecord.tagging.cues import beside_quoted_words
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import Scope
from onrecord.tagging.sources import BESIDE
from onrecord.types import Construction, Report, TextSpan

_FARTHEST = 6
"""Words from a document to whose it is: *a message to all staff from the manager*."""
_LEARNS = frozenset({"learn", "hear"})
_READER = "you"
"""*would like to hear from you*: nobody's words yet."""
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})


def citations(scope: Scope, lexicon: CueLexicon) -> Iterator[Report]:
    """One report without content for every source that another source's report names."""
    for token in scope.document.tokens:
        if token.pos != "VERB":
            continue
        for cue, noun in _cited(scope, token, lexicon):
            origin = _origin(scope, noun, lexicon)
            yield _report(scope, cue, noun, origin)
            if origin is not None:
                yield _report(scope, origin, _object(scope, origin))


def _object(scope: Scope, preposition: Token) -> Token:
    return object_of(scope, preposition) or preposition


def _cited(scope: Scope, verb: Token, lexicon: CueLexicon) -> Iterator[tuple[Token, Token]]:
    children = list(scope.document.children(verb))
    if verb.lemma == "attribute":
        to = next((c for c in children if c.dep in {"prep", "dative"} and c.lower == "to"), None)
        noun = object_of(scope, to) if to is not None else None
        if noun is not None and verb.dep in BESIDE:
            yield verb, noun
    elif verb.lemma in _LEARNS and not _is_of_no_words(verb, children):
        for preposition in children:
            noun = object_of(scope, preposition) if preposition.lower == "from" else None
            if noun is not None and scope.same(noun, verb) and noun.lower != _READER:
                yield preposition, noun
    elif hands_on(scope, verb, lexicon):
        noun = next((c for c in _named(scope, verb) if c.pos in _NOMINAL), None)
        if noun is not None and scope.same(noun, verb):
            yield verb, noun


def _is_of_no_words(verb: Token, children: Sequence[Token]) -> bool:
    """*learned from a clerk to read*, *shots were heard from a car*, *we heard from families*."""
    if verb.lemma == "hear" and not any(c.dep == "ccomp" for c in children):
        return True
    return any(_is_learnt(child) for child in children)


def _is_learnt(child: Token) -> bool:
    """What is learned or heard where it is no words: a skill, a sound."""
    thing = child.dep == "dobj" and child.pos == "NOUN"
    return thing or child.dep in {"xcomp", "nsubjpass", "auxpass"}


def hands_on(scope: Scope, verb: Token, lexicon: CueLexicon) -> bool:
    """*…, citing two officials*: whether a verb names whose words another one reports.

    A further verb of the clause does, too, but not where it has words of its own to tell of (*says
    it is old and cites an email in which Ruiz asked …*).
    """
    beside = verb.dep in BESIDE or _is_misread_subject(scope, verb)
    if CueClass.CITE not in lexicon.classes(verb.lemma) or not beside:
        return False
    named = list(_named(scope, verb))
    if not named or beside_quoted_words(scope, verb):
        return False
    return verb.dep != "conj" or not any(map(scope.document.holds_words, named))


def _named(scope: Scope, verb: Token) -> Iterator[Token]:
    """Who or what a verb cites; of *citing a note passed round in the port* the note.

    The parser may take the note for what passed.
    """
    for child in scope.document.children(verb):
        if child.dep == "dobj":
            yield child
        below = scope.document.children(child) if child.dep == "ccomp" else ()
        if verb.lemma == "cite" and child.tag == "VBD" and not has_that(scope, child):
            yield from (c for c in below if c.dep == "nsubj" and c.index == child.index - 1)


def _is_misread_subject(scope: Scope, verb: Token) -> bool:
    """*…, she said, citing a study that found the wells were dry*: no subject of *were*."""
    before = scope.document.tokens[max(0, verb.index - 1)]
    return verb.dep == "csubj" and verb.tag == "VBG" and before.text == ","


def _origin(scope: Scope, noun: Token, lexicon: CueLexicon) -> Token | None:
    """*citing an email from a member of the panel*: the "from" of whose words the email holds.

    Not *citing an analysis of data from 2,000 patients*: where the data come from says nothing.
    """
    if noun.lemma not in lexicon.document:
        return None
    tokens = scope.document.tokens
    for token in tokens[noun.index + 1 : noun.index + 1 + _FARTHEST]:
        carries = token.lemma in lexicon.carrier or token.lower in lexicon.carrier
        if token.pos in {"PUNCT", "VERB", "AUX"} or carries:
            return None
        if token.lower == "from" and object_of(scope, token) is not None:
            return token
    return None


def _report(scope: Scope, cue: Token, noun: Token, origin: Token | None = None) -> Report:
    sentence = scope.document.sentence_of(cue)
    source = _whole(scope, noun)
    if origin is not None and source.start < origin.start < source.end:
        source = TextSpan(source.start, scope.document.tokens[origin.index - 1].end)
    return Report(
        construction=Construction.CITATION,
        cue=cue.span,
        lemma=cue.lemma,
        source=source,
        content=(),
        reach=scope.document.span_of(sentence.first, sentence.last),
        evidence=f"the word “{cue.text}”",
    )


def _whole(scope: Scope, noun: Token) -> TextSpan:
    """The phrase of the noun; *one person in the room* where "in" was hung on the verb."""
    span = _before_their_words(scope, noun, mention_span(scope, noun))
    verb = scope.document.head(noun)
    for child in scope.document.children(verb):
        beside = child.dep == "prep" and 0 <= child.start - span.end <= 1
        if beside and child.lower in {"in", "with", "at", "inside", "close", "of"}:
            first, last = scope.document.subtree(child)
            return TextSpan(span.start, scope.document.span_of(first, last).end)
    return span


def _before_their_words(scope: Scope, noun: Token, span: TextSpan) -> TextSpan:
    """*citing two people briefed on it | who said that …*: what they said is no part of a name.

    Nor is what one learned from them (*from a clerk | that the files had gone*).
    """
    that = _learnt_clause(scope, noun)
    if that is not None and span.start < that.start < span.end:
        span = TextSpan(span.start, scope.document.tokens[that.index - 1].end)
    for token in scope.document.tokens_in(span):
        verb = scope.document.head(token)
        said = token.lower == "who" and token.dep == "nsubj" and token.index > noun.index
        if said and verb.dep == "relcl" and _tells(scope, verb):
            return TextSpan(span.start, scope.document.tokens[token.index - 1].end)
    return span


def _learnt_clause(scope: Scope, noun: Token) -> Token | None:
    """The "that" of what is learned or heard, which the parser hangs on whom it comes from."""
    document = scope.document
    verb = document.head(document.head(noun))
    if verb.lemma not in _LEARNS or any(c.dep == "ccomp" for c in document.children(verb)):
        return None
    return next((that for c in document.children(noun) if (that := own_that(scope, c))), None)


def _tells(scope: Scope, verb: Token) -> bool:
    """Whether a verb of speaking has a clause for what is said."""
    clauses = any(c.dep == "ccomp" for c in scope.document.children(verb))
    return clauses and bool(SAYS_OR_TELLS & cues.load().classes(verb.lemma))
