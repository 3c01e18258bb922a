"""Noun phrases taken apart: their noun, what stands before it, the roles in a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.document.tree import Document, Token
from onrecord.lexicon import people
from onrecord.lexicon.people import YEAR_OLD, PeopleLexicon, plain
from onrecord.speakers.sites import Site

STEM = 6
"""Letters by which words of titles are compared (*Democrat*, *Democratic*)."""

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "same"})
_INDEFINITE = frozenset(
    {"a", "an", "one", "another", "some", "several", "many", "few", "any", "each", "every", "no"}
)
_POSSESSIVE = frozenset({"his", "her", "its", "their", "my", "our", "your"})

_OF_BRANCHES = frozenset({"chief", "boss", "head"})
_NO_BRANCHES = frozenset(
    ["former", "ex", "acting", "interim", "senior", "junior", "new", "old", "late", "retired",
     "outgoing", "incoming", "then", "current", "longtime", "veteran", "vice", "first",
     "overall", "popular", "ailing", "embattled", "big", "top"]
)  # fmt: skip
"""Words before a chief that say nothing of what branch he or she is the chief of."""

_PART = re.compile(r"[,;/]|\band\b|&")
_COMPLEMENT = re.compile(r"\b(?:of|for|at|in|with|to|from|on|who|that|by)\b")
_ONE_OF = re.compile(r"one of (?:the |its |his |her |their )?", re.IGNORECASE)


class Description(NamedTuple):
    """A noun phrase taken apart.

    Attributes:
        site: its mention.
        noun: dictionary form of the head noun.
        tokens: the whole phrase.
    """

    site: Site
    noun: str
    tokens: tuple[Token, ...]

    @property
    def before(self) -> tuple[Token, ...]:
        """What stands before the head noun."""
        return self.tokens[: max(0, self.site.head.index - self.tokens[0].index)]

    @property
    def inside(self) -> tuple[Token, ...]:
        """What stands between the first word and the head noun."""
        return self.before[1:]

    @property
    def definite(self) -> bool:
        """Whether it opens with *the*, *this* and the like."""
        return self.tokens[0].lower in _DEFINITE

    @property
    def owned(self) -> bool:
        """Whether it opens with a possessive pronoun."""
        return self.tokens[0].lower in _POSSESSIVE

    @property
    def bare(self) -> bool:
        """Whether the noun opens the phrase."""
        return not self.before

    @property
    def new(self) -> bool:
        """Whether it brings in somebody not spoken of before."""
        counted = self.tokens[0].pos == "NUM" and self.noun != YEAR_OLD
        return self.tokens[0].lower in _INDEFINITE or counted


def phrase_of(document: Document, description: Description) -> str:
    """The words of a phrase, in one line; of *whose son* the noun."""
    words = description.site.mention.span.of(document.text).split()
    return " ".join(words[description.tokens[0].tag == "WP$" :])


def is_age(token: Token) -> bool:
    """A token of *23-year-old*."""
    return token.tag == "CD" or token.lower in {"year", "old", "-"} or token.lower.endswith("-old")


def is_nobody(document: Document, head: Token) -> bool:
    """*No | one is missing*, *by 8 | pm*: neither a person nor a prime minister."""
    before = document.tokens[head.index - 1] if head.index else head
    hour = head.lower == "pm" and before.text[-1:].isdigit()
    return hour or (before.lower, head.lower) == ("no", "one")


def is_joint(document: Document, head: Token) -> bool:
    """*Officers and stunned parents said*: the officers alone are others.

    *The singer and activist* is one; a second article, or the plural, tells of more.
    """
    joined = [c for c in document.children(head) if c.dep == "conj" and c.pos == "NOUN"]
    articles = (t.tag for noun in joined for t in document.children(noun))
    return bool(joined) and (head.tag == "NNS" or not {"DT", "PRP$"}.isdisjoint(articles))


def noun_of(head: Token) -> str:
    """The dictionary form of a head noun."""
    old = head.lower == "old" or head.lower.endswith("-old")
    return YEAR_OLD if old else plain(head.lemma)


@lru_cache(maxsize=4096)
def role_nouns(title: str) -> frozenset[str]:
    """The nouns of a title that say what its bearer is, not what of (*adviser to the mayor*).

    A deputy mayor is no mayor: such a noun keeps the word that makes another office of it.
    """
    return frozenset((*_roles(people.load(), title), *_agents(people.load(), title)))


def _roles(lexicon: PeopleLexicon, title: str) -> Iterator[str]:
    for part in _PART.split(_partitive(title)):
        said = [plain(word) for word in _COMPLEMENT.split(part)[0].split()]
        for index in range(max(len(said) - 2, 0), len(said)):
            noun = lexicon.short_ranks.get(said[index], said[index])
            if lexicon.is_person(noun):
                yield office(lexicon, said[:index], noun)


def office(lexicon: PeopleLexicon, before: Sequence[str], noun: str) -> str:
    """A noun for a role with the words that make another office of it (*shadow trade minister*)."""
    if before[-1:] == ["head"] and noun == "teacher":
        return "headteacher"
    first = len(before)
    while first and before[first - 1] in lexicon.other_office:
        first -= 1
    shadow = ["shadow"] if "shadow" in before[:first] else []
    return " ".join([*shadow, *before[first:], noun])


def is_of_a_branch(lexicon: PeopleLexicon, before: Sequence[str], noun: str) -> bool:
    """*Finance chief*, *operations boss*: not whoever is the chief executive."""
    word = before[-1] if before else ""
    whole = word in lexicon.organization or word in lexicon.ranks or word in _NO_BRANCHES
    return noun in _OF_BRANCHES and word.isalpha() and word.islower() and not whole


def _agents(lexicon: PeopleLexicon, title: str) -> Iterator[str]:
    """*Leads the union*: the nouns for one who does so."""
    verb, *_ = plain(title).split() or [""]
    for ending in ("s", "es", "d", "ed", "ing", ""):
        yield from lexicon.agents.get(verb.removesuffix(ending), ())


def _partitive(title: str) -> str:
    """*One of the sponsors*: the words after it."""
    found = _ONE_OF.match(title)
    return title[found.end() :] if found else title


def stems(title: str) -> set[str]:
    """The words of a title, cut to the letters by which they are compared."""
    return {word[:STEM] for word in plain(title).split()}
