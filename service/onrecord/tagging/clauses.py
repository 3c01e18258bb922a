"""What is reported: the extent of the clause that a cue governs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from onrecord.document.tree import ADNOMINAL, AUXILIARIES, FINITE, SUBJECTS, VERBAL, Token
from onrecord.lexicon import cues, people
from onrecord.tagging.datelines import body_start
from onrecord.tagging.scope import Scope
from onrecord.types import TextSpan

_BOUND = SUBJECTS | {"expl"}
_MOST_JOINED = 6
_MEASURE = re.compile(r"\d['’′]\s?\d{1,2}(?:[\"”″]|''|’’)\Z")
"""Feet and inches."""

_LONGEST_MEASURE = 8
_BULLETS = frozenset({"•", "·", "▪", "◦", "■"})


def clause_pieces(scope: Scope, root: Token, barred: Collection[int]) -> tuple[TextSpan, ...]:
    """The clause headed by `root`, cut where a tag stands in it.

    Args:
        scope: the article.
        root: head of the reported clause.
        barred: tokens that are left out with all that hangs on them, such as the cue.

    Returns:
        Its contiguous pieces in order, without "that", edge punctuation, dateline and the tag.
    """
    return pieces_of(scope, sorted((*_below(scope, root, barred), *_misread_end(scope, root))))


def _misread_end(scope: Scope, root: Token) -> Iterator[int]:
    """*a warning that the ice was | thin went unheeded*: the parser hangs it on the next verb."""
    last = scope.document.subtree(root)[1] - 1
    behind = scope.document.tokens[root.index + 1 : root.index + 2]
    for word in behind if last == root.index and root.lemma == "be" else ():
        if word.pos == "ADJ" and word.dep == "amod" and scope.document.head(word).pos in VERBAL:
            yield word.index


def pieces_of(scope: Scope, indices: Sequence[int]) -> tuple[TextSpan, ...]:
    """The contiguous pieces that tokens make up, trimmed; `indices` in order."""
    tokens = scope.document.tokens
    begin = body_start(scope, scope.document.sentence_of(tokens[indices[0]]))
    pieces: list[list[int]] = []
    for index in indices:
        if tokens[index].start < begin:
            continue
        if pieces and _joins(scope, pieces[-1][-1], index):
            pieces[-1].append(index)
        else:
            pieces.append([index])
    spans = (_trimmed(scope, piece, goes_on=n > 0) for n, piece in enumerate(pieces))
    return tuple(span for span in spans if span is not None)


def glued(scope: Scope, pieces: Sequence[TextSpan]) -> list[TextSpan]:
    """Pieces that touch made one: *co|-|operate*, which the parser takes for three words.

    So are those between whose words nothing stands but a space.
    """
    text = scope.document.text
    made: list[TextSpan] = []
    for piece in pieces:
        last = made[-1].end if made else 0
        spaced = text[last : piece.start] == " " and text[last - 1].isalnum()
        if made and (spaced or last == piece.start):
            made[-1] = TextSpan(made[-1].start, piece.end)
        else:
            made.append(piece)
    return made


def parted_by_that(scope: Scope, pieces: tuple[TextSpan, ...]) -> Iterator[tuple[TextSpan, ...]]:
    """The pieces, parted where nothing but *and that* stands between two; none as none."""
    start = 0
    for number in range(1, len(pieces)):
        between = scope.document.text[pieces[number - 1].end : pieces[number].start]
        if between.strip(" ,") == "and that":
            yield pieces[start:number]
            start = number
    yield pieces[start:]


def beside(scope: Scope, root: Token) -> tuple[Token, ...]:
    """Further that-clauses joined to the one that `root` heads (*…, and that …*).

    So is one behind a comma: *said it was late, that it was dear and that …*.
    """
    found: list[Token] = []
    last: Token | None = root
    while last is not None and len(found) < _MOST_JOINED:
        joined = (c for c in scope.document.children(last) if _is_joined(scope, last, c))
        last = next((c for c in joined if c.pos in VERBAL and has_that(scope, c)), None)
        found.extend([last] if last is not None else [])
    return tuple(found)


def is_finite(scope: Scope, clause: Token) -> bool:
    """Whether the verb of a clause, or an auxiliary of it, has a tense."""
    auxiliaries = (c for c in scope.document.children(clause) if c.dep in AUXILIARIES)
    return clause.tag in FINITE or any(c.tag in FINITE for c in auxiliaries)


def _is_joined(scope: Scope, clause: Token, further: Token) -> bool:
    """Whether a clause is joined to another, as the parser has it or by a comma and "that"."""
    if further.dep == "conj":
        return True
    first, _ = scope.document.subtree(further)
    comma, that = scope.document.tokens[first - 1 : first + 1] if first else (clause, further)
    takes_none = further.dep == "ccomp" and not cues.load().classes(clause.lemma)
    own = (further.dep == "advcl" or takes_none) and clause.index < first
    return own and comma.text == "," and that.lower == "that" and that.head == further.index


def has_that(scope: Scope, root: Token) -> bool:
    """Whether "that" opens the clause."""
    return any(True for _ in thats(scope, root))


def thats(scope: Scope, root: Token) -> Iterator[Token]:
    """The "that" with which a clause opens, if it does."""
    children = scope.document.children(root)
    return (c for c in children if c.dep == "mark" and c.lower == "that")


def own_that(scope: Scope, clause: Token) -> Token | None:
    """The "that" before a subject of the clause: *from a clerk that the files had gone*.

    The parser may take the clause for a relative one, of the noun before.
    """
    if clause.dep not in ADNOMINAL:
        return None
    children = list(scope.document.children(clause))
    that = next((c for c in children if c.lower == "that" and c.index < clause.index), None)
    bound = that and any(c.dep in _BOUND and that.index < c.index for c in children)
    return that if bound else None


def _below(scope: Scope, root: Token, barred: Collection[int]) -> Iterator[int]:
    stack = [root]
    while stack:
        token = stack.pop()
        yield token.index
        stack.extend(child for child in scope.document.children(token) if child.index not in barred)


def _joins(scope: Scope, left: int, right: int) -> bool:
    """Whether only punctuation or spaces stand between two tokens of the clause."""
    between = scope.document.tokens[left + 1 : right] if right > left + 1 else ()
    return all(t.pos in {"PUNCT", "SPACE"} for t in between)


def _trimmed(scope: Scope, piece: list[int], *, goes_on: bool) -> TextSpan | None:
    """Without edge punctuation, "that" and conjunction; *and* stays where a piece goes on."""
    tokens = scope.document.tokens
    first, last = _only(tokens, piece), len(piece)
    while first < last and _droppable(tokens[piece[first]], goes_on=goes_on):
        first += 1
    first += first < last - 1 and _is_misread_that(scope, tokens[piece[first]])
    while last > first and _closes(scope, tokens[piece[last - 1]]):
        last -= 1
    if first == last:
        return None
    return scope.document.span_of(piece[first], piece[last - 1] + 1)


def _only(tokens: Sequence[Token], piece: Sequence[int]) -> int:
    """*would say only that it was late*: the words before "that" are those of the tag."""
    opening = tokens[piece[0]]
    before_that = len(piece) > 1 and tokens[piece[1]].lower == "that"
    return int(before_that and opening.pos == "ADV" and tokens[piece[1]].dep == "mark")


def _closes(scope: Scope, token: Token) -> bool:
    """Whether a word at the end of a piece is none of it; the inches of *6’11”* are."""
    if token.pos in {"PUNCT", "SPACE"}:
        start = max(0, token.end - _LONGEST_MEASURE)
        return not _MEASURE.search(scope.document.text[start : token.end])
    return token.dep == "cc"


def _droppable(token: Token, *, goes_on: bool) -> bool:
    if token.pos in {"PUNCT", "SPACE"} or (token.dep == "cc" and not goes_on):
        return True
    if token.text in _BULLETS:
        return True
    return token.lower == "that" and (token.dep == "mark" or token.tag in {"WDT", "IN"})


def _is_misread_that(scope: Scope, token: Token) -> bool:
    """*suggests | that coffee is harmless*, *told the Courier | that law was likely*: read as
    *that man*, right behind a verb or who is told.

    Behind a verb it stands for no article before a plural, nor where something other than a person
    follows.
    """
    document = scope.document
    if token.lower != "that" or token.tag != "DT" or token.dep != "det" or not token.index:
        return False
    before, noun = document.tokens[token.index - 1], document.head(token)
    if before.dep in {"dobj", "dative"} and document.head(before).lemma == "tell":
        return True
    if before.pos not in VERBAL or noun.index != token.index + 1:
        return False
    plural = noun.tag in {"NNS", "NNPS", "NNP"}
    return plural or (noun.dep in SUBJECTS and not people.load().is_person(noun.lemma))
