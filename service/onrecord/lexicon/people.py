"""What English calls people and bodies: titles, honorifics, roles, and the gender of forenames."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from onrecord.lexicon import cues
from onrecord.types import Gender

YEAR_OLD = "year-old"
"""The noun of *the 20-year-old*."""

_OF_PLACES = ("ian", "ean", "ican", "lander")
_SHORTEST_DEMONYM = 5
"""Letters above which the ending of a name for people is one."""

_PERSON_ENDINGS = (
    "ologist", "ician", "man", "woman", "person", YEAR_OLD, "ist", "eer", "ian",
    "keeper", "master",
)  # fmt: skip
_NO_PERSONS = frozenset(
    [
        "list", "playlist", "shortlist", "checklist", "blacklist", "mist", "twist", "fist", "wrist",
        "gist", "grist", "beer", "career", "cheer", "deer", "sneer", "veneer", "talisman",
        "meridian", "median", "obsidian",
    ]
)  # fmt: skip
"""Nouns that end like one for a person and name none."""

_SHORT_ADDRESS = (
    "hon", "mx", "fr", "reps", "sens", "govs", "gens", "profs", "revs", "sgts", "cols", "lts",
    "capts", "cllrs", "dets",
)  # fmt: skip
"""Short forms of address that are no ranks, and of ranks of several people."""


@dataclass(frozen=True, slots=True)
class PeopleLexicon:
    """Words about people and bodies, lower case, without full stops.

    Attributes:
        honorifics: forms of address before a name, and the gender they show.
        post_nominal: letters after a name.
        generation: *Jr.*, *III*: part of a name, never a surname.
        ranks: words in which a title before a name may end.
        modifiers: words that come before a rank.
        portfolios: what a title may be of (*Secretary of State*).
        gendered: nouns for a person that show a gender.
        person: nouns for one person.
        epithets: nouns by which news speaks again of a person already named.
        sorts: epithets that say what sort of human being somebody is, no role.
        slight: roles that say little of who somebody is.
        mute: nouns for what speaks only in a figure of speech (*her face said …*).
        veiled: nouns for people who are not to be known.
        group: nouns for people taken together.
        document: nouns for documents and other works.
        fastened: of these, what is put up somewhere, to be read.
        organization: nouns for bodies.
        company, place, outlet: the bodies that do business, that are places, that report news.
        corporate: last words of the names of firms.
        location: last words of the names of places.
        bodies: last words of the names of bodies, places among them.
        pet_names: forenames that a pet name stands for.
        offices: verbs that say what somebody does (*who leads the union*).
        short_ranks: what the short form of a rank stands for (*Gen.*).
        uttered: nouns for feelings and pleas that somebody gives words to (*Quill's fury*).
        stirs: nouns for what many feel, which name nobody (*“It’s over”: Fury as shop shuts*).
        had: nouns for what bodies have and persons hardly do (*Quillan's shareholders*).
        bodily: verbs for what only persons do (*smile*).
        families: nouns by which bodies of one sort may be called.
        agents: nouns for who does what a verb says (*lead*: leader, head).
        same_roles: for each noun for a role, those by which news may call the same bearer.
        sorts_of: for a noun for a sort of role, the nouns for roles of that sort.
        moods: what tabloids put before a full name (*Furious Ada Quill*).
        other_office: words that make another office of the one that they stand before.
        demonyms: what one person of a country or city is called.
        either: nouns for a person by which a firm may be called as well (*the owner*).
        trades: nouns for firms that stand before a name as a title does (*Retailer Quill's*).
    """

    honorifics: dict[str, Gender]
    post_nominal: frozenset[str]
    generation: frozenset[str]
    ranks: frozenset[str]
    modifiers: frozenset[str]
    portfolios: frozenset[str]
    gendered: dict[str, Gender]
    person: frozenset[str]
    epithets: frozenset[str]
    sorts: frozenset[str]
    slight: frozenset[str]
    mute: frozenset[str]
    veiled: frozenset[str]
    group: frozenset[str]
    document: frozenset[str]
    fastened: frozenset[str]
    organization: frozenset[str]
    company: frozenset[str]
    place: frozenset[str]
    outlet: frozenset[str]
    corporate: frozenset[str]
    location: frozenset[str]
    bodies: frozenset[str]
    pet_names: dict[str, frozenset[str]]
    offices: frozenset[str]
    short_ranks: dict[str, str]
    uttered: frozenset[str]
    stirs: frozenset[str]
    had: frozenset[str]
    bodily: frozenset[str]
    families: dict[str, frozenset[str]]
    trades: frozenset[str]
    either: frozenset[str]
    agents: dict[str, frozenset[str]]
    same_roles: dict[str, frozenset[str]]
    sorts_of: dict[str, frozenset[str]]
    moods: frozenset[str]
    other_office: frozenset[str]
    demonyms: frozenset[str]

    def is_title(self, word: str) -> bool:
        """Whether a title or form of address before a name may end in the word."""
        return self.is_rank(word) or plain(word) in self.honorifics

    @property
    def with_stop(self) -> Iterator[str]:
        """Short titles as they are written in front of names, with a full stop: *Sgt.*, *Sens.*"""
        return (f"{short.capitalize()}." for short in (*self.short_ranks, *_SHORT_ADDRESS))

    def is_rank(self, word: str) -> bool:
        """Whether a title may end in the word, or in its singular (*Senators*)."""
        word = plain(word)
        return word in self.ranks or (word[-1:] == "s" and word[:-1] in self.ranks)

    def is_person(self, noun: str) -> bool:
        """Whether a noun, in its dictionary form, names one person."""
        return (
            noun in self.person
            or noun in self.gendered
            or noun in self.ranks
            or (noun.endswith(_PERSON_ENDINGS) and noun not in _NO_PERSONS)
        )

    def is_role(self, noun: str) -> bool:
        """Whether a noun says what somebody or some body is."""
        return self.is_person(noun) or noun in self.organization

    def is_akin(self, noun: str, other: str) -> bool:
        """Whether two nouns can name one body (*the agency*, for a ministry)."""
        return noun == other or any(
            noun in family and other in family for family in self.families.values()
        )

    def gender_of_noun(self, noun: str) -> Gender:
        """The gender that a noun shows, or that its last part does (*ex-wife*)."""
        last = noun.rpartition("-")[2]
        shown = Gender.FEMININE if last.endswith("woman") else Gender.UNKNOWN
        return self.gendered.get(noun) or self.gendered.get(last, shown)


@lru_cache(maxsize=10_000)
def is_utterer(noun: str) -> bool:
    """Whether a common noun, in its dictionary form, is known to name one who can speak or write.

    Documents count: they state things too.
    """
    known = load()
    return known.is_role(noun) or noun in known.group | known.document | known.veiled


@lru_cache(maxsize=10_000)
def plain(word: str) -> str:
    """A word as the lexicon writes it: lower case, without full stops."""
    return word.lower().replace(".", "")


@cache
def load() -> PeopleLexicon:
    """The lexicon that ships with the package."""
    address, titles, roles = map(_toml, ("honorifics", "titles", "roles"))
    families, short = _words(roles.pop("families")), titles.pop("short")
    agents, same_roles = titles.pop("agent"), _by_word(_words(roles.pop("roles")))
    sorts_of = _words(roles.pop("sorts"))
    address, titles, roles = map(_words, (address, titles, roles))
    honorifics = dict.fromkeys(address["neutral"], Gender.UNKNOWN)
    for gender in (Gender.MASCULINE, Gender.FEMININE):
        honorifics |= dict.fromkeys(address[gender], gender)
    gendered = {
        noun: gender for gender in (Gender.MASCULINE, Gender.FEMININE) for noun in roles[gender]
    }
    return PeopleLexicon(
        honorifics=honorifics,
        post_nominal=address["post_nominal"],
        generation=address["generation"],
        ranks=titles["rank"],
        modifiers=titles["modifier"],
        portfolios=titles["portfolio"],
        gendered=gendered,
        person=roles["person"],
        epithets=roles["epithet"],
        sorts=roles["sort"],
        slight=roles["slight"],
        mute=roles["mute"],
        veiled=roles["veiled"],
        group=roles["group"],
        document=roles["document"] | cues.load().document,
        fastened=roles["fastened"],
        organization=roles["organization"],
        company=roles["company"],
        place=roles["place"],
        outlet=roles["outlet"],
        corporate=roles["corporate"],
        location=roles["location"],
        bodies=roles["organization"]
        | roles["corporate"]
        | roles["location"]
        | roles["surveying"]
        | cues.load().outlet
        | cues.load().abroad,
        pet_names=_words(_toml("forenames")["pet_names"]),
        offices=titles["office"],
        short_ranks=short,
        uttered=roles["uttered"],
        stirs=roles["stirs"],
        had=roles["had"],
        bodily=roles["bodily"],
        families=families,
        trades=roles["trade"],
        either=roles["either"],
        agents=_words(agents),
        same_roles=same_roles,
        sorts_of=sorts_of,
        moods=titles["mood"],
        other_office=titles["other"],
        demonyms=roles["demonym"],
    )


@lru_cache(maxsize=10_000)
def is_demonym(word: str) -> bool:
    """Whether a word in capitals is what one person of a country or city is called (*Swede*)."""
    ending = len(word) > _SHORTEST_DEMONYM and word.endswith(_OF_PLACES)
    return word in load().demonyms or (ending and word not in load().bodies | load().person)


def _by_word(families: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Each word of some families -> the words of all families that hold it."""
    found: dict[str, frozenset[str]] = {}
    for family in families.values():
        for word in family:
            found[word] = found.get(word, frozenset()) | family
    return found


def _words(table: dict[str, Any]) -> dict[str, frozenset[str]]:
    return {key: frozenset(words.split()) for key, words in table.items()}


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
