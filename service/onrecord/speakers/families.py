"""Relatives who are named by the forename alone: *Ada Quill and her husband, Tom*."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.document.tree import Document, Token
from onrecord.lexicon.people import plain
from onrecord.speakers.names import person, words
from onrecord.types import Gender, Mention, SpeakerKind

_SPOUSES = frozenset({"husband", "wife"})
_SHARING = _SPOUSES | {"son", "daughter"}
"""Nouns for relatives who mostly bear the surname of those whose they are."""
_PRONOUNS = {"his": Gender.MASCULINE, "her": Gender.FEMININE}
FARTHEST_SENTENCE = 1
"""Sentences between a pronoun and the name of whom a relative is."""
FARTHEST_NAME = 100
"""Names that are looked through for that of whom a relative is, which bounds the work."""


class Relative(NamedTuple):
    """A forename alone, and the full name of whose relative its bearer is."""

    mention: Mention
    of: Mention

    @property
    def surname(self) -> str:
        """The surname that both bear."""
        return person(words(self.of.name))[-1]


def relatives(document: Document, names: Sequence[Mention]) -> Iterator[Relative]:
    """The husbands, wives, sons and daughters whom a text names by the forename alone."""
    for place, mention in enumerate(names):
        owner = _owner(document, mention) if len(words(mention.name)) == 1 else None
        of = None if owner is None else _named_before(document, owner, names, place)
        if of is not None:
            yield Relative(mention, of)


def married(document: Document, names: Sequence[Mention]) -> Iterator[tuple[Mention, Gender]]:
    """*Ada Quill … her husband*: the gender that shows of one whose forename shows none."""
    ends = [name.head.end for name in names]
    for token in document.tokens:
        gender = _PRONOUNS.get(token.lower)
        if gender is None or plain(document.head(token).lemma) not in _SPOUSES:
            continue
        place = bisect_right(ends, token.start)
        of = _named_before(document, token, names[max(0, place - 1) : place], 1)
        if of is not None and of.gender is Gender.UNKNOWN:
            yield of, gender


def _owner(document: Document, mention: Mention) -> Token | None:
    """*Her* of *her husband, Tom*; *whose* of *whose husband Tom*."""
    beside = (mention.apposition, mention.introduction, mention.span)
    tokens = (token for span in beside if span for token in document.tokens_in(span))
    nouns = [token for token in tokens if plain(token.lemma) in _SHARING]
    owners = (c for noun in nouns for c in document.children(noun) if c.dep == "poss")
    return next(owners, None)


def _named_before(
    document: Document, owner: Token, names: Sequence[Mention], place: int
) -> Mention | None:
    """The full name that a possessive is or ends, or the last before it that it can stand for."""
    pronoun = owner.lower in {*_PRONOUNS, "whose"}
    gender = _PRONOUNS.get(owner.lower, Gender.UNKNOWN)
    for name in reversed(names[max(0, place - FARTHEST_NAME) : place]):
        head = document.token_at(name.head.end - 1)
        if pronoun and owner.sentence - head.sentence > FARTHEST_SENTENCE:
            return None
        key = person(words(name.name))
        same = pronoun or key[-1:] == words(owner.text)
        full = name.speaker_kind is SpeakerKind.PERSON and len(key) > 1
        fits = Gender.UNKNOWN in {gender, name.gender} or gender is name.gender
        if same and full and fits:
            return name
    return None
