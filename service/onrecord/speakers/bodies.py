"""Which body a noun means: *the agency*, *the company*, *the newspaper*, *the Quill campaign*."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from onrecord.document.tree import Token
from onrecord.lexicon import cues, people
from onrecord.lexicon.grammar import ARTICLES
from onrecord.lexicon.people import PeopleLexicon, plain
from onrecord.speakers import rules
from onrecord.speakers.figures import Figure, Found
from onrecord.speakers.names import parts, words
from onrecord.speakers.register import Register
from onrecord.speakers.salience import Salience, Sort
from onrecord.types import SpeakerKind, TextSpan

if TYPE_CHECKING:
    from onrecord.speakers.phrasing import Description


LAST_SPOKEN_OF = "body last spoken of"
"""The rule by which *the agency* is the ministry named before, in words."""

_BODIES = frozenset({SpeakerKind.ORGANIZATION, SpeakerKind.UNKNOWN})
_ANY = frozenset({"news", "press", "media", "parent", "state", "city", "county", "government"})
"""Nouns that tell no body from another that the noun behind them may mean."""
_STATES = frozenset({"state", "country", "nation", "republic", "kingdom", "county"})
_SAID_IN_NAMES = frozenset({"district", "borough", "municipality"})
"""Places that are called so only where their name says it: *the district* may run schools."""
_MAKERS = frozenset({"maker", "manufacturer", "producer", "operator", "publisher", "provider"})
_FIRST = 2
"""Mentions of an agency among which that of the dateline is."""
_DATELINE = re.compile(r"\)\s{0,3}(?:[-–—:]|--)\s")
_SHARED = 4
"""Letters that a trade and a part of a name must share (*ferry*, *Ferries*)."""


class Bodies:
    """Links nouns for bodies to those that the article names."""

    def __init__(self, text: str, register: Register, salience: Salience) -> None:
        self._text = text
        self._register = register
        self._salience = salience
        self._lexicon: PeopleLexicon = people.load()
        self._outlets = self._lexicon.outlet | cues.load().outlet
        self._after: dict[tuple[str, str], Figure] = {}

    def named_after(self, description: Description) -> Found | None:
        """*The Quill campaign*, *Ada Quill's campaign*: a body called by a name and a noun.

        *The campaign* alone is it as well, from then on.
        """
        if description.site.head.text.isupper():
            return None
        names = [plain(token.text) for token in description.before if token.pos == "PROPN"]
        key = (names[-1] if names else "", description.noun)
        if key not in self._after:
            if not names:
                return None
            figure = Figure(SpeakerKind.ORGANIZATION, names=Counter([self._short(description)]))
            self._after[key] = self._register.create(figure)
        figure = self._after[key]
        if not names and not (description.definite and _is_short_for(description, figure)):
            return None
        self._after["", description.noun] = figure
        return Found(figure, rules.SHORT_FORM, "name and noun of a body")

    def _short(self, description: Description) -> str:
        """The words up to the head noun, an article left out."""
        first = description.tokens[description.tokens[0].pos == "DET"]
        span = TextSpan(first.start, description.site.head.end)
        return " ".join(span.of(self._text).split())

    def resolve(self, description: Description) -> Found | None:
        """A body by a word of its name, else the one last spoken of that can be called so."""
        return (
            self._by_word(description)
            or self._by_trade(description)
            or self._last_spoken_of(description)
            or self._only_outlet(description)
        )

    def _by_word(self, description: Description) -> Found | None:
        """*The authority*, *the port authority*: a name that ends in the noun."""
        if any(token.tag == "POS" for token in description.before):
            return None
        inside = [plain(token.text) for token in description.inside]
        named = [
            figure
            for figure in self._register.bodies(description.noun)
            if 2 * sum(word in figure.words for word in inside) >= len(inside)
        ]
        alone = len(named) == 1 and description.owned
        if not named or not (description.definite or alone):
            return None
        return Found(self._salience.nearest(named), rules.BODY_NOUN, "word of a body's name")

    def _by_trade(self, description: Description) -> Found | None:
        """*The power company*: the one body whose name holds the word (*SarnPower*)."""
        trades = [plain(token.text) for token in description.inside if token.pos == "NOUN"]
        if not (description.definite and trades and description.noun in self._lexicon.company):
            return None
        named = [
            figure
            for figure in self._register.impersonal
            if figure.kind in _BODIES and figure.mentions and not figure.place
            if any(_shares(trade, part) for trade in trades for part in parts(figure.name))
        ]
        return Found(named[0], rules.BODY_NOUN, "trade in a name") if len(named) == 1 else None

    def _last_spoken_of(self, description: Description) -> Found | None:
        whole, noun = self._is_whole(description), description.noun
        state = _is_state_outlet(description)
        if not (description.definite or state) or not whole or _length(description.inside) > 1:
            return None
        told_apart = any(t.pos == "NOUN" and t.lower not in _ANY for t in description.inside)
        if told_apart and not (
            noun in self._lexicon.company or noun in self._lexicon.families["club"]
        ):
            # *The space agency* is none of which the article says another thing.
            return None
        if noun in self._lexicon.place:
            return self._place(noun)
        if noun in self._lexicon.families["club"]:
            return self._club(noun)
        outside = description.site.place.quotation is None
        events = self._salience.recent(Sort.THING)
        named = (e for e in events if e.figure.words)
        recent = [e.figure for e in named if not outside or e.place.quotation is None]
        if state:
            recent = [figure for figure in recent if noun in figure.words]
        elif noun in self._lexicon.outlet and _is_of_a_state(description):
            recent = [f for f in recent if noun in f.words or noun in f.nouns]
        fitting = (figure for figure in recent if self._can_be(figure, noun))
        unmarked = (
            figure
            for figure in recent
            if noun in self._lexicon.outlet and self._can_be(figure, "company")
            # *The paper* is no university.
            if self._lexicon.organization.isdisjoint(figure.words)
        )
        if noun in self._lexicon.company:
            return self._firm(description)
        figure = next(chain(fitting, unmarked), None)
        return Found(figure, rules.SALIENT_BODY, LAST_SPOKEN_OF) if figure else None

    def _is_whole(self, description: Description) -> bool:
        """Whether a phrase ends in its noun, or goes on as *the maker of Quill soap* does."""
        after = [t for t in description.tokens if t.index > description.site.head.index]
        makes = description.noun in _MAKERS and description.site.place.source
        return not after or (makes and after[0].lower == "of")

    def _firm(self, description: Description) -> Found | None:
        """*The company*: the one most spoken of, of those of the paragraph where it has any.

        What a newspaper is named after is a place (*Quill* beside *the Quill Herald*).
        """
        paragraph, noun = description.site.place.paragraph, description.noun
        bodies = self._register.impersonal
        towns = {f.words[:-1] for f in bodies if f.words and f.words[-1] in self._outlets}
        known = (f for f in bodies if f.mentions and f.words not in {(noun,), *towns})
        known = (f for f in known if not self._is_in_dateline(f))
        firms = [figure for figure in known if self._can_be(figure, noun)]
        firms = [f for f in firms if not _speaks_of(f, noun)]
        akin = [f for f in firms if any(self._lexicon.is_akin(noun, own) for own in f.sorts)]
        firms = akin or firms
        here = [figure for figure in firms if self._salience.is_in(figure, paragraph)]
        figure = max(here or firms, key=lambda f: f.told + (f.expected or f.told), default=None)
        return Found(figure, rules.SALIENT_BODY, "body most spoken of") if figure else None

    def _is_in_dateline(self, figure: Figure) -> bool:
        """*OSMARK (Agence Quill) — …*: whose report the article is."""
        return any(
            self._text[span.start - 1 : span.start] == "("
            and _DATELINE.match(self._text, span.end) is not None
            for span in figure.mentions[:_FIRST]
        )

    def _place(self, noun: str) -> Found | None:
        """*The city*: the one called so (*City of Osmark*), else the place most spoken of."""
        known = [f for f in self._register.impersonal if f.mentions]
        called = [f for f in known if noun in (f.words[0], f.words[-1])]
        unsaid = [] if noun in _SAID_IN_NAMES else [f for f in known if self._can_be(f, noun)]
        if noun in _STATES:
            # *PORT OSMARK —*, of a dateline, is a city.
            unsaid = [f for f in unsaid if not f.name.isupper()]
        places = called or unsaid
        figure = max(places, key=lambda f: len(f.mentions), default=None)
        return Found(figure, rules.SALIENT_BODY, "place most spoken of") if figure else None

    def _club(self, noun: str) -> Found | None:
        """*The club*: the one most spoken of."""
        clubs = [f for f in self._register.impersonal if f.mentions and self._can_be(f, noun)]
        told = {f: (not f.place or len(f.words) > 1, f.expected + len(f.mentions)) for f in clubs}
        figure = max(clubs, key=told.__getitem__, default=None)
        return Found(figure, rules.SALIENT_BODY, "body most spoken of") if figure else None

    def _only_outlet(self, description: Description) -> Found | None:
        """*Magazine reports*, in a headline."""
        if not description.bare or description.noun not in self._lexicon.outlet:
            return None
        outlets = [f for f in self._register.impersonal if self._can_be(f, description.noun)]
        if len(outlets) != 1:
            return None
        return Found(outlets[0], rules.SALIENT_BODY, "only body of its sort")

    def _can_be(self, figure: Figure, noun: str) -> bool:
        """Whether a body can be called so: outlets, places, firms and authorities keep apart."""
        if figure.kind is not SpeakerKind.ORGANIZATION or not figure.words or figure.plural:
            return False
        lexicon, last = self._lexicon, figure.words[-1]
        outlet = (
            last in self._outlets
            or (figure.words[0] in self._outlets and not figure.place)
            or figure.name.startswith("The ")
        )
        if noun in lexicon.outlet and (outlet or not lexicon.is_akin(noun, last)):
            return outlet
        if noun in lexicon.place:
            return figure.place and (last == noun or last not in lexicon.location)
        reports = noun in lexicon.company and not self._outlets.isdisjoint(figure.nouns)
        placed = figure.place and lexicon.company.isdisjoint(figure.nouns)
        if outlet or reports or (placed and noun not in lexicon.families["club"]):
            return False
        plain_name = last not in lexicon.organization
        if noun in lexicon.families["club"]:
            return plain_name or last in lexicon.place or last == noun
        return (
            plain_name or last in lexicon.company
            if noun in lexicon.company
            else lexicon.is_akin(noun, last)
        )


def is_another(again: Found | None, found: Found) -> bool:
    """*The festival committee*, then *the committee*: no association, though that was named last.

    Not of outlets: *a local paper* may well be the one that is named then.

    Args:
        again: the unnamed body of which the article has the same noun.
        found: the named one that a noun may mean.
    """
    if again is None or found.rule != LAST_SPOKEN_OF:
        return False
    words_of_it = ["", "", *again.figure.phrase.split()]
    before, noun = words_of_it[-2], plain(words_of_it[-1])
    told = before.isalpha() and before.lower() not in ARTICLES
    outlet = noun in people.load().outlet | cues.load().outlet
    return told and not outlet and noun != plain(found.figure.words[-1])


def _is_short_for(description: Description, figure: Figure) -> bool:
    """*The campaign*, *the foreign ministry*, but no *defence ministry*, of a foreign one."""
    return all(plain(t.text) in words(figure.name) for t in description.inside)


def _speaks_of(figure: Figure, noun: str) -> bool:
    """*A group seeking to organize the company*: what is said so is not the company."""
    return any(f"the {noun}" in title.lower() for title in figure.titles)


def _is_state_outlet(description: Description) -> bool:
    """*State radio*, *state television*: said without an article of the one that there is."""
    words = [token.lower for token in description.tokens]
    return words[:1] == ["state"] and len(words) == 2


def _is_of_a_state(description: Description) -> bool:
    """*The state agency*: no body of which the article does not say what it is."""
    return any(token.lower == "state" for token in description.inside)


def _length(tokens: Sequence[Token]) -> int:
    """Number of words, those joined by a hyphen counted as one (*scooter-hire*)."""
    return len(tokens) - 2 * sum(token.text in {"-", "‐"} for token in tokens)


def _shares(trade: str, part: str) -> bool:
    return min(len(trade), len(part)) >= _SHARED and (
        trade[: max(_SHARED, len(trade) - 1)] == part[: max(_SHARED, len(trade) - 1)]
    )
