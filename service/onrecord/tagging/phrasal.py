"""Reports by a phrase: *according to the memo*, *per the log*, *in Ruiz's words*."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import Token
from onrecord.lexicon.cues import CueLexicon
from onrecord.tagging.clauses import clause_pieces, pieces_of
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import OUTSIDE, Scope
from onrecord.tagging.tags import FINITE
from onrecord.types import Construction, Report, TextSpan

_VERBAL = frozenset({"VERB", "AUX"})
_CLAUSAL = _VERBAL | {"ADJ"}
_PAUSES = frozenset({",", "—", "–", "--"})
_WORDS = frozenset({"words", "telling", "account", "view", "version"})
_LONGEST = 40
"""Tokens of a phrase that closes its sentence."""
_COMPLEMENT = frozenset({"that", "whether"})
_HANDS_ON = frozenset({"report", "detail", "describe", "publish", "reveal", "disclose", "state"})


def according_reports(scope: Scope, lexicon: CueLexicon) -> Iterator[Report]:
    """One report for every phrase that brings in a source."""
    for token in scope.document.tokens:
        if token.lower == "according":
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
        if heard and _is_set_off(scope, token):
            nouns = (object_of(scope, child) for child in document.children(token))
            noun = next((found for found in nouns if found is not None), None)
            return token if noun is not None and _closes(scope, noun, sentence.last) else None
    return None


def _is_set_off(scope: Scope, token: Token) -> bool:
    return token.index > 0 and scope.document.tokens[token.index - 1].text in _PAUSES


def _according(scope: Scope, token: Token, lexicon: CueLexicon) -> Iterator[Report]:
    to = next((c for c in scope.document.children(token) if c.lower == "to"), None)
    if to is not None:
        noun = next((c for c in scope.document.children(to) if c.dep in {"pobj", "pcomp"}), None)
        yield from _of(scope, (token, token, to), noun, lexicon)


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
    if document.head(token).pos not in _VERBAL:
        return False
    if token.lower == "per":
        return first or before in _PAUSES
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
        elif child.lower == "of" and noun.lower == "words":
            yield from _of(
                scope, (preposition, preposition, child), object_of(scope, child), lexicon
            )


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
    subject = next((c for c in children if c.dep == "nsubj"), None)
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
        source=mention_span(scope, _origin(scope, noun, lexicon)),
        content=_content(scope, (top, last, noun), start, lexicon),
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


def _content(
    scope: Scope, phrase: tuple[Token, Token, Token], start: int, lexicon: CueLexicon
) -> tuple[TextSpan, ...]:
    """The sentence around the phrase, or the clause where that stands inside another.

    Args:
        scope: the article.
        phrase: the token of the phrase that hangs on the clause, the last one of its cue, and the
            head of its source.
        start: index of the first token of the phrase.
        lexicon: the cue lexicon.
    """
    document = scope.document
    top, last, noun = phrase
    sentence = document.sentence_of(top)
    root = _root(scope, top, lexicon, closes=_closes(scope, noun, sentence.last))
    if document.subtree(root)[0] > sentence.first + 1:
        return _in_clause(scope, top, root)
    left = list(range(sentence.first, start))
    if start > sentence.first and document.tokens[start - 1].text == ":":
        left = []
    end = _phrase_end(scope, top, noun)
    if left and _lacks_predicate(scope, left):
        # The parser takes *an old barn* for what the mayor is.
        end = document.tokens_in(mention_span(scope, noun))[-1].index + 1
    right = list(range(max(end, last.index + 1), sentence.last))
    if _is_clause(scope, left) and not _breaks_off(scope, left, right):
        return pieces_of(scope, left)
    indices = left + right if _has_words(scope, left) else right
    return pieces_of(scope, indices) if indices else ()


def _breaks_off(scope: Scope, left: list[int], right: list[int]) -> bool:
    """*The dam was, in her words, a ruin*; *A guard told us, per the log, that …*: it goes on."""
    tokens = scope.document.tokens
    before = [tokens[index] for index in left if tokens[index].pos not in {"PUNCT", "SPACE"}]
    behind = [tokens[index] for index in right if tokens[index].pos not in {"PUNCT", "SPACE"}]
    if not behind or not all(scope.same(behind[0], token) for token in before[-1:]):
        return False
    return _lacks_predicate(scope, left) or behind[0].lower in _COMPLEMENT


def _lacks_predicate(scope: Scope, left: list[int]) -> bool:
    """*The dam was*: an auxiliary ends the words before a phrase."""
    words = (scope.document.tokens[index] for index in reversed(left))
    last = next((t for t in words if t.pos not in {"PUNCT", "SPACE"}), None)
    return last is not None and last.pos == "AUX"


def _phrase_end(scope: Scope, top: Token, noun: Token) -> int:
    """The token behind the phrase: *as reported by the Courier last week* up to a comma."""
    end = scope.document.subtree(noun)[1]
    if top.tag != "VBN":
        return end
    last = scope.document.subtree(top)[1]
    comma = (i for i in range(end, last) if scope.document.tokens[i].text == ",")
    return next(comma, last)


def _in_clause(scope: Scope, top: Token, root: Token) -> tuple[TextSpan, ...]:
    """Inside a clause: only what stands before the phrase, where that holds the verb."""
    pieces = clause_pieces(scope, root, {top.index})
    before = tuple(p for p in pieces if p.end <= top.start)
    return before if any(p.end > root.start for p in before) else pieces


def _root(scope: Scope, top: Token, lexicon: CueLexicon, *, closes: bool) -> Token:
    """The verb of the clause that the phrase belongs to.

    A phrase that closes the sentence belongs to all of it, not to the participle before it.
    """
    document = scope.document
    joined = {"conj"}
    if closes:
        joined |= {"advcl", "ccomp"} if _is_set_off(scope, top) else {"advcl"}
    root = document.head(top)
    while root.pos not in _VERBAL and document.head(root).index != root.index:
        root = document.head(root)
    while document.head(root).pos in _VERBAL and document.head(root).index != root.index:
        misread = root.dep == "ccomp" and not lexicon.classes(document.head(root).lemma)
        if root.dep not in joined and not misread:
            break
        root = document.head(root)
    return root


def _closes(scope: Scope, noun: Token, last: int) -> bool:
    behind = scope.document.tokens[scope.document.subtree(noun)[1] : last]
    return all(t.pos in {"PUNCT", "SPACE"} for t in behind)


def _is_clause(scope: Scope, indices: list[int]) -> bool:
    return any(scope.document.tokens[index].tag in FINITE for index in indices)


def _has_words(scope: Scope, indices: list[int]) -> bool:
    skipped = {"PUNCT", "SPACE", "CCONJ"}
    return any(scope.document.tokens[index].pos not in skipped for index in indices)
