"""Who bears which role, and who is how old: *the mayor*, *the 46-year-old*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from onrecord.lexicon import people
from onrecord.lexicon.people import PeopleLexicon, plain
from onrecord.speakers.figures import Figure
from onrecord.speakers.lede import LEDE
from onrecord.speakers.phrasing import (
    STEM,
    Description,
    is_age,
    is_of_a_branch,
    office,
    role_nouns,
    stems,
)
from onrecord.speakers.register import MOST_NAMESAKES
from onrecord.speakers.salience import Salience

_NOUNS = frozenset({"NOUN", "PROPN"})
_OF_A_BODY = frozenset({"official", "officer", "lawyer", "attorney", "analyst", "economist"})
"""Roles that the word before them gives to a body or a side (*union official*), like spokesmen."""


class Bearers:
    """The figures of one article by the nouns that it says of them, and by age."""

    def __init__(self, salience: Salience) -> None:
        self._salience = salience
        self._lexicon: PeopleLexicon = people.load()
        self._roles: dict[str, list[Figure]] = defaultdict(list)
        self._titles: dict[Figure, list[str]] = defaultdict(list)
        self._of_branches: set[tuple[str, Figure]] = set()
        self._ages: dict[str, list[Figure]] = defaultdict(list)

    def learn(self, figure: Figure, title: str) -> None:
        """Remember the role nouns of a title, so that *the mayor* finds its bearer."""
        if len(self._titles[figure]) < MOST_NAMESAKES:
            self._titles[figure].append(title)
        for noun in role_nouns(title):
            _add(self._roles[noun], figure)
            before, known, _ = title.partition(f" {noun}")
            if known and is_of_a_branch(self._lexicon, before.split()[-1:], noun):
                self._of_branches.add((noun, figure))

    def learn_age(self, figure: Figure, age: str) -> None:
        """Remember how old somebody is, so that *the 46-year-old* finds whom it means."""
        _add(self._ages[age], figure)

    def has(self, noun: str) -> bool:
        """Whether the article says a noun of anybody."""
        return bool(self._roles.get(noun))

    def called(self, noun: str) -> list[Figure]:
        """All of whom the article says a noun."""
        return self._roles.get(noun, [])

    def of(self, description: Description) -> list[Figure]:
        """Those of whom the article says the noun, else one that means the same, or a sort of."""
        before = [plain(token.text) for token in description.before]
        noun = office(self._lexicon, before, description.noun)
        akin = self._lexicon.same_roles.get(noun.replace(" ", "-"), frozenset()) - {noun}
        own = self._of_roles([noun], description)
        if is_of_a_branch(self._lexicon, before[1:], noun):
            return self._of_branch(before[-1], noun, description)
        if not own:
            others = [other.replace("-", " ") for other in akin]
            own = [
                figure
                for figure in self._of_roles(others, description)
                if not any((other, figure) in self._of_branches for other in others)
            ]
        if own:
            return own
        sort = self._of_roles(self._lexicon.sorts_of.get(noun, ()), description)
        if description.site.place.paragraph < LEDE:
            return sort if len(sort) == 1 else []
        return [figure for figure in sort if self._salience.mentioned(figure)]

    def speaks_for_another(self, figure: Figure, description: Description) -> bool:
        """*A police spokesman* is no *union spokesman Ada Quill*: each speaks for one body.

        *A company spokesman* may be *Quill Hydro spokesman Tom Vane*.
        """
        spokesmen = self._lexicon.same_roles.get("spokesman", frozenset())
        if description.noun not in spokesmen | _OF_A_BODY:
            return False
        role = {noun[:STEM] for noun in spokesmen | _OF_A_BODY}
        said = {plain(t.text)[:STEM] for t in description.tokens if t.pos in _NOUNS} - role
        borne = set[str]().union(*(stems(title) for title in self._titles[figure])) - role
        firms = {noun[:STEM] for noun in self._lexicon.company}
        bodies = {noun[:STEM] for noun in self._lexicon.organization}
        unnamed = said - borne <= firms and bodies.isdisjoint(borne - said)
        return bool(said - borne and borne - said) and not unnamed

    def _of_branch(self, branch: str, noun: str, description: Description) -> list[Figure]:
        """*The finance chief*: the chief, director or officer of that branch."""
        sorts = self._lexicon.sorts_of.get(noun, frozenset()) | {noun}
        return [
            figure
            for figure in self._of_roles(sorts | {"officer"}, description)
            if any(branch[:STEM] in stems(title) for title in figure.titles)
        ]

    def of_age(self, description: Description) -> Figure | None:
        """*The 46-year-old*: the one of whom the article gives that age."""
        if not any(is_age(t) and t.lower.endswith("old") for t in description.tokens):
            return None
        ages = [token.text for token in description.tokens if token.tag == "CD"]
        aged = _fitting(self._ages.get(ages[0] if ages else "", ()), description)
        known = [figure for figure in aged if self._salience.mentioned(figure)]
        return known[0] if len(known) == 1 else None

    def _of_roles(self, nouns: Iterable[str], description: Description) -> list[Figure]:
        found = (figure for noun in sorted(nouns) for figure in self._roles.get(noun, ()))
        return _fitting(dict.fromkeys(found), description)


def _fitting(figures: Iterable[Figure], description: Description) -> list[Figure]:
    gender = description.site.mention.gender
    return [figure for figure in figures if figure.fits(gender)]


def _add(figures: list[Figure], figure: Figure) -> None:
    if len(figures) < MOST_NAMESAKES and figure not in figures:
        figures.append(figure)
