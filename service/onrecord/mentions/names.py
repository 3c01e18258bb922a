"""Names in the text, with the titles before them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.document.tree import Document
from onrecord.lexicon.forenames import is_forename
from onrecord.lexicon.people import PeopleLexicon, plain
from onrecord.mentions import affiliations, shapes
from onrecord.mentions.casing import Casing
from onrecord.mentions.runs import Entities, RunFinder
from onrecord.mentions.titles import Titles

LONGEST_IN_CAPITALS = 2
"""Words that a name all in capital letters may have."""

_ERAS = frozenset({"bc", "ad", "bce", "ce"})

LONGEST_ACRONYM = 5
"""Letters above which a word in capitals before a name is one of the line, no body."""


class Name(NamedTuple):
    """A name up to token `last` (excluded).

    Attributes:
        role: first token of what precedes it as a role, in lower case or capitals.
        first: first token in capitals, title included.
        start: first token of the name proper.
    """

    role: int
    first: int
    start: int
    last: int

    @property
    def titled(self) -> bool:
        """Whether a title in capitals stands before it."""
        return self.first < self.start


def names(document: Document, lexicon: PeopleLexicon, entities: Entities) -> Iterator[Name]:
    """All names of a document, in order; a title without a name is none."""
    casing = Casing(document, lexicon)
    titles = Titles(document, lexicon, entities, casing)
    for begin, last in RunFinder(document, lexicon, entities, casing).find():
        first = begin + _has_mood(document, lexicon, begin, last)
        capitals = sum(token.text.isupper() for token in document.tokens[first:last])
        if capitals > LONGEST_IN_CAPITALS and not _is_person(entities, last - 1):
            continue
        if capitals == last - first and _is_shouted(document, first, last):
            continue
        if first and affiliations.is_party(document.span_of(first, last).of(document.text)):
            continue
        if _is_era(document, first, last):
            continue
        end = last
        while end > first + 1 and _is_short_rank(document, lexicon, end - 1):
            end -= 1
        start = titles.end(first, end)
        if start < end:
            yield Name(titles.begin(first, start), first, start, end)


def _is_era(document: Document, first: int, last: int) -> bool:
    """*About 5200 | B.C.*, *in | AD | 79*: letters beside a year or a century."""
    if last - first > 1 or plain(document.tokens[first].text) not in _ERAS:
        return False
    beside = document.tokens[max(first - 1, 0) : first] + document.tokens[last : last + 1]
    return any(token.text[:1].isdigit() or token.lower.startswith("centur") for token in beside)


def _is_shouted(document: Document, first: int, last: int) -> bool:
    """*DELETE THE | WHOLE FEDERATION*: capitals among capitals."""
    around = document.tokens[max(first - 2, 0) : first] + document.tokens[last : last + 2]
    return sum(token.text.isupper() and len(token.text) > 1 for token in around) > 1


def _has_mood(document: Document, lexicon: PeopleLexicon, first: int, last: int) -> bool:
    """*Furious | Ada Quill*, *WEEPING | Ada Quill*: a word before a name that opens a sentence."""
    mood, *name = document.tokens[first:last]
    if len(name) < 2 or not shapes.opens_sentence(document, first):
        return False
    loud = mood.text.isupper() and len(mood.text) > LONGEST_ACRONYM and not name[0].text.isupper()
    felt = plain(mood.text) in lexicon.moods or (loud and is_forename(name[0].text))
    return felt and not is_forename(mood.text)


def _is_short_rank(document: Document, lexicon: PeopleLexicon, index: int) -> bool:
    """*Wells Fargo CEO*, in headlines: a rank in capitals after the name of a body."""
    text = document.tokens[index].text
    return text.isupper() and plain(text) in lexicon.ranks


def _is_person(entities: Entities, index: int) -> bool:
    entity = entities.get(index)
    return entity is not None and entity.label == "PERSON"
