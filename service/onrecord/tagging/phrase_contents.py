"""What a phrase without a verb reports: *It closed, according to the memo, in May*."""

from __future__ import annotations

from onrecord.document.tree import FINITE, VERBAL, Token
from onrecord.lexicon.cues import CueLexicon
from onrecord.tagging.citations import hands_on
from onrecord.tagging.clauses import clause_pieces, pieces_of, thats
from onrecord.tagging.name_words import with_name
from onrecord.tagging.phrases import is_forename_per, mention_span
from onrecord.tagging.scope import Scope
from onrecord.types import TextSpan

_PAUSES = frozenset({",", "—", "–", "--"})
_FEWEST_JOINED = 3
_LONGEST = 4
"""A name and the comma behind it."""
_COMPLEMENT = frozenset({"that", "whether"})


def phrase_content(
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
    root = _root(scope, top, lexicon, closes=closes(scope, noun, sentence.last))
    if document.subtree(root)[0] > sentence.first + 1:
        return _in_clause(scope, top, root)
    left = list(range(_behind_another(scope, sentence.first, start), start))
    if start > sentence.first and document.tokens[start - 1].text == ":":
        left = []
    if (
        left[-2:]
        and document.tokens[start - 1].text == ","
        and document.tokens[start - 2].dep == "cc"
    ):
        # *It binds schools but, according to the note, gives them nothing*.
        left = []
    source = document.tokens_in(with_name(scope, mention_span(scope, noun)))
    end = max(_phrase_end(scope, top, noun), source[-1].index + 1)
    if left and (_lacks_predicate(scope, left) or _ends_in_have(scope, left)):
        # The parser takes *an old barn* for what the mayor is.
        end = document.tokens_in(mention_span(scope, noun))[-1].index + 1
    end = max(end, last.index + 1)
    right = list(range(_behind_citation(scope, end, lexicon) or end, sentence.last))
    if is_clause(scope, left) and not _breaks_off(scope, left, right):
        further = right if _is_joined(scope, right, lexicon) else []
        return pieces_of(scope, left + further)
    indices = left + right if _has_words(scope, left) else right
    return pieces_of(scope, indices) if indices else ()


def _behind_another(scope: Scope, first: int, start: int) -> int:
    """*According to Jens, it was lost, in the words of an aide*: behind the phrase that opens."""
    opening = scope.document.tokens[first]
    if opening.lower != "according" or first == start:
        return first
    comma = (i for i in range(first, start) if scope.document.tokens[i].text == ",")
    return next(comma, first - 1) + 1


def _is_joined(scope: Scope, right: list[int], lexicon: CueLexicon) -> bool:
    """*They asked, according to the log, and had been refused*: "and" goes on with what is said.

    Not where a subject of its own, or a verb that reports anew, stands behind it.
    """
    tokens = [scope.document.tokens[index] for index in right]
    words = [token for token in tokens if token.pos not in {"PUNCT", "SPACE"}]
    if len(words) < _FEWEST_JOINED or tokens[0].text != "," or words[0].dep != "cc":
        return False
    reports = any(t.pos == "VERB" and t.lemma in lexicon.tag for t in words)
    return not reports and words[1].tag in FINITE


def _breaks_off(scope: Scope, left: list[int], right: list[int]) -> bool:
    """*The dam was, in her words, a ruin*; *A guard told us, per the log, that …*: it goes on."""
    tokens = scope.document.tokens
    before = [tokens[index] for index in left if tokens[index].pos not in {"PUNCT", "SPACE"}]
    behind = [tokens[index] for index in right if tokens[index].pos not in {"PUNCT", "SPACE"}]
    if not behind or not all(scope.same(behind[0], token) for token in before[-1:]):
        return False
    if behind[0].tag in {"WP", "WDT", "WP$"}:
        return False
    perfect = behind[0].tag == "VBN" and _ends_in_have(scope, left)
    return perfect or _lacks_predicate(scope, left) or behind[0].lower in _COMPLEMENT


def _lacks_predicate(scope: Scope, left: list[int]) -> bool:
    """*The dam was*: an auxiliary ends the words before a phrase."""
    last = _last_word(scope, left)
    return last is not None and last.pos == "AUX"


def _ends_in_have(scope: Scope, left: list[int]) -> bool:
    """*The boat had, …*: what the parser takes for a full verb, a participle may go on with."""
    last = _last_word(scope, left)
    return last is not None and last.lemma == "have" and last.tag in FINITE


def _last_word(scope: Scope, indices: list[int]) -> Token | None:
    words = (scope.document.tokens[index] for index in reversed(indices))
    return next((t for t in words if t.pos not in {"PUNCT", "SPACE"}), None)


def _behind_citation(scope: Scope, end: int, lexicon: CueLexicon) -> int | None:
    """*According to the Courier, citing two aides, | it was lost*: whom it cites is not said.

    Nor is *Per Lie*, the name of her lawyer, which the parser takes for a phrase.
    """
    tokens = scope.document.tokens
    behind = tokens[end : end + 2]
    cites = behind[-1] if len(behind) > 1 and behind[0].text == "," else None
    if cites is not None and is_forename_per(cites):
        commas = (t.index for t in tokens[cites.index : cites.index + _LONGEST] if t.text == ",")
        return next(commas, None)
    if cites is None or not hands_on(scope, cites, lexicon):
        return None
    return scope.document.subtree(cites)[1]


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
        joined |= {"advcl", "ccomp", "xcomp"} if is_set_off(scope, top) else {"advcl"}
    root = document.head(top)
    while root.pos not in VERBAL and document.head(root).index != root.index:
        root = document.head(root)
    if any(that.index > top.index for that in thats(scope, root)):
        # *He said, according to the log, that it fell*: the phrase stands outside of the clause.
        root = document.head(root)
    while document.head(root).pos in VERBAL and document.head(root).index != root.index:
        misread = root.dep == "ccomp" and not lexicon.classes(document.head(root).lemma)
        if root.dep not in joined and not misread:
            break
        root = document.head(root)
    return root


def closes(scope: Scope, noun: Token, last: int) -> bool:
    """Whether only marks stand between a noun and a token behind it."""
    behind = scope.document.tokens[scope.document.subtree(noun)[1] : last]
    return all(t.pos in {"PUNCT", "SPACE"} for t in behind)


def is_clause(scope: Scope, indices: list[int]) -> bool:
    """Whether a finite verb stands among tokens."""
    return any(scope.document.tokens[index].tag in FINITE for index in indices)


def _has_words(scope: Scope, indices: list[int]) -> bool:
    skipped = {"PUNCT", "SPACE", "CCONJ"}
    return any(scope.document.tokens[index].pos not in skipped for index in indices)


def is_set_off(scope: Scope, token: Token) -> bool:
    """Whether a pause stands before a phrase."""
    return token.index > 0 and scope.document.tokens[token.index - 1].text in _PAUSES
