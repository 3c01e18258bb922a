"""The noun phrase around each name: article before it, apposition and place after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.document.tree import Document, Entity
from onrecord.lexicon.people import PeopleLexicon, plain
from onrecord.mentions import offices, shapes
from onrecord.mentions.affiliations import Affiliations
from onrecord.mentions.appositions import Apposition, AppositionFinder
from onrecord.mentions.introductions import IntroductionFinder
from onrecord.mentions.names import Name, names

_OPENERS = frozenset({"DT", "PRP$"})
_POINTERS = frozenset({"that", "this", "these", "those"})
_AFFILIATES = frozenset({"of", "from"})


class Phrase(NamedTuple):
    """A name in its noun phrase, tokens `first` to `last` (excluded).

    Attributes:
        name: the name with what precedes it as a title or role.
        apposition: what the text says beside it that it is.
        introduction: what else it says so, where it does twice.
        party: party and seat beside it.
        affiliation: the body that it is said to be of, or what it does.
        aged: whether an age follows.
        label: of the entity that the name is, or most of it; "" for none.
        handle: whether it is the name of an account (*@tilda*).
        roles: dictionary forms of the nouns that say what it is.
    """

    first: int
    last: int
    name: Name
    apposition: Apposition | None
    introduction: Apposition | None
    party: str | None
    affiliation: str | None
    aged: bool
    label: str
    handle: bool
    roles: tuple[str, ...]

    @property
    def bare(self) -> bool:
        """Whether the name stands alone, without title or article."""
        return self.first == self.name.start


def phrases(document: Document, lexicon: PeopleLexicon) -> Iterator[Phrase]:
    """The names of a document in their phrases, in order."""
    entities: dict[int, Entity] = {
        index: entity for entity in document.entities for index in range(entity.first, entity.last)
    }
    held = offices.held(document, lexicon)
    appositions = AppositionFinder(document, lexicon, held)
    introductions = IntroductionFinder(document, lexicon, held)
    affiliations = Affiliations(document, lexicon, entities)
    for name in names(document, lexicon, entities):
        last = _last(document, name)
        beside = [
            appositions.after(name.last),
            introductions.of(name.role, last) or appositions.before(name.first, last),
            introductions.called(name.role),
        ]
        apposition, introduction, *_ = [*filter(None, beside), None, None]
        entity = entities.get(name.last - 1) or entities.get(name.start)
        yield Phrase(
            first=name.role - _has_opener(document, name),
            last=last,
            name=name,
            apposition=apposition,
            introduction=introduction,
            party=affiliations.party(name.last),
            affiliation=affiliations.of(name.last),
            aged=appositions.has_age(name.last),
            label=entity.label if entity else "",
            handle=shapes.is_handle(document.tokens[name.start]),
            roles=tuple(_roles(document, name, apposition)),
        )


def _has_opener(document: Document, name: Name) -> bool:
    """Whether an article or possessive of this phrase stands before it."""
    if not name.role:
        return False
    token = document.tokens[name.role - 1]
    head = document.head(document.tokens[name.last - 1])
    modifies = head.index >= name.last and token.head == head.index
    same = token.sentence == document.tokens[name.start].sentence
    return same and not modifies and token.tag in _OPENERS and token.lower not in _POINTERS


def _last(document: Document, name: Name) -> int:
    """The end of the phrase: *Colin Farrow of Penhallow Capital*."""
    tokens, index = document.tokens, name.last
    if index + 1 >= len(tokens) or tokens[index].lower not in _AFFILIATES:
        return index
    stop = document.sentence_of(tokens[index]).last
    index += 1
    while index < stop and (shapes.is_capitalised(tokens[index]) or tokens[index].pos == "DET"):
        index += 1
    return index if tokens[index - 1].pos == "PROPN" else name.last


def _roles(document: Document, name: Name, apposition: Apposition | None) -> Iterator[str]:
    if name.role < name.first:
        yield plain(document.tokens[name.first - 1].lemma)
    if apposition is not None:
        yield plain(document.tokens[apposition.head].lemma)
