"""By what else news calls somebody: *the suspect*, *the Osmark guitarist*, *says the fisherman*."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from onrecord.lexicon import people
from onrecord.lexicon.people import YEAR_OLD, PeopleLexicon
from onrecord.speakers import pronouns, rules
from onrecord.speakers.figures import Figure, Found
from onrecord.speakers.phrasing import Description, is_age, role_nouns
from onrecord.speakers.salience import Salience, Sort

_AGED = re.compile(r", [1-9]\d, ")
ELECT = "elect"
"""The noun of *the president-elect*."""


class Epithets:
    """Links descriptions that no role of the article explains to the person last spoken of."""

    def __init__(self, text: str, salience: Salience) -> None:
        self._text = text
        self._salience = salience
        self._lexicon: PeopleLexicon = people.load()

    def resolve(self, description: Description, barred: AbstractSet[Figure]) -> Found | None:
        """The figure that an epithet means.

        Args:
            barred: those that it cannot mean: who says of *the suspect* that he came is another.
        """
        if description.site.place.quotation is not None:
            # *“I rang, and the girl said no”*: nobody whom the article has named.
            return None
        aged = self._is_aged(description)
        epithet = aged or self._is_epithet(description)
        placed = self._is_placed(description) and not epithet
        if not (placed or epithet):
            told = self._told_of(description, barred)
            return Found(told, rules.EPITHET, "epithet in a tag") if told else None
        figure = self._spoken_of(description, barred)
        if figure is None or (placed and figure.titles):
            return None
        self._entitle(figure, description)
        return Found(figure, rules.EPITHET, "epithet")

    def _spoken_of(self, description: Description, barred: AbstractSet[Figure]) -> Figure | None:
        """The named person that a pronoun would reach; the winner of a vote is the main figure."""
        site = description.site
        ranked = pronouns.rank(site.mention, site.place, self._salience)
        named = [figure for figure, _ in ranked if figure.named and figure not in barred]
        if description.noun == ELECT:
            return max(named, key=lambda figure: figure.names.total(), default=None)
        return next(iter(named), None)

    def _told_of(self, description: Description, barred: AbstractSet[Figure]) -> Figure | None:
        """*“No,” says the fisherman*, of the one person who has been spoken of.

        A bare noun means the only person named so far, in paragraphs before; one that is told
        more of (*the retired barber*) the only one of the paragraph, else of the one before.
        """
        site = description.site
        if not site.place.source or description.tokens[0].lower != "the":
            return None
        near = {
            event.figure: event.place.paragraph
            for event in self._salience.recent(Sort.PERSON)
            if event.figure.named and event.place.quotation is None
            if event.figure not in barred
        }
        if not site.place.tag:
            here = [f for f, at in near.items() if at == site.place.paragraph]
            persons = here if self._salience.speaking in here and not description.inside else []
        elif description.inside:
            here = [f for f, at in near.items() if at == site.place.paragraph]
            near_by = [f for f, at in near.items() if at == site.place.paragraph - 1]
            persons = here or near_by
        else:
            persons = list(near) if site.place.paragraph not in near.values() else []
        if len(persons) != 1 or not persons[0].fits(site.mention.gender):
            return None
        return None if self._has_role(persons[0]) else persons[0]

    def _is_aged(self, description: Description) -> bool:
        """*The former Osmark trader, 48, promised*: news gives the age of whom it has named."""
        mention = description.site.mention
        aged = _AGED.match(self._text, mention.span.end)
        return aged is not None and description.tokens[0].lower == "the"

    def _has_role(self, figure: Figure) -> bool:
        """Whether the article says what somebody is, not only of which body he or she is."""
        told = any(any(role_nouns(title)) for title in figure.titles)
        return told and figure.entitled

    def _is_placed(self, description: Description) -> bool:
        """*The Osmark guitarist*, of whom the sentence before has spoken."""
        inside = description.inside
        capitals = any(t.text[0].isupper() and t.pos in {"PROPN", "ADJ"} for t in inside)
        return capitals and description.tokens[0].lower == "the"

    def _entitle(self, figure: Figure, description: Description) -> None:
        """*The Osmark guitarist* says what somebody is, where nothing else has."""
        words = [t for t in description.inside if not is_age(t)] + [description.site.head]
        if figure.titles or description.noun in self._lexicon.sorts or description.noun == YEAR_OLD:
            return
        while len(words) > 1 and words[0].pos not in {"PROPN", "NOUN", "ADJ"}:
            words = words[1:]
        figure.titles.append(" ".join(t.text for t in words))

    def _is_epithet(self, description: Description) -> bool:
        """*The suspect*, *the 23-year-old striker*; no *bread man*, *girl in front*, *his dad*."""
        noun, site_head = description.noun, description.site.head
        aged = any(is_age(token) and token.tag == "CD" for token in description.inside) and any(
            token.lower == "old" for token in description.inside
        )
        known = noun in self._lexicon.epithets or noun == YEAR_OLD or aged
        compounds = [t for t in description.before if t.tag == "NN" and t.dep == "compound"]
        plain_one = not compounds or noun in {ELECT, YEAR_OLD} or aged
        told_apart = noun in self._lexicon.sorts and description.tokens[-1] is not site_head
        definite = description.tokens[0].lower == "the"
        owners = any(token.text in {"'s", "’s"} for token in description.before)
        owned = owners and noun in self._lexicon.slight
        return known and plain_one and definite and not told_apart and not owned
