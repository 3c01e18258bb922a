"""Noun phrases without a name: *a spokesman for the president*, *two officials familiar with …*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.document.tree import ADNOMINAL, Document, Token
from onrecord.lexicon import people
from onrecord.lexicon.grammar import ARTICLES
from onrecord.lexicon.people import YEAR_OLD, PeopleLexicon, plain
from onrecord.mentions import shapes
from onrecord.types import Gender, SpeakerKind

_PART_OF_ANOTHER = frozenset({"compound", "amod", "nmod", "nummod", "npadvmod", "quantmod"})
_CLAUSES = ADNOMINAL
"""*A report | published last month*: left out of what a document is called."""
_PLACED = frozenset({"prep"})
"""*A notice | on the door*: left out of what a document that is put up somewhere is called."""
_FROM = frozenset({"of", "from", "by", "to", "for"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PARTICIPLES = frozenset({"accused", "deceased", "condemned", "convicted"})
LONGEST = 25
"""Tokens that a phrase may go on after its head."""

_PAPERS = frozenset(
    {
        "research",
        "white",
        "working",
        "position",
        "discussion",
        "policy",
        "green",
        "scientific",
        "court",
        "legal",
        "bankruptcy",
        "divorce",
        "tax",
        "briefing",
        "planning",
        "consultation",
        "conference",
        "internal",
        "leaked",
        "confidential",
        "peer-reviewed",
        "technical",
    }
)

_OF_SCIENCE = frozenset({"study", "studies", "journal", "peer-reviewed", "preprint"})
_OF_THE_PRESS = frozenset(
    {"newspaper", "newspapers", "daily", "weekly", "tabloid", "broadsheet", "editorial", "edition"}
)
"""Words of an article that tell which sort of paper its papers are."""

LONGEST_TITLE = 8
"""Tokens of the title of a work, marks included, between an article and a noun."""

_OLD = frozenset({"old", "Old", "OLD"})
_LIKE_NOUNS = _PARTICIPLES | {"old"}
"""Words that can head a phrase as a noun does, whatever they are read as."""
_SINGLE = frozenset({"a", "an", "one", "another"})
_COUNTABLE = frozenset({"people", "person"})
_SECRETIVE = frozenset({"familiar", "knowledge", "briefed", "anonymity", "close"})
"""Words by which news says that it knows a source and does not name it."""

_RELATIVES = frozenset({"WP", "WDT", "WP$", "WRB"})


class Nominal(NamedTuple):
    """Tokens `first` to `last` (excluded) around the noun at `head`, its dictionary form `noun`."""

    first: int
    head: int
    last: int
    noun: str


def nominals(document: Document, taken: frozenset[int]) -> Iterator[Nominal]:
    """The noun phrases whose head is no part of a name (`taken`), in order of the head."""
    documents, fastened = people.load().document, people.load().fastened
    for token in document.tokens:
        if token.pos not in _NOUNS and token.lower not in _LIKE_NOUNS:
            continue
        if token.index in taken or not _is_noun(document, token):
            continue
        if token.dep in _PART_OF_ANOTHER and _is_within(document.head(token)):
            continue
        if _is_of_another(document, token):
            continue
        if _is_mail(document, token.index + 2):
            continue
        first, last = document.subtree(token)
        if mail := _is_mail(document, token.index):
            first = min(first, document.subtree(document.tokens[token.index - 2])[0])
        if document.tokens[first].tag == "WDT":
            # *Asked which policy*: none that anybody speaks of.
            continue
        noun = "email" if mail else plain(token.lemma)
        stops = _CLAUSES if noun in documents else frozenset()
        stops |= _PLACED if noun in fastened else frozenset()
        yield Nominal(
            _first(document, token, first),
            token.index,
            _last(document, token, last, stops),
            noun if mail else _noun_of(token),
        )


def _is_mail(document: Document, index: int) -> bool:
    """*An e- | mail*: the noun of a word that the tokenizer takes apart."""
    words = [token.lower for token in document.tokens[max(0, index - 2) : index + 1]]
    return words in (["e", "-", "mail"], ["e", "-", "mails"])


def _is_within(head: Token) -> bool:
    """Whether what modifies a word is part of a phrase: of a noun, or of *19-year-old*."""
    return head.pos in _NOUNS or head.lower == "old"


def _is_of_another(document: Document, token: Token) -> bool:
    """*The guide, a copy of which was lent to us*: no more than the guide."""
    behind = document.tokens[token.index + 1 : token.index + 3]
    return len(behind) == 2 and behind[0].lower == "of" and behind[1].lower in {"which", "whom"}


def _is_noun(document: Document, token: Token) -> bool:
    """Nouns, *the accused*, and the last word of *the 20-year-old*."""
    if token.lower in _PARTICIPLES and token.index:
        subject = token.dep in {"nsubj", "nsubjpass", "pobj", "dobj"}
        return subject and document.tokens[token.index - 1].lower == "the"
    if token.text in _OLD and token.index > 1:
        beside = token.dep == "amod" and document.head(token).pos in _NOUNS
        return not beside and document.tokens[token.index - 2].lower == "year"
    return token.pos in _NOUNS and token.text[0].isalnum()


def _noun_of(token: Token) -> str:
    """The dictionary form of a head noun."""
    old = token.lower == "old" or token.lower.endswith("-old")
    return YEAR_OLD if old else plain(token.lemma)


def kind(
    document: Document, lexicon: PeopleLexicon, nominal: Nominal, written: frozenset[str]
) -> SpeakerKind:
    """What the noun names; `written` are the nouns that are no outlets in this article.

    Persons without a name are of unknown kind where they are counted (*two officials*) or veiled
    (*people familiar with the talks*); *officials*, *some officials* are a group.
    """
    token, noun = document.tokens[nominal.head], nominal.noun
    person, group = lexicon.is_person(noun), noun in lexicon.group
    if noun in lexicon.veiled or ((person or group) and _is_veiled(document, nominal, noun)):
        return SpeakerKind.UNKNOWN
    body = noun in lexicon.organization and token.lower not in written
    if body and not (person and _is_owned(document, nominal)):
        return SpeakerKind.ORGANIZATION
    if group:
        return SpeakerKind.GROUP
    if person:
        counted = _is_counted(document, nominal)
        several = token.tag in {"NNS", "NNPS"} and not counted
        return SpeakerKind.GROUP if several else SpeakerKind.UNKNOWN
    if noun in lexicon.document or token.lower in lexicon.document:
        return SpeakerKind.DOCUMENT
    return SpeakerKind.UNKNOWN


def gender(lexicon: PeopleLexicon, nominal: Nominal) -> Gender:
    """The gender that the noun shows (*spokeswoman*), none of an office (*the ombudsman*)."""
    if nominal.noun in lexicon.organization:
        return Gender.UNKNOWN
    return lexicon.gender_of_noun(nominal.noun)


def studies(document: Document) -> frozenset[str]:
    """*Paper* and *papers*, where the article has *a research paper* or *a paper published in*."""
    papers = [token for token in document.tokens if token.lower in {"paper", "papers"}]
    words = frozenset(token.lower for token in document.tokens) if papers else frozenset()
    if words & _OF_SCIENCE and not words & _OF_THE_PRESS:
        return frozenset(token.lower for token in papers)
    return frozenset(token.lower for token in papers if _is_written(document, token))


def _is_written(document: Document, token: Token) -> bool:
    """Whether the words around *paper* say that somebody wrote or published it."""
    before = document.tokens[token.index - 1] if token.index else token
    after = [t.lower for t in document.tokens[token.index + 1 : token.index + 3]]
    published = after[:1] == ["published"] or after == ["in", "the"] or after[:1] == ["authored"]
    return before.lower in _PAPERS or published


def _is_owned(document: Document, nominal: Nominal) -> bool:
    return any(t.tag in {"PRP$", "POS"} for t in document.tokens[nominal.first : nominal.head])


def _is_counted(document: Document, nominal: Nominal) -> bool:
    """Whether the phrase opens with a number, an indefinite article or *at least two*."""
    opening = document.tokens[nominal.first]
    number = any(t.tag == "CD" for t in document.tokens[nominal.first : nominal.head])
    return number or opening.lower in _SINGLE


def _is_veiled(document: Document, nominal: Nominal, noun: str) -> bool:
    """*Two people*, *officials familiar with the talks*: people who are not to be known."""
    after = document.tokens[nominal.head + 1 : nominal.last]
    counted = noun in _COUNTABLE and _is_counted(document, nominal)
    return counted or any(t.lower in _SECRETIVE for t in after)


def _first(document: Document, head: Token, first: int) -> int:
    """The start of the phrase: marks and what they part off left out."""
    for index in range(head.index - 1, first - 1, -1):
        token = document.tokens[index]
        if (article := _before_title(document, index)) is not None:
            return article
        if token.tag == "POS":
            continue
        if token.text == ",":
            if document.tokens[index - 1].pos != "ADJ":
                return index + 1
        elif token.text in shapes.BREAKS or token.text in shapes.OPENING:
            return index + 1
    while document.tokens[first].pos in {"PUNCT", "SYM"} or _is_focus(document, first, head):
        first += 1
    if document.tokens[first - 1].sentence != head.sentence:
        return first
    article = _before_title(document, first - 1)
    return first if article is None else article


def _is_focus(document: Document, index: int, head: Token) -> bool:
    """*Even | the mayor*: a word that sets off the phrase behind it."""
    token = document.tokens[index]
    return index < head.index and token.lower in {"even", "also"} and token.pos == "ADV"


def _before_title(document: Document, index: int) -> int | None:
    """*The “Salt Road” | singer*: the article before the title that closes at the token."""
    if document.tokens[index].text not in shapes.CLOSING:
        return None
    for opening in range(index - 2, max(index - LONGEST_TITLE, 0), -1):
        token = document.tokens[opening]
        if token.text in shapes.OPENING:
            return opening - 1 if document.tokens[opening - 1].lower in ARTICLES else None
    return None


def _is_relative(document: Document, verb: Token) -> bool:
    """Whether a relative pronoun opens the clause; without one the parser is often wrong."""
    return any(child.tag in _RELATIVES for child in document.children(verb))


def _last(document: Document, head: Token, last: int, stops: frozenset[str]) -> int:
    """The end of the phrase: up to a comma, another mark, or a second noun joined by *and*.

    `stops` are the labels of what is left out besides.
    """
    for index in range(head.index + 1, min(last, head.index + LONGEST)):
        token = document.tokens[index]
        if token.text in shapes.BREAKS or (token.text in shapes.OPENING and token.tag != "POS"):
            return index
        if token.dep == "cc" and token.head == head.index:
            return index
        stopped = token.dep in stops and token.lower not in _FROM
        if token.head == head.index and token.tag == "POS":
            return index
        if token.head == head.index and stopped:
            return max(document.subtree(token)[0], head.index + 1)
        if token.dep == "relcl" and token.head == head.index and not _is_relative(document, token):
            return max(document.subtree(token)[0], head.index + 1)
    return min(last, head.index + LONGEST)
