"""Reports by a phrase: *according to the memo*, *per the log*, *in Ruiz's words*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.document.tree import VERBAL, Token
from onrecord.lexicon.cues import CueLexicon
from onrecord.tagging.clauses import pieces_of
from onrecord.tagging.measures import goes_by
from onrecord.tagging.name_words import with_name
from onrecord.tagging.phrase_contents import closes, is_clause, is_set_off, phrase_content
from onrecord.tagging.phrases import closing_noun, is_forename_per, mention_span
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import OUTSIDE, Scope
from onrecord.types import Construction, Report, TextSpan

_CLAUSAL = VERBAL | {"ADJ"}
_PAUSES = frozenset({",", "—", "–", "--"})
_WORDS = frozenset(
    {"words", "telling", "account", "view", "version", "opinion", "judgment", "judgement",
     "admission", "reckoning", "estimation"}
)  # fmt: skip
_OF_WHOM = _WORDS - {"account", "version"}
"""Those that stand before whose they are: *in the view of Ruiz*."""
_LONGEST = 40
"""Tokens of a phrase that closes its sentence."""
_HANDS_ON = frozenset({"report", "detail", "describe", "publish", "reveal", "disclose", "state"})


def according_reports(scope: Scope, lexicon: CueLexicon) -> Iterator[Report]:
    """One report for every phrase that brings in a source."""
    for token in scope.document.tokens:
        if token.lower == "according" and not goes_by(scope, token):
            yield from _according(scope, token, lexicon)
        elif token.lower in {"per", "via"} and token.dep == "prep" and _stands_apart(scope, token):
            first = _as_before(scope, token) or token
            yield from _of(scope, (first, first, token), object_of(scope, token), lexicon)
        elif token.lower in _WORDS and token.dep == "pobj":
            yield from _in_words(scope, token, lexicon)
        elif token.lemma in _HANDS_ON and token.tag == "VBN":
            yield from _as_reported(scope, token, lexicon)
        elif token.lemma == "put" and token.pos == "VERB":
            yield from _as_put(scope, token, lexicon)


def closing_according(scope: Scope, clause: Token) -> Token | None:
    """*Engineers said they had found taps, according to the Globe.*: a phrase set off at the end.

    It is of the whole sentence, whatever the parse hangs it on.
    """
    document = scope.document
    sentence = document.sentence_of(clause)
    for token in document.tokens[max(clause.index + 1, sentence.last - _LONGEST) : sentence.last]:
        if token.lower != "according":
            continue
        # A clause may be quoted in part, its verb among the quoted words.
        heard = scope.same(token, clause) or scope.level(token) == OUTSIDE
        if heard and is_set_off(scope, token):
            nouns = (object_of(scope, child) for child in document.children(token))
            noun = next((found for found in nouns if found is not None), None)
            return token if noun is not None and closes(scope, noun, sentence.last) else None
    return None


def _according(scope: Scope, token: Token, lexicon: CueLexicon) -> Iterator[Report]:
    to = next((c for c in scope.document.children(token) if c.lower == "to"), None)
    if to is not None:
        noun = next((c for c in scope.document.children(to) if c.dep in {"pobj", "pcomp"}), None)
        behind = scope.document.tokens[to.index + 1 : scope.document.sentence_of(token).last][:1]
        if behind and behind[0].tag == "WDT" and to.index == token.index + 1:
            yield from _according_to_which(scope, token, behind[0])
        else:
            yield from _of(scope, (token, token, to), noun, lexicon)


def _according_to_which(scope: Scope, token: Token, which: Token) -> Iterator[Report]:
    """*a study according to which half of them leak*: the study, and the clause that goes on."""
    document = scope.document
    sentence = document.sentence_of(token)
    end = token.index - (document.tokens[token.index - 1].text == ",")
    noun = closing_noun(scope, end, sentence.first) if end > sentence.first else None
    right = range(which.index + 1, sentence.last)
    stop = next((i for i in right if document.tokens[i].text in {";", ":"}), sentence.last)
    clause = document.subtree(document.head(token))[1]
    stop = min(stop, clause) if clause > which.index + 1 else stop
    right = range(which.index + 1, stop)
    if noun is None or not scope.same(noun, token) or not is_clause(scope, list(right)):
        return
    yield Report(
        construction=Construction.ACCORDING_TO,
        cue=TextSpan(token.start, document.tokens[which.index - 1].end),
        lemma=token.lower,
        source=mention_span(scope, noun),
        content=pieces_of(scope, list(right)),
        reach=document.span_of(sentence.first, sentence.last),
        evidence="the phrase “according to which”",
    )


def _as_before(scope: Scope, token: Token) -> Token | None:
    """*as per the log*: the "as"."""
    before = scope.document.tokens[token.index - 1]
    return before if token.lower == "per" and token.index and before.lower == "as" else None


def _stands_apart(scope: Scope, token: Token) -> bool:
    """Whether a pause or the start of the sentence stands before, and a clause governs it.

    *Via* brings in a source only at the end, with a name (*…, via Meridian Wire*); elsewhere it
    tells the medium.
    """
    document = scope.document
    if _as_before(scope, token) is not None:
        return True
    first = document.sentence_of(token).first == token.index
    before = document.tokens[token.index - 1].text if token.index else ""
    if document.head(token).pos not in VERBAL:
        return False
    if token.lower == "per":
        return first or (before in _PAUSES and not is_forename_per(token))
    noun = object_of(scope, token)
    return before in _PAUSES and noun is not None and noun.pos == "PROPN"


def _in_words(scope: Scope, noun: Token, lexicon: CueLexicon) -> Iterator[Report]:
    """*in the words of Ruiz*, *in her telling*."""
    document = scope.document
    preposition = document.head(noun)
    if preposition.lower not in {"in", "by"} or document.head(preposition).pos not in _CLAUSAL:
        return
    for child in document.children(noun):
        if child.dep == "poss":
            yield from _of(scope, (preposition, noun, noun), child, lexicon)
        elif child.lower == "of" and noun.lower in _OF_WHOM:
            words = (preposition, preposition, child)
            made = _of(scope, words, object_of(scope, child), lexicon)
            own = noun.lower != "words"
            yield from (replace(r, lemma=noun.lower) if own else r for r in made)


def _as_reported(scope: Scope, verb: Token, lexicon: CueLexicon) -> Iterator[Report]:
    """*as first reported by the Courier*."""
    document = scope.document
    opening = document.tokens[max(0, verb.index - 2) : verb.index]
    marker = next((t for t in opening if t.lower == "as"), None)
    agent = next((c for c in document.children(verb) if c.dep == "agent"), None)
    if marker is not None and agent is not None:
        yield from _of(scope, (verb, verb, verb), object_of(scope, agent), lexicon, marker)


def _as_put(scope: Scope, verb: Token, lexicon: CueLexicon) -> Iterator[Report]:
    """*as Ruiz put it*."""
    children = list(scope.document.children(verb))
    marker = next((c for c in children if c.lower == "as" and c.index < verb.index), None)
    it = next((c for c in children if c.lower in {"it", "things"} and c.index > verb.index), None)
    subject = scope.document.subject(verb)
    if any(c.dep == "prt" for c in children):
        return
    if marker is not None and it is not None:
        yield from _of(scope, (verb, verb, it), subject, lexicon, marker)


def _of(
    scope: Scope,
    words: tuple[Token, Token, Token],
    noun: Token | None,
    lexicon: CueLexicon,
    marker: Token | None = None,
) -> Iterator[Report]:
    """The report of a phrase: its top token, the first and the last of its cue, its source.

    `marker` is where the phrase starts, if not at its cue.
    """
    document = scope.document
    top, first, last = words
    if noun is None or not scope.same(noun, top):
        return
    sentence = document.sentence_of(top)
    start = min(first.index, (marker or top).index)
    yield Report(
        construction=Construction.ACCORDING_TO,
        cue=TextSpan(first.start, last.end),
        lemma=first.lemma if first.pos == "VERB" and first.lower != "according" else first.lower,
        source=with_name(scope, mention_span(scope, _origin(scope, noun, lexicon))),
        content=phrase_content(scope, (top, last, noun), start, lexicon),
        reach=document.span_of(sentence.first, sentence.last),
        evidence=f"the phrase “{document.text[first.start : last.end]}”",
    )


def _origin(scope: Scope, noun: Token, lexicon: CueLexicon) -> Token:
    """*reports from the Journal*, *the Journal's reporting*: the Journal; else the noun itself."""
    if noun.lower == "reporting":
        return next((c for c in scope.document.children(noun) if c.dep == "poss"), noun)
    if noun.lemma not in lexicon.carrier:
        return noun
    for child in scope.document.children(noun):
        if child.dep == "prep" and child.lower == "from":
            inner = next((c for c in scope.document.children(child) if c.dep == "pobj"), None)
            if inner is not None:
                return inner
    return noun
