"""Which names of an article are newspapers, stations and agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.document.tree import PROPER, Token
from onrecord.lexicon import people
from onrecord.lexicon.cues import CueLexicon
from onrecord.lexicon.forenames import is_forename
from onrecord.tagging.name_words import NAMING, TIMES, is_name, name_of
from onrecord.tagging.phrases import FOREIGN_ARTICLES
from onrecord.tagging.scope import Scope
from onrecord.types import TextSpan

_PUBLISHES = frozenset({"report", "publish", "print", "broadcast"})
_PUBLISHED_ON = frozenset({"website", "site", "blog", "portal", "channel"})
"""What a club or a firm has to publish on."""
_SITES = _PUBLISHED_ON | {"journal"}
"""Nouns that say of a name behind them that it is an outlet, where "the" stands before."""
_ARTICLE = "the"
_OWN = "this"
_MISREAD = frozenset({"PERSON", "PRODUCT", ""})
"""As what the recogniser takes the name of an outlet that it does not know."""
_TOLD = frozenset({"dobj", "pobj", "dative"})
_HIS_OWN = frozenset({"he", "she", "his", "her", "they", "their", "him"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_NO_SURNAMES = frozenset({"Il", "Der", "Die", "Das", "Het", "Les", "Los"})
"""Foreign articles with which names of outlets begin, and hardly ever surnames (*La Rue*)."""
_IN_ONE = re.compile(r"\A(?!Mac|Mc|Fitz|De|Di|Du|La|Le|Van|O['’])[A-Z][a-z]+[A-Z]")
"""*PageTurner*: two words in one, as no person is called."""
_NEXT = 6
"""Words behind a name in which a pronoun would speak of it."""
_NO_BODIES = frozenset({"PERSON", "GPE", "LOC", "NORP", "LAW", "DATE", "TIME", "CARDINAL", "EVENT"})
_HEARERS = frozenset(
    {"commons", "lords", "senate", "house", "assembly", "bench", "lobby", "floor", "eu", "un",
     "nato", "fbi", "cia", "inquiry", "inquest", "tribunal", "inspectorate", "panel", "summit",
     "crowd", "conference", "congress", "forum", "convention", "senators", "mps", "gop",
     "dáil", "seanad", "oireachtas", "senedd", "bundestag", "bundesrat", "knesset", "duma", "sejm",
     "verkhovna", "rada", "riksdag", "storting", "folketing", "althing", "eduskunta", "saeima",
     "seimas", "riigikogu", "majlis", "sabha", "cortes"}
)  # fmt: skip
"""Names end so of bodies that are told something without being an outlet."""


@dataclass(frozen=True, slots=True)
class Outlets:
    """The outlets that an article names.

    Attributes:
        scope: the article.
        lexicon: words in outlets' names, and nouns for outlets.
        known: the words of each name, in lower case.
        persons: the words of all names of persons, in lower case.
    """

    scope: Scope
    lexicon: CueLexicon
    known: frozenset[frozenset[str]]
    persons: frozenset[str]

    def has(self, head: Token) -> bool:
        """Whether a noun is an outlet: *the Spark* where the Sunday Spark reports something."""
        if head.pos in {"NOUN", "ADJ"} and head.text.islower():
            return head.lower in self.lexicon.press
        if head.pos not in PROPER and not is_name(head):
            return False
        if _is_of_the_staff(self.scope, head):
            return False
        words = name_of(self.scope, head)
        if self.lexicon.names_outlet(words) and not _of_a_person(self.scope, head, words):
            return True
        return bool(words) and any(frozenset(words) <= known for known in self.known)

    def hears(self, head: Token) -> bool:
        """Whether one who is told something, or gives an interview, is an outlet.

        In news most bodies that one tells something are: *the station*, and a name that is neither
        a person's nor a place's, nor ends like that of another body (*the Halden Council*).
        """
        if self.has(head):
            return True
        if head.lower in self.lexicon.channel and head.pos == "NOUN":
            return _definite(self.scope, head) or (
                head.lower in _PUBLISHED_ON and _is_owned(self.scope, head)
            )
        return is_name(head) and (self._may_be(head) or self._only_hears(head))

    def name(self, head: Token) -> Token:
        """The name right behind a noun for an outlet (*told the site Perch*), else the noun.

        The parser may take the noun for an adverb (*told the exile daily Perch*).
        """
        lexicon, document = self.lexicon, self.scope.document
        noun = document.tokens[min(head.index + 1, len(document.tokens) - 1)]
        daily = noun.dep == "advmod" and noun.lower in lexicon.press and head.text.islower()
        if daily and is_name(document.head(noun)):
            return document.head(noun)
        if head.lower not in lexicon.newsrooms or not head.text.islower():
            return head
        beside = (*document.children(head), *document.children(document.head(head)))
        named = (c for c in beside if c.index > head.index and is_name(c))
        behind = (c for c in named if document.subtree(c)[0] == head.index + 1)
        return next((c for c in behind if self.scope.same(c, head)), head)

    def is_own(self, mention: TextSpan) -> bool:
        """*told this newspaper*: the one that the reader has in hand; its words come first-hand."""
        first, *_ = self.scope.document.tokens_in(mention)
        return first.lower == _OWN

    def _may_be(self, head: Token) -> bool:
        words = name_of(self.scope, head)
        if not words:
            return False
        if self._is_another_body(head):
            return False
        lexicon = people.load()
        label = self.scope.document.label_of(head)
        if label in TIMES and len(words) > 1:
            # *told Kitchen Hour*: nobody tells anything to a time.
            label = "ORG"
        if _is_called(self.scope, head):
            # *the Perch*: a person has no article, whatever the recogniser says.
            return label not in _NO_BODIES - {"PERSON"} and not lexicon.is_person(words[-1])
        if self.persons.intersection(words) or label in _NO_BODIES:
            return False
        return not is_forename(words[0]) and (label == "ORG" or _definite(self.scope, head))

    def _is_another_body(self, head: Token) -> bool:
        """Whether a name ends like that of a body that is no outlet, or is that of an office."""
        words, lexicon = name_of(self.scope, head), people.load()
        bodies = lexicon.bodies, lexicon.group, _HEARERS
        known = not all(nouns.isdisjoint(words) for nouns in bodies)
        return known or any(map(lexicon.is_title, words))

    def _only_hears(self, head: Token) -> bool:
        """*Two traders told Perlwire that …*, *told Il Foglio*: a name that does no more than hear.

        Those who keep their names to themselves talk to the press; a person to whom they spoke
        would stand elsewhere in the article, with a forename, a title or a verb.
        """
        document = self.scope.document
        if document.label_of(head) not in _MISREAD or self._is_another_body(head):
            return False
        first, _ = document.subtree(head)
        name = document.tokens[first : head.index + 1]
        verb = document.head(head)
        if head.dep not in _TOLD or verb.lemma != "tell" or not all(map(is_name, name)):
            return False
        if any(is_forename(token.text) for token in name):
            return False
        behind = document.tokens[head.index + 1 : head.index + 1 + _NEXT]
        if not _HIS_OWN.isdisjoint(token.lower for token in behind):
            return False
        others = (t for t in document.tokens if t.lower == head.lower and t.tag[:3] == "NNP")
        if not all(
            t.dep in _TOLD and document.subtree(t)[0] == t.index - len(name) + 1 for t in others
        ):
            return False
        foreign = len(name) > 1 and name[0].text in _NO_SURNAMES
        return foreign or bool(_IN_ONE.search(head.text)) or _is_unnamed(self.scope, verb)


def _is_unnamed(scope: Scope, verb: Token) -> bool:
    """Whether an indefinite phrase is the subject: *two people*, *an official*, *sources*."""
    for noun in scope.document.children(verb):
        if noun.dep == "nsubj" and noun.pos == "NOUN":
            lexicon = people.load()
            human = lexicon.is_person(noun.lemma) or noun.lemma in lexicon.veiled | lexicon.group
            first, last = scope.document.subtree(noun)
            phrase = scope.document.tokens[first:last]
            owned = phrase[0].tag == "PRP$" or phrase[0].lower in _POINTING
            return human and not owned and all(t.pos != "PROPN" for t in phrase)
    return False


def _is_called(scope: Scope, head: Token) -> bool:
    """Whether "the" stands before a name in the singular, and no noun that says whose it is."""
    first, _ = scope.document.subtree(head)
    inside = scope.document.tokens[first : head.index + 1]
    return (
        _definite(scope, head)
        and head.tag not in {"NNPS", "NNS"}
        and all(t.text[:1].isupper() for t in inside[1:])
    )


def gather(scope: Scope, lexicon: CueLexicon) -> Outlets:
    """The names that end like an outlet's, stand beside a word for one, or report and cite."""
    known = frozenset(frozenset(name_of(scope, head)) for head in _heads(scope, lexicon))
    tokens = scope.document.tokens
    persons = (e for e in scope.document.entities if e.label == "PERSON")
    words = {tokens[i].lower for e in persons for i in range(e.first, e.last)}
    return Outlets(scope, lexicon, known - {frozenset()}, frozenset(words) | _titled(scope))


def _titled(scope: Scope) -> frozenset[str]:
    """The last words of names behind a title: *Chief Executive Saskia Vorn*."""
    is_title = people.load().is_title
    return frozenset(
        token.lower
        for token in scope.document.tokens
        if token.pos == "PROPN"
        if any(c.dep == "compound" and is_title(c.lower) for c in scope.document.children(token))
    )


def _heads(scope: Scope, lexicon: CueLexicon) -> Iterator[Token]:
    document = scope.document
    for token in document.tokens:
        if token.pos not in NAMING:
            continue
        if is_name(token) and _stands_behind_one(scope, token, lexicon):
            yield token
        elif token.pos not in PROPER:
            continue
        elif _called_one(scope, token, lexicon) or _publishes(scope, token):
            yield token


def _called_one(scope: Scope, token: Token, lexicon: CueLexicon) -> bool:
    """*the weekly Vela*, *broadcaster Canal Uno*, *the news site Ostrey Live*."""
    head = scope.document.head(token)
    before = (c for c in scope.document.children(token) if c.index < token.index)
    for child in before:
        site = child.lower in _SITES and _definite(scope, token)
        if (site or child.lower in lexicon.press) and child.text.islower():
            return True
    if token.dep not in {"appos", "compound", "nmod"} or head.pos != "NOUN":
        return False
    if head.lower in lexicon.press:
        return True
    beside = (c for c in scope.document.children(head) if c.dep in {"compound", "amod"})
    return head.lower in lexicon.channel and any(c.lower in lexicon.airs for c in beside)


def _stands_behind_one(scope: Scope, token: Token, lexicon: CueLexicon) -> bool:
    """*told the site Perch*, where the parser takes the two for objects of one verb."""
    first, _ = scope.document.subtree(token)
    noun = scope.document.tokens[max(0, first - 1)]
    if noun.lower not in lexicon.newsrooms or not noun.text.islower():
        return False
    beside = noun.head == token.head and noun.sentence == token.sentence
    label = scope.document.label_of(token)
    return beside and label not in TIMES and not (label == "PERSON" and first < token.index)


def _publishes(scope: Scope, token: Token) -> bool:
    """Whether a name that is neither a person's nor another body's reports or prints something."""
    head = scope.document.head(token)
    if token.dep != "nsubj" or head.lemma not in _PUBLISHES:
        return False
    words = name_of(scope, token)
    bodies = people.load().bodies - people.load().outlet
    return scope.document.label_of(token) != "PERSON" and bool(words) and words[-1] not in bodies


def _of_a_person(scope: Scope, head: Token, words: tuple[str, ...]) -> bool:
    """*Freddie Mercury*: a forename, in a name that the recogniser takes for a person's."""
    person = scope.document.label_of(head) == "PERSON"
    first = words[0] if words[0].capitalize() not in FOREIGN_ARTICLES else ""
    return person and len(words) == 2 and is_forename(first)


def _is_of_the_staff(scope: Scope, head: Token) -> bool:
    """*Halden News host Jim Pell*, *Sky News's Kay Moss*: who works for an outlet is none.

    The recogniser takes the end of the phrase alone for a person's name of several words.
    """
    document = scope.document
    first = head.index
    while first > 0 and _is_in_name_of_person(scope, document.tokens[first - 1], head):
        first -= 1
    if first == head.index or document.label_of(head) != "PERSON":
        return False
    behind = document.tokens[first - 1] if first > document.subtree(head)[0] else None
    return behind is not None and (behind.tag == "POS" or people.load().is_title(behind.lower))


def _is_in_name_of_person(scope: Scope, token: Token, head: Token) -> bool:
    named = scope.document.label_of(token) == "PERSON" and token.head == head.index
    return named and token.dep == "compound" and is_name(token)


def _is_owned(scope: Scope, head: Token) -> bool:
    """*told the club's website*: whose it is, by a noun; *his website* says nothing."""
    return any(c.dep == "poss" and c.tag[:2] == "NN" for c in scope.document.children(head))


def _definite(scope: Scope, head: Token) -> bool:
    first, _ = scope.document.subtree(head)
    owned = any(child.dep == "poss" for child in scope.document.children(head))
    return scope.document.tokens[first].lower == _ARTICLE and not owned
