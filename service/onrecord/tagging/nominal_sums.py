"""What somebody's words come to: *Her message is that it is safe*, *Their argument: it is not*."""

from __future__ import annotations

from onrecord.document.tree import FINITE, SUBJECTS, Token
from onrecord.lexicon.cues import CueLexicon
from onrecord.lexicon.grammar import FIRST_PERSON
from onrecord.lexicon.people import is_utterer
from onrecord.tagging.clauses import clause_pieces, has_that, pieces_of
from onrecord.tagging.name_words import TIMES
from onrecord.tagging.nominal_clauses import BETWEEN, LONGEST_WAY
from onrecord.tagging.scope import Scope
from onrecord.types import TextSpan

_IS = frozenset({"be", "remain"})
_OF_NO_WORDS = frozenset(
    {"memory", "recollection", "sentiment", "thought", "view", "word", "statement", "report"}
)
"""Nouns for words that a copula may as well tell of as of things."""
_STANDS = frozenset({"case", "position", "point", "line", "story", "defence", "defense"})
"""What somebody keeps saying, where it is told what that is (*his position is that …*)."""


def nouns_of_sums(lexicon: CueLexicon) -> frozenset[str]:
    """Nouns for what somebody says, which *is that …* or a colon may spell out."""
    return (lexicon.nominal | lexicon.utterances | _STANDS) - lexicon.mental - _OF_NO_WORDS


def summed_up(scope: Scope, noun: Token, owner: Token) -> tuple[TextSpan, ...]:
    """*Her message is that it is safe*, *Their argument: it is not*: what one's words come to.

    Args:
        scope: the article.
        noun: one of the nouns of sums.
        owner: head of the one whose words they are.
    """
    if not _is_somebody(scope, owner) or _is_weighed(scope, noun):
        return ()
    verb = scope.document.head(noun)
    if noun.dep in SUBJECTS and verb.lemma in _IS and verb.index > noun.index:
        clauses = (c for c in scope.document.children(verb) if c.index > verb.index)
        said = next((c for c in clauses if c.dep == "ccomp" and has_that(scope, c)), None)
        if said is not None:
            return clause_pieces(scope, said, {verb.index})
    return _behind_colon(scope, noun)


def _is_somebody(scope: Scope, owner: Token) -> bool:
    """Not *this week's question*, nor *our ruling*, which the article gives itself."""
    if owner.lower in FIRST_PERSON or scope.document.label_of(owner) in TIMES:
        return False
    return owner.pos != "NOUN" or is_utterer(owner.lemma)


def _is_weighed(scope: Scope, noun: Token) -> bool:
    """*Their best argument is that it floats*: a judgement of the article's own."""
    return any(child.tag == "JJS" for child in scope.document.children(noun))


def _behind_colon(scope: Scope, noun: Token) -> tuple[TextSpan, ...]:
    """The rest of a sentence that opens with the noun and a colon, where it is a clause."""
    document = scope.document
    sentence = document.sentence_of(noun)
    behind = document.tokens[noun.index + 1 : min(sentence.last, noun.index + LONGEST_WAY)]
    colon = next((token for token in behind if token.text == ":"), noun)
    rest = range(colon.index + 1, sentence.last)
    if colon is noun or document.subtree(noun)[0] != sentence.first or not rest:
        return ()
    opening = document.tokens[noun.index + 1 : colon.index]
    if opening and opening[0].lower not in BETWEEN:
        return ()
    finite = any(document.tokens[index].tag in FINITE for index in rest)
    alone = all(scope.same(document.tokens[index], noun) for index in rest)
    return pieces_of(scope, list(rest)) if finite and alone else ()
