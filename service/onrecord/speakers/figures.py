"""Who an article speaks of: one figure for all mentions of one person, body, document or group."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.lexicon import forenames, people
from onrecord.speakers.names import Words, body, words
from onrecord.types import Gender, Mention, MentionKind, Speaker, SpeakerKind, TextSpan

MOST_RIVALS = 3
"""Of those whom a mention might have been of as well, so many are told."""

_COMPLEMENT = re.compile(r" (?:of|at|in|from) ")


@dataclass(slots=True, eq=False)
class Figure:
    """What is known of one figure so far; grows while the article is read.

    Attributes:
        kind: what it is.
        words: its fullest name for comparison; empty for the unnamed.
        names: how often each form of the name stands in the text.
        phrase: the noun phrase of an unnamed figure.
        titles: roles in order of mention.
        gender: as shown by a form of address, a noun, a forename or an earlier pronoun.
        presumed: whether a single pronoun alone shows the gender, which may mean somebody else.
        person: whether it is one human being.
        plural: whether it is more than one.
        place: whether it is a country, a city or the like.
        expected: how many places name it in full or with a form of address, read or not.
        mentions: where the text mentions it, as far as it has been read.
        told: how many of these are no pronouns, which may have been resolved wrongly.
        heads: whether the first paragraph, mostly a headline, speaks of it.
    """

    kind: SpeakerKind
    words: Words = ()
    names: Counter[str] = field(default_factory=Counter)
    phrase: str = ""
    titles: list[str] = field(default_factory=list)
    gender: Gender = Gender.UNKNOWN
    presumed: bool = False
    person: bool = False
    plural: bool = False
    place: bool = False
    expected: int = 0
    mentions: list[TextSpan] = field(default_factory=list)
    told: int = 0
    heads: bool = False

    @property
    def named(self) -> bool:
        """Whether a name is known."""
        return bool(self.names)

    @property
    def name(self) -> str:
        """The fullest form; of equal ones that in mixed case, then the commonest.

        One known by the forename is not called by the surname of a relative.
        """
        if not self.names:
            return self.phrase
        return max(
            self.names,
            key=lambda form: (
                len(body(words(form))), len(self.words) != 1 or words(form) == self.words,
                not form.isupper(), self.names[form], -len(form), form
            ),
        )  # fmt: skip

    @property
    def title(self) -> str | None:
        """The first role that says more than *rival* or *student at …*, else the first."""
        telling = (title for title in self.titles if not _is_slight(title))
        return next(telling, self.titles[0] if self.titles else None)

    @property
    def entitled(self) -> bool:
        """Whether a role is known that says more than *rival* or *mother*."""
        return any(not _is_slight(title) for title in self.titles)

    @property
    def nouns(self) -> frozenset[str]:
        """The nouns that end its roles, complements aside (*tech newsletter*: newsletter)."""
        heads = (_COMPLEMENT.split(title, maxsplit=1)[0].split() for title in self.titles)
        return frozenset(people.plain(words[-1]) for words in heads if words)

    @property
    def sorts(self) -> frozenset[str]:
        """The words that say what sort of body it is: its roles, and the last of its name."""
        return self.nouns | frozenset(self.words[-1:])

    def add(self, mention: Mention) -> None:
        """Take a mention in, with the title and the gender that it shows."""
        self.mentions.append(mention.span)
        if mention.title and mention.title not in self.titles:
            self.titles.append(mention.title)
        if mention.kind is not MentionKind.PRONOUN:
            self.told += 1
            self.take(mention)
        if mention.kind is MentionKind.NAME:
            self.names[mention.name] += 1

    def take(self, mention: Mention) -> None:
        """Take the gender that a mention shows; presumed where a doubtful forename alone does."""
        forename = words(mention.name)[:1] if mention.kind is MentionKind.NAME else ()
        doubtful = bool(forename) and forenames.is_doubtful(forename[0])
        if doubtful and len(mention.span) <= len(mention.head):
            if self.gender is Gender.UNKNOWN:
                self.gender, self.presumed = mention.gender, True
        else:
            self.learn(mention.gender)

    def learn(self, gender: Gender, presumed: bool = False) -> None:
        """Take a gender, where none is known, or none but by a pronoun.

        Args:
            presumed: whether it is that of a pronoun; a second one of the gender confirms it.
        """
        if self.gender is Gender.UNKNOWN:
            self.gender, self.presumed = gender, presumed
        elif self.presumed and gender is not Gender.UNKNOWN:
            self.presumed = presumed and gender is not self.gender
            self.gender = self.gender if presumed else gender

    def fits(self, gender: Gender) -> bool:
        """Whether a gender does not contradict what is known."""
        return self.presumed or not self.differs(gender)

    def differs(self, gender: Gender) -> bool:
        """Whether a gender is another than the one that is known or presumed."""
        known = gender is not Gender.UNKNOWN and self.gender is not Gender.UNKNOWN
        return known and gender is not self.gender

    def speaker(self, number: int) -> Speaker:
        """The figure as the answer shows it."""
        return Speaker(
            id=f"s{number}",
            name=self.name,
            kind=self.kind,
            named=self.named,
            title=self.title,
            mentions=tuple(sorted(set(self.mentions), key=lambda span: (span.start, span.end))),
        )


def _is_slight(title: str) -> bool:
    head, *_ = _COMPLEMENT.split(people.plain(title), maxsplit=1)
    return head in people.load().slight or head.startswith("one of ")


class Found(NamedTuple):
    """Whom a mention is of, how sure that is (0 to 1, raw), and the rule that says so.

    Attributes:
        rivals: who else it might have been, the likeliest first.
    """

    figure: Figure
    score: float
    rule: str
    rivals: tuple[Figure, ...] = ()
